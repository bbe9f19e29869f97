package questionnaire_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestNearest holds that a slip in an id, in an earlier id or in a title, and the start of one, lead to the id of today.
func TestNearest(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	for name, want := range map[string]string{
		"restore_tset":   "restore_test",
		"restore":        "restore_test",
		"Restore test":   "restore_test",
		"regulation":     "audit",
		"regulatoin":     "audit",
		"nothing like":   "",
		"":               "",
		"favourite_food": "",
	} {
		if got := q.Nearest(name); got != want {
			t.Errorf("%q means %q, want %q", name, got, want)
		}
	}
	audit := q.Question("audit")
	for word, want := range map[string]string{"nothin": "none", "recods": "records", "dont_konw": "dont_know", "dog": ""} {
		if got := audit.Nearest(word, "dont_know"); got != want {
			t.Errorf("the option %q means %q, want %q", word, got, want)
		}
	}
}
