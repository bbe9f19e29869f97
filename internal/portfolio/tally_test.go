package portfolio_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/portfolio"
)

func TestTally(t *testing.T) {
	t.Parallel()
	tally := portfolio.NewTally()
	if diff := cmp.Diff(portfolio.Summary{
		ByAdvice: map[string]int{}, ByFitWord: map[string]int{}, Warnings: map[string]int{}, Recommendations: map[string]int{},
		Worst: []string{},
	}, tally.Summary()); diff != "" {
		t.Errorf("empty (-want +got):\n%s", diff)
	}
	number := func(v float64) *float64 { return &v }
	for i, fit := range []float64{90, 40, 80, 70, 60, 50, 30} {
		tally.Add(&portfolio.Service{
			Path: fmt.Sprint(i), Fit: number(fit), FitWord: "some", Advice: "combine", Shortfall: number(float64(i % 2)),
			Warnings: []string{"speed_without_net"},
		})
	}
	tally.Add(&portfolio.Service{Path: "unscored"})
	want := portfolio.Summary{
		Services: 8, ByAdvice: map[string]int{"combine": 7, "not_scored": 1}, ByFitWord: map[string]int{"some": 7, "not_scored": 1},
		Warnings: map[string]int{"speed_without_net": 7}, Recommendations: map[string]int{},
		// The five lowest fits; 1, 3 and 5 have the largest shortfall too.
		Worst: []string{"6", "1", "5", "4", "3"},
	}
	if diff := cmp.Diff(want, tally.Summary()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTallyOrderNeverMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var services []portfolio.Service
		for i := range rapid.IntRange(0, 20).Draw(t, "services") {
			fit, shortfall := rapid.Float64Range(0, 3).Draw(t, "fit"), rapid.Float64Range(0, 2).Draw(t, "shortfall")
			services = append(services, portfolio.Service{Path: fmt.Sprint(i), Fit: &fit, Shortfall: &shortfall})
		}
		one, other := portfolio.NewTally(), portfolio.NewTally()
		for _, service := range services {
			one.Add(&service)
		}
		for _, service := range rapid.Permutation(services).Draw(t, "permuted") {
			other.Add(&service)
		}
		if diff := cmp.Diff(one.Summary(), other.Summary()); diff != "" {
			t.Fatal(diff)
		}
	})
}
