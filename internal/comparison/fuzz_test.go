package comparison_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// FuzzCompare lays whatever passes for saved results beside each other: no file may cause a panic, nor a document that
// cannot be written.
func FuzzCompare(f *testing.F) {
	seeds := [][]byte{
		[]byte(encoded(f, comparisontest.Scored(f, comparisontest.Whole()))), []byte(encoded(f, comparisontest.Scored(f, comparisontest.With(comparisontest.Whole(), "D1=p R1=l4 N1=-")))),
		[]byte(encoded(f, reporttest.Answers(f, shipped(f, "dora"), comparisontest.Sheet("dora", "", map[string]string{"lead_time": "under_1d"})))),
		[]byte(`{"schema": "opsfit.assessment/v1", "verdict": {"kind": "quadrant"}, "metrics": [{}, {}]}`),
		[]byte(`{"schema": "opsfit.assessment/v1", "verdict": {"kind": "leaning", "practice": {"value": 1e308, "scored": true}},
			"axes": [{}, {"weight": -1, "practice": {"value": -1e308, "scored": true}, "contributions": [{"weight": 1e308, "position": 1e308}, {}]}],
			"answers": [{"value": 1, "measures": "context", "weights": {"": 5e-324}}, {}], "recommendations": [{"because": [{}]}, {}], "warnings": [{}]}`),
	}
	for _, was := range seeds {
		for _, now := range seeds {
			f.Add(was, now)
		}
	}
	f.Fuzz(func(t *testing.T, first, second []byte) {
		was, _ := report.Decode("a.json", first)
		now, _ := report.Decode("b.json", second)
		if was == nil || now == nil {
			return
		}
		encoded(t, comparison.Compare(was, now))
		encoded(t, comparison.BuildTrend([]*report.Document{was, now, was}))
		_ = comparison.CheckComparable(was, now)
	})
}
