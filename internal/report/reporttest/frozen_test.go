package reporttest_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestFrozenSheetsLeadToBothKindsOfVerdict(t *testing.T) {
	t.Parallel()
	leanings, quadrants := 0, 0
	for _, name := range questionnairetest.Sheets(t) {
		if reporttest.Frozen(t, name).Verdict.Leaning != nil {
			leanings++
		} else {
			quadrants++
		}
	}
	if leanings < 6 || quadrants < 2 {
		t.Errorf("%d sheets lead to a leaning and %d to a quadrant", leanings, quadrants)
	}
}
