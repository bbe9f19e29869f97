package report_test

import (
	"cmp"
	"strconv"
	"strings"
	"testing"

	godiff "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func number(value float64) report.Value { return report.Number(&value) }

func TestGateWords(t *testing.T) {
	t.Parallel()
	tests := []struct {
		gate             report.Gate
		required, actual string
	}{
		{report.Gate{Kind: report.MetricGate, Op: "gte", Required: number(70), Actual: number(69.6)}, "at least 70", "69.6"},
		{report.Gate{Kind: report.MetricGate, Op: "gte", Required: number(70), Actual: number(69.999999)}, "at least 70", "69.999999"},
		{report.Gate{Kind: report.MetricGate, Op: "gt", Required: number(70), Actual: number(70.0001)}, "above 70", "70.0001"},
		{report.Gate{Kind: report.MetricGate, Op: "gte", Required: number(70), Actual: number(70)}, "at least 70", "70"},
		{report.Gate{Kind: report.MetricGate, Op: "lte", Required: number(0.005), Actual: number(0.01)}, "at most 0.005", "0.01"},
		{report.Gate{Kind: report.MetricGate, Op: "eq", Required: number(1), Actual: number(1.25)}, "exactly 1", "1.25"},
		{report.Gate{Gate: "fit >= 70", Kind: report.MetricGate, Op: "gte", Required: number(70), Actual: number(69.6)}, "at least 70", "69"},
		{report.Gate{Gate: "fit >= 70", Kind: report.MetricGate, Op: "gte", Required: number(70), Actual: number(82.3)}, "at least 70", "82"},
		{report.Gate{Gate: "fit >= 69.5", Kind: report.MetricGate, Op: "gte", Required: number(69.5), Actual: number(69.6)}, "at least 69.5", "70"},
		{report.Gate{Gate: "shortfall.stability <= 1", Kind: report.MetricGate, Op: "lte", Required: number(1), Actual: number(1.02)}, "at most 1", "1.02"},
		{report.Gate{Gate: "readiness >= 2", Kind: report.MetricGate, Op: "gte", Required: number(2), Actual: number(2.15)}, "at least 2", "2.2"},
		{report.Gate{Gate: "coverage >= 0.9", Kind: report.MetricGate, Op: "gte", Required: number(0.9), Actual: number(299.0 / 300)}, "at least 0.9", "0.99"},
		{report.Gate{Gate: "no-regression tension", Kind: report.RegressionGate, Op: "lte", Required: number(0.254), Actual: number(0.249)}, "at most 0.254 as before", "0.249"},
		{report.Gate{Kind: report.MetricGate, Op: "gte", Required: number(2)}, "at least 2", "not computed"},
		{report.Gate{Kind: report.WarningGate, Op: "lt", Required: report.Word("high"), Actual: report.Word("none")}, "below high", "none"},
		{report.Gate{Kind: report.ConfidenceGate, Op: "gte", Required: report.Word("medium"), Actual: report.Word("low")}, "at least medium", "low"},
		{report.Gate{Kind: report.RegressionGate, Op: "gte", Required: number(247.0 / 3), Actual: number(247.0 / 3)}, "at least 82.33 as before", "82.33"},
		{report.Gate{Kind: report.RegressionGate, Op: "gte", Required: number(82.3349), Actual: number(82.3341)}, "at least 82.335 as before", "82.334"},
		{report.Gate{Kind: report.RegressionGate, Op: "lte", Actual: number(1)}, "", "1"},
		{report.Gate{Kind: report.AgeGate, Op: "lte", Required: number(180), Actual: number(211)}, "at most 180 days", "211 days"},
		{report.Gate{Kind: report.AgeGate, Op: "lte", Required: number(1), Actual: number(0)}, "at most 1 day", "0 days"},
		{report.Gate{Kind: report.AgeGate, Op: "lte", Required: number(180)}, "at most 180 days", "not computed"},
		{report.Gate{Kind: report.ExemptionGate, Op: "lte", Required: report.Word("2026-11-01"), Actual: report.Word("2026-11-22")}, "until 2026-11-01", "2026-11-22"},
		{report.Gate{Actual: number(76.4)}, "", "76.4"},
		{report.Gate{Kind: report.MetricGate, Op: "gte", Required: number(1e300), Actual: number(-1e300)}, "at least 1e+300", "-1e+300"},
	}
	for _, test := range tests {
		doc := &report.Document{Verdict: report.Verdict{Leaning: &report.Leaning{}}}
		doc.Gates = []report.Gate{test.gate}
		line := report.GateLines(doc)[0]
		if line.Required != test.required || line.Actual != test.actual {
			t.Errorf("%+v: required %q, actual %q; want %q, %q", test.gate, line.Required, line.Actual, test.required, test.actual)
		}
	}
}

// TestGateFiguresKeepTheirOrder draws two numbers that may be close: a reader sees them in the order in which they are.
func TestGateFiguresKeepTheirOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		required := float64(rapid.IntRange(0, 10000).Draw(t, "required")) / float64(rapid.SampledFrom([]int{1, 3, 7, 100, 1000}).Draw(t, "over"))
		actual := required + rapid.SampledFrom([]float64{0, 1e-12, -1e-9, 0.004, -0.004, 0.006, 1, -3}).Draw(t, "apart")
		kind := rapid.SampledFrom([]report.GateKind{report.MetricGate, report.RegressionGate}).Draw(t, "kind")
		doc := &report.Document{Verdict: report.Verdict{Leaning: &report.Leaning{}}}
		doc.Gates = []report.Gate{{Kind: kind, Op: condition.GTE, Required: number(required), Actual: number(actual)}}
		line := report.GateLines(doc)[0]
		shown := strings.TrimSuffix(strings.TrimPrefix(line.Required, "at least "), " as before")
		left, errLeft := strconv.ParseFloat(shown, 64)
		right, errRight := strconv.ParseFloat(line.Actual, 64)
		if errLeft != nil || errRight != nil || cmp.Compare(left, right) != cmp.Compare(required, actual) {
			t.Fatalf("%v and %v are shown as %q and %q", required, actual, shown, line.Actual)
		}
		if kind == report.MetricGate && left != required {
			t.Fatalf("%v was asked for, %q is shown", required, shown)
		}
	})
}

