package gate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/report"
)

// warned has some warnings: "high", or "high exempted" under the id "high2".
func warned(severities ...string) *report.Document {
	doc := scoreResult()
	doc.Warnings = []report.Warning{}
	for _, severity := range severities {
		doc.Warnings = append(doc.Warnings, report.Warning{ID: severity + "_thing", Severity: severity})
	}
	return doc
}

// titled has some warnings with titles of their own.
func titled(severities ...string) *report.Document {
	doc := warned(severities...)
	for i := range doc.Warnings {
		doc.Warnings[i].Title = "A " + doc.Warnings[i].Severity + " thing"
	}
	return doc
}

func exempt(doc *report.Document, exemptions ...report.Exemption) *report.Document {
	doc.Exemptions = exemptions
	report.JudgeExemptions(doc, "2026-11-22")
	return doc
}

func TestWarningGates(t *testing.T) {
	t.Parallel()
	silent := scoreResult()
	silent.Questionnaire.Advice = false
	blank := warned()
	blank.Answers = []report.Answer{{Question: "pace", Status: "dont_know"}, {Question: "guard", Status: "not_applicable"}}
	cut := warned()
	cut.Warnings = nil
	tests := []struct {
		name   string
		doc    *report.Document
		failOn string
		want   []string
	}{
		{"a result that was cut", cut, "critical", []string{
			"fail-on critical: not met; lt critical, null; The result does not say which warnings there are; write it again with opsfit assess.",
		}},
		{"none", warned(), "medium", []string{"fail-on medium: met; lt medium, none"}},
		{"below", warned("medium", "info"), "high", []string{"fail-on high: met; lt high, medium"}},
		{"critical beside a gate on critical", warned("critical", "high"), "critical", []string{
			"fail-on critical: not met; lt critical, critical; 1 warning is critical: critical_thing.",
		}},
		{"high beside a gate on critical", warned("high"), "critical", []string{"fail-on critical: met; lt critical, high"}},
		{"several", warned("critical", "high", "medium"), "high", []string{
			"fail-on high: not met; lt high, critical; 2 warnings are high or above: critical_thing, high_thing.",
		}},
		{"with a title", titled("critical", "high"), "critical", []string{
			"fail-on critical: not met; lt critical, critical; 1 warning is critical: A critical thing (critical_thing).",
		}},
		{"exempted", exempt(warned("critical", "medium"), report.Exemption{Warning: "critical_thing", Reason: "r", Until: "2026-11-22"}), "high", []string{
			"fail-on high: met; lt high, medium; Exempted: critical_thing.",
			"exemption critical_thing: met; lte 2026-11-22, 2026-11-22",
		}},
		{"exempted without an end", exempt(warned("high"), report.Exemption{Warning: "high_thing", Reason: "r"}), "high", []string{
			"fail-on high: met; lt high, none; Exempted: high_thing.",
		}},
		{"one of two exempted", exempt(warned("critical", "high"), report.Exemption{Warning: "high_thing", Reason: "r", Until: "2027-01-01"}), "high", []string{
			"fail-on high: not met; lt high, critical; 1 warning is high or above: critical_thing. Exempted: high_thing.",
			"exemption high_thing: met; lte 2027-01-01, 2026-11-22",
		}},
		{"expired yesterday", exempt(warned("high"), report.Exemption{Warning: "high_thing", Reason: "r", Until: "2026-11-21", Owner: "Ada"}), "high", []string{
			"fail-on high: not met; lt high, high; 1 warning is high or above: high_thing.",
			"exemption high_thing: not met; lte 2026-11-21, 2026-11-22; It has expired, and the warning still applies: fix the cause, or decide again. Its owner is Ada.",
		}},
		{"expired though not needed", exempt(warned(), report.Exemption{Warning: "high_thing", Reason: "r", Until: "2026-11-21"}), "high", []string{
			"fail-on high: met; lt high, none",
			"exemption high_thing: not met; lte 2026-11-21, 2026-11-22; It has expired, and the warning does not apply: remove it.",
		}},
		{"exempted below the severity", exempt(warned("medium"), report.Exemption{Warning: "medium_thing", Reason: "r"}), "high", []string{"fail-on high: met; lt high, none"}},
		{"no warnings to be had", silent, "high", []string{
			"fail-on high: not met; lt high, null; This questionnaire gives no warnings, so there is none to check.",
		}},
		{"nothing answered", blank, "high", []string{
			"fail-on high: not met; lt high, null; No question is answered, so no warning could appear.",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			set(t, gate.Wanted{FailOn: at(test.failOn)}).Judge(gate.Case{Document: test.doc, Day: "2026-11-22"})
			if diff := cmp.Diff(test.want, rows(test.doc)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestExpiredExemptions fail where warnings do, or where the set says so, and nowhere else.
func TestExpiredExemptions(t *testing.T) {
	t.Parallel()
	judged := func(s gate.Set) []report.Gate {
		doc := exempt(warned("high"), report.Exemption{Warning: "high_thing", Reason: "r", Until: "2026-11-21"})
		s.Judge(gate.Case{Document: doc, Figures: figures{"fit": "80"}.made(), Day: "2026-11-22"})
		if doc.AsOf != "2026-11-22" {
			t.Errorf("judged as of %q", doc.AsOf)
		}
		return doc.Gates
	}
	if gates := judged(set(t, gate.Wanted{Conditions: all("fit >= 70")})); len(gates) != 1 {
		t.Errorf("a gate on the fit alone gives %+v", gates)
	}
	strict := gate.Set{FailOnExpired: true}
	if gates := judged(strict); len(gates) != 1 || gates[0].Met || gates[0].Kind != report.ExemptionGate {
		t.Errorf("a check gives %+v", gates)
	}
	if !strict.IsEmpty() {
		t.Error("exemptions are no gate that somebody set")
	}
}

// TestFewerWarningsAreNoWorse takes a warning away, or exempts it: a gate that was met still is.
func TestFewerWarningsAreNoWorse(t *testing.T) {
	t.Parallel()
	severities := []string{"critical", "high", "medium", "info"}
	rapid.Check(t, func(t *rapid.T) {
		active := rapid.SliceOfDistinct(rapid.SampledFrom(severities), rapid.ID[string]).Draw(t, "active")
		failOn := rapid.SampledFrom(severities[:3]).Draw(t, "fail on")
		met := func(doc *report.Document) bool {
			wanted, _ := gate.Read(gate.Wanted{FailOn: at(failOn)})
			wanted.Judge(gate.Case{Document: doc, Day: "2026-11-22"})
			return doc.Gates[0].Met
		}
		if len(active) == 0 || !met(warned(active...)) {
			return
		}
		gone := rapid.SampledFrom(active).Draw(t, "gone")
		var rest []string
		for _, severity := range active {
			if severity != gone {
				rest = append(rest, severity)
			}
		}
		if !met(warned(rest...)) || !met(exempt(warned(active...), report.Exemption{Warning: gone + "_thing", Reason: "r"})) {
			t.Fatalf("%v without %s fails on %s", active, gone, failOn)
		}
	})
}
