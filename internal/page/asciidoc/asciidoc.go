// Package asciidoc writes a page as AsciiDoc, for Asciidoctor 2 and what builds on it. It has one form only: a page is the same
// bytes wherever it was written. It computes nothing and knows no kind of page.
//
// Every line that it writes is made of constants of this package and of escaped texts; the type markup keeps the two apart from
// plain strings.
package asciidoc

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
)

// Write writes a page. It fails only when w does.
func Write(w io.Writer, p page.Page) error {
	d := document{out: bufio.NewWriter(w), level: 2}
	// Captions are the program's own and bear no numbers.
	d.lines("= "+escape(page.Joined(p.Kind, p.Title)), ":table-caption!:", ":figure-caption!:")
	d.items(page.FactItems(p.Facts))
	for _, section := range p.Ordered() {
		d.section(section)
	}
	if p.Footer != "" {
		d.lines("'''")
		d.paragraph(p.Footer)
	}
	return d.out.Flush()
}

// document is a text that is written block by block, with one empty line between blocks.
type document struct {
	// out keeps the first error of the writer below it and returns it when it is flushed.
	out *bufio.Writer
	// begun tells that there is a block already, inList that the last one is a list.
	begun, inList bool
	// level is that of the next heading, folds how many folds it is in.
	level, folds int
	// above is the last heading, which a caption does not repeat.
	above string
}

// lines writes lines that belong together.
func (d *document) lines(lines ...markup) {
	if len(lines) == 0 {
		return
	}
	if d.begun {
		_ = d.out.WriteByte('\n')
	}
	d.begun, d.inList = true, false
	for _, line := range lines {
		d.line(line)
	}
}

func (d *document) line(line markup) {
	_, _ = d.out.WriteString(string(line))
	_ = d.out.WriteByte('\n')
}

func (d *document) paragraph(text string) {
	if escaped := escape(text); escaped != "" {
		d.lines(escaped)
	}
}

// heading writes a title; in a fold it may not begin a section.
func (d *document) heading(id string, number markup, text string) {
	d.above = text
	title := number + escape(text)
	if title == "" {
		return
	}
	const deepest = 6
	var lines []markup
	switch {
	case d.folds > 0:
		lines = append(lines, "[discrete]")
	case id != "":
		lines = append(lines, "[#"+anchor(id)+"]")
	}
	d.lines(append(lines, markup(strings.Repeat("=", min(d.level, deepest)))+" "+title)...)
}

func (d *document) section(s page.Section) {
	d.heading(s.ID, "", s.Title)
	d.level++
	d.blocks(s.Blocks)
	d.level--
	if command := s.ExplainCommand(); command != "" {
		d.lines(escape(page.ExplainedBy) + " " + code(command))
	}
}

func (d *document) blocks(blocks []page.Block) {
	for _, block := range blocks {
		d.block(block)
	}
}

func (d *document) block(block page.Block) {
	switch b := block.(type) {
	case page.Headline:
		d.lines("____", strong(escape(string(b))), "____")
	case page.Text:
		d.paragraph(string(b))
	case page.Quiet:
		d.paragraph(string(b))
	case page.List, page.Counts, page.Facts, page.Formulas:
		items, _ := page.Items(block)
		d.items(items)
	case page.Contents:
		d.contents(b)
	case page.Changes:
		d.block(b.Table())
	case page.Table:
		d.table(b.Caption, b.Columns, func(write func([]markup)) {
			for row := range b.Limited() {
				write(escapeAll(row))
			}
		})
		d.paragraph(b.Rest)
	case page.Entries:
		d.entries(b)
	case page.Preformatted:
		d.literal(strings.Split(strings.TrimRight(string(b), "\n"), "\n"))
	case page.Commands:
		d.literal(b.Lines())
	case page.Hidden:
		// Only Markdown has it.
	default:
		d.group(block)
	}
}

// group writes a block that holds others.
func (d *document) group(block page.Block) {
	switch b := block.(type) {
	case page.Cards:
		d.cards(b)
	case page.Columns:
		for _, column := range b {
			d.blocks(column)
		}
	case page.Fold:
		d.fold(b.Title, func() { d.blocks(b.Blocks) })
	default:
		d.picture(block)
	}
}

// fold writes blocks that a reader opens. One inside of another has a longer fence.
func (d *document) fold(title string, write func()) {
	fence := markup(strings.Repeat("=", 4+d.folds))
	d.above = title
	d.lines(d.title(title, "[%collapsible]", fence)...)
	d.begun = false
	d.folds++
	write()
	d.folds--
	d.line(fence)
	d.begun, d.inList = true, false
}

// title puts a block's title above its lines.
func (d *document) title(text string, lines ...markup) []markup {
	if title := escape(text); title != "" {
		return slices.Insert(lines, 0, "."+title)
	}
	return lines
}

func (d *document) picture(block page.Block) {
	switch b := block.(type) {
	case page.Chart:
		d.drawing(b, b.Caption, b.Note, b.MoreBehind())
	case page.History:
		d.drawing(b, b.Caption, b.Note, b.Behind)
	case page.Course:
		d.drawing(b, b.Caption, b.Note, b.Behind)
	case page.Matrix:
		d.block(b.Table())
		d.paragraph(b.Reading)
		d.paragraph(b.Note)
	case page.Plot:
		switch {
		case b.Instead != nil:
			d.block(b.Instead)
		case b.Behind != nil:
			d.block(*b.Behind)
		default:
			d.paragraph(page.Joined(b.Caption, b.Spoken))
		}
		d.paragraph(b.Note)
	}
}

