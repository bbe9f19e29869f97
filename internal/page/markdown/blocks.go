package markdown

import (
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
)

func (d *document) blocks(blocks []page.Block) {
	for _, block := range blocks {
		d.block(block)
	}
}

func (d *document) block(block page.Block) {
	switch b := block.(type) {
	case page.Headline:
		if text := escape(string(b)); text != "" {
			d.lines("> " + strong(text))
		}
	case page.Text:
		d.paragraph(string(b))
	case page.Quiet:
		d.paragraph(string(b))
	case page.Contents:
		d.contents(b)
	case page.List, page.Counts, page.Facts, page.Formulas:
		items, _ := page.Items(block)
		d.items(items)
	case page.Changes:
		d.block(b.Table())
	case page.Table:
		d.caption(b.Caption)
		d.table(b)
	case page.Entries:
		d.entries(b)
	case page.Preformatted:
		d.fence(strings.Split(strings.TrimRight(string(b), "\n"), "\n"))
	case page.Commands:
		d.fence(b.Lines())
	case page.Hidden:
		d.comment(string(b))
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
		d.startFold(b.Title)
		d.blocks(b.Blocks)
		d.endFold()
	default:
		d.picture(block)
	}
}

// caption writes what a table or a chart shows, unless the heading above has said it.
func (d *document) caption(text string) {
	if caption := escape(text); caption != "" && text != d.above {
		d.lines(strong(caption))
	}
}

// fence writes lines as they are in a fence that is longer than any they hold.
func (d *document) fence(lines []string) {
	fence := markup(strings.Repeat("`", max(3, longestRun(lines, '`')+1)))
	block := []markup{fence + "text"}
	for _, line := range lines {
		block = append(block, markup(page.Isolated(strings.TrimSuffix(line, "\r"))))
	}
	d.lines(append(block, fence)...)
}

// longestRun is the length of the longest unbroken run of a character in any line.
func longestRun(lines []string, of rune) int {
	longest := 0
	for _, line := range lines {
		run := 0
		for _, r := range line {
			if r == of {
				run++
			} else {
				run = 0
			}
			longest = max(longest, run)
		}
	}
	return longest
}

// comment writes a text that only programs read. One that would end the comment is changed, and so lost to them.
func (d *document) comment(text string) {
	text = strings.NewReplacer("-->", "--&gt;", "--!>", "--!&gt;").Replace(diag.VisibleLines(text))
	d.lines("<!-- "+markup(text), "-->")
}
