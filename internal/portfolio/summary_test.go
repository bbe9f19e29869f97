package portfolio_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/portfolio"
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
