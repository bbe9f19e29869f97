package markdown

import (
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
)

// drawingWidth is that of charts, in characters: as many as a telephone shows.
const drawingWidth = 41

// picture draws a chart with characters. A Mermaid diagram would say less: its XY chart has bars and lines only, for a range
// with two marks on it, and its quadrant chart is always cut in the middle, not at a mean.
func (d *document) picture(block page.Block) {
	switch b := block.(type) {
	case page.Chart:
		d.drawing(b, b.Caption, b.Note)
		d.figures(b.MoreBehind(), b.Caption)
	case page.History:
		d.drawing(b, b.Caption, b.Note)
		d.figures(b.Behind, b.Caption)
	case page.Course:
		d.drawing(b, b.Caption, b.Note)
		d.figures(b.Behind, b.Caption)
	case page.Matrix:
		d.block(b.Table())
		d.paragraph(b.Reading)
		d.paragraph(b.Note)
	case page.Plot:
		d.instead(b)
		d.paragraph(b.Note)
	}
}

func (d *document) drawing(block page.Block, caption, note string) {
	lines := text.Drawing(block, drawingWidth, false)
	if len(lines) == 0 {
		return
	}
	d.caption(caption)
	d.fence(lines)
	d.paragraph(note)
}

// figures folds the exact figures of a drawing away, under the caption of their table where the drawing has another.
func (d *document) figures(table *page.Table, above string) {
	if table == nil {
		return
	}
	title := table.Caption
	if title == "" || title == above {
		title = "The figures as a table"
	}
	d.startFold(title)
	d.table(*table)
	d.endFold()
}

// instead writes what stands for a picture of two scales, or else its figures, or else what it shows in words.
func (d *document) instead(b page.Plot) {
	switch {
	case b.Instead != nil:
		d.block(b.Instead)
	case b.Behind != nil:
		d.block(*b.Behind)
	default:
		d.caption(b.Caption)
		d.paragraph(b.Spoken)
	}
}
