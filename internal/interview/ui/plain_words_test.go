package ui_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/interview/ui"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestPlainWords holds what words mean at the second question of shipped questionnaires, with the first one answered.
func TestPlainWords(t *testing.T) {
	t.Parallel()
	const none, first = "", "first option"
	tests := []struct {
		typed string
		// says is a part of what is printed.
		says string
		// at is the question where the person is afterwards, from 1.
		at int
		// word is the answer to the second question as a file writes it; first stands for its first option as shown.
		word string
	}{
		{"1", "1. ", 3, first},
		{" 1 ", "1. ", 3, first},
		{"d", "don't know", 3, "dont_know"},
		{"D", "don't know", 3, "dont_know"},
		{"don't know", "don't know", 3, "dont_know"},
		{"Don’t  Know", "don't know", 3, "dont_know"},
		{"dont know", "don't know", 3, "dont_know"},
		{"dont_know", "don't know", 3, "dont_know"},
		{"I don't know", "don't know", 3, "dont_know"},
		{"s", "no answer", 3, "skipped"},
		{"SKIP", "no answer", 3, "skipped"},
		{"skipped", "no answer", 3, "skipped"},
		{"?", "don't know, skip, back", 2, none},
		{"h", "don't know, skip, back", 2, none},
		{"Help", "don't know, skip, back", 2, none},
		{"b", "Question 1 of", 1, none},
		{"Back", "Question 1 of", 1, none},
		{"u", "Undone: ", 1, none},
		{"undo", "Undone: ", 1, none},
		{"y", "Why: ", 2, none},
		{"Why", "Why: ", 2, none},
		{"n since spring", "Note kept.", 2, "skipped"},
		{"Note since spring", "Note kept.", 2, "skipped"},
		{"evidence https://example.com", "Evidence kept.", 2, "skipped"},
		{"find rollback", "Number of the question", 2, none},
		{"overview", "Number of the question", 2, none},
		{"save /b/other.yaml", "All answers are saved in /b/other.yaml", 2, none},
		{"p", "The page is written at the end", 2, none},
		{"q", "", 2, none},
		{"Quit", "", 2, none},
		{"exit", "", 2, none},
		{"quit?", `"quit?" is not a valid answer.`, 2, none},
		{"2 second", `"2 second" is not a valid answer.`, 2, none},
		{"help me", `"help me" is not a valid answer.`, 2, none},
		{"back to it", "is not a valid answer.", 2, none},
		{"0", "is not a valid answer. Type a number from 1 to ", 2, none},
		{"99", "is not a valid answer.", 2, none},
		{"-1", "is not a valid answer.", 2, none},
		{"perhaps", "is not a valid answer.", 2, none},
		{"", "There is no answer yet. Type a number, d for don't know, or s to skip.", 2, none},
	}
	for _, id := range []string{"full", "quick"} {
		q := questionnairetest.Shipped(t, id)
		for _, test := range tests {
			t.Run(id+" "+test.typed, func(t *testing.T) {
				t.Parallel()
				session, said := typeAtSecond(t, q, test.typed)
				want := test.word
				if want == first {
					want = q.Questions[1].Shown()[0].ID
				}
				answer, answered := session.Sheet().Answers[q.Questions[1].ID]
				if answered != (want != none) || answered && answer.Word() != want {
					t.Errorf("the answer is %+v, want %q", answer, want)
				}
				if session.Current() != test.at-1 || !strings.Contains(said, test.says) {
					t.Errorf("at question %d, want %d; %q is not in\n%s", session.Current()+1, test.at, test.says, said)
				}
			})
		}
	}
}

// TestPlainOptionsByName holds that each option of the shipped questionnaires is chosen by its id and by its text.
func TestPlainOptionsByName(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick", "dora", "launch"} {
		q := questionnairetest.Shipped(t, id)
		for i, option := range q.Questions[1].Shown() {
			for _, typed := range []string{option.ID, strings.ToUpper(option.ID), option.Text} {
				session, said := typeAtSecond(t, q, typed)
				if got := session.Answer(1).Option; got != option.ID {
					t.Errorf("%s: %q chooses %q, want option %d:\n%s", id, typed, got, i+1, said)
				}
			}
		}
	}
}

// typeAtSecond answers the first question, types a line at the second, and ends.
func typeAtSecond(t *testing.T, q *questionnaire.Questionnaire, typed string) (session *interview.Session, said string) {
	t.Helper()
	var out bytes.Buffer
	opening := &interview.Opening{Questionnaire: known(q), Sheet: &answers.Sheet{}, Settled: true, Drafts: &memory{}}
	session, _ = ui.RunPlain(t.Context(), opening, ui.Terminal{In: strings.NewReader("1\n" + typed + "\n"), Out: &out, Echo: true})
	_, said, _ = strings.Cut(out.String(), "Question 2 of")
	return session, said
}
