package lint_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// A questionnaire agrees with itself, and one that extends another has nothing of its own that could differ.
func TestNoDrift(t *testing.T) {
	t.Parallel()
	whole := questionnairetest.Shipped(t, "full")
	for _, name := range []string{"full", "quick"} {
		if found := linter(t).Compare(questionnairetest.Shipped(t, name), whole); len(found) > 0 {
			t.Errorf("%s against full: %v", name, found)
		}
	}
	if found := linter(t).Compare(questionnairetest.Shipped(t, "dora"), questionnairetest.Shipped(t, "dora")); len(found) > 0 {
		t.Errorf("dora against itself: %v", found)
	}
}

// The other way round, what only one of the two has is news.
func TestDriftOfASelection(t *testing.T) {
	t.Parallel()
	found := linter(t).Compare(questionnairetest.Shipped(t, "full"), questionnairetest.Shipped(t, "quick"))
	questions := 0
	for _, d := range found {
		if d.Code != "drift" {
			t.Errorf("unexpected: %s", d)
		}
		questions++
	}
	// 20 questions and one axis are left out; affects and floors on that axis go with it.
	if questions < 21 {
		t.Errorf("%d findings: %v", questions, found)
	}
}
