package form

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// words are what the page says besides the questionnaire, by key. A word in braces stands for a value. Those of the script may stand in
// the markup too.
type words struct {
	Markup map[string]string `json:"markup"`
	Script map[string]string `json:"script"`
}

func readWords() (*words, error) {
	text, err := readAll("words.json")
	if err != nil {
		return nil, err
	}
	var w words
	if err := json.Unmarshal([]byte(text), &w); err != nil {
		return nil, fmt.Errorf("read the words of the form: %w", err)
	}
	return &w, nil
}

// say returns the words of a key, with values in the place of their names; it fails for a key that there is not.
func (w *words) say(key string, namesAndValues ...string) (string, error) {
	text := cmp.Or(w.Markup[key], w.Script[key])
	if text == "" {
		return "", fmt.Errorf("the form has no words for %q", key)
	}
	for pair := range slices.Chunk(namesAndValues, 2) {
		text = strings.ReplaceAll(text, "{"+pair[0]+"}", pair[1])
	}
	return text, nil
}

// describeExtent says how long a questionnaire is.
func describeExtent(q *questionnaire.Questionnaire) string {
	extent := fmt.Sprintf("%s, about %s", english.Count(len(q.Questions), "question"), english.Count(q.MinutesToAnswer(), "minute"))
	if slices.ContainsFunc(q.Questions, func(question questionnaire.Question) bool { return question.AskIf != nil }) {
		return "Up to " + extent
	}
	return extent
}
