package reporttest

import (
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// Frozen assesses a frozen answers file, such as "typical", on no particular day. questionnairetest.Sheet lists the names.
func Frozen(t testing.TB, name string) *report.Document {
	t.Helper()
	return Sheet(FrozenSheet(t, name))
}

// FrozenLaunch assesses frozen answers to the frozen checklist, such as "gaps", on no particular day. questionnairetest.Launch lists
// the names.
func FrozenLaunch(t testing.TB, name string) *report.Document {
	t.Helper()
	return Sheet(Parse(t, name+".yaml", questionnairetest.Launch(t, name)))
}

// FrozenSheet returns a frozen answers file and the questionnaire that it answers.
func FrozenSheet(t testing.TB, name string) (*questionnaire.Questionnaire, *answers.Sheet) {
	t.Helper()
	return Parse(t, name+".yaml", questionnairetest.Sheet(t, name))
}
