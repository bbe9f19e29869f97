package comparison

import (
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// figures is the table of overall figures.
func (t *teller) figures() []Row {
	if v := t.Verdict.Quadrant; v != nil {
		rows := []Row{
			{Label: "Quadrant", Before: report.QuadrantWord(v.Quadrant.Before), After: report.QuadrantWord(v.Quadrant.After)},
			outcome("Throughput", v.Throughput.Figure), outcome("Stability", v.Stability.Figure), outcome("All metrics", v.Overall),
		}
		for _, metric := range t.Metrics {
			rows = append(rows, outcome(metric.ID, metric.Figure))
		}
		return rows
	}
	if v := t.Verdict.Leaning; v != nil {
		return leaningRows(v)
	}
	return nil
}

func leaningRows(v *Leaning) []Row {
	practice, situation := v.Practice, v.Situation
	return []Row{
		{
			"Practice", report.Placed(scored(practice.Before), practice.Before.Band), report.Placed(scored(practice.After), practice.After.Band),
			change(practice.figure(), 2, 1),
		},
		{
			"Situation", report.Placed(situation.Before.Value, situation.Before.Band), report.Placed(situation.After.Value, situation.After.Band),
			change(situation.figure(), 2, 1),
		},
		{"Fit", of(v.Fit.Before, 1, 100, v.Fit.Word.Before), of(v.Fit.After, 1, 100, v.Fit.Word.After), change(v.Fit.Figure, 1, 1)},
		{"Readiness", of(v.Readiness.Before.Value, 2, 4, ""), of(v.Readiness.After.Value, 2, 4, ""), change(v.Readiness.figure(), 2, 1)},
		{"Tension", of(v.Tension.Before, 2, 1, ""), of(v.Tension.After, 2, 1, ""), change(v.Tension, 2, 1)},
		{"Coverage", share(v.Coverage.Before), share(v.Coverage.After), points(v.Coverage)},
		{"Confidence", word(v.Confidence.Before), word(v.Confidence.After), ""},
		{"Advice", report.AdviceWord(v.Advice.Before), report.AdviceWord(v.Advice.After), ""},
	}
}

func outcome(label string, f Figure) Row {
	return Row{Label: label, Before: of(f.Before, 1, 10, ""), After: of(f.After, 1, 10, ""), Change: change(f, 1, 1)}
}

const notScored = "not scored"

// of is a figure on a scale that ends at most, with its word if it has one.
func of(value *float64, decimals, most int, word report.Text) string {
	if value == nil {
		return notScored
	}
	text := english.Plain(value, decimals) + " of " + strconv.Itoa(most)
	if word != "" {
		text += ", " + string(word)
	}
	return text
}

func share(value *float64) string {
	if value == nil {
		return notScored
	}
	return english.Percent(value)
}

func word(text report.Text) string {
	if text == "" {
		return notScored
	}
	return string(text)
}

// change is a signed difference, scaled; empty where there is none to name.
func change(f Figure, decimals int, scale float64) string {
	if f.Change == nil || !f.Moved() {
		return ""
	}
	scaled := *f.Change * scale
	text := english.Plain(&scaled, decimals)
	switch {
	case text == "0":
		return "under " + smallest(decimals)
	case scaled > 0:
		return "+" + text
	}
	return text
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
func points(f Figure) string {
	if text := change(f, 0, 100); text != "" {
		return text + " points"
	}
	return ""
}
