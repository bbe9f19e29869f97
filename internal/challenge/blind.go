package challenge

import (
	"bytes"
	"crypto/sha256"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Blind returns the questionnaire with nothing but the questions of these ids, in its own order, and their options in an order
// that tells nothing: that of a hash of their ids, so that every file asks alike and nobody can read a pole, a level or an answer
// from the place of an option. It knows no answers, so that nothing of them can be in what is made from it.
func Blind(q *questionnaire.Questionnaire, ids []string) *questionnaire.Questionnaire {
	blind := *q
	blind.Questions, blind.Catalogue = nil, nil
	for i := range q.Questions {
		question := q.Questions[i]
		if slices.Contains(ids, question.ID) {
			question.Why = ""    // It may say which pole an answer points to.
			question.AskIf = nil // Asked of everybody: which of the others' answers it hangs on is not asked here.
			question.Options = mixOptions(question.ID, question.Options)
			blind.Questions = append(blind.Questions, question)
		}
	}
	blind.Axes = slices.DeleteFunc(slices.Clone(q.Axes), func(axis questionnaire.Axis) bool {
		return !slices.ContainsFunc(blind.Questions, func(question questionnaire.Question) bool { return question.Axis == axis.ID })
	})
	return &blind
}

func mixOptions(question string, options []questionnaire.Option) []questionnaire.Option {
	key := func(option questionnaire.Option) []byte {
		sum := sha256.Sum256([]byte(question + "\x00" + option.ID))
		return sum[:]
	}
	return slices.SortedFunc(slices.Values(options), func(a, b questionnaire.Option) int { return bytes.Compare(key(a), key(b)) })
}

// IDs are those of the questions of deciding answers, in the order of the questionnaire: the order of their weight would tell
// what hangs on them.
func IDs(q *questionnaire.Questionnaire, deciding []Deciding) []string {
	ids := []string{}
	for i := range q.Questions {
		if id := q.Questions[i].ID; slices.ContainsFunc(deciding, func(d Deciding) bool { return d.Question.ID == id }) {
			ids = append(ids, id)
		}
	}
	return ids
}

// BlindSheet is what others fill in: the service and its questionnaire, and no answer.
func BlindSheet(q *questionnaire.Questionnaire, subject, team string) *answers.Sheet {
	return &answers.Sheet{
		Questionnaire: q.ID, QuestionnaireVersion: q.Version, Subject: subject, Team: team, Answers: map[string]answers.Answer{},
	}
}
