package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
)

// CausesShown is to how many questions a because-list gives the answers in words; the others are named by title, since a condition
// on a whole axis rests on many.
const CausesShown = 3

// BecauseInShort names the first answers that something follows from and counts the other questions, for a place that has the
// full account further down. saidBy is nil for one respondent.
func BecauseInShort(causes []Cause, saidBy *SaidBy, said func(string) string) string {
	parts, left := becauseWords(causes, saidBy, said)
	if len(left) > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", len(left)))
	}
	return strings.Join(parts, "; ")
}

// BecauseInFull names all answers that something follows from, those beyond the first ones by the titles of their questions.
func BecauseInFull(causes []Cause, saidBy *SaidBy, said func(string) string) string {
	parts, left := becauseWords(causes, saidBy, said)
	words := strings.Join(parts, "; ")
	if len(left) > 0 {
		words += "; also " + strings.Join(left, ", ")
	}
	return words
}

// becauseWords are the answers to the first questions that something follows from, and the titles of the others. Several
// respondents can have given several answers to one question.
func becauseWords(causes []Cause, saidBy *SaidBy, said func(string) string) (parts, left []string) {
	for i := range causes {
		cause := &causes[i]
		title, answer := said(cmp.Or(cause.Title, cause.Question)), cause.answer(saidBy, said)
		isNew := i == 0 || cause.Question != causes[i-1].Question
		switch {
		case isNew && len(parts) == CausesShown:
			left = append(left, title)
		case isNew:
			parts = append(parts, title+" "+answer)
		case len(left) == 0:
			parts[len(parts)-1] += ", " + answer
		}
	}
	return parts, left
}

// answer is the answer in words, with how many of several respondents gave it.
func (c *Cause) answer(saidBy *SaidBy, said func(string) string) string {
	words, people := said(c.Text), c.people(saidBy)
	switch {
	case c.Option == "" && people == "":
		return "(" + words + ")"
	case c.Option == "":
		return "(" + words + ", " + people + ")"
	case people == "":
		return english.Quote(words)
	}
	return english.Quote(words) + " (" + people + ")"
}

// people is how many of several respondents gave an answer; empty for one respondent.
func (c *Cause) people(saidBy *SaidBy) string {
	switch {
	case saidBy == nil:
		return ""
	case c.Count == nil:
		return "some of you"
	case *c.Count == saidBy.Of:
		return "all of you"
	}
	return fmt.Sprintf("%d of you", *c.Count)
}

// Words is how many of several respondents say something: "4 of 5 of you".
func (s *SaidBy) Words() string {
	switch {
	case s.Count < s.Of:
		return fmt.Sprintf("%d of %d of you", s.Count, s.Of)
	case s.Of == 2:
		return "both of you"
	}
	return fmt.Sprintf("all %d of you", s.Of)
}

// SaidBySentence says how many of several respondents a warning follows from, and marks it as disputed where not from all; empty
// for one respondent.
func (w *Warning) SaidBySentence() string {
	if w.SaidBy == nil {
		return ""
	}
	verb := "say"
	if w.SaidBy.Count == 1 {
		verb = "says"
	}
	sentence := w.SaidBy.Words() + " " + verb + " so"
	if w.Disputed {
		return "Disputed: " + sentence + ", the others do not."
	}
	return english.Capital(sentence) + "."
}