// TestExemptionsAreOrdered builds a document from a sheet that lists them in another order.
func TestExemptionsAreOrdered(t *testing.T) {
	t.Parallel()
	doc := reporttest.Sheet(reporttest.Parse(t, "a.yaml", `questionnaire: frozen
exempt:
  - {warning: unproven_restore, reason: a new system comes, until: 2026-01-01}
  - {warning: opposing_needs, reason: the split is decided, owner: Ada}
answers: {}
`))
	want := []report.Exemption{
		{Warning: "opposing_needs", Title: "Opposed needs", Reason: "the split is decided", Owner: "Ada", Status: report.ExemptionNotNeeded},
		{Warning: "unproven_restore", Title: "Restore never proven", Reason: "a new system comes", Until: "2026-01-01", Status: report.ExemptionNotNeeded},
	}
	if diff := godiff.Diff(want, doc.Exemptions); diff != "" {
		t.Error(diff)
	}
}

func TestBrief(t *testing.T) {
	t.Parallel()
	tests := []struct {
		verdict report.Verdict
		want    string
	}{
		{report.Verdict{Leaning: &report.Leaning{
			Advice: "combine", Fit: report.Fit{Value: new(69.6), Word: "strained"}, Readiness: report.OverallReadiness{Readiness: report.Readiness{Value: new(2.14)}}, Confidence: "high",
		}}, "Combine both models: fit 69 out of 100, readiness 2.1 out of 4, confidence high."},
		{report.Verdict{Leaning: &report.Leaning{Advice: "stay_sysops", Held: &report.Held{Advice: "shift_devops"}}}, "Stay with SysOps within limits."},
		{report.Verdict{Leaning: &report.Leaning{}}, "No advice."},
		{report.Verdict{Leaning: &report.Leaning{Fit: report.Fit{Value: new(89.0), Word: "good"}}}, "No advice."},
		{report.Verdict{Leaning: &report.Leaning{Readiness: report.OverallReadiness{Readiness: report.Readiness{Value: new(2.0)}}}}, "No advice: readiness 2.0 out of 4."},
		{report.Verdict{Quadrant: &report.Quadrant{Quadrant: "fast_stable", Throughput: report.Group{Value: new(8.0)}}}, "Fast and stable: throughput 8.0 out of 10."},
		{report.Verdict{Quadrant: &report.Quadrant{}}, "No quadrant."},
	}
	for _, test := range tests {
		if got := report.Brief(test.verdict); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
