package markdown

import (
	"slices"

	"github.com/opsfit/opsfit/internal/page"
)

// picture writes a chart as the table of its figures. A Mermaid diagram would say less: its XY chart has bars and lines only,
// for a range with two marks on it, and its quadrant chart is always cut in the middle, not at a mean.
func (d *document) picture(block page.Block) {
	switch b := block.(type) {
	case page.Chart:
		d.caption(b.Caption)
		d.table(figures(b))
		d.paragraph(b.Note)
	case page.Plot:
		d.caption(b.Caption)
		if b.Instead != nil {
			d.block(b.Instead)
		} else {
			d.behind(b.Behind)
		}
		d.paragraph(b.Note)
	case page.History:
		d.caption(b.Caption)
		d.behind(b.Behind)
		d.paragraph(b.Note)
	}
}

func (d *document) behind(table *page.Table) {
	if table != nil {
		d.block(*table)
	}
}

// figures is the table of a chart that has none of its own.
func figures(b page.Chart) page.Table {
	if b.Behind != nil {
		return *b.Behind
	}
	table := page.Table{Columns: []page.Column{{}}}
	for _, head := range b.Heads {
		table.Columns = append(table.Columns, page.Column{Title: head, Number: true})
	}
	table.Rows = func(yield func([]string) bool) {
		for _, row := range b.Rows {
			if !yield(slices.Concat([]string{row.Name}, row.Figures)) {
				return
			}
		}
	}
	return table
}
