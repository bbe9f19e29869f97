package checklist

import (
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// table takes rows: one point a row, or one of its options a row.
type table struct {
	*yamltree.Reader
	// columns are the kinds of the columns, heads their titles.
	columns  []column
	heads    []string
	sections []*tableSection
	byTitle  map[string]*tableSection
	// title is that of the section of the row before, open its point, which may have more options below; nil for none.
	title string
	open  *tablePoint
}

// tableSection is a section whose points may still get options.
type tableSection struct {
	Section
	points []*tablePoint
}

// tablePoint is a point whose options may still be one of a kind or all that apply.
type tablePoint struct {
	Point
	// choose says which of the two, in the words of the table; "" where it does not.
	choose string
}

// usualSection is the title of points that no section is named for.
const usualSection = "General"

func newTable(r *yamltree.Reader, heads []string) *table {
	return &table{Reader: r, heads: heads, columns: columnsOf(heads), byTitle: map[string]*tableSection{}, title: usualSection}
}

// hasQuestions reports a column that holds what is asked.
func (t *table) hasQuestions() bool { return slices.Contains(t.columns, questionColumn) }

// add takes a row. A row has a cell at least, and each its place.
func (t *table) add(row tableRow) {
	if name := row.text(sectionColumn); name != "" && name != t.title {
		t.title, t.open = name, nil
	}
	text := row.text(questionColumn)
	switch {
	case t.open != nil && row.hasOption() && (text == "" || text == t.open.Text):
		row.addTo(t.open)
	case text == "":
		row.leaveAll(t.section(row.at[0]))
	default:
		t.open = row.point(text)
		section := t.section(row.at[0])
		section.points = append(section.points, t.open)
	}
}

// section returns the section of a row, which is made where it is new.
func (t *table) section(pos diag.Pos) *tableSection {
	if t.byTitle[t.title] == nil {
		t.byTitle[t.title] = &tableSection{Section: Section{Title: t.title, Pos: pos}}
		t.sections = append(t.sections, t.byTitle[t.title])
	}
	return t.byTitle[t.title]
}

// read returns the sections with their points, and what is left of sections without any.
func (t *table) read() (sections []Section, left []Leftover) {
	for _, section := range t.sections {
		for _, point := range section.points {
			section.Points = append(section.Points, t.answered(point))
		}
		if len(section.Points) > 0 {
			sections = append(sections, section.Section)
			continue
		}
		left = append(left, section.Left...)
		if section.Title != usualSection {
			left = append(left, Leftover{Reason: "a section without points", Text: section.Title, Pos: section.Pos})
		}
	}
	return sections, left
}

// isLevel and isWorth report decimals in the range of each.
func isLevel(text string) bool {
	value := rational(text)
	return value != nil && value.Sign() >= 0 && value.Cmp(big.NewRat(questionnaire.TopLevel, 1)) <= 0
}

func isWorth(text string) bool {
	value := rational(text)
	return value != nil && value.Sign() > 0
}

// rational returns a short plain decimal, and nil for every other text.
func rational(text string) *big.Rat {
	const most = 12
	if text == "" || len(text) > most || strings.Trim(text, "0123456789.") != "" {
		return nil
	}
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil
	}
	return value
}
