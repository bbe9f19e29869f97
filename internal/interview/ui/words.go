package ui

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// unconfirmed marks an answer that no person gave.
const unconfirmed = "suggested by the repository, not confirmed"

// inWords describes an answer in one line.
func inWords(question *questionnaire.Question, answer answers.Answer) string {
	var text string
	switch answer.Status {
	case answers.Answered:
		text = question.Option(answer.Option).Text
		for n, option := range question.Shown() {
			if option.ID == answer.Option {
				text = fmt.Sprintf("%d. %s", n+1, option.Text)
			}
		}
	case answers.DontKnow:
		text = "don't know"
	case answers.NotApplicable:
		text = "does not apply"
		if answer.Reason != "" {
			text += ": " + answer.Reason
		}
	case answers.Skipped:
		text = "no answer"
	}
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

// describeExtent says how long a questionnaire is.
func describeExtent(q *questionnaire.Questionnaire) string {
	return fmt.Sprintf("%s, about %d min", english.Count(len(q.Questions), "question"), q.MinutesToAnswer())
}

// describeDraft says how much of a draft is answered, to tell drafts apart.
func describeDraft(draft *interview.Draft) string {
	text := english.Count(len(draft.Sheet.Answers), "answer")
	if !draft.Saved.IsZero() {
		text += draft.Saved.Format(", saved on 2 January 2006 at 15:04")
	}
	return text
}

// describeUnfinished says what a draft is about and how far it is, to choose one to continue.
func describeUnfinished(draft *interview.Unfinished) string {
	return fmt.Sprintf("%s: %d of %d answered%s (%s)", cmp.Or(draft.Subject, "a service without a name"),
		draft.Answered, draft.Total, draft.Saved.Format(", saved on 2 January 2006 at 15:04"), draft.Questionnaire)
}

// oneLine makes text safe to show within a line.
func oneLine(text string) string { return diag.Visible(strings.Join(strings.Fields(text), " ")) }
