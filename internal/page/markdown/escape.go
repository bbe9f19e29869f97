package markdown

import (
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/page"
)

// markup is Markdown that is safe to write: a constant of this package, or what escape made of a text.
type markup string

// apart stands inside what GitHub would make a link or a mention of. GitHub looks for these after it has decoded entities and
// dropped backslashes, so neither helps; an empty comment does, and adds nothing to what is read.
const apart = "<!-- -->"

// lineBreak separates lines inside one table cell or list item.
const lineBreak markup = "<br>"

// escape makes a text neutral in GitHub-flavoured Markdown, wherever in a line it is put: it renders as the text itself, white
// space folded, and as nothing else. What cannot be misread is left alone, so that the raw form stays readable.
func escape(text string) markup {
	e := escaper{runes: []rune(fold(text))}
	for i := range e.runes {
		e.write(i)
	}
	return markup(e.out.String())
}

// escapeHTML is escape for a line of HTML, in which GitHub reads no Markdown but still looks for links and mentions.
func escapeHTML(text string) markup {
	e := escaper{runes: []rune(fold(text)), inHTML: true}
	for i := range e.runes {
		e.write(i)
	}
	return markup(e.out.String())
}

// fold returns a text on one line, visible, and with direction kept apart.
func fold(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) })
	return strings.TrimSpace(page.Isolated(strings.Join(words, " ")))
}

// escapeLines is escape for a text in several lines, which stay apart; empty ones are dropped.
func escapeLines(text string) markup {
	var lines []markup
	for line := range strings.Lines(text) {
		if escaped := escape(line); escaped != "" {
			lines = append(lines, escaped)
		}
	}
	return join(lines, lineBreak)
}

func join(parts []markup, separator markup) markup {
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(string(separator))
		}
		b.WriteString(string(part))
	}
	return markup(b.String())
}

// code sets a text as code, between more backticks than any in it.
func code(text string) markup {
	text = fold(text)
	if text == "" {
		return ""
	}
	marks := strings.Repeat("`", longestRun([]string{text}, '`')+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return markup(marks + text + marks)
}

type escaper struct {
	runes  []rune
	inHTML bool
	out    strings.Builder
}

// at returns the character at a place, 0 outside the text.
func (e *escaper) at(i int) rune {
	if i < 0 || i >= len(e.runes) {
		return 0
	}
	return e.runes[i]
}

func (e *escaper) write(i int) {
	r := e.runes[i]
	switch {
	case r == '&':
		e.out.WriteString("&amp;")
	case r == '<':
		e.out.WriteString("&lt;")
	case r == '>':
		e.out.WriteString("&gt;")
	case !e.inHTML && (e.special(i) || e.opensBlock(i)):
		e.out.WriteByte('\\')
		e.out.WriteRune(r)
	case r == '.' && e.follows(i, "www"), r == '-' && e.follows(i, "gh") && isDigit(e.at(i+1)):
		e.out.WriteString(apart)
		e.out.WriteRune(r)
	case e.refers(i):
		e.out.WriteRune(r)
		e.out.WriteString(apart)
	default:
		e.out.WriteRune(r)
	}
}

// special reports a character with a meaning inside a line. An underscore within a word has none.
func (e *escaper) special(i int) bool {
	if e.runes[i] == '_' {
		return !isWordRune(e.at(i-1)) || !isWordRune(e.at(i+1))
	}
	return strings.ContainsRune("\\`*[]|~$", e.runes[i])
}

// opensBlock reports a character that would begin a heading, list, rule, underline or table at the start of a line, or close a
// heading at its end.
func (e *escaper) opensBlock(i int) bool {
	next := e.at(i + 1)
	switch e.runes[i] {
	case '#':
		return i == 0 && !isDigit(next) || next == 0
	case '-', '+':
		return i == 0 && (next == 0 || next == ' ' || next == '-')
	case '=':
		return i == 0
	case ':':
		return i == 0 && next == '-'
	case '.', ')':
		return i > 0 && (next == 0 || next == ' ') && e.digitsBefore(i)
	}
	return false
}

func (e *escaper) digitsBefore(i int) bool {
	for _, r := range e.runes[:i] {
		if !isDigit(r) {
			return false
		}
	}
	return true
}

// refers reports a character after which GitHub would read a person, an address, an issue or a link.
func (e *escaper) refers(i int) bool {
	next := e.at(i + 1)
	switch e.runes[i] {
	case '@':
		return next != 0 && next != ' '
	case '#':
		return isDigit(next)
	case ':':
		return next == '/' && e.at(i+2) == '/'
	}
	return false
}

// follows reports whether the word, in any case, stands directly before a place.
func (e *escaper) follows(i int, word string) bool {
	return i >= len(word) && strings.EqualFold(string(e.runes[i-len(word):i]), word)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
