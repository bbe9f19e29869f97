package challenge

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// caseOfStates is the case against the state of a checklist: for ready, that answers are not shown by anything; for any other state,
// that points are met.
func (b *builder) caseOfStates(c *Case) {
	now := score.State(b.hearing.Verdict)
	b.addTurns(c, func(verdict string) bool {
		return isBetter(now, score.State(verdict)) != (now == score.Ready) && verdict != string(now)
	})
	if now == score.Ready {
		c.Practice = b.points(func(_ *questionnaire.Question, given answers.Answer) bool { return given.Evidence == "" })
		return
	}
	unmet := b.Result.Verdict.OverallReadiness().Unmet
	c.Practice = b.points(func(question *questionnaire.Question, _ answers.Answer) bool {
		return !slices.ContainsFunc(unmet, func(u report.Unmet) bool { return u.Question == question.ID })
	})
	for i := range b.Result.Recommendations {
		if item := &b.Result.Recommendations[i]; len(c.Items) < mostArguments {
			c.Items = append(c.Items, Item{item.ID, item.Title, item.FirstStep, item.Why})
		}
	}
}

// isBetter reports that a state is better than another.
func isBetter(than, state score.State) bool {
	states := []score.State{score.NotReady, score.Gaps, score.Ready}
	return slices.Index(states, state) > slices.Index(states, than)
}

// points are the answered points of a checklist that hold what is asked, critical ones first, then those of most weight.
func (b *builder) points(holds func(question *questionnaire.Question, given answers.Answer) bool) []Argument {
	var list []weighed
	for i := range b.Questionnaire.Questions {
		question := &b.Questionnaire.Questions[i]
		given := b.Sheet.Get(question.ID)
		if question.Measures != questionnaire.Readiness || given.Status != answers.Answered || !holds(question, given) {
			continue
		}
		weight := new(big.Rat).Set(question.Weight)
		if question.Critical {
			weight.Add(weight, big.NewRat(1_000_000, 1))
		}
		list = append(list, weighed{Argument{
			Question: question.ID, Title: question.Title, Option: report.Text(given.Word()), Text: textOf(question, given),
		}, weight})
	}
	return strongest(list)
}
