package gate

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// CompareSaved compares two saved results, for when the answers of neither can be scored again.
func CompareSaved(now, before *report.Document) Comparison {
	switch {
	case now.Verdict.Quadrant != nil || now.Verdict.Kind() != before.Verdict.Kind():
		return Comparison{Remark: otherKind}
	case now.Questionnaire.Digest == before.Questionnaire.Digest:
		return Comparison{now: savedResult(now), before: savedResult(before), withdrawn: withdrawnAnswers(now, before)}
	}
	return Comparison{now: savedResult(now), before: savedResult(before), withdrawn: withdrawnAnswers(now, before), Remark: fmt.Sprintf(
		"The questionnaires differ (%s %s before, %s %s now), and the figures are compared as they were recorded: "+
			"part of a change may come from the questionnaire.",
		before.Questionnaire.ID, before.Questionnaire.Version, now.Questionnaire.ID, now.Questionnaire.Version)}
}

const otherKind = "The earlier result is of another kind and cannot be compared."

// Compare compares a run with an earlier result. If both were scored alike, it compares the figures as documents hold
// them, so that rounding is never a change. If the questionnaire has changed, it compares only what both have: the
// answers of both to the questions that both asked, scored with the questionnaire of the run, so that a change of the
// questionnaire does not look like a change of the team.
func Compare(q *questionnaire.Questionnaire, sheet *answers.Sheet, now, before *report.Document) Comparison {
	plain := CompareSaved(now, before)
	if plain.Remark == "" || plain.Remark == otherKind {
		return plain
	}
	shared, earlier := commonPart(q, before)
	if len(shared.Questions) == 0 {
		return Comparison{Remark: fmt.Sprintf("The earlier result, of %s %s, has no question in common with this one.",
			before.Questionnaire.ID, before.Questionnaire.Version)}
	}
	return Comparison{now: scoreResult(shared, sheet), before: scoreResult(shared, earlier), withdrawn: plain.withdrawn, Remark: fmt.Sprintf(
		"The questionnaires differ (%s %s before, %s %s now): compared on the %s that both have, scored the same way.",
		before.Questionnaire.ID, before.Questionnaire.Version, q.ID, q.Version, english.Count(len(shared.Questions), "question"))}
}

func scoreResult(q *questionnaire.Questionnaire, sheet *answers.Sheet) result {
	scored := score.Score(q, sheet)
	made := result{figures: advice.NewFacts(q, sheet, scored).Figures()}
	if leaning := scored.Leaning; leaning != nil {
		made.fixed = leaning.Robustness != nil && leaning.Robustness.Side.Steps == nil
	}
	if readiness := scored.Readiness; readiness != nil {
		made.state = readiness.State
	}
	return made
}

// commonPart returns the part of a questionnaire that an earlier result answers too, and its answers. A question whose
// chosen option no longer exists is left out: nobody knows what would have been chosen instead.
func commonPart(q *questionnaire.Questionnaire, before *report.Document) (*questionnaire.Questionnaire, *answers.Sheet) {
	shared := *q
	shared.Questions, shared.Axes = nil, nil
	sheet := &answers.Sheet{Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		question := &q.Questions[i]
		at := slices.IndexFunc(before.Answers, func(a report.Answer) bool { return a.Question == question.ID })
		if at < 0 || !fitsQuestion(question, &before.Answers[at]) {
			continue
		}
		given := &before.Answers[at]
		sheet.Answers[question.ID] = answers.Answer{
			Status: answers.Status(given.Status), Option: string(given.Option), List: given.List(), NotAsked: given.NotAsked,
		}
		shared.Questions = append(shared.Questions, *question)
	}
	for _, axis := range q.Axes {
		// As on loading a questionnaire: an axis without questions is dropped.
		if slices.ContainsFunc(shared.Questions, func(question questionnaire.Question) bool { return question.Axis == axis.ID }) {
			shared.Axes = append(shared.Axes, axis)
		}
	}
	return &shared, sheet
}

func fitsQuestion(question *questionnaire.Question, given *report.Answer) bool {
	if string(question.Measures) != given.Measures {
		return false
	}
	if question.Many != (given.Listed != nil) {
		return false
	}
	chosen := given.Options
	if given.Option != "" {
		chosen = []string{string(given.Option)}
	}
	return !slices.ContainsFunc(chosen, func(id string) bool { return question.Option(id) == nil })
}
