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
// the question has it, not_applicable are options too. Where several options may apply, they stand with a plus between them, and []
// is none of them; what cannot apply stays left out. What supported the answer that was given is no support for
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
		given, ok := s.Given(question.ID)
		if !ok {
			given.Status = Skipped
		}
		if wanted := supposedAnswer(question, word, given); given.Word() != wanted.Word() || given.IsOpen() {
			supposed = supposed.With(q, question.ID, wanted)
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

// With returns the sheet with another answer to one question, which may decide that others are asked, or not. The sheet itself is
// not changed.
func (s *Sheet) With(q *questionnaire.Questionnaire, question string, answer Answer) *Sheet {
	other := *s
	other.Answers = maps.Clone(s.Answers)
	if other.Answers == nil {
		other.Answers = map[string]Answer{}
	}
	other.Unasked = maps.Clone(s.Unasked)
	delete(other.Unasked, question)
	other.Answers[question] = answer
	return other.LeaveUnasked(q)
}

// supposedAnswer is the answer that a word stands for; given is the one that it takes the place of.
func supposedAnswer(question *questionnaire.Question, word string, given Answer) Answer {
	switch {
	case slices.Contains(questionnaire.ReservedOptions(), word):
		return Answer{Status: Status(word), Source: Supposed}
	case !question.Many:
		return Answer{Status: Answered, Option: word, Source: Supposed}
	}
	list, wanted := &List{}, optionsIn(word)
	for i := range question.Options {
		if id := question.Options[i].ID; slices.Contains(wanted, id) {
			list.Options = append(list.Options, id)
		}
	}
	if given.List != nil {
		list.NotApplicable = slices.DeleteFunc(slices.Clone(given.List.NotApplicable), func(left LeftOut) bool {
			return slices.Contains(wanted, left.Option)
		})
	}
	return Answer{Status: Answered, List: list, Source: Supposed}
}

// optionsIn are the options of a word for a list.
func optionsIn(word string) []string {
	if word == emptyList {
		return nil
	}
	return strings.Split(word, "+")
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
	return question, word, checkWord(question, word)
}

// checkWord holds a word against its question.
func checkWord(question *questionnaire.Question, word string) error {
	switch Status(word) {
	case NotApplicable:
		if !question.AllowNA {
			return fmt.Errorf("%s always applies and cannot be answered not_applicable; choose an option, or dont_know", question.ID)
		}
		return nil
	case DontKnow, Skipped:
		return nil
	case Answered: // a word like any other: perhaps the id of an option
	}
	return checkOptions(question, word)
}

// OfWord returns the answer to a question that a word stands for: one that Word could have returned. What cannot apply of a given list
// stays left out.
func OfWord(question *questionnaire.Question, word string, given Answer) (Answer, error) {
	if err := checkWord(question, word); err != nil {
		return Answer{}, err
	}
	return supposedAnswer(question, word, given), nil
}

// checkOptions holds the options of a change against its question.
func checkOptions(question *questionnaire.Question, word string) error {
	words := []string{word}
	if question.Many {
		words = optionsIn(word)
	}
	for i, id := range words {
		switch option := question.Option(id); {
		case option == nil:
			return fmt.Errorf("%s has no option %s; %s", question.ID, diag.Quote(id), nearOption(question, id))
		case slices.Contains(words[:i], id):
			return fmt.Errorf("%s names the option %s twice; keep one of the two", question.ID, id)
		case option.None && len(words) > 1:
			return fmt.Errorf("%s: %s says that nothing applies and cannot stand beside others", question.ID, id)
		}
	}
	return nil
}
