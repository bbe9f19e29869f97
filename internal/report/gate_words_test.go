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
		doc := leaning(report.Leaning{})
		doc.Gates = []report.Gate{test.gate}
		line := report.Tell(doc).Gates[0]
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
		doc := leaning(report.Leaning{})
		doc.Gates = []report.Gate{{Kind: kind, Op: condition.GTE, Required: number(required), Actual: number(actual)}}
		line := report.Tell(doc).Gates[0]
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

func TestGatesInShort(t *testing.T) {
	t.Parallel()
	met, failed := report.Gate{Gate: "fit >= 1", Met: true}, report.Gate{Gate: "fit >= 70"}
	tests := []struct {
		gates []report.Gate
		want  string
	}{
		{nil, ""},
		{[]report.Gate{met}, "The gate is met."},
		{[]report.Gate{met, met}, "Both gates are met."},
		{[]report.Gate{met, met, met}, "All 3 gates are met."},
		{[]report.Gate{failed}, "The gate is not met: fit >= 70."},
		{[]report.Gate{met, failed}, "1 of 2 gates is not met: fit >= 70."},
		{[]report.Gate{failed, met, failed}, "2 of 3 gates are not met: fit >= 70 and fit >= 70."},
		{[]report.Gate{failed, failed, failed, failed, failed, failed, failed}, "7 of 7 gates are not met: fit >= 70, fit >= 70, fit >= 70, fit >= 70, fit >= 70 and 2 more."},
	}
	for _, test := range tests {
		if got := report.GatesInShort(&report.Document{Gates: test.gates}); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestExemptionSentences(t *testing.T) {
	t.Parallel()
	doc := leaning(report.Leaning{})
	doc.Warnings = []report.Warning{{ID: "a", Severity: "high"}, {ID: "b", Severity: "medium"}, {ID: "e", Severity: "info"}}
	doc.Exemptions = []report.Exemption{
		{Warning: "a", Reason: "a successor starts.", Until: "2026-11-22", Owner: "Ada"},
		{Warning: "b", Reason: "soon", Until: "2026-11-21"},
		{Warning: "c", Reason: "gone.", Until: "2026-11-22"},
		{Warning: "d", Reason: "long gone", Until: "2020-01-01", Owner: "Bo"},
		{Warning: "e", Reason: "for ever"},
	}
	report.JudgeExemptions(doc, "2026-11-22")
	want := []string{
		"a (high): exempted until 2026-11-22, owner Ada: a successor starts.",
		"b (medium): the exemption has expired, it was until 2026-11-21. It was given because: soon",
		"c: exempted until 2026-11-22: gone. The warning does not apply.",
		"d: the exemption has expired, it was until 2020-01-01, owner Bo. It was given because: long gone",
		"e (info): exempted without an end: for ever",
	}
	if diff := godiff.Diff(want, report.Tell(doc).Exempted); diff != "" {
		t.Error(diff)
	}
	for i, exempted := range []bool{true, false, true} {
		warning := doc.Warnings[i]
		if warning.Exempted != exempted || (report.ExemptionOf(doc, warning.ID) != nil) != exempted {
			t.Errorf("%s is exempted: %t", warning.ID, warning.Exempted)
		}
	}
	if doc.AsOf != "2026-11-22" {
		t.Errorf("judged as of %q", doc.AsOf)
	}
	// A day later one more has expired; the same document says so when it is judged again.
	report.JudgeExemptions(doc, "2026-11-23")
	if doc.Warnings[0].Exempted || doc.Exemptions[0].Status != report.ExemptionExpired || doc.AsOf != "2026-11-23" {
		t.Errorf("a day later: %+v", doc.Exemptions[0])
	}
}

// TestExemptionsAreOrdered builds a document from a sheet that lists them in another order.
func TestExemptionsAreOrdered(t *testing.T) {
	t.Parallel()
	doc := reporttest.Sheet(reporttest.Parse(t, "a.yaml", `questionnaire: frozen
exempt:
  - {warning: unproven_restore, reason: r, until: 2026-01-01}
  - {warning: opposing_needs, reason: s, owner: Ada}
answers: {}
`))
	want := []report.Exemption{
		{Warning: "opposing_needs", Reason: "s", Owner: "Ada", Status: report.ExemptionNotNeeded},
		{Warning: "unproven_restore", Reason: "r", Until: "2026-01-01", Status: report.ExemptionNotNeeded},
	}
	if diff := godiff.Diff(want, doc.Exemptions); diff != "" {
		t.Error(diff)
	}
}

func TestAgeSentences(t *testing.T) {
	t.Parallel()
	doc := leaning(report.Leaning{})
	if ages := report.Tell(doc).Ages; ages != nil {
		t.Errorf("no limit was set, yet %q", ages)
	}
	doc.AsOf, doc.Freshness = "2026-11-22", &report.Freshness{MaxAge: "1y", Since: "2025-11-22"}
	lead := "On 2026-11-22 an answer may be 1 year old: given or reviewed on 2025-11-22 or later."
	tests := []struct {
		answers []report.Answer
		stale   []report.Aged
		undated []string
		want    []string
	}{
		{nil, nil, nil, []string{lead, "There is no answer that could be too old."}},
		{[]report.Answer{{Status: "answered"}}, nil, nil, []string{lead, "Every answer is recent enough."}},
		{
			nil,
			[]report.Aged{{Question: "a", Date: "2024-01-01", Days: 691}, {Question: "b", Date: "2025-11-21", Days: 366}, {Question: "c", Date: "2025-11-21", Days: 366}},
			[]string{"d", "e"},
			[]string{lead, "691 days old (2024-01-01): a.", "366 days old (2025-11-21): b, c.", "Without a date, or dated in the future: d, e."},
		},
	}
	for _, test := range tests {
		doc.Answers, doc.Freshness.Stale, doc.Freshness.Undated = test.answers, test.stale, test.undated
		if diff := godiff.Diff(test.want, report.Tell(doc).Ages); diff != "" {
			t.Error(diff)
		}
	}
	for age, want := range map[string]string{"180d": "180 days", "1m": "1 month", "12m": "12 months", "soon": "soon"} {
		doc.Freshness.MaxAge = age
		if got := report.Tell(doc).Ages[0]; !strings.Contains(got, "may be "+want+" old") {
			t.Errorf("%s is told as %s", age, got)
		}
	}
}

func TestBrief(t *testing.T) {
	t.Parallel()
	tests := []struct {
		verdict report.Verdict
		want    string
	}{
		{report.Verdict{Leaning: &report.Leaning{
			Advice: "combine", Fit: report.Fit{Value: new(69.6), Word: "strained"}, Readiness: report.Readiness{Value: new(2.14)}, Confidence: "high",
		}}, "Combine both models: fit 69 (strained), readiness 2.1 of 4, confidence high."},
		{report.Verdict{Leaning: &report.Leaning{}}, "No advice."},
		{report.Verdict{Leaning: &report.Leaning{Readiness: report.Readiness{Value: new(2.0)}}}, "No advice: readiness 2 of 4."},
		{report.Verdict{Quadrant: &report.Quadrant{Quadrant: "fast_stable", Throughput: report.Group{Value: new(8.0)}}}, "Fast and stable: throughput 8 of 10."},
		{report.Verdict{Quadrant: &report.Quadrant{}}, "No quadrant."},
	}
	for _, test := range tests {
		if got := report.Tell(&report.Document{Verdict: test.verdict}).Brief; got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
