package outline

import (
	"strings"
)

// reader goes through the lines of one container: the text, or an item.
type reader struct {
	lines []line
	// next is the index of the line that is read next.
	next int
	// depth counts the items around the lines.
	depth int
}

func (r *reader) blocks() []Block {
	var blocks []Block
	for r.next < len(r.lines) {
		if r.lines[r.next].isBlank() {
			r.next++
			continue
		}
		blocks = append(blocks, r.block()...)
	}
	return blocks
}

// block reads what begins at the next line; nothing for a rule across the page.
func (r *reader) block() []Block {
	l := r.lines[r.next]
	text := strings.TrimSpace(l.text)
	if block, found := r.verbatim(l, text); found {
		return []Block{block}
	}
	switch {
	case headingLevel(text) > 0:
		r.next++
		return []Block{readHeading(l, text)}
	case isRule(text):
		r.next++
		return nil
	case markerOf(l).width > 0 && r.depth < maxDepth:
		return []Block{r.item(markerOf(l))}
	}
	return r.paragraph()
}

// verbatim reads a block that keeps its lines, if one begins at the next line.
func (r *reader) verbatim(l line, text string) (block Block, found bool) {
	switch {
	case l.indent() >= codeIndent:
		return r.takeWhile(Code, func(l line) bool { return l.isBlank() || l.indent() >= codeIndent }), true
	case fenceOf(l) != "":
		return r.fenced(fenceOf(l)), true
	case strings.HasPrefix(text, ">"):
		return r.takeWhile(Quote, func(l line) bool {
			return !l.isBlank() && (isQuote(l) || !r.startsBlock(l) && markerOf(l).width == 0)
		}), true
	case strings.HasPrefix(text, "<!--"):
		return r.comment(), true
	case isTag(text):
		return r.takeWhile(Markup, func(l line) bool { return !l.isBlank() }), true
	case r.isTable() && markerOf(l).width == 0:
		return r.takeWhile(Table, func(l line) bool { return !l.isBlank() && (strings.Contains(l.text, "|") || !r.startsBlock(l)) }), true
	}
	return Block{}, false
}

// codeIndent is from how many blanks on a line is code.
const codeIndent = 4

// takeWhile returns the lines from the next one on that belong to a block, without blank ones at its end.
func (r *reader) takeWhile(kind Kind, belongs func(line) bool) Block {
	start := r.next
	for r.next++; r.next < len(r.lines) && belongs(r.lines[r.next]); r.next++ {
		continue
	}
	end := r.next
	for end > start+1 && r.lines[end-1].isBlank() {
		end--
	}
	return verbatim(kind, r.lines[start:end])
}

func isQuote(l line) bool {
	return strings.HasPrefix(strings.TrimSpace(l.text), ">") && l.indent() < codeIndent
}

// fenceOf returns the marks with which a line opens code; "" for none.
func fenceOf(l line) string {
	text := strings.TrimSpace(l.text)
	for _, mark := range []string{"`", "~"} {
		rest := strings.TrimLeft(text, mark)
		if n := len(text) - len(rest); n >= 3 && l.indent() < codeIndent && (mark == "~" || !strings.Contains(rest, "`")) {
			return text[:n]
		}
	}
	return ""
}

func (r *reader) fenced(fence string) Block {
	start := r.next
	for r.next++; r.next < len(r.lines); r.next++ {
		text := strings.TrimSpace(r.lines[r.next].text)
		if strings.HasPrefix(text, fence) && strings.Trim(text, fence[:1]) == "" && r.lines[r.next].indent() < codeIndent {
			r.next++
			break
		}
	}
	return verbatim(Code, r.lines[start:r.next])
}

func (r *reader) comment() Block {
	start := r.next
	for ; r.next < len(r.lines); r.next++ {
		if strings.Contains(r.lines[r.next].text, "-->") {
			r.next++
			break
		}
	}
	return verbatim(Markup, r.lines[start:r.next])
}

