package methodology

import (
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Schema names the format of the document; its number changes with every incompatible change.
const Schema = "opsfit.methodology/v1"

// The titles of the parts of a section.
const (
	TitleFormulas = "Formulas"
	TitleJudged   = "Judged values"
	TitleExample  = "Example"
	TitleReasons  = "Why so"
)

// Document is the whole explanation, or some sections of it. Lists are never nil.
type Document struct {
	Schema string      `json:"schema"`
	Tool   report.Tool `json:"tool"`
	Title  string      `json:"title"`
	// Lead says what the document is; empty when only some sections were asked for.
	Lead     []string  `json:"lead"`
	Sections []Section `json:"sections"`
}

// Section explains one thing. Its parts are read in the order of the fields; each may be empty.
type Section struct {
	// ID never changes: reports refer to it.
	ID    string `json:"id"`
	Title string `json:"title"`
	// Text are paragraphs, Points the items of a list after them.
	Text     []string  `json:"text"`
	Points   []string  `json:"points"`
	Formulas []Formula `json:"formulas"`
	Tables   []Table   `json:"tables"`
	Examples []Example `json:"examples"`
	// Reasons say why it is done this way, with sources.
	Reasons []string `json:"reasons"`
}

// Formula is one rule in the notation of the page: figures and letters of ASCII, sum(), min(), max() and |x|.
type Formula struct {
	Name    string `json:"name"`
	Formula string `json:"formula"`
	// Where explains the letters and the range of sums.
	Where string `json:"where"`
}

// Table has as many cells in each row as columns.
type Table struct {
	Title string `json:"title"`
	// Judged: the values in it are judgements of the authors.
	Judged  bool       `json:"judged"`
	Columns []Column   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

// Column is the head of a column; Figures: it holds numbers.
type Column struct {
	Title   string `json:"title"`
	Figures bool   `json:"figures"`
}

// Example is a computation on the example of the page.
type Example struct {
	Text  string `json:"text"`
	Steps []Step `json:"steps"`
}

// Step is one line of an example.
type Step struct {
	Name string `json:"name"`
	// Working is the arithmetic in figures; "" if there is none to show.
	Working string `json:"working"`
	// Result is what the program computed: a number, exact and if necessary also rounded in brackets, a word, or both.
	Result string `json:"result"`
}

// IDs returns the ids of the sections in their order.
func (d *Document) IDs() []string {
	var ids []string
	for i := range d.Sections {
		ids = append(ids, d.Sections[i].ID)
	}
	return ids
}

// Only returns a document with the sections of the given ids, in document order and without the lead. Unknown ids add
// nothing.
func (d *Document) Only(ids []string) *Document {
	some := *d
	some.Lead = []string{}
	some.Sections = slices.DeleteFunc(slices.Clone(d.Sections), func(s Section) bool { return !slices.Contains(ids, s.ID) })
	return &some
}

// fillLists replaces nil lists by empty ones.
func (s *Section) fillLists() {
	s.Text, s.Points, s.Reasons = notNil(s.Text), notNil(s.Points), notNil(s.Reasons)
	s.Formulas, s.Tables, s.Examples = notNil(s.Formulas), notNil(s.Tables), notNil(s.Examples)
	for i := range s.Tables {
		s.Tables[i].Rows = notNil(s.Tables[i].Rows)
	}
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
