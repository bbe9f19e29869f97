package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// unconfirmed marks an answer that no person gave.
const unconfirmed = "suggested by the repository, not confirmed"

// titleOf is what a question is called where its text would be too long.
func titleOf(question *questionnaire.Question) string { return cmp.Or(question.Title, question.ID) }

// inWords describes an answer in one line, a single option with the number that it is shown with.
func inWords(question *questionnaire.Question, answer answers.Answer) string {
	text := describeAnswer(question, answer)
	for n, option := range question.Shown() {
		if answer.Status == answers.Answered && option.ID == answer.Option {
			return fmt.Sprintf("%d. %s", n+1, text)
		}
	}
	return text
}

// describeAnswer describes an answer in one line, with what is noted on it.
func describeAnswer(question *questionnaire.Question, answer answers.Answer) string {
	text := describeChoice(question, answer)
	if answer.Status == answers.Answered && answer.Source == answers.Repository {
		text += " | " + unconfirmed
	}
	if answer.Note != "" {
		text += " | note: " + answer.Note
	}
	if answer.Evidence != "" {
		text += " | evidence: " + answer.Evidence
	}
	return text
}

// describeChoice is the text of the option that was chosen, or says what the person answered instead.
func describeChoice(question *questionnaire.Question, answer answers.Answer) string {
	switch answer.Status {
	case answers.Answered:
		if answer.List != nil {
			return describeList(question, answer.List)
		}
		return question.Option(answer.Option).Text
	case answers.DontKnow:
		return "don't know"
	case answers.NotApplicable:
		if answer.Reason != "" {
			return "does not apply: " + answer.Reason
		}
		return "does not apply"
	case answers.Skipped:
	}
	return "no answer"
}

// describeList names the options that apply, those of which nobody knows, and those that cannot apply.
func describeList(question *questionnaire.Question, list *answers.List) string {
	texts := func(ids []string) string {
		var all []string
		for _, id := range ids {
			all = append(all, strings.TrimRight(question.Option(id).Text, "."))
		}
		return strings.Join(all, "; ")
	}
	text := cmp.Or(texts(list.Options), "none of these")
	if len(list.Unknown) > 0 {
		text += " | unknown: " + texts(list.Unknown)
	}
	var out []string
	for _, left := range list.NotApplicable {
		out = append(out, left.Option)
	}
	if len(out) > 0 {
		text += " | does not apply: " + texts(out)
	}
	return text
}

// describeUndone says what an undo has brought back.
func describeUndone(question *questionnaire.Question, was, is answers.Answer) string {
	title := oneLine(titleOf(question))
	switch {
	case was.Note != is.Note:
		return "Undone: the note on " + title + "."
	case was.Evidence != is.Evidence:
		return "Undone: the evidence for " + title + "."
	case is.Status == answers.Skipped:
		return "Undone: " + title + " has no answer again."
	case is.Source == answers.Repository && was.Source != is.Source:
		return "Undone: " + title + " is a suggestion again."
	}
	return "Undone: " + title + " is again " + english.Quote(oneLine(describeChoice(question, is))) + "."
}

// describeExtent says how long a questionnaire is.
func describeExtent(q *questionnaire.Questionnaire) string {
	extent := fmt.Sprintf("%s, about %d min", english.Count(len(q.Questions), "question"), q.MinutesToAnswer())
	if slices.ContainsFunc(q.Questions, func(question questionnaire.Question) bool { return question.AskIf != nil }) {
		return "up to " + extent
	}
	return extent
}

// describeDraft says how far a draft is, to tell drafts apart. A question is done when it was answered with "don't know", too.
func describeDraft(draft *interview.Draft) string {
	done := 0
	for _, answer := range draft.Sheet.Answers {
		if answer.Status != answers.Skipped {
			done++
		}
	}
	text := english.Count(done, "question") + " done"
	if !draft.Saved.IsZero() {
		text += draft.Saved.Format(", saved on 2 January 2006 at 15:04")
	}
	return text
}

// describeUnfinished says what a draft is about and how far it is, to choose one to continue.
func describeUnfinished(draft *interview.Unfinished) string {
	return fmt.Sprintf("%s: %d of %d done%s (%s)", cmp.Or(draft.Subject, "a service without a name"),
		draft.Answered, draft.Total, draft.Saved.Format(", saved on 2 January 2006 at 15:04"), draft.Questionnaire)
}

// countAnswers counts the kinds of answers, without any weight.
func countAnswers(s *interview.Session) string {
	count := map[answers.Status]int{}
	for i := range s.Len() {
		count[s.Answer(i).Status]++
	}
	parts := []string{fmt.Sprintf("%d of %d answered", count[answers.Answered], s.Len())}
	for _, kind := range []struct {
		n     int
		words string
	}{
		{count[answers.DontKnow], "unknown"},
		{count[answers.NotApplicable], "not applicable"},
		{count[answers.Skipped], "open"},
		{len(s.FindUnconfirmed()), "for you to confirm or change"},
		{s.NotAsked(), "not asked because of other answers"},
	} {
		if kind.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", kind.n, kind.words))
		}
	}
	return strings.Join(parts, ", ") + "."
}

// oneLine makes text safe to show within a line.
func oneLine(text string) string { return diag.Visible(strings.Join(strings.Fields(text), " ")) }
