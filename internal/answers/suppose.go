package answers

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Suppose returns the sheet as it would be with other answers, and the ids of the questions they are to, in the
// questionnaire's order. Each change is QUESTION=OPTION, with commas between several; dont_know, skipped and, where
// the question has it, not_applicable are options too. What supported the answer that was given is no support for
// another one and is left out. An answer that was given already stays as it is. The sheet itself is not changed.
func (s *Sheet) Suppose(q *questionnaire.Questionnaire, changes ...string) (*Sheet, []string, error) {
	supposed, words := s, map[string]string{}
	for part := range strings.SplitSeq(strings.Join(changes, ","), ",") {
		question, word, err := changeOf(q, part)
		if err != nil {
			return nil, nil, err
		}
		if earlier, twice := words[question.ID]; twice {
			return nil, nil, fmt.Errorf("%s is changed twice, to %s and to %s; keep one of the two", question.ID, earlier, word)
		}
		words[question.ID] = word
		if s.Get(question.ID).Word() != word {
			supposed = supposed.With(question.ID, supposedAnswer(word))
		}
	}
	var changed []string
	for i := range q.Questions {
		if _, found := words[q.Questions[i].ID]; found {
			changed = append(changed, q.Questions[i].ID)
		}
	}
	return supposed, changed, nil
}

// With returns the sheet with another answer to one question. The sheet itself is not changed.
func (s *Sheet) With(question string, answer Answer) *Sheet {
	other := *s
	other.Answers = maps.Clone(s.Answers)
	if other.Answers == nil {
		other.Answers = map[string]Answer{}
	}
	other.Answers[question] = answer
	return &other
}

func supposedAnswer(word string) Answer {
	if slices.Contains(questionnaire.ReservedOptions(), word) {
		return Answer{Status: Status(word), Source: Supposed}
	}
	return Answer{Status: Answered, Option: word, Source: Supposed}
}

// changeOf reads one change and holds it against the questionnaire.
func changeOf(q *questionnaire.Questionnaire, text string) (question *questionnaire.Question, word string, err error) {
	name, word, found := strings.Cut(text, "=")
	name, word = strings.TrimSpace(name), strings.TrimSpace(word)
	question = q.Question(name)
	if question != nil && word == "" {
		return nil, "", fmt.Errorf("%[1]s has no option behind it; write %[1]s=OPTION and %[2]s", name, nearOption(question, word))
	}
	if !found || name == "" || word == "" {
		return nil, "", fmt.Errorf("%s is not a change of an answer; write QUESTION=OPTION, with commas between several", diag.Quote(text))
	}
	if question == nil {
		return nil, "", fmt.Errorf("%s is not a question of %s; %s", diag.Quote(name), q.ID, nearQuestion(q, name))
	}
	switch Status(word) {
	case NotApplicable:
		if !question.AllowNA {
			return nil, "", fmt.Errorf("%s always applies and cannot be answered not_applicable; choose an option, or dont_know", name)
		}
	case DontKnow, Skipped:
	default:
		if question.Option(word) == nil {
			return nil, "", fmt.Errorf("%s has no option %s; %s", name, diag.Quote(word), nearOption(question, word))
		}
	}
	return question, word, nil
}
