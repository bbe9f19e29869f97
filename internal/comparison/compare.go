package comparison

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Compare lays two results beside each other. It changes neither. Where Comparable gives an error the verdict has no
// members and the rest is what can be said all the same.
func Compare(before, after *report.Document) *Comparison {
	c := pairOf(before, after)
	compared := &Comparison{
		Schema: Schema, Tool: after.Tool,
		Before: sideOf(before), After: sideOf(after), Basis: c.basis(),
		Answers: c.answers(), Warnings: c.warnings(), Recommendations: c.steps(),
	}
	c.judge(compared)
	compared.Notes = compared.NotesWith(asIs)
	return compared
}

// judge compares the verdicts, which is possible between two of a kind.
func (c *pairing) judge(compared *Comparison) {
	switch was, now := c.before.Verdict, c.after.Verdict; {
	case was.Quadrant != nil && now.Quadrant != nil:
		compared.Metrics = c.metrics()
		compared.Verdict.Quadrant = quadrantOf(was.Quadrant, now.Quadrant)
	case isLeaning(was) && isLeaning(now):
		compared.Axes = c.axes()
		compared.Verdict.Leaning = c.leaning(was.Leaning, now.Leaning, compared.Axes)
	}
}

// isLeaning agrees with the renderers of a result, for which a quadrant comes first where a file holds both.
func isLeaning(v report.Verdict) bool { return v.Leaning != nil && v.Quadrant == nil }

// Comparable tells why two results cannot be laid beside each other: they are of different kinds, or ask no question in common.
func Comparable(before, after *report.Document) error {
	if isLeaning(before.Verdict) != isLeaning(after.Verdict) {
		return fmt.Errorf("one result is %s, the other %s: they measure different things", kindOf(before), kindOf(after))
	}
	if before.Questionnaire.ID == after.Questionnaire.ID || pairOf(before, after).asked() > 0 {
		return nil
	}
	return fmt.Errorf("the questionnaires %s and %s have no question in common",
		diag.Quote(before.Questionnaire.ID), diag.Quote(after.Questionnaire.ID))
}

func kindOf(doc *report.Document) string {
	kind := "a quadrant of delivery outcomes"
	if isLeaning(doc.Verdict) {
		kind = "a leaning between SysOps and DevOps"
	}
	return fmt.Sprintf("%s (questionnaire %s)", kind, diag.Quote(doc.Questionnaire.ID))
}

// pairing is two results and what is looked up in both.
type pairing struct {
	before, after *report.Document
	// answered are the questions of both with what was said.
	answered []match[report.Answer]
	// was and now are the answers by question.
	was, now map[string]*report.Answer
	// styles, needs and levels are the answers that make the practice, the situation and the readiness.
	styles, needs, levels counted
	// alike reports that both were scored with the same content, so that every difference is one of answers.
	alike bool
}

func pairOf(before, after *report.Document) *pairing {
	c := &pairing{
		before: before, after: after, alike: alike(before.Questionnaire, after.Questionnaire),
		answered: matched(before.Answers, after.Answers, questionID),
		was:      byID(before.Answers, questionID), now: byID(after.Answers, questionID),
	}
	c.styles = counted{was: styleParts(before), now: styleParts(after)}
	c.needs = counted{was: answerParts(before, questionnaire.Context), now: answerParts(after, questionnaire.Context)}
	c.levels = counted{was: answerParts(before, questionnaire.Readiness), now: answerParts(after, questionnaire.Readiness)}
	return c
}

// alike takes an absent digest for another one.
func alike(a, b report.QuestionnaireRef) bool { return a.Digest != "" && a.Digest == b.Digest }

// asked counts the questions that both results have.
func (c *pairing) asked() int {
	count := 0
	for _, answer := range c.answered {
		if answer.was != nil && answer.now != nil {
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
