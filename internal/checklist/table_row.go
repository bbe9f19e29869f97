package checklist

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// tableRow is one row of a table.
type tableRow struct {
	*table
	cells []string
	at    []diag.Pos
}

// texts returns the cells of a kind of column that are not empty, and their places.
func (r tableRow) texts(kind column) (cells []string, at []diag.Pos) {
	for i, cell := range r.cells {
		if i < len(r.columns) && r.columns[i] == kind && cell != "" {
			cells, at = append(cells, cell), append(at, r.at[i])
		}
	}
	return cells, at
}

// text returns the cells of a kind of column on one line.
func (r tableRow) text(kind column) string {
	cells, _ := r.texts(kind)
	return join(" ", cells...)
}

func (r tableRow) hasOption() bool { return r.text(optionColumn) != "" || r.text(optionsColumn) != "" }

// point returns the point that a row begins.
func (r tableRow) point(text string) *tablePoint {
	p := &tablePoint{Point: Point{ID: r.text(idColumn), Title: r.text(titleColumn), Text: text, Pos: r.at[0]}}
	r.addTo(p)
	return p
}

// addTo adds what a row says to a point, which may be one of the rows above.
func (r tableRow) addTo(p *tablePoint) {
	p.choose = firstOf(p.choose, r.text(chooseColumn))
	p.Critical = p.Critical || r.isCritical(p)
	p.Why = append(p.Why, r.text(whyColumn))
	for _, kind := range []column{idColumn, titleColumn} {
		if text := r.text(kind); text != "" && text != p.ID && text != p.Title {
			p.Left = append(p.Left, Leftover{Reason: "a second name of a point", Text: text, Pos: r.at[0]})
		}
	}
	sources, _ := r.texts(sourceColumn)
	for _, source := range sources {
		p.Sources = append(p.Sources, oneLine(source))
	}
	if step := r.text(remedyColumn); step != "" {
		p.Remedies = append(p.Remedies, Remedy{Option: -1, Title: p.Text, Step: step, Impact: usualImpact})
	}
	r.addOptions(p)
	r.leaveOthers(&p.Left)
}

// isCritical reads yes and no; another word is left out.
func (r tableRow) isCritical(p *tablePoint) bool {
	switch word := r.text(criticalColumn); {
	case reads(word, "x", "y", "1", "must", "critical", "mandatory", "blocker") || isGood(word):
		return true
	case word != "" && wordsOf(word) != "0" && wordsOf(word) != "n" && !isBad(word):
		p.Left = append(p.Left, Leftover{Reason: "critical is yes or no", Text: word, Pos: r.at[0]})
	}
	return false
}

// addOptions adds the options of a row with their levels or worths.
func (r tableRow) addOptions(p *tablePoint) {
	var options []Option
	for _, kind := range []column{optionsColumn, optionColumn} {
		cells, at := r.texts(kind)
		for i, cell := range cells {
			parts := []string{cell}
			if kind == optionsColumn {
				parts = splitCell(cell)
			}
			for _, part := range parts {
				options = append(options, Option{Text: oneLine(part), Pos: at[i]})
			}
		}
	}
	r.setNumbers(options, levelColumn, "a level from 0 to 4", isLevel, func(o *Option, text string) { o.Level = text })
	r.setNumbers(options, worthColumn, "a worth above 0", isWorth, func(o *Option, text string) { o.Worth = text })
	for _, o := range options {
		switch {
		case isNotApplicable(o.Text):
			p.NotApplicable = join(" / ", p.NotApplicable, o.Text)
		case isUnknown(o.Text):
			p.Left = append(p.Left, Leftover{Reason: "every question can be answered with don't know", Text: o.Text, Pos: o.Pos})
		default:
			p.Options = append(p.Options, o)
		}
	}
}

