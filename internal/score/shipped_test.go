package score_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// toy is the questionnaire of the worked examples: positions m2 m1 z p1 p2 at -1..1, readiness r0..r4.
func toy(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.File(t, "../../testdata/questionnaire/ok/toy.yaml")
}

// Choosing the same line of every question must not make a team of either pole: half of the style questions are shown
// in the opposite order.
func TestStraightLiningLeansNowhere(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	for name, line := range map[string]func(count int) int{
		"first": func(int) int { return 0 },
		"last":  func(count int) int { return count - 1 },
	} {
		given := map[string]string{}
		for i := range q.Questions {
			lines := q.Questions[i].Shown()
			given[q.Questions[i].ID] = lines[line(len(lines))].ID
		}
		if practice := score.Score(q, sheet(given)).Leaning.Practice; fraction(practice.Value) != "0" {
			t.Errorf("always the %s line: practice %s, want 0", name, fraction(practice.Value))
		}
	}
}
