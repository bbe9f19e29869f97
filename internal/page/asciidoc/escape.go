package asciidoc

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/page"
)

// markup is AsciiDoc that is safe to write: a constant of this package, or what escape made of a text.
type markup string

// escape makes a text neutral in AsciiDoc, wherever in a line it is put: it renders as the text itself, white space folded, and
// as nothing else but typographic apostrophes. What could be markup becomes a character reference, which Asciidoctor turns into
// the character after it has looked for markup; what cannot be misread is left alone, so that the raw form stays readable.
func escape(text string) markup {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) })
	e := escaper{runes: []rune(strings.TrimSpace(page.Isolated(strings.Join(words, " "))))}
	return e.escape()
}

// escapeLiteral is escape for a line of a literal block: blanks and apostrophes stay what they are.
func escapeLiteral(line string) markup {
	e := escaper{runes: []rune(page.Isolated(strings.TrimRight(line, " \r"))), literal: true}
	return e.escape()
}

// escapeText is escape for the text of a link, in which an equals sign would begin attributes.
func escapeText(text string) markup {
	return markup(strings.ReplaceAll(string(escape(text)), "=", reference('=')))
}

// escapeLines is escape for a text in several lines, which stay apart; empty ones are dropped.
func escapeLines(text string) markup {
	var lines []markup
	for line := range strings.Lines(text) {
		lines = append(lines, escape(line))
	}
	return joinLines(lines)
}

func escapeAll(texts []string) []markup {
	escaped := make([]markup, len(texts))
	for i, text := range texts {
		escaped[i] = escapeLines(text)
	}
	return escaped
}

// joinLines sets lines below each other within one list item or cell; empty ones are dropped.
func joinLines(lines []markup) markup {
	var kept []string
	for _, line := range lines {
		if line != "" {
			kept = append(kept, string(line))
		}
	}
	return markup(strings.Join(kept, " +\n"))
}

// strong sets a text in bold; nothing stays nothing.
func strong(text markup) markup {
	if text == "" {
		return ""
	}
	return "*" + text + "*"
}

func code(text string) markup {
	escaped := escape(text)
	if escaped == "" {
		return ""
	}
	return "`" + escaped + "`"
}

// remarkText keeps the lines of what somebody said, and makes a web address a link.
func remarkText(remark page.Remark) markup {
	var lines []string
	for line := range strings.Lines(string(remark.Text)) {
		lines = append(lines, page.Said(line).String())
	}
	scheme, _, found := strings.Cut(strings.ToLower(remark.Address), "://")
	if !found || scheme != "http" && scheme != "https" {
		return escapeLines(strings.Join(lines, "\n"))
	}
	return "link:++" + destination(remark.Address) + "++[" + escapeText(strings.Join(lines, " ")) + "]"
}

// destination writes an address between the marks that pass it through: what could end them, and all beyond ASCII, is
// percent-encoded; the address stays the same to a browser.
func destination(address string) markup {
	const plain = "-._~:/?#@!$'*,;=%&"
	var b strings.Builder
	for i := range len(address) {
		if c := address[i]; isWordByte(c) || strings.IndexByte(plain, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return markup(b.String())
}

// anchor keeps of an id what is safe as the name of a place.
func anchor(id string) markup {
	return markup(strings.Map(func(r rune) rune {
		if r < 0x80 && (isWordByte(byte(r)) || r == '-' || r == '_') {
			return r
		}
		return -1
	}, id))
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

type escaper struct {
	runes   []rune
	literal bool
	out     strings.Builder
	// referred tells that the last character was written as a reference, which ends in a semicolon.
	referred bool
}

func reference(r rune) string { return fmt.Sprintf("&#%d;", r) }

func (e *escaper) escape() markup {
	for i, r := range e.runes {
		if e.referred = e.isMarkup(i) || e.startsBlock(i) || e.literal && r == '\''; e.referred {
			e.out.WriteString(reference(r))
		} else {
			e.out.WriteRune(r)
		}
	}
	return markup(e.out.String())
}

// at returns the character at a place, 0 outside the text.
func (e *escaper) at(i int) rune {
	if i < 0 || i >= len(e.runes) {
		return 0
	}
	return e.runes[i]
}

// isMarkup reports a character with a meaning inside a line, or one of several that have a meaning together.
func (e *escaper) isMarkup(i int) bool {
	const alone, doubled = "&<>*`#^~{}[]|\\@", "-.$('/:;+"
	r, before, next := e.runes[i], e.at(i-1), e.at(i+1)
	if strings.ContainsRune(alone, r) || strings.ContainsRune(doubled, r) && (before == r || next == r) {
		return true
	}
	switch r {
	case '_':
		return !isWordRune(before) || !isWordRune(next)
	case '+':
		// A sign before a figure opens nothing that a later one, which no figure follows, could close.
		return !isDigit(next)
	case '(':
		return e.isMark(i)
	case ':':
		return i == 0 || next == '/'
	case ';':
		return e.referred
	case '=':
		return before != ' ' || next != ' '
	}
	return false
}

// isMark reports the beginning of what becomes one sign, such as that of a copyright.
func (e *escaper) isMark(i int) bool {
	rest := string(e.runes[i:min(i+4, len(e.runes))])
	return slices.ContainsFunc([]string{"(C)", "(R)", "(TM)"}, func(mark string) bool { return strings.HasPrefix(rest, mark) })
}

// startsBlock reports a character that would make of the line something else than a paragraph: an item, the title of a block,
// or an admonition.
func (e *escaper) startsBlock(i int) bool {
	next := e.at(i + 1)
	switch e.runes[i] {
	case '-', '•':
		return i == 0 && (next == ' ' || next == 0)
	case '.':
		return i == 0 || (next == ' ' || next == 0) && e.isNumber(i)
	case ')':
		return (next == ' ' || next == 0) && e.isNumber(i)
	case ':':
		return slices.Contains([]string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"}, string(e.runes[:i]))
	}
	return false
}

// isNumber reports that what stands before a place could number an item: digits, one letter or a Roman number.
func (e *escaper) isNumber(i int) bool {
	label := e.runes[:i]
	if len(label) == 1 && isWordRune(label[0]) {
		return true
	}
	return len(label) > 0 && !slices.ContainsFunc(label, func(r rune) bool { return !isDigit(r) && !strings.ContainsRune("IVXivx", r) })
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
