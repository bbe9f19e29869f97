package report

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
)

// CausesShown is how many answers a because-list gives in words; the others are named by id, since a condition on a whole
// axis rests on many.
const CausesShown = 3

// causeWords names the first answers that something follows from: each id with the words of the answer.
func causeWords(causes []Cause, said func(string) string) []string {
	var parts []string
	for _, cause := range causes[:min(len(causes), CausesShown)] {
		answer := said(cause.Text)
		if cause.Option == "" {
			answer = "(" + answer + ")"
		} else {
			answer = english.Quote(answer)
		}
		parts = append(parts, said(cause.Question)+" "+answer)
	}
	return parts
}

// BecauseInShort names the first answers that something follows from and counts the others, for a place that has the full
// account further down.
func BecauseInShort(causes []Cause, said func(string) string) string {
	parts := causeWords(causes, said)
	if rest := len(causes) - len(parts); rest > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", rest))
	}
	return strings.Join(parts, "; ")
}

// BecauseInFull names all answers that something follows from, those beyond the first ones by their ids.
func BecauseInFull(causes []Cause, said func(string) string) string {
	words := strings.Join(causeWords(causes, said), "; ")
	if len(causes) <= CausesShown {
		return words
	}
	var ids []string
	for _, cause := range causes[CausesShown:] {
		ids = append(ids, said(cause.Question))
	}
	return words + "; also " + strings.Join(ids, ", ")
}
