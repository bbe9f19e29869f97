package pages_test

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
)

// TestKeyFiguresSayWhetherTheySuffice holds that the readiness of a verdict says where it is too low, and that an overall score is
// that of both groups or none.
func TestKeyFiguresSayWhetherTheySuffice(t *testing.T) {
	t.Parallel()
	short, none, level, all := 1.5, 0.0, 2.0, 1.0
	axes := func(shortfalls ...*float64) []report.Axis {
		titles := []string{"Delivery", "Stability", "Automation"}
		list := make([]report.Axis, len(shortfalls))
		for i, shortfall := range shortfalls {
			list[i].Title, list[i].Shortfall.Value = titles[i], shortfall
		}
		return list
	}
	ready := report.Verdict{Leaning: &report.Leaning{}}
	ready.Leaning.Coverage, ready.Leaning.Situation.Coverage = &all, &all
	ready.Leaning.Readiness.Value, ready.Leaning.Readiness.LowerBound = &level, &level
	half := report.Verdict{Quadrant: &report.Quadrant{Throughput: report.Group{Value: &level}, Overall: &level}}
	both := report.Verdict{Quadrant: &report.Quadrant{
		Throughput: report.Group{Value: &level}, Stability: report.Group{Value: &level}, Overall: &level,
	}}
	for want, doc := range map[string]*report.Document{
		"Readiness 2.0 out of 4":                         {Verdict: ready, Axes: axes(&none, nil, &none)},
		"Readiness 2.0 out of 4; too low on Stability":   {Verdict: ready, Axes: axes(&none, &short, nil)},
		"Readiness 2.0 out of 4; too low on 2 of 3 axes": {Verdict: ready, Axes: axes(&short, &short, nil)},
		"":                      {Verdict: half},
		"Overall 2.0 out of 10": {Verdict: both},
	} {
		if got := tilesOf(pages.Assessment(doc)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// tilesOf returns the key figures of a page.
func tilesOf(p page.Page) string {
	var texts []string
	for block := range p.Blocks() {
		if facts, ok := block.(page.Facts); ok && facts.Tiles {
			for _, fact := range facts.Items {
				texts = append(texts, page.Plain(fact.Label+" "+fact.Value))
			}
		}
	}
	return strings.Join(texts, ", ")
}
