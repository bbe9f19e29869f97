package survey

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

func TestSplitChoices(t *testing.T) {
	t.Parallel()
	question := &questionnaire.Question{ID: "a", Many: true, Options: []questionnaire.Option{
		{ID: "one", Text: "A"}, {ID: "two", Text: "A, B"}, {ID: "three", Text: "B, C"}, {ID: "four", Text: "D; with, more | parts"},
	}}
	choices := choicesOf(question, nil)
	for text, want := range map[string][]string{
		"A":                            {"A"},
		"A, B":                         {"A, B"},
		"A, B, C":                      {"A", "B, C"},
		"A; B, C;":                     {"A", "B, C"},
		"A|B":                          {"A|B"},
		"D; with, more | parts, A":     {"D; with, more | parts", "A"},
		"x, A, y, B":                   {"x", "A", "y", "B"},
		"one;two":                      {"one", "two"},
		"A\nB, C":                      {"A", "B, C"},
		", ;":                          nil,
		"B (three), C":                 {"B (three)", "C"},
		"D; with, more | parts (four)": {"D; with, more | parts (four)"},
	} {
		if got := splitChoices(choices, text); !slices.Equal(got, want) {
			t.Errorf("%q is cut into %q, want %q", text, got, want)
		}
	}
}

// Whatever is chosen and whatever a tool puts between, a cell is cut into just that: no text of an option is made of others.
func TestListsOfShippedQuestionsAreCut(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick", "dora", "launch", "frozen_launch"} {
		q := questionnairetest.Named(t, id)
		rapid.Check(t, func(t *rapid.T) {
			question := &q.Questions[rapid.IntRange(0, len(q.Questions)-1).Draw(t, "question")]
			var texts []string
			for _, option := range question.Options {
				if rapid.Bool().Draw(t, "chosen") {
					texts = append(texts, rapid.SampledFrom([]string{option.Text, option.ID, option.Text + " (" + option.ID + ")"}).Draw(t, "as"))
				}
			}
			between := rapid.SampledFrom([]string{", ", ",", ";", "; ", "|", "\n"}).Draw(t, "between")
			if got := splitChoices(choicesOf(question, nil), strings.Join(texts, between)); !slices.Equal(got, texts) {
				t.Fatalf("%q parted by %q is cut into %q", texts, between, got)
			}
		})
	}
}
