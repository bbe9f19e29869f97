package pages

import (
	"testing"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func axisTo(title string, practice float64, direction score.Direction, gap float64) report.Axis {
	axis := report.Axis{ID: title, Title: title, Direction: report.Text(direction), Practice: report.Practice{Value: &practice, Scored: true}}
	if direction != "" {
		axis.Gap = &gap
	}
	return axis
}

// TestLineFinding holds what the caption of the line says: the axes that are furthest off, each with what it calls for.
func TestLineFinding(t *testing.T) {
	t.Parallel()
	fits, unknown := axisTo("Delivery", 0.5, score.Aligned, 0.1), axisTo("Change", 0.5, "", 0)
	less, more := axisTo("Stability", 0.9, score.LessPronounced, -0.4), axisTo("Automation", -0.3, score.MorePronounced, -0.6)
	sysops, devops := axisTo("Learning", 0.5, score.TowardsSysOps, -0.8), axisTo("Calls", -0.5, score.TowardsDevOps, 0.7)
	for want, axes := range map[string][]report.Axis{
		"Every axis fits what the service calls for":            {fits, fits},
		"1 of 2 axes fit; the others are unknown":               {fits, unknown},
		"How you work, and what the service calls for":          {unknown},
		"Stability calls for less DevOps":                       {fits, less, unknown},
		"Learning calls for more SysOps, Calls for more DevOps": {less, devops, sysops},
		"Learning and Automation call for more SysOps":          {more, sysops},
	} {
		if got := page.Plain(lineFinding(&report.Document{Axes: axes})); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestMoveFinding holds that the caption of a comparison names the axis that moved furthest, of those that are known twice.
func TestMoveFinding(t *testing.T) {
	t.Parallel()
	moved := func(id string, before, after *float64, was, is score.Band) comparison.Axis {
		return comparison.Axis{ID: id, Practice: comparison.Practice{
			Before: report.Practice{Value: before, Scored: before != nil, Band: report.Text(was)},
			After:  report.Practice{Value: after, Scored: after != nil, Band: report.Text(is)},
		}}
	}
	near := moved("near", new(0.3), new(0.5), score.LeaningDevOps, score.LeaningDevOps)
	far := moved("far", new(0.1), new(0.5), score.Hybrid, score.LeaningDevOps)
	gone := moved("gone", new(-1.0), nil, score.StrongSysOps, "")
	for want, axes := range map[string][]comparison.Axis{
		"far moved furthest, from a mix of both to leaning DevOps": {near, far, gone},
		"near moved furthest, by 0.20":                             {near},
		"How you worked, and how you work":                         {gone},
	} {
		p := &comparisonPage{Comparison: &comparison.Comparison{Axes: axes}, titles: map[string]string{"near": "near", "far": "far"}}
		if got := p.moveFinding(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestQuadrantFinding holds what the caption of a quadrant says where one of the two is not known.
func TestQuadrantFinding(t *testing.T) {
	t.Parallel()
	known := report.Group{Value: new(8.0)}
	for want, v := range map[string]report.Quadrant{
		"Throughput is 8.0 out of 10, stability is unknown":   {Throughput: known},
		"Stability is 8.0 out of 10, throughput is unknown":   {Stability: known},
		"How fast, and how stable":                            {},
		"Fast and stable, beside the published means of 2025": {Throughput: known, Stability: known, Quadrant: report.Text(score.FastStable), BenchmarkYear: 2025},
	} {
		if got := quadrantFinding(&v); got != want {
			t.Errorf("%q instead of %q", got, want)
		}
	}
}
