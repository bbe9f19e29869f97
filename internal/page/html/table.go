package html

import (
	"html/template"
	"iter"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// table is a table as the templates see it.
type table struct{ page.Table }

func tableOf(b *page.Table) *table {
	if b == nil {
		return nil
	}
	return &table{*b}
}

// line is a row as the templates write it. Templates call functions slowly, and a page may have thousands of rows.
type line struct {
	// Class are the numbers of the choices that show the row.
	Class string
	Name  cell
	Cells []cell
}

type cell struct {
	HTML  template.HTML
	Class string
	// Whole is a name of one word, which is not broken where there is room.
	Whole bool
	// Auto is for what somebody said alone, with letters from right to left.
	Auto bool
}

func isWhole(name string) bool {
	const longest = 40
	return len(name) <= longest && !strings.Contains(name, " ")
}

// classOf is the class of the cells in a column.
func classOf(column *page.Column) string {
	switch {
	case column.Aside:
		return "aside"
	case column.Number:
		return "number"
	}
	return ""
}

// rows yields the rows of a table as they are made. A line is valid until the next one.
func (w *writer) rows(t *table) iter.Seq[line] {
	return func(yield func(line) bool) {
		if t.Rows == nil {
			return
		}
		cells, filters := make([]cell, len(t.Columns)-1), t.Choices()
		for row := range t.Rows {
			for i := range cells {
				cells[i] = cell{HTML: w.text(row[i+1]), Class: classOf(&t.Columns[i+1]), Auto: isSaidRightToLeft(row[i+1])}
			}
			name := cell{HTML: w.text(row[0]), Whole: isWhole(page.Plain(row[0])), Auto: isSaidRightToLeft(row[0])}
			if !yield(line{Class: rowClass(filters, t.Filters, row), Name: name, Cells: cells}) {
				return
			}
		}
	}
}
