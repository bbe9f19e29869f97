package web

import (
	"html/template"
	"iter"

	"github.com/opsfit/opsfit/internal/report"
)

// Page is one document for a browser. All texts are plain: the templates escape them.
type Page struct {
	// Kind says in a word or two what the page is; it stands above the title.
	Kind, Title string
	// Facts say what the page is about, by whom and from when.
	Facts []report.Fact
	// Lead is what a reader sees first; the list of contents, which names only the other sections, comes after it.
	Lead     []Section
	Sections []Section
	// Colophon says what made the page and from what.
	Colophon string
}

// Section is a part of a page under a heading of the second level.
type Section struct {
	// ID is unique in the page, a constant of its maker and no text of a document.
	ID, Title string
	// Beside puts the title beside the blocks where there is room, for sections that hold only a few words.
	Beside bool
	Blocks []Block
}

// Block is one thing in a section. Exactly one member is set.
type Block struct {
	// Headline is the one sentence that a reader takes along.
	Headline string
	// Text is a paragraph; Quiet one that explains how to read something, or what is less important.
	Text, Quiet string
	List        []string
	// Facts are labels and values below each other, Tiles the same side by side.
	Facts, Tiles []report.Fact
	Table        *Table
	Chart        *Chart
	Figure       *Figure
	Cards        *Cards
	Entries      []Entry
	Formulas     []Formula
	// Columns stand side by side where there is room.
	Columns []Column
	Fold    *Fold
}

// Column is one of several parts side by side.
type Column []Block

// Fold hides its blocks until a reader opens it; on paper it is open.
type Fold struct {
	Title  string
	Blocks []Block
}

// Table has one cell in each row for each column; the first one names the row.
type Table struct {
	// Caption is unique in the page, since it also names the place that scrolls.
	Caption string
	Columns []TableColumn
	Rows    [][]string
}

// TableColumn is the head of a column; Number aligns figures at the right.
type TableColumn struct {
	Title  string
	Number bool
}

// tableLine is a row as the template writes it. Templates call functions slowly, and a page may have thousands of rows.
type tableLine struct {
	Name  string
	Cells []tableCell
}

type tableCell struct {
	Text   string
	Number bool
}

// Lines yields the rows with what each cell is.
func (t *Table) Lines() iter.Seq[tableLine] {
	return func(yield func(tableLine) bool) {
		cells := make([]tableCell, len(t.Columns)-1)
		for _, row := range t.Rows {
			for i := range cells {
				cells[i] = tableCell{Text: row[i+1], Number: t.Columns[i+1].Number}
			}
			if !yield(tableLine{Name: row[0], Cells: cells}) {
				return
			}
		}
	}
}

// Chart is a list of small pictures on one scale with their names before and their figures behind them.
type Chart struct {
	// ID is unique in the page.
	ID, Caption string
	// Scale is drawn above the pictures.
	Scale template.HTML
	// Heads name the columns of figures; every row has as many figures, at most three.
	Heads []string
	// Wordy gives names that are sentences as much room as the pictures.
	Wordy  bool
	Rows   []Row
	Legend []Key
	// Note explains how to read the chart.
	Note string
	// Behind is the table behind the pictures.
	Behind *Table
}

// Row is one picture of a chart.
type Row struct {
	Name, Note string
	// Strong marks the row for the whole.
	Strong bool
	// Picture is what a canvas drew.
	Picture template.HTML
	// Figures are shown beside the picture; the picture's title says them to those who do not see it.
	Figures []Labelled
}

// Labelled is a figure with the name that it bears where there is no column for it.
type Labelled struct {
	Label, Text string
}

// Key explains a mark.
type Key struct {
	Mark template.HTML
	Text string
}

// Figure is one large picture.
type Figure struct {
	// ID is unique in the page.
	ID, Caption string
	Picture     template.HTML
	Legend      []Key
	Note        string
	Behind      *Table
}

// Cards are things to do, to heed or to look up, each with a heading of the third level.
type Cards struct {
	// From numbers the cards, beginning with it; 0 leaves them without numbers.
	From   int
	Layout Layout
	Items  []Card
}

// Layout is how cards stand to each other where there is room; on a narrow page all are below each other.
type Layout string

// The layouts: side by side in frames; below each other with the title beside what it heads; below each other with the title
// above it.
const (
	Grid  Layout = "grid"
	Lines Layout = "lines"
	Stack Layout = "stack"
)

// Card is one of them.
type Card struct {
	// Tag is a word before the title with its weight; no word, no tag.
	Tag    string
	Weight Weight
	Title  string
	Blocks []Block
}

// Weight is how much a tag stands out. It repeats the order of the words and never says more than they do.
type Weight string

// The weights, from the one that a reader must not miss to the one that is only said.
const (
	Heaviest Weight = "heaviest"
	Heavy    Weight = "heavy"
	Light    Weight = "light"
)

// Formula is one rule in a notation of its own; Where says what its letters stand for, or nothing.
type Formula struct {
	Name, Text, Where string
}

// Entry is one question and what was said.
type Entry struct {
	ID, Prompt string
	Said       string
	// Open marks an answer that is not one, such as a question that was skipped.
	Open    bool
	Remarks []Remark
	// Worth are figures.
	Worth []string
}

// Remark is what a person added; Address makes its text a link.
type Remark struct {
	Label, Text string
	// Address is a web address or empty.
	Address string
}

// Number returns the number of a card; 0 where cards have none.
func (c *Cards) Number(i int) int {
	if c.From == 0 {
		return 0
	}
	return c.From + i
}
