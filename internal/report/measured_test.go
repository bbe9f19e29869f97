package report_test

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/score"
)

// TestMeasuredAgreesWithFacts asks a document and the run that it was built from for every figure.
func TestMeasuredAgreesWithFacts(t *testing.T) {
	t.Parallel()
	for _, name := range questionnairetest.Sheets(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			q, sheet := reporttest.FrozenSheet(t, name)
			saved := report.Measured(reporttest.Sheet(q, sheet))
			result := score.Score(q, sheet)
			if result.Leaning == nil {
				if saved.Value(condition.Fit, "") != nil || saved.Value(condition.Coverage, "delivery") != nil || saved.Value(condition.DontKnows, "") == nil {
					t.Error("a quadrant has other figures than the count of what is not known")
				}
				return
			}
			facts := advice.NewFacts(q, sheet, result)
			axes := []string{"", condition.Overall, "nowhere"}
			for _, axis := range q.Axes {
				axes = append(axes, axis.ID)
			}
			for _, metric := range append(condition.Metrics(), condition.Floor) {
				for _, axis := range axes {
					if want, got := facts.Figures().Value(metric, axis), saved.Value(metric, axis); !nearly(want, got) {
						t.Errorf("%s on %q: %v, the run has %v", metric, axis, got, want)
					}
				}
			}
		})
	}
}

// nearly holds for two numbers that are one float64, and for nil twice.
func nearly(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	left, _ := a.Float64()
	right, _ := b.Float64()
	return left == right
}

// TestMeasuredIsDecimal proves that a number which a person would write is exact again, although no binary number is.
func TestMeasuredIsDecimal(t *testing.T) {
	t.Parallel()
	doc := &report.Document{Verdict: report.Verdict{Leaning: &report.Leaning{Coverage: new(0.3), Fit: report.Fit{Value: new(69.99)}}}}
	for _, line := range []string{"coverage == 0.3", "coverage >= 0.3", "coverage <= 0.3", "fit == 69.99"} {
		test, found := condition.ParseTest(line, condition.Metrics())
		if found != nil {
			t.Fatal(found)
		}
		if !report.Measured(doc).Meets(&test) {
			t.Errorf("%s does not hold", line)
		}
	}
}
