package report

import (
	"cmp"
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
)

// othersNamed is how many of the further questions that something follows from are named.
const othersNamed = 3

// BecauseOf names what something follows from: the first question with its answer, a few others by title, since a condition on a
// whole axis rests on many and all answers stand elsewhere. Several respondents can have given several answers to one question;
// saidBy is nil for one respondent; title makes text of the title of a question.
func BecauseOf(causes []Cause, saidBy *SaidBy, title func(question, title string) string, said func(string) string) string {
	var first string
	var others []string
	for i := range causes {
		cause := &causes[i]
		name, answer := title(cause.Question, cmp.Or(cause.Title, cause.Question)), cause.answer(saidBy, said)
		switch {
		case i == 0:
			first = name + " " + answer
		case cause.Question == causes[0].Question:
			first += ", " + answer
		case cause.Question != causes[i-1].Question:
			others = append(others, name)
		}
	}
	if len(others) == 0 {
		return first
	}
	if rest := len(others) - othersNamed; rest > 1 {
		others = append(others[:othersNamed], fmt.Sprintf("%d more", rest))
	}
	return first + "; also " + english.List(others)
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
	switch {
	case w.SaidBy == nil:
		return ""
	case w.Disputed:
		return "Disputed: " + w.SaidBy.Words() + "."
	}
	return english.Capital(w.SaidBy.Words()) + "."
}
