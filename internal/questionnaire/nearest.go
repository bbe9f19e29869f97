package questionnaire

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
)

// Nearest returns the id of the question that a name with a slip probably means, by its id, an earlier id or its title; "" where
// none is near.
func (q *Questionnaire) Nearest(name string) string {
	var ids, words vocabulary
	for i := range q.Questions {
		question := &q.Questions[i]
		ids.add(question.ID, question.ID)
		words.add(question.ID, append([]string{question.Title}, question.Was...)...)
	}
	return cmp.Or(ids.nearest(name), words.nearest(name))
}

// Nearest returns the id of the option that a word with a slip probably means, by its id or an earlier one, or that of the other
// words which the question takes; "" where none is near.
func (q *Question) Nearest(word string, others ...string) string {
	var words vocabulary
	for i := range q.Options {
		words.add(q.Options[i].ID, append([]string{q.Options[i].ID}, q.Options[i].Was...)...)
	}
	for _, other := range others {
		words.add(other, other)
	}
	return words.nearest(word)
}

// vocabulary are words by which things can be called, each with the id that it stands for.
type vocabulary struct{ words, ids []string }

func (v *vocabulary) add(id string, words ...string) {
	for _, word := range words {
		v.words, v.ids = append(v.words, word), append(v.ids, id)
	}
}

func (v *vocabulary) nearest(name string) string {
	if at := slices.Index(v.words, diag.Nearest(name, v.words)); at >= 0 {
		return v.ids[at]
	}
	return ""
}