// isTag reports a line that begins with a tag of HTML such as <details>.
func isTag(text string) bool {
	rest, found := strings.CutPrefix(text, "<")
	if !found {
		return false
	}
	name := strings.TrimLeft(strings.TrimPrefix(rest, "/"), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
	return name != strings.TrimPrefix(rest, "/") && strings.IndexAny(name, " />") == 0 && strings.Contains(text, ">")
}

// headingLevel counts the number signs of a heading; 0 for another line.
func headingLevel(text string) int {
	rest := strings.TrimLeft(text, "#")
	n := len(text) - len(rest)
	if n > 6 || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return 0
	}
	return n
}

func readHeading(l line, text string) Block {
	level := headingLevel(text)
	title := strings.TrimSpace(text[level:])
	if open := strings.TrimRight(title, "#"); open == "" || strings.HasSuffix(open, " ") {
		title = strings.TrimSpace(open)
	}
	return Block{Kind: Heading, Level: level, Text: title, Line: l.number, Column: l.column + l.indent()}
}

// isRule reports a rule across the page: three or more of one mark.
func isRule(text string) bool {
	bare := strings.Join(strings.Fields(text), "")
	return len(bare) >= 3 && (strings.Trim(bare, "-") == "" || strings.Trim(bare, "*") == "" || strings.Trim(bare, "_") == "")
}

// isTable reports a line with cells above one that parts the head of a table from its body.
func (r *reader) isTable() bool {
	if r.next+1 >= len(r.lines) || !strings.Contains(r.lines[r.next].text, "|") {
		return false
	}
	below := strings.TrimSpace(r.lines[r.next+1].text)
	return strings.Contains(below, "-") && strings.Contains(below, "|") && strings.Trim(below, "|:- \t") == ""
}

// startsBlock reports a line that ends a paragraph without a blank line between.
func (r *reader) startsBlock(l line) bool {
	text := strings.TrimSpace(l.text)
	if l.lazy || l.indent() >= codeIndent || text == "" {
		return false
	}
	m := markerOf(l)
	return headingLevel(text) > 0 || isRule(text) || fenceOf(l) != "" || isQuote(l) || strings.HasPrefix(text, "<!--") ||
		m.width > 0 && !m.empty && (!m.ordered || m.first)
}

// paragraph reads text up to what ends it. A line below it may make it a heading.
func (r *reader) paragraph() []Block {
	if block, found := r.definition(); found {
		return []Block{block}
	}
	start := r.next
	for r.next++; r.next < len(r.lines); r.next++ {
		l := r.lines[r.next]
		text := strings.TrimSpace(l.text)
		if !l.lazy && l.indent() < codeIndent && text != "" && (strings.Trim(text, "=") == "" || strings.Trim(text, "-") == "") {
			block := joined(Heading, r.lines[start:r.next])
			block.Level = 1 + strings.Count(text[:1], "-")
			r.next++
			return []Block{block}
		}
		if l.isBlank() || r.startsBlock(l) {
			break
		}
	}
	return []Block{joined(Paragraph, r.lines[start:r.next])}
}

// joined returns a block of running text.
func joined(kind Kind, lines []line) Block {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = strings.TrimSpace(l.text)
	}
	return Block{Kind: kind, Text: strings.Join(texts, "\n"), Line: lines[0].number, Column: lines[0].column + lines[0].indent()}
}

// definition reads a line such as [name]: https://example.org.
func (r *reader) definition() (Block, bool) {
	l := r.lines[r.next]
	label, rest, found := strings.Cut(strings.TrimSpace(l.text), "]:")
	name, opened := strings.CutPrefix(label, "[")
	words := strings.Fields(rest)
	if !found || !opened || strings.ContainsAny(name, "[]") || strings.TrimSpace(name) == "" || len(words) == 0 {
		return Block{}, false
	}
	if len(words) > 1 && !strings.ContainsAny(words[1][:1], `"'(`) {
		return Block{}, false
	}
	r.next++
	address := strings.TrimSuffix(strings.TrimPrefix(words[0], "<"), ">")
	return Block{Kind: Definition, Label: name, Text: address, Line: l.number, Column: l.column + l.indent()}, true
}
