package comparison_test

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// TestAbsurdNumbers fills results with numbers that no scoring gives but a file may hold: whatever comes out is finite, since
// JSON has nothing else, and what cannot be explained is said to be so.
func TestAbsurdNumbers(t *testing.T) {
	t.Parallel()
	absurd := rapid.SampledFrom([]float64{
		0, math.Copysign(0, -1), 1, -1, 5e-324, math.MaxFloat64, -math.MaxFloat64, 1e300, 1e-300, 0.1 + 0.2,
	})
	rapid.Check(t, func(r *rapid.T) {
		was, now := comparisontest.Scored(t, comparisontest.Whole()), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=p S1=dont_know R1=l4 N1=z"))
		for _, doc := range []*report.Document{was, now} {
			reporttest.EachNumber(reflect.ValueOf(doc), func(number reflect.Value) {
				if rapid.Bool().Draw(r, "spoil") {
					number.SetFloat(absurd.Draw(r, "number"))
				}
			})
		}
		c := comparison.Compare(was, now)
		encoded(t, c)
		for name, move := range moves(c) {
			if move.Unexplained != nil && len(move.Causes) > 0 {
				r.Fatalf("%s is explained and is not: %+v", name, move)
			}
		}
		encoded(t, comparison.BuildTrend([]*report.Document{was, now}))
	})
}

// TestDoubles holds that of several things with one id the first counts: no result has them, but a file may.
func TestDoubles(t *testing.T) {
	t.Parallel()
	was, now := comparisontest.Scored(t, comparisontest.Whole()), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=p"))
	want := moves(comparison.Compare(was, now))["practice of stability"]
	now.Answers = append(now.Answers, now.Answers...)
	now.Axes = append(now.Axes, now.Axes...)
	now.Recommendations = append(now.Recommendations, now.Recommendations...)
	c := comparison.Compare(was, now)
	if len(c.Axes) != 2 || len(c.Answers.Changed) != 1 || len(c.Recommendations.Done) != 1 {
		t.Errorf("doubles count: %d axes, %d answers, %d steps", len(c.Axes), len(c.Answers.Changed), len(c.Recommendations.Done))
	}
	if got := moves(c)["practice of stability"]; told(got) != told(want) {
		t.Errorf("got %s, want %s", told(got), told(want))
	}
}
