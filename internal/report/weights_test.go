package report_test

import (
	"math"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// TestWeightsRebuildTheAxes holds that a result alone tells how each answer counts: the means of its answers, weighted as it
// says, are the values of its axes; for needs what is wanted, where enough of them are answered.
func TestWeightsRebuildTheAxes(t *testing.T) {
	t.Parallel()
	for _, sample := range questionnairetest.Sheets(t) {
		doc := reporttest.Frozen(t, sample)
		for i := range doc.Axes {
			axis := &doc.Axes[i]
			for measure, want := range map[string]*float64{
				"lean": axis.Practice.Value, "context": axis.Situation.Wanted.Value, "readiness": axis.Readiness.Value,
			} {
				if share := axis.Situation.Wanted.Coverage; measure == "context" && want == nil && share != nil && *share < 0.5 {
					continue
				}
				got := rebuilt(doc.Answers, measure, axis.ID)
				if (got == nil) != (want == nil) || got != nil && math.Abs(*got-*want) > 1e-12 {
					t.Errorf("%s, %s of %s: the answers make %v, the axis has %v", sample, measure, axis.ID,
						report.Signed(got), report.Signed(want))
				}
			}
		}
	}
}

func rebuilt(answers []report.Answer, measure, axis string) *float64 {
	var sum, weights float64
	for i := range answers {
		if answers[i].Measures == measure && answers[i].Value != nil {
			sum += answers[i].Weights[axis] * *answers[i].Value
			weights += answers[i].Weights[axis]
		}
	}
	if weights == 0 {
		return nil
	}
	mean := sum / weights
	return &mean
}
