package checklist

import (
	"regexp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/outline"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// markdownReader reads a list in Markdown: headings are sections, items are points.
type markdownReader struct {
	inline *outline.Inline
	// bold matches the bold words that a text begins with; within matches a link to a place in the text itself.
	bold, within *regexp.Regexp
	faults       *yamltree.Reader
	// tasks: some items have a box, so only lists with boxes are asked about.
	tasks bool
	list  *Checklist
}

// ReadMarkdown reads a list. The checklist is nil if and only if the list of diagnostics, sorted by position, holds an error.
func ReadMarkdown(name string, source []byte) (*Checklist, diag.List) {
	text, found := yamltree.ReadText(name, source)
	if found.HasErrors() {
		return nil, found
	}
	blocks := outline.Read(string(text))
	m := &markdownReader{faults: yamltree.NewReader(name), inline: outline.NewInline(blocks), tasks: hasTask(blocks), list: &Checklist{}}
	m.bold = regexp.MustCompile(`^(?:\*\*([^*]+)\*\*|__([^_]+)__)[:.]?(?:\s|$)`)
	m.within = regexp.MustCompile(`^\[[^\[\]]*\]\(#[^()]*\)$`)
	m.readChapter(chapters(blocks))
	return m.list.finish(m.faults, name)
}

// hasTask reports a box on an item or anywhere below one.
func hasTask(blocks []outline.Block) bool {
	for _, b := range blocks {
		if b.Kind == outline.Item && (b.Task || hasTask(b.Blocks)) {
			return true
		}
	}
	return false
}

// chapter is a heading with what is below it.
type chapter struct {
	heading outline.Block
	blocks  []outline.Block
	// parts are the chapters within it.
	parts []*chapter
}

// chapters returns the whole text as a chapter without a heading.
func chapters(blocks []outline.Block) *chapter {
	root := &chapter{}
	open := []*chapter{root}
	for _, b := range blocks {
		if b.Kind != outline.Heading {
			last := open[len(open)-1]
			last.blocks = append(last.blocks, b)
			continue
		}
		for len(open) > 1 && open[len(open)-1].heading.Level >= b.Level {
			open = open[:len(open)-1]
		}
		part, above := &chapter{heading: b}, open[len(open)-1]
		above.parts = append(above.parts, part)
		open = append(open, part)
	}
	return root
}

// asks reports a point in a chapter itself, or in one of its parts.
func (m *markdownReader) asks(c *chapter) bool {
	return m.hasParts(c) || m.asksItself(c)
}

func (m *markdownReader) asksItself(c *chapter) bool {
	return slices.ContainsFunc(c.blocks, m.isPoint) || len(c.parts) == 0 && isQuestion(c)
}

func (m *markdownReader) isPoint(b outline.Block) bool {
	switch {
	case b.Kind == outline.Table:
		return m.isTable(b)
	case b.Kind != outline.Item:
		return false
	case m.tasks:
		return b.Task || hasTask(b.Blocks)
	}
	return !m.within.MatchString(b.Text)
}

// isQuestion reports a heading that is a question with nothing but text below it.
func isQuestion(c *chapter) bool {
	if !strings.HasSuffix(c.heading.Text, "?") {
		return false
	}
	for _, b := range c.blocks {
		if b.Kind == outline.Item {
			return false
		}
	}
	return true
}

// readChapter makes sections of the parts of a chapter. One that holds everything by itself is the title of the list.
func (m *markdownReader) readChapter(c *chapter) {
	m.list.Title = join(": ", m.list.Title, m.plain(c.heading.Text))
	asking := 0
	var only *chapter
	for _, part := range c.parts {
		if m.asks(part) {
			asking, only = asking+1, part
		}
	}
	if asking == 1 && !m.asksItself(c) && (c.heading.Level == 0 && !isQuestion(only) || m.hasParts(only)) {
		m.readAround(c, only)
		return
	}
	if m.asksItself(c) {
		title := "General"
		if asking == 0 {
			title = firstOf(m.list.Title, title)
		}
		section := Section{Title: title, Pos: place(c.heading)}
		m.readBlocks(c, "", &section)
		m.list.Sections = append(m.list.Sections, section)
	} else {
		m.readIntro(c.blocks)
	}
	for _, part := range c.parts {
		m.readSection(part)
	}
}

// hasParts reports that a part of a chapter asks something.
func (m *markdownReader) hasParts(c *chapter) bool { return slices.ContainsFunc(c.parts, m.asks) }

// readAround reads what is before and behind the only part that asks something.
func (m *markdownReader) readAround(c, only *chapter) {
	m.readIntro(c.blocks)
	for _, part := range c.parts {
		if part == only {
			m.readChapter(part)
		} else {
			m.leaveChapter(part)
		}
	}
}

// readIntro takes the text before the sections as the introduction of the list.
func (m *markdownReader) readIntro(blocks []outline.Block) {
	for _, b := range blocks {
		if b.Kind == outline.Paragraph {
			m.list.Intro = append(m.list.Intro, m.plain(b.Text))
		} else {
			m.leave(&m.list.Left, b)
		}
	}
}

func (m *markdownReader) readSection(c *chapter) {
	if !m.asks(c) {
		m.leaveChapter(c)
		return
	}
	section := Section{Title: firstOf(m.plain(c.heading.Text), "General"), Pos: place(c.heading)}
	m.readBlocks(c, "", &section)
	for _, part := range c.parts {
		m.readPart(part, "", &section)
	}
	m.list.Sections = append(m.list.Sections, section)
}

// readPart reads a chapter within a section. Its heading stands before the text of its points.
func (m *markdownReader) readPart(c *chapter, above string, section *Section) {
	lead := join(": ", above, m.plain(c.heading.Text))
	if !m.asks(c) || isQuestion(c) && len(c.parts) == 0 {
		lead = above
	}
	m.readBlocks(c, lead, section)
	for _, part := range c.parts {
		m.readPart(part, lead, section)
	}
}

// readBlocks reads what is below a heading, without its parts. The text before a single point is its reason.
func (m *markdownReader) readBlocks(c *chapter, lead string, section *Section) {
	before := len(section.Points)
	if !m.asks(c) && c.heading.Text != "" {
		m.leaveText(&section.Left, "a heading without points", c.heading)
	}
	var texts []outline.Block
	if len(c.parts) == 0 && isQuestion(c) {
		section.Points = append(section.Points, m.simplePoint(c.heading, lead))
	}
	for _, b := range c.blocks {
		switch {
		case b.Kind == outline.Table && m.isPoint(b):
			m.readTable(b, lead, section)
		case m.isPoint(b):
			section.Points = append(section.Points, m.points(b, lead)...)
		case b.Kind == outline.Paragraph:
			texts = append(texts, b)
		default:
			m.leave(&section.Left, b)
		}
	}
	for _, b := range texts {
		if len(section.Points) == before+1 {
			m.addNote(&section.Points[before], m.plainWithLinks(b.Text, &section.Points[before]))
		} else {
			m.leaveText(&section.Left, "text of a section, which has only a title here", b)
		}
	}
}

// leaveChapter leaves out a chapter that asks nothing.
func (m *markdownReader) leaveChapter(c *chapter) {
	m.leaveText(&m.list.Left, "a heading without points", c.heading)
	for _, b := range c.blocks {
		m.leave(&m.list.Left, b)
	}
	for _, part := range c.parts {
		m.leaveChapter(part)
	}
}

// leave leaves out a block with all that is below it.
func (m *markdownReader) leave(left *[]Leftover, b outline.Block) {
	reason := ""
	switch b.Kind {
	case outline.Definition:
		return // its address stands where it is used
	case outline.Heading, outline.Paragraph:
		reason = "text without a point"
	case outline.Item:
		reason = "an item without a box, in a list that has boxes elsewhere"
		if !m.tasks {
			reason = "a link within the text"
		}
	case outline.Code:
		reason = "code"
	case outline.Quote:
		reason = "a quotation"
	case outline.Table:
		reason = "a table; save it as CSV to import it"
	case outline.Markup:
		reason = "a comment or a tag"
	case outline.Front:
		reason = "settings before the text"
	}
	m.leaveText(left, reason, b)
	for _, inner := range b.Blocks {
		m.leave(left, inner)
	}
}

func (m *markdownReader) leaveText(left *[]Leftover, reason string, b outline.Block) {
	if text := oneLine(b.Text); text != "" {
		*left = append(*left, Leftover{Reason: reason, Text: text, Pos: place(b)})
	}
}

func (m *markdownReader) plain(text string) string {
	plain, _ := m.inline.Plain(text)
	return plain
}

// plainWithLinks adds the addresses of a text to the sources of a point.
func (m *markdownReader) plainWithLinks(text string, p *Point) string {
	plain, links := m.inline.Plain(text)
	p.Sources = append(p.Sources, links...)
	return plain
}

func place(b outline.Block) diag.Pos { return diag.Pos{Line: max(b.Line, 1), Column: max(b.Column, 1)} }

func firstOf(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
