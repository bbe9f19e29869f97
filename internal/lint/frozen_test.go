package lint_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// Notes are allowed: some questions leave out "why", "sources" and a second question on their axis, as questions may.
func TestFrozenQuestionnairesHaveNoWarnings(t *testing.T) {
	t.Parallel()
	for _, q := range []*questionnaire.Questionnaire{
		questionnairetest.Frozen(t), questionnairetest.FrozenShort(t), questionnairetest.FrozenOutcomes(t),
	} {
		for _, d := range linter(t).Check(q) {
			if d.Severity != diag.Note {
				t.Error(d)
			}
		}
	}
}
