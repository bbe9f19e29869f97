package answers

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// TakeOver returns the answers to questions that the questionnaire asks too, whatever questionnaire the file is for: the question and
// the option have the same id in both. Service, team and respondent come with them; date and exemptions do not, since the new answers
// are of another day. What the questionnaire does not ask is passed over in silence. An answer that it offers no option for is left
// out with a warning. The sheet is nil, and the diagnostics errors, when the file is broken.
func (f *File) TakeOver(q *questionnaire.Questionnaire) (*Sheet, diag.List) {
	list := f.fields.Node("answers")
	if list == nil || f.form.HasErrors() || f.reader.Diagnostics().HasErrors() {
		return nil, f.findings()
	}
	sheet := Sheet{
		Questionnaire: q.ID, QuestionnaireVersion: q.Version, Subject: f.sheet.Subject, Team: f.sheet.Team, DependsOn: f.sheet.DependsOn,
		Respondent: f.sheet.Respondent, Answers: map[string]Answer{},
	}
	if list.Kind != yamltree.Null {
		f.readAnswers(q, list, &sheet)
	}
	for i := range q.Questions {
		keepFitting(&q.Questions[i], sheet.Answers)
	}
	return sheet.LeaveUnasked(q), leftOut(f.reader.Diagnostics())
}

// leftOut turns the faults of answers into warnings, without those about questions that are not asked.
func leftOut(found diag.List) diag.List {
	found = slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool {
		return slices.Contains([]string{"unknown-question", "not-asked", "no-reason"}, d.Code)
	})
	for i := range found {
		if found[i].Severity == diag.Error {
			found[i].Severity = diag.Warning
		}
	}
	return found
}
