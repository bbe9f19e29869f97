package portfolio_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

func TestSummary(t *testing.T) {
	t.Parallel()
	builder := portfolio.NewBuilder(portfolio.Options{CountOnly: true})
	if diff := cmp.Diff(portfolio.Summary{
		ByAdvice: map[string]int{}, ByFitWord: map[string]int{}, ByState: map[string]int{}, Warnings: map[string]int{}, Recommendations: map[string]int{},
		Worst: []string{},
	}, builder.Document().Summary); diff != "" {
		t.Errorf("empty (-want +got):\n%s", diff)
	}
	number := func(v float64) *float64 { return &v }
	for i, fit := range []float64{90, 40, 80, 70, 60, 50, 30} {
		builder.AddService(&portfolio.Service{
			Path: fmt.Sprint(i), Practice: number(0), Situation: number(0), Fit: number(fit), FitWord: "some", Advice: "combine", Shortfall: number(float64(i % 2)),
			Warnings: []string{"speed_without_net"},
		})
	}
	builder.AddService(&portfolio.Service{Path: "unscored"})
	want := portfolio.Summary{
		Services: 8, ByAdvice: map[string]int{"combine": 7, "not_scored": 1}, ByFitWord: map[string]int{"some": 7, "not_scored": 1}, ByState: map[string]int{},
		Warnings: map[string]int{"speed_without_net": 7}, Recommendations: map[string]int{},
		// The five lowest fits; 1, 3 and 5 have the largest shortfall too.
		Worst: []string{"6", "1", "5", "4", "3"},
	}
	if diff := cmp.Diff(want, builder.Document().Summary); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSummaryOfStates counts services with a state apart from those with a leaning; the least ready are looked at first.
func TestSummaryOfStates(t *testing.T) {
	t.Parallel()
	builder := portfolio.NewBuilder(portfolio.Options{})
	add := func(path, state string, unmet, critical float64) {
		builder.AddService(&portfolio.Service{
			Path: path, Kind: "readiness", State: report.Text(state), Unmet: &unmet, UnmetCritical: &critical,
		})
	}
	add("a", "ready", 0, 0)
	add("b", "gaps", 2, 0)
	add("c", "not_ready", 3, 1)
	add("d", "", 0, 0)
	add("e", "not_ready", 4, 2)
	fit := 90.0
	builder.AddService(&portfolio.Service{Path: "f", Kind: "leaning", Fit: &fit, FitWord: "well", Advice: "combine"})
	got := builder.Document().Summary
	if diff := cmp.Diff(map[string]int{"ready": 1, "gaps": 1, "not_ready": 2, "not_scored": 1}, got.ByState); diff != "" {
		t.Errorf("by state (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int{"combine": 1}, got.ByAdvice); diff != "" {
		t.Errorf("by advice (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"e", "c", "b", "f"}, got.Worst); diff != "" {
		t.Errorf("worst (-want +got):\n%s", diff)
	}
}
