package answers

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// About returns what the file says besides its answers, without any faults it has.
func (f *File) About() Sheet { return f.sheet }

// Keep reads as much of the file as fits the questionnaire, for a draft that another version wrote: answers and exemptions
// that no longer fit are left out, and each is a warning. A note stays although the option beside it is gone. The sheet is
// nil, and the diagnostics errors, when the file is broken or for another questionnaire.
func (f *File) Keep(q *questionnaire.Questionnaire) (*Sheet, diag.List) {
	if !f.isFor(q) || f.fields.Node("answers") == nil || f.form.HasErrors() {
		return nil, f.findings()
	}
	sheet := f.sheet
	sheet.Answers = map[string]Answer{}
	if list := f.fields.Node("answers"); list.Kind != yamltree.Null {
		f.readAnswers(q, list, &sheet)
	}
	for i := range q.Questions {
		keepFitting(&q.Questions[i], sheet.Answers)
	}
	sheet.Exemptions = f.readExemptions(q)
	dropped := slices.DeleteFunc(slices.Clone(f.reader.Diagnostics()), func(d diag.Diagnostic) bool {
		return d.Severity != diag.Error && (d.Code == "no-reason" || d.Code == "no-until")
	})
	for i := range dropped {
		// What is read under an earlier id is not lost, and stays a note.
		if dropped[i].Severity == diag.Error {
			dropped[i].Severity = diag.Warning
		}
	}
	return &sheet, dropped
}

// keepFitting leaves an answer that could not be read out, but not what was noted beside it.
func keepFitting(question *questionnaire.Question, kept map[string]Answer) {
	answer, ok := kept[question.ID]
	if !ok || answer.Status != "" && (answer.Status != NotApplicable || question.AllowNA) {
		return
	}
	answer.Status, answer.Reason = Skipped, ""
	kept[question.ID] = answer
	if answer.Note == "" && answer.Evidence == "" {
		delete(kept, question.ID)
	}
}
