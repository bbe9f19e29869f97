package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestReasonStandsBesideTheNote(t *testing.T) {
	t.Parallel()
	tests := []struct{ given, reason, note, beside string }{
		{`{not_applicable: "the supplier does it"}`, "the supplier does it", "the supplier does it", ""},
		{`{not_applicable: "the supplier does it", note: "by mail"}`, "the supplier does it", "by mail", "the supplier does it"},
		{`{option: project, note: "on Wednesdays"}`, "", "on Wednesdays", ""},
	}
	for _, test := range tests {
		doc := reporttest.Sheet(reporttest.Parse(t, "a.yaml", "questionnaire: frozen\nanswers:\n  batch_size: "+test.given))
		for i := range doc.Answers {
			answer := &doc.Answers[i]
			if answer.Question != "batch_size" {
				continue
			}
			if string(answer.Reason) != test.reason || string(answer.Note) != test.note || report.ReasonBeside(answer) != test.beside {
				t.Errorf("%s: reason %q, note %q, beside %q", test.given, answer.Reason, answer.Note, report.ReasonBeside(answer))
			}
		}
	}
}
