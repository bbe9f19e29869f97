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
func causeWords(causes []Cause) []string {
	var parts []string
	for _, cause := range causes[:min(len(causes), CausesShown)] {
		said := english.Quote(cause.Text)
		if cause.Option == "" {
			said = "(" + cause.Text + ")"
		}
		parts = append(parts, cause.Question+" "+said)
	}
	return parts
}

// BecauseInShort names the first answers that something follows from and counts the others, for a place that has the full
// account further down.
func BecauseInShort(causes []Cause) string {
	parts := causeWords(causes)
	if rest := len(causes) - len(parts); rest > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", rest))
	}
	return strings.Join(parts, "; ")
}

// BecauseInFull names all answers that something follows from, those beyond the first ones by their ids.
func BecauseInFull(causes []Cause) string {
	words := strings.Join(causeWords(causes), "; ")
	if len(causes) <= CausesShown {
		return words
	}
	var ids []string
	for _, cause := range causes[CausesShown:] {
		ids = append(ids, cause.Question)
	}
	return words + "; also " + strings.Join(ids, ", ")
}
