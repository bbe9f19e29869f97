package evidencecheck

import (
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// TestLists holds what files say about answers with all that apply.
func TestLists(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Load(t, "list.yaml", `{id: list, version: 1.0.0, title: List, axes: [{id: watch}], questions: [
  {id: alerts, axis: watch, measures: readiness, choose: many, text: A,
   options: [{id: errors, text: Errors}, {id: late, text: Late}, {id: goals, text: Goals}, {id: nothing, none: true, text: Nothing}],
   evidence: {measures: [
     {signal: obs.prom_rules, agrees: [errors, late]},
     {signal: obs.slo, agrees: [goals]},
     {signal: [obs.prom_rules, obs.slo], differs: [nothing]},
     {measure: releases.gap_days.median, contradicts: both, ranges: {errors: {to: 7}}}]}}]}`)
	prom, slo := files("obs.prom_rules"), files("obs.slo")
	for _, test := range []struct {
		name, answer string
		changes      []func(*evidence.Scan)
		want         report.FindingVerdict
	}{
		{"no files", "[errors, goals]", nil, report.Silent},
		{"files for one that is chosen", "[late]", []func(*evidence.Scan){prom}, report.Agrees},
		{"files for one that is not", "[late]", []func(*evidence.Scan){prom, slo}, report.Differs},
		{"files for one that is not known", "{options: [late], unknown: [goals]}", []func(*evidence.Scan){prom, slo}, report.Agrees},
		{"files for one that cannot apply", "{options: [late], not_applicable: {goals: none}}", []func(*evidence.Scan){slo}, report.Silent},
		{"files, and nothing chosen", "[]", []func(*evidence.Scan){slo}, report.Differs},
		{"files against one that is chosen", "[nothing]", []func(*evidence.Scan){prom}, report.Differs},
		{"weak files", "[late]", []func(*evidence.Scan){files("obs.slo weak")}, report.Silent},
		{"don't know", "dont_know", []func(*evidence.Scan){slo}, report.Silent},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			file, _ := answers.Parse("a.yaml", []byte("{questionnaire: list, answers: {alerts: "+test.answer+"}}"))
			sheet, diagnostics := file.Check(q)
			if sheet == nil {
				t.Fatal(diagnostics)
			}
			scan := measured()
			for _, change := range test.changes {
				change(scan)
			}
			finding := Compare(q, sheet, scan)[0]
			if finding.Verdict != test.want || finding.Suggests != "" {
				t.Errorf("%s, suggests %q; want %s: %+v", finding.Verdict, finding.Suggests, test.want, finding)
			}
		})
	}
	if suggested := SuggestAnswers(q, measured()); len(suggested.Answers) > 0 {
		t.Errorf("suggests %+v", suggested.Answers)
	}
}