// drawing draws a chart with characters, with the figures that it does not show folded below it.
func (d *document) drawing(block page.Block, caption, note string, behind *page.Table) {
	const width = 80
	lines := text.Drawing(block, width, false)
	if len(lines) == 0 {
		return
	}
	if caption != d.above {
		d.lines(strong(escape(caption)))
	}
	d.literal(lines)
	d.paragraph(note)
	if behind != nil {
		d.fold("The figures as a table", func() { d.block(*behind) })
	}
}

// literal writes lines as they are. Character references hold back what would end the block or include a file.
func (d *document) literal(lines []string) {
	block := []markup{`[subs="specialchars,replacements"]`, "...."}
	for _, line := range lines {
		block = append(block, escapeLiteral(line))
	}
	d.lines(append(block, "....")...)
}

func (d *document) items(items []page.Item) { d.list(itemLines(items, "*")) }

// list writes a list. A comment keeps it apart from one right before it, which would take it in.
func (d *document) list(lines []markup) {
	if len(lines) == 0 {
		return
	}
	if d.inList {
		d.lines("//-")
	}
	d.lines(lines...)
	d.inList = true
}

func itemLines(items []page.Item, bullet markup) []markup {
	var lines []markup
	for _, item := range items {
		text := itemText(item)
		if text == "" && len(item.Below) == 0 {
			continue
		}
		lines = append(lines, bullet+" "+text)
		lines = append(lines, itemLines(item.Below, bullet+"*")...)
	}
	return lines
}

func itemText(item page.Item) markup {
	text := escapeLines(item.Text)
	if item.Code {
		text = code(item.Text)
	}
	if item.Strong {
		text = strong(text)
	}
	return labelled(item.Label, text)
}

// labelled leaves out a label without a text.
func labelled(label string, text markup) markup {
	if escaped := escape(label); escaped != "" && text != "" {
		return strong(escaped+":") + " " + text
	}
	return text
}

func (d *document) contents(links page.Contents) {
	var lines []markup
	for _, link := range links {
		lines = append(lines, "* xref:"+anchor(link.Section)+"["+escapeText(link.Title)+"]: "+code(link.Section))
	}
	d.list(lines)
}

// cards writes cards as a list, or each under a heading.
func (d *document) cards(b page.Cards) {
	if b.AreList() {
		d.cardList(b)
		return
	}
	for i := range b.Items {
		d.heading("", cardNumber(b, i), b.Items[i].Name())
		d.level++
		d.blocks(b.Items[i].Blocks)
		d.level--
	}
}

// cardList writes what is no text below the item that it belongs to, and goes on with the list behind it.
func (d *document) cardList(b page.Cards) {
	var lines []markup
	for i := range b.Items {
		card := &b.Items[i]
		lead, blocks := card.Lead()
		below, rest := page.SplitItems(blocks)
		line := "* " + strong(cardNumber(b, i)+escape(card.Name()))
		if b.Checklist {
			line = "* [ ] " + strong(cardNumber(b, i)+escape(card.Name()))
		}
		if lead != "" {
			line += " — " + escape(lead)
		}
		lines = append(append(lines, line), itemLines(below, "**")...)
		if len(rest) > 0 {
			d.list(lines)
			d.blocks(rest)
			lines = nil
		}
	}
	d.list(lines)
}

func cardNumber(b page.Cards, i int) markup {
	if b.From == 0 {
		return ""
	}
	return markup(fmt.Sprintf("%d. ", b.From+i))
}

// table writes one cell a line, so that no text can be taken for how the next cell is set; nothing without rows.
func (d *document) table(caption string, columns []page.Column, rows func(write func([]markup))) {
	begun := false
	rows(func(row []markup) {
		if !begun {
			d.startTable(caption, columns)
			begun = true
		}
		d.line("")
		for i := range columns {
			if i < len(row) {
				d.line("|" + row[i])
			} else {
				d.line("|")
			}
		}
	})
	if begun {
		d.line("|===")
	}
}

func (d *document) startTable(caption string, columns []page.Column) {
	places := make([]string, len(columns))
	heads := make([]markup, len(columns))
	for i, column := range columns {
		places[i], heads[i] = "<", "|"+escape(column.Title)
		if column.Number {
			places[i] = ">"
		}
	}
	if caption == d.above {
		caption = ""
	}
	d.lines(d.title(caption, markup(`[%header%autowidth,cols="`+strings.Join(places, ",")+`"]`), "|===")...)
	for _, head := range heads {
		d.line(head)
	}
}

// entries writes a table with a row for each question.
func (d *document) entries(entries page.Entries) {
	columns := []page.Column{{Title: "Id"}, {Title: "Question"}, {Title: "Answer"}, {Title: "Counts as"}}
	d.table("", columns, func(write func([]markup)) {
		for _, entry := range entries {
			write([]markup{escape(entry.ID), escapeLines(entry.Prompt), answerCell(entry), escape(strings.Join(entry.Worth, ", "))})
		}
	})
}

// answerCell writes an answer with what was added to it on lines below; one that is none is set in italics.
func answerCell(entry page.Entry) markup {
	answer := escapeLines(entry.Answer)
	if entry.Open && answer != "" {
		answer = "_" + answer + "_"
	}
	lines := []markup{answer}
	for _, remark := range entry.Remarks {
		lines = append(lines, labelled(english.Capital(remark.Label), remarkText(remark)))
	}
	return joinLines(lines)
}
