// Package markdown writes a page as GitHub-flavoured Markdown that also reads well as plain text. It has one form only: a
// page is the same bytes wherever it was written. It computes nothing and knows no kind of page.
//
// Every line that it writes is made of constants of this package and of escaped texts; the type markup keeps the two apart
// from plain strings.
package markdown

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// Write writes a page. It fails only when w does.
func Write(w io.Writer, p page.Page) error {
	d := document{out: bufio.NewWriter(w), level: 2}
	for block := range p.Blocks() {
		_, found := block.(page.Contents)
		d.anchored = d.anchored || found
	}
	// What a page is stands before what it is about: where it is posted, nothing else says it.
	d.heading(1, "", page.Joined(p.Kind, p.Title))
	d.items(page.FactItems(p.Facts))
	for _, section := range p.Ordered() {
		d.section(section)
	}
	if footer := escape(p.Footer); footer != "" {
		d.lines("---")
		d.lines(footer)
	}
	return d.out.Flush()
}

// WritePart writes a page as a part of a longer document: its title is a heading of the second level, below an empty line that
// sets it apart from what it is added to. It fails only when w does.
func WritePart(w io.Writer, p page.Page) error {
	d := document{out: bufio.NewWriter(w), level: 3, begun: true}
	d.heading(2, "", p.Title)
	for _, section := range p.Ordered() {
		d.section(section)
	}
	return d.out.Flush()
}

// document is a text that is written block by block, with one empty line between blocks.
type document struct {
	// out keeps the first error of the writer below it and returns it when it is flushed.
	out   *bufio.Writer
	begun bool
	// level is that of the next heading.
	level int
	// anchored tells that sections are linked to.
	anchored bool
	// above is the last heading, which a caption does not repeat.
	above string
}

// lines writes lines that belong together: a paragraph, a list, a line of HTML.
func (d *document) lines(lines ...markup) {
	if len(lines) == 0 {
		return
	}
	d.separate()
	for _, line := range lines {
		d.line(line)
	}
}

// separate writes the empty line before a block.
func (d *document) separate() {
	if d.begun {
		_ = d.out.WriteByte('\n')
	}
	d.begun = true
}

func (d *document) line(line markup) {
	_, _ = d.out.WriteString(strings.TrimRight(string(line), " "))
	_ = d.out.WriteByte('\n')
}

func (d *document) heading(level int, before markup, text string) {
	d.above = text
	if heading := before + escape(text); heading != "" {
		const deepest = 6
		d.lines(markup(strings.Repeat("#", min(level, deepest))) + " " + heading)
	}
}

func (d *document) paragraph(text string) {
	if escaped := escape(text); escaped != "" {
		d.lines(escaped)
	}
}

// section folds away lists of all answers: they are long, and a page is often posted among other texts.
func (d *document) section(s page.Section) {
	fold := s.Part == page.Detail && slices.ContainsFunc(s.Blocks, holdsEntries)
	if fold {
		d.startFold(s.Title)
	} else {
		d.heading(d.level, d.anchor(s.ID), s.Title)
	}
	d.level++
	d.blocks(s.Blocks)
	d.level--
	if command := s.ExplainCommand(); command != "" {
		d.lines(escape(page.ExplainedBy) + " " + code(command))
	}
	if fold {
		d.endFold()
	}
}

// anchor is what a link to a section leads to; nothing where none does.
func (d *document) anchor(id string) markup {
	if !d.anchored {
		return ""
	}
	return `<a id="` + escapeHTML(id) + `"></a>`
}

func holdsEntries(block page.Block) bool {
	switch b := block.(type) {
	case page.Entries:
		return true
	case page.Cards:
		return slices.ContainsFunc(b.Items, func(card page.Card) bool { return slices.ContainsFunc(card.Blocks, holdsEntries) })
	}
	return false
}

func (d *document) startFold(title string) {
	d.above = title
	d.lines("<details>", "<summary>"+escapeHTML(title)+"</summary>")
}

func (d *document) endFold() { d.lines("</details>") }
