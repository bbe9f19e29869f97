package questionnairetest_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// Notes are allowed: some questions leave out "why", "sources" and a second question on their axis, as questions may.
func TestFrozenQuestionnairesHaveNoLintWarnings(t *testing.T) {
	t.Parallel()
	for _, q := range []*questionnaire.Questionnaire{
		questionnairetest.Frozen(t), questionnairetest.FrozenShort(t), questionnairetest.FrozenOutcomes(t),
	} {
		for _, d := range lint.Check(q) {
			if d.Severity != diag.Note {
				t.Error(d)
			}
		}
	}
}

func TestFrozenSheetsAreValid(t *testing.T) {
	t.Parallel()
	for _, name := range questionnairetest.Sheets(t) {
		file, found := answers.Parse(name+".yaml", []byte(questionnairetest.Sheet(t, name)))
		if file == nil {
			t.Fatal(found)
		}
		if sheet, found := file.Check(questionnairetest.Shipped(t, file.Questionnaire)); sheet == nil {
			t.Error(found)
		}
	}
}
