package pages

import (
	"strconv"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// figureChange is a figure at two times; Change is empty where there is none to name.
type figureChange struct {
	Label, Before, After, Change string
}

// figureSection is a table of figures at two times; empty without figures.
func figureSection(title, before, after string, changes []figureChange, explain []string) page.Section {
	section := page.Section{ID: "figures", Title: title, Part: page.Body, Beside: true, Explain: explain}
	if len(changes) == 0 {
		return section
	}
	rows := make([][]string, len(changes))
	for i, c := range changes {
		rows[i] = []string{c.Label, c.Before, c.After, c.Change}
	}
	section.Blocks = []page.Block{page.Table{
		Caption: title, Rows: page.RowsOf(rows...),
		Columns: []page.Column{{Title: "Figure"}, {Title: before, Brief: true}, {Title: after, Brief: true}, {Title: "Change"}},
	}}
	return section
}

// figures is the table of overall figures.
func (p *comparisonPage) figures() []figureChange {
	if v := p.Verdict.Quadrant; v != nil {
		rows := []figureChange{
			{Label: "Quadrant", Before: report.QuadrantWord(v.Quadrant.Before), After: report.QuadrantWord(v.Quadrant.After)},
			scoreChange("Throughput", v.Throughput.Figure), scoreChange("Stability", v.Stability.Figure), scoreChange("All metrics", v.Overall),
		}
		for _, metric := range p.Metrics {
			rows = append(rows, scoreChange(said(metric.Title), metric.Figure))
		}
		return rows
	}
	if v := p.Verdict.Readiness; v != nil {
		return stateChanges(v)
	}
	if v := p.Verdict.Leaning; v != nil {
		return leaningChanges(v)
	}
	return nil
}

func leaningChanges(v *comparison.Leaning) []figureChange {
	practice, situation, readiness, fit := v.Practice, v.Situation, v.Readiness.Figure(), shownFit(v)
	return []figureChange{
		{
			"Practice", report.Placed(practice.Figure().Before, practice.Before.Band), report.Placed(practice.Figure().After, practice.After.Band),
			difference(practice.Figure(), 2, 1),
		},
		{
			"Situation", report.Placed(situation.Before.Value, situation.Before.Band), report.Placed(situation.After.Value, situation.After.Band),
			difference(situation.Figure(), 2, 1),
		},
		{
			"Fit", fitOutOfHundred(fit.Before, fit.Word.Before), fitOutOfHundred(fit.After, fit.Word.After),
			difference(fit.Figure, 0, 1),
		},
		{"Readiness", outOf(readiness.Before, report.Level, 4), outOf(readiness.After, report.Level, 4), difference(readiness, 1, 1)},
		{"Tension", outOf(v.Tension.Before, report.Tension, 1), outOf(v.Tension.After, report.Tension, 1), difference(v.Tension, 2, 1)},
		{"Coverage", percent(v.Coverage.Before), percent(v.Coverage.After), points(v.Coverage)},
		{"Confidence", confidence(v.Confidence.Before), confidence(v.Confidence.After), ""},
		{"Advice", report.AdviceWord(v.Advice.Before), report.AdviceWord(v.Advice.After), ""},
	}
}

// shownFit leaves out the fit of a result in which practice or situation is not scored.
func shownFit(v *comparison.Leaning) comparison.Fit {
	fit := v.Fit
	if !v.Practice.Before.Scored || !v.Situation.Before.Scored {
		fit.Before, fit.Word.Before, fit.Change = nil, "", nil
	}
	if !v.Practice.After.Scored || !v.Situation.After.Scored {
		fit.After, fit.Word.After, fit.Change = nil, "", nil
	}
	return fit
}

func scoreChange(label string, f comparison.Figure) figureChange {
	return figureChange{Label: label, Before: scoreOutOfTen(f.Before), After: scoreOutOfTen(f.After), Change: difference(f, 1, 1)}
}

const notScored = "not scored"

// outOf is a figure on a scale that ends at most.
func outOf(value *float64, figure func(*float64) string, most int) string {
	if value == nil {
		return notScored
	}
	return figure(value) + " out of " + strconv.Itoa(most)
}

// fitOutOfHundred is a fit with its word.
func fitOutOfHundred(value *float64, word report.Text) string {
	if value == nil {
		return notScored
	}
	return report.FitFigure(report.Fit{Value: value, Word: word}) + " out of 100, " + report.FitWord(word)
}

func percent(value *float64) string {
	if value == nil {
		return notScored
	}
	return english.Percent(value)
}

func confidence(text report.Text) string {
	if text == "" {
		return notScored
	}
	return string(text)
}

// difference is a signed difference, scaled; empty where there is none to name. Coarse figures differ by what a reader sees, so
// that they add up.
func difference(f comparison.Figure, decimals int, scale float64) string {
	if f.Change == nil || !f.Moved() {
		return ""
	}
	size := *f.Change * scale
	if scale == 1 && decimals < 2 && f.Before != nil && f.After != nil {
		size = shown(*f.After, decimals) - shown(*f.Before, decimals)
	}
	text := english.Plain(&size, decimals)
	switch {
	case text == "0":
		return "under " + smallest(decimals)
	case size > 0:
		return "+" + text
	}
	return text
}

// shown is a value as a reader sees it.
func shown(value float64, decimals int) float64 {
	figure, _ := strconv.ParseFloat(english.Plain(&value, decimals), 64)
	return figure
}

// smallest is one unit in the last decimal that is shown.
func smallest(decimals int) string {
	unit := 1.0
	for range decimals {
		unit /= 10
	}
	return english.Plain(&unit, decimals)
}

// points is a change of a share in points of a hundred.
func points(f comparison.Figure) string {
	if text := difference(f, 0, 100); text != "" {
		return text + " points"
	}
	return ""
}
