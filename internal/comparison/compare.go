package comparison

import (
	"cmp"
	"fmt"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Compare compares two results without changing them. If CheckComparable returns an error, the verdict has no members
// and the rest is what can still be compared.
func Compare(before, after *report.Document) *Comparison {
	c := pairOf(before, after)
	compared := &Comparison{
		Schema: Schema, Tool: after.Tool,
		Before: sideOf(before), After: sideOf(after), Basis: c.compareBasis(),
		Titles: c.titles(), Answers: c.compareAnswers(), Warnings: c.compareWarnings(), Recommendations: c.compareSteps(),
		Commitments: after.Commitments,
	}
	c.compareVerdicts(compared)
	compared.Notes = compared.NotesWith(asIs)
	return compared
}

// titles are those of the later result where both have a question.
func (c *pairing) titles() map[string]string {
	titles := map[string]string{}
	for _, answer := range c.answered {
		asked := cmp.Or(answer.now, answer.was)
		titles[asked.Question] = cmp.Or(asked.Title, asked.Question)
	}
	return titles
}

// compareVerdicts compares the verdicts, which have to be of the same kind.
func (c *pairing) compareVerdicts(compared *Comparison) {
	switch was, now := c.before.Verdict, c.after.Verdict; {
	case was.Quadrant != nil && now.Quadrant != nil:
		compared.Metrics = c.compareMetrics()
		compared.Verdict.Quadrant = quadrantOf(was.Quadrant, now.Quadrant)
	case was.Readiness != nil && now.Readiness != nil:
		compared.Checked = c.compareChecked()
		compared.Verdict.Readiness = c.compareReadiness(was.Readiness, now.Readiness, compared.Checked)
	case was.Leaning != nil && now.Leaning != nil:
		compared.Axes = c.compareAxes()
		compared.Verdict.Leaning = c.compareLeaning(was.Leaning, now.Leaning, compared.Axes)
	}
}

// CheckComparable returns why two results cannot be compared: they are of different kinds, or share no question.
func CheckComparable(before, after *report.Document) error {
	if before.Verdict.Kind() != after.Verdict.Kind() {
		return fmt.Errorf("one result is %s, the other %s: they measure different things", kindOf(before), kindOf(after))
	}
	if before.Questionnaire.ID == after.Questionnaire.ID || pairOf(before, after).countCommon() > 0 {
		return nil
	}
	return fmt.Errorf("the questionnaires %s and %s have no question in common",
		diag.Quote(before.Questionnaire.ID), diag.Quote(after.Questionnaire.ID))
}

func kindOf(doc *report.Document) string {
	kind := "a quadrant of delivery outcomes"
	switch {
	case doc.Verdict.Leaning != nil:
		kind = "a leaning between SysOps and DevOps"
	case doc.Verdict.Readiness != nil:
		kind = "a state of readiness"
	}
	return fmt.Sprintf("%s (questionnaire %s)", kind, diag.Quote(doc.Questionnaire.ID))
}

// pairing holds two results and lookups into both.
type pairing struct {
	before, after *report.Document
	// answered are the questions of both with their answers.
	answered []pair[report.Answer]
	// was and now are the answers by question.
	was, now map[string]*report.Answer
	// styles, needs and levels are the answers that make practice, situation and readiness.
	styles, needs, levels counted
	// alike: both were scored with the same content, so every difference comes from the answers.
	alike bool
}

func pairOf(before, after *report.Document) *pairing {
	c := &pairing{
		before: before, after: after, alike: sameQuestionnaire(before.Questionnaire, after.Questionnaire),
		answered: matchByID(before.Answers, after.Answers, questionID),
		was:      byID(before.Answers, questionID), now: byID(after.Answers, questionID),
	}
	c.styles = counted{was: styleParts(before), now: styleParts(after)}
	c.needs = counted{was: answerParts(before, questionnaire.Context), now: answerParts(after, questionnaire.Context)}
	c.levels = counted{was: answerParts(before, questionnaire.Readiness), now: answerParts(after, questionnaire.Readiness)}
	return c
}

// isNewlyAsked reports a question that the earlier answers leave open because they were written for another version of the
// questionnaire, as far as anybody can tell.
func (c *pairing) isNewlyAsked(was, now *report.Answer) bool {
	before, after := c.before.Questionnaire, c.after.Questionnaire
	return was != nil && now != nil && before.ID == after.ID && before.AnswersFor != "" && before.AnswersFor != after.AnswersFor &&
		answers.Status(was.Status) == answers.Skipped && answers.Status(now.Status) != answers.Skipped
}

// sameQuestionnaire treats a missing digest as a different one.
func sameQuestionnaire(a, b report.QuestionnaireRef) bool {
	return a.Digest != "" && a.Digest == b.Digest
}

// countCommon counts the questions that both results have, without those that the earlier answers were too early for.
func (c *pairing) countCommon() int {
	count := 0
	for _, answer := range c.answered {
		if answer.was != nil && answer.now != nil && !c.isNewlyAsked(answer.was, answer.now) {
			count++
		}
	}
	return count
}

func sideOf(doc *report.Document) Side {
	side := Side{
		Tool: doc.Tool, Questionnaire: doc.Questionnaire, Subject: doc.Subject, Team: doc.Team, Date: doc.Date,
		Respondent: doc.Respondent, Supposed: doc.WhatIf != nil, Asked: len(doc.Answers),
	}
	for i := range doc.Answers {
		if doc.Answers[i].IsAnswered() {
			side.Answered++
		}
	}
	return side
}