// setNumbers gives each option its number.
func (r tableRow) setNumbers(options []Option, kind column, what string, is func(string) bool, set func(*Option, string)) {
	cells, at := r.texts(kind)
	if len(cells) == 0 {
		return
	}
	numbers := splitCell(cells[0])
	if len(numbers) != len(options) {
		r.Errorf(at[0], 1, "wrong-count", "separate them like the options", "here are %d numbers for %d options", len(numbers), len(options))
		return
	}
	for i, number := range numbers {
		number = strings.Replace(oneLine(number), ",", ".", 1)
		if !is(number) {
			r.Errorf(at[0], 1, "bad-value", "", "%s is not %s", diag.Quote(number), what)
			return
		}
		set(&options[i], number)
	}
}

// splitCell splits a cell at its bars, else at its lines, else at its semicolons.
func splitCell(cell string) []string {
	for _, between := range []string{"|", "\n", ";"} {
		if parts := strings.FieldsFunc(cell, func(c rune) bool { return string(c) == between }); len(parts) > 1 {
			return slices.DeleteFunc(parts, func(part string) bool { return oneLine(part) == "" })
		}
	}
	return []string{strings.Trim(cell, "|;")}
}

// leaveOthers leaves out the cells of columns that have no place in a questionnaire.
func (r tableRow) leaveOthers(left *[]Leftover) {
	for i, cell := range r.cells {
		if cell == "" || i < len(r.columns) && r.columns[i] != otherColumn {
			continue
		}
		reason := "a cell without a column"
		if i < len(r.heads) {
			reason = "the column " + diag.Quote(r.heads[i]) + " has no place in a questionnaire"
		}
		*left = append(*left, Leftover{Reason: reason, Text: oneLine(cell), Pos: r.at[i]})
	}
}

// leaveAll leaves out a row without a question. Its section is a heading.
func (r tableRow) leaveAll(section *tableSection) {
	for i, cell := range r.cells {
		if cell != "" && (i >= len(r.columns) || r.columns[i] != sectionColumn) {
			section.Left = append(section.Left, Leftover{Reason: "a row without a question", Text: oneLine(cell), Pos: r.at[i]})
		}
	}
}

// answered decides how a point is answered: by what the table says, else as a scale where the options have levels or an end
// that is yes or no, else as a list.
func (t *table) answered(p *tablePoint) Point {
	count := func(has func(Option) bool) int {
		return len(slices.DeleteFunc(slices.Clone(p.Options), func(o Option) bool { return !has(o) }))
	}
	levels, worths := count(func(o Option) bool { return o.Level != "" }), count(func(o Option) bool { return o.Worth != "" })
	many := reads(p.choose, manyWords()...)
	if p.choose != "" && !many && !reads(p.choose, oneWords()...) {
		p.Left = append(p.Left, Leftover{Reason: `"choose" is one or many`, Text: p.choose, Pos: p.Pos})
	}
	switch {
	case len(p.Options) == 0:
		p.Options = yesOrNo()
	case levels > 0 && levels < len(p.Options):
		t.Errorf(p.Pos, 1, "missing", "give each option a level, or none", "%s has options with and without a level", diag.Quote(p.Text))
	case levels > 1 && !many:
		slices.SortStableFunc(p.Options, func(a, b Option) int { return rational(a.Level).Cmp(rational(b.Level)) })
	case !many && worths == 0 && ladder(p.Options):
		if !isCertain(p.Options) {
			p.Left = append(p.Left, Leftover{Reason: "its options have no levels, so these follow their order; check them", Pos: p.Pos})
		}
	default:
		p.answerByAll(t)
	}
	return p.Point
}

// answerByAll makes a list of the options.
func (p *tablePoint) answerByAll(t *table) {
	for i := range p.Options {
		o := &p.Options[i]
		o.None = isNone(o.Text)
		if o.Level != "" {
			t.Errorf(o.Pos, 1, "misplaced-key", "give them worths, or choose one", "the options of a list have no levels")
			return
		}
	}
	if reads(p.choose, oneWords()...) {
		p.Left = append(p.Left, Leftover{Reason: "nothing tells the order of the options, so all that apply are chosen, not one", Pos: p.Pos})
	}
	p.answerAll(p.Options)
}

func manyWords() []string {
	return []string{"many", "multiple", "multi", "all", "all that apply", "checkbox", "checkboxes", "multiple choice"}
}

func oneWords() []string { return []string{"one", "single", "radio", "single choice", "select one"} }
