package questionnaire_test

import (
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestTimeToAnswer: words at 240 a minute, and 5 seconds a question.
func TestTimeToAnswer(t *testing.T) {
	t.Parallel()
	question := questionnaire.Question{
		Text: strings.Repeat("word ", 16), Why: "not read by everybody",
		Options: []questionnaire.Option{{Text: strings.Repeat("word ", 4)}, {Text: strings.Repeat("word\n", 4)}},
	}
	if got := question.TimeToAnswer(); got != 11*time.Second {
		t.Errorf("24 words: %s, want 6 s to read and 5 s to choose", got)
	}
	for needed, want := range map[time.Duration]int{0: 0, time.Second: 1, 89 * time.Second: 1, 90 * time.Second: 2, 10 * time.Minute: 10} {
		if got := questionnaire.RoundMinutes(needed); got != want {
			t.Errorf("%s is told as %d min, want %d", needed, got, want)
		}
	}
}

// TestShippedHints: the estimates in the shipped files are what the program tells.
func TestShippedHints(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"full", "quick", "launch", "dora"} {
		q := questionnairetest.Shipped(t, name)
		if hint, _ := q.Minutes.Float64(); hint != float64(q.MinutesToAnswer()) {
			t.Errorf("%s: minutes is %g, and the program tells %d", name, hint, q.MinutesToAnswer())
		}
	}
}
