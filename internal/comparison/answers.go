package comparison

import (
	"maps"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Answers compares the answers.
type Answers struct {
	// Asked is how many questions both results have.
	Asked int `json:"asked"`
	// Changed is in the order of the later result; questions that only the earlier one has come last.
	Changed []AnswerChange `json:"changed"`
	// Remarked are the questions with the same answer and a different note, reason, evidence or review day.
	Remarked []string `json:"remarked"`
}

// AnswerChange is a question whose answer changed, or that only one result has.
type AnswerChange struct {
	Question string      `json:"question"`
	Axis     report.Text `json:"axis"`
	Measures string      `json:"measures"`
	// Prompt is the question in words.
	Prompt string `json:"prompt"`
	Kind   string `json:"kind"`
	Before Said   `json:"before"`
	After  Said   `json:"after"`
	// Change is how far the value moved: a position (-1..1), a level (0..4) or a metric value (0..10).
	Change *float64 `json:"change"`
	// Added and Removed are the options of a list that were chosen on one side only; nil, and left out, for any other answer.
	Added   []Listed `json:"added,omitzero"`
	Removed []Listed `json:"removed,omitzero"`
}

// Listed is an option of a list.
type Listed struct {
	Option string `json:"option"`
	Text   string `json:"text"`
}

// Said is an answer. All fields are empty when the result does not have the question.
type Said struct {
	Status report.Text `json:"status"`
	Option report.Text `json:"option"`
	// Options are those chosen of a question of which several may apply; left out for any other.
	Options []string `json:"options,omitzero"`
	// Text is the option in words.
	Text  report.Text `json:"text"`
	Value *float64    `json:"value"`
	Note  report.Text `json:"note"`
}

// The kinds of a changed answer.
const (
	// OtherOption is another option of the same question.
	OtherOption = "option"
	// NowAnswered and NoLongerAnswered are about a question that was open or not applicable on the other side.
	NowAnswered      = "answered"
	NoLongerAnswered = "unanswered"
	// OtherStatus is a change between don't know, skipped and not applicable.
	OtherStatus = "status"
	// NewQuestion and RemovedQuestion are in one result only; new is also one that the earlier answers leave open because they
	// were written for another version of the questionnaire.
	NewQuestion     = "new_question"
	RemovedQuestion = "removed_question"
)

func (c *pairing) compareAnswers() Answers {
	compared := Answers{Asked: c.countCommon(), Changed: []AnswerChange{}, Remarked: []string{}}
	for _, answer := range c.answered {
		was, now := answer.was, answer.now
		switch {
		case was == nil || now == nil || !isSame(was, now):
			compared.Changed = append(compared.Changed, c.changeOf(was, now))
		case !isRemarkedAlike(was, now):
			compared.Remarked = append(compared.Remarked, now.Question)
		}
	}
	return compared
}

// isSame reports whether two answers are the same, ignoring notes.
func isSame(was, now *report.Answer) bool {
	return was.Status == now.Status && was.Option == now.Option && slices.Equal(was.Options, now.Options) &&
		slices.Equal(was.Unknown, now.Unknown) && maps.Equal(was.NotApplicable, now.NotApplicable)
}

func isRemarkedAlike(was, now *report.Answer) bool {
	return was.Note == now.Note && was.Reason == now.Reason && was.Evidence == now.Evidence && was.Reviewed == now.Reviewed
}

// changeOf describes a change; either answer is nil where the result does not have the question.
func (c *pairing) changeOf(was, now *report.Answer) AnswerChange {
	about := now
	if now == nil {
		about = was
	}
	change := AnswerChange{
		Question: about.Question, Axis: about.Axis, Measures: about.Measures, Prompt: about.Prompt,
		Kind: c.kindOfChange(was, now), Before: saidOf(was), After: saidOf(now),
	}
	change.Change = changeBetween(change.Before.Value, change.After.Value)
	if was != nil && now != nil && was.Options != nil && now.Options != nil {
		change.Added, change.Removed = onlyIn(now, was), onlyIn(was, now)
	}
	return change
}

// onlyIn are the options of a list that the other one does not have, in the order of the questionnaire.
func onlyIn(answer, other *report.Answer) []Listed {
	only := []Listed{}
	for _, listed := range answer.Listed {
		if listed.Status == report.Present && !slices.Contains(other.Options, listed.Option) {
			only = append(only, Listed{Option: listed.Option, Text: listed.Text})
		}
	}
	return only
}

func (c *pairing) kindOfChange(was, now *report.Answer) string {
	switch {
	case was == nil, c.isNewlyAsked(was, now):
		return NewQuestion
	case now == nil:
		return RemovedQuestion
	case was.IsAnswered() && now.IsAnswered():
		return OtherOption
	case now.IsAnswered():
		return NowAnswered
	case was.IsAnswered():
		return NoLongerAnswered
	}
	return OtherStatus
}

func saidOf(answer *report.Answer) Said {
	if answer == nil {
		return Said{}
	}
	return Said{
		Status: report.Text(answer.Status), Option: answer.Option, Options: answer.Options, Text: answer.Text,
		Value: answer.Value, Note: answer.Note,
	}
}
