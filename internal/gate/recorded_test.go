package gate_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/report"
)

// TestJudgeRecordedRegressions judges gates whose other result is not there any more.
func TestJudgeRecordedRegressions(t *testing.T) {
	t.Parallel()
	number := func(n float64) report.Value { return report.Number(&n) }
	tests := []struct {
		name, gate       string
		required, actual report.Value
		// met and unmet: which of the two may be recorded.
		met, unmet bool
	}{
		{"better", "no-regression fit", number(60), number(70), true, false},
		{"worse", "no-regression fit", number(70), number(60), false, true},
		{"worse, where less is better", "no-regression shortfall", number(1), number(2), false, true},
		{"better on an axis, where less is better", "no-regression shortfall.delivery", number(2), number(1), true, false},
		{"equal when rounded", "no-regression fit", number(70), number(70), true, true},
		{"no longer computed", "no-regression fit", number(70), report.Value{}, false, true},
		{"no change of answers leads to the other side", "no-regression steps_to_other_side", number(3), report.Value{}, true, true},
		{"not computed before", "no-regression fit", report.Value{}, number(70), true, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, recorded := range []bool{true, false} {
				doc := scoreResult()
				doc.Gates = []report.Gate{{
					Gate: test.gate, Kind: report.RegressionGate, Met: recorded, Op: condition.GTE, Required: test.required, Actual: test.actual,
				}}
				judged := gate.JudgeRecorded(doc, nil).Gates[0]
				allowed := test.met
				if !recorded {
					allowed = test.unmet
				}
				if judged == nil || (judged.Met == recorded) != allowed {
					t.Errorf("recorded as met %v: %+v", recorded, judged)
				}
			}
		})
	}
}

// TestJudgeRecordedKeepsWhatRoundingHides leaves it to the run whether a figure that is rounded to its bound meets it.
func TestJudgeRecordedKeepsWhatRoundingHides(t *testing.T) {
	t.Parallel()
	doc := scoreResult()
	fit := 70.0
	doc.Verdict.Leaning.Fit.Value = &fit
	set := set(t, gate.Wanted{Conditions: all("fit > 70")})
	set.Judge(gate.Case{Document: doc})
	for _, met := range []bool{true, false} {
		doc.Gates[0].Met = met
		if judged := gate.JudgeRecorded(doc, nil).Gates[0]; judged == nil || judged.Met != met {
			t.Errorf("recorded as met %v: %+v", met, judged)
		}
		if judged := gate.JudgeRecorded(doc, report.Measured(doc)).Gates[0]; judged.Met {
			t.Errorf("with exact figures: %+v", judged)
		}
	}
}

func TestJudgeRecordedKnowsNoOtherGates(t *testing.T) {
	t.Parallel()
	doc := scoreResult()
	for _, recorded := range []report.Gate{
		{Kind: report.MetricGate, Gate: "practice >= 0"},
		{Kind: report.MetricGate, Gate: "fail-on high"},
		{Kind: report.MetricGate, Gate: "fit >=  70"},
		{Kind: report.WarningGate, Gate: "fail-on info"},
		{Kind: report.ConfidenceGate, Gate: "require-confidence low"},
		{Kind: report.AgeGate, Gate: "max-age 6m"},
		{Kind: report.EvidenceGate, Gate: "fail-on contradiction"},
		{Kind: report.ExemptionGate, Gate: "exemption nothing"},
		{Kind: report.RegressionGate, Gate: "fit"},
		{Kind: "", Gate: ""},
	} {
		doc.Gates = []report.Gate{recorded}
		if judged := gate.JudgeRecorded(doc, nil).Gates[0]; judged != nil {
			t.Errorf("%+v is judged: %+v", recorded, judged)
		}
	}
}
