package page

import (
	"iter"
	"slices"
)

// Table has one cell in each row for each column; the first column names the row.
type Table struct {
	// ID is unique in the page; only a table with filters needs one.
	ID string
	// Caption is unique in the page.
	Caption string
	Columns []Column
	// Rows yields each row. It can be called again and yields the same; a long table is made row by row and never held whole.
	Rows iter.Seq[[]string]
	// Limit is how many rows are written where a reader cannot skip them: everywhere but in a browser; 0 for all.
	Limit int
	// Rest says there what is left out; empty where the limit leaves out nothing.
	Rest string
	// Filters let a reader choose rows in a browser.
	Filters []Filter
	// OneLine keeps each row on one line in a browser, where the table can be moved sideways.
	OneLine bool
}

// Filter chooses rows by what stands in a column. Cells with another text than these are shown while nothing is chosen.
type Filter struct {
	Title  string
	Column int
	Values []FilterValue
}

// FilterValue is what cells begin with, with how many do.
type FilterValue struct {
	Text  string
	Count int
}

// Limited yields the rows up to the limit.
func (t *Table) Limited() iter.Seq[[]string] {
	if t.Limit == 0 {
		return t.Rows
	}
	return func(yield func([]string) bool) {
		n := 0
		for row := range t.Rows {
			if n == t.Limit || !yield(row) {
				return
			}
			n++
		}
	}
}

// Column is the head of a column.
type Column struct {
	Title string
	// Short is a shorter title for a terminal; empty where Title is short enough.
	Short string
	// Number aligns figures at the right.
	Number bool
	// Aside hides the column in a browser until a reader asks for it. No more than one column is aside.
	Aside bool
	// Brief keeps the column where a terminal has room for a few only. The first column is always kept.
	Brief bool
}

// RowsOf returns rows that are held in memory.
func RowsOf(rows ...[]string) iter.Seq[[]string] { return slices.Values(rows) }

// Cards are things to do, to heed or to look up, each under a heading of its own.
type Cards struct {
	// From numbers the cards, beginning with it; 0 leaves them without numbers.
	From int
	// Checklist marks cards that a team ticks off where it is posted.
	Checklist bool
	Layout    Layout
	Items     []Card
}

// Layout is how cards stand to each other where there is room; on a narrow page all are below each other.
type Layout string

// The layouts: side by side in frames; below each other with the title beside its blocks; below each other with the title
// above its blocks.
const (
	Grid  Layout = "grid"
	Lines Layout = "lines"
	Stack Layout = "stack"
)

// Card is one of them.
type Card struct {
	// Tag is a word before the title, such as a severity; empty for none.
	Tag    string
	Weight Weight
	Title  string
	Blocks []Block
}

// Weight is how much a tag stands out. It never says more than the word does.
type Weight string

// The weights, from the one that a reader must not miss to the one that is only said.
const (
	Heaviest Weight = "heaviest"
	Heavy    Weight = "heavy"
	Light    Weight = "light"
)

func (Table) block() {}
func (Cards) block() {}

// Table shows changes in columns, for formats in which a value may be a sentence. One that has not changed is shown once.
func (c *Changes) Table() Table {
	rows := make([][]string, len(c.Items))
	for i, change := range c.Items {
		after := change.After
		if after == change.Before {
			after = "unchanged"
		}
		rows[i] = []string{change.Label, change.Before, after}
	}
	return Table{
		Caption: c.Caption, Rows: RowsOf(rows...),
		Columns: []Column{{Title: c.What}, {Title: c.Before}, {Title: c.After}},
	}
}
