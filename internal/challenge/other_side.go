package challenge

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// mostArguments is how many arguments of each kind make a case: its strongest ones, and no list.
const mostArguments = 3

// verdictWith is the verdict with another answer to one question.
func verdictWith(q *questionnaire.Questionnaire, sheet *answers.Sheet, question string, answer answers.Answer) string {
	return VerdictOf(score.Figures(q, sheet.With(q, question, answer)))
}

// otherSide makes the strongest case against the verdict from what the respondent answered and from the catalogue.
func (b *builder) otherSide() *Case {
	c := &Case{Turns: []report.Change{}, Needs: []Argument{}, Limits: []Argument{}, Practice: []Argument{}, Items: []Item{}}
	if b.Result.Verdict.Leaning == nil {
		b.caseOfStates(c)
		return c
	}
	side := b.sideAgainst()
	turned := b.addTurns(c, func(verdict string) bool { return score.Advice(verdict).Side() == side })
	pole, directions := side, []string{string(side)}
	if side == score.Middle {
		pole = opposite(score.Advice(b.hearing.Verdict).Side())
		directions = []string{questionnaire.DirectionCombine, string(pole)}
	}
	c.Direction = report.Text(directions[0])
	c.Needs, c.Limits, c.Practice = b.needsFor(pole), b.limitsFor(pole), b.practiceFor(pole)
	c.Items = b.itemsFor(directions, append(turned, b.Sheet))
	return c
}

func opposite(side score.Side) score.Side {
	if side == score.DevOps {
		return score.SysOps
	}
	return score.DevOps
}

// sideAgainst is the side that the case is for: the one that those who were heard lead to, else the one that a deciding answer could
// lead to, else the pole that the verdict does not lead to. From a mix it is the pole that the service calls for more.
func (b *builder) sideAgainst() score.Side {
	own := score.Advice(b.hearing.Verdict).Side()
	for _, verdict := range append([]string{b.hearing.IfAll}, b.hearing.ByVoice...) {
		if side := score.Advice(verdict).Side(); side != own && side != "" {
			return side
		}
	}
	var among []score.Side
	for _, d := range b.deciding {
		for _, other := range d.Others {
			among = append(among, score.Advice(other.Verdict).Side())
		}
	}
	for _, side := range []score.Side{opposite(own), opposite(opposite(own)), score.Middle} {
		if side != own && slices.Contains(among, side) {
			return side
		}
	}
	situation := b.Result.Verdict.Leaning.Situation.Value
	if own == score.Middle && situation != nil && *situation < 0 {
		return score.SysOps
	}
	return opposite(own)
}

// addTurns adds the nearest other answer to each deciding question that leads to such a verdict, and the first of these verdicts. It
// returns the sheets with these answers.
func (b *builder) addTurns(c *Case, leads func(verdict string) bool) []*answers.Sheet {
	var turned []*answers.Sheet
	for _, d := range b.deciding {
		var nearest *Consequence
		for i := range d.Others {
			other := &d.Others[i]
			if leads(other.Verdict) && (nearest == nil ||
				stepsBetween(d.Question, d.Given, other.Given) < stepsBetween(d.Question, d.Given, nearest.Given)) {
				nearest = other
			}
		}
		if nearest == nil || c.Advice != "" && c.Advice != report.Text(nearest.Verdict) {
			continue
		}
		c.Advice = report.Text(nearest.Verdict)
		c.Turns = append(c.Turns, report.Change{
			Question: d.Question.ID, Title: d.Question.Title, Prompt: d.Question.Text,
			From: d.Given.Word(), FromText: string(textOf(d.Question, d.Given)),
			To: nearest.Answer, ToText: string(textOf(d.Question, nearest.Given)),
		})
		turned = append(turned, b.Sheet.With(b.Questionnaire, d.Question.ID, nearest.Given))
	}
	return turned
}

// weighed is an argument with how much it weighs.
type weighed struct {
	Argument

	weight *big.Rat
}

// strongest are the arguments that weigh most; equal ones by id.
func strongest(list []weighed) []Argument {
	slices.SortFunc(list, func(a, b weighed) int {
		return cmp.Or(b.weight.Cmp(a.weight), strings.Compare(a.Question, b.Question))
	})
	arguments := []Argument{}
	for _, w := range list[:min(len(list), mostArguments)] {
		arguments = append(arguments, w.Argument)
	}
	return arguments
}

// eachAnswered visits the questions with an option that was chosen.
func (b *builder) eachAnswered(visit func(question *questionnaire.Question, option *questionnaire.Option, argument Argument)) {
	for i := range b.Questionnaire.Questions {
		question := &b.Questionnaire.Questions[i]
		given := b.Sheet.Get(question.ID)
		if option := question.Option(given.Option); option != nil {
			visit(question, option, Argument{
				Question: question.ID, Title: question.Title, Option: report.Text(option.ID), Text: report.Text(option.Text),
			})
		}
	}
}

// pullTo is how far an option with a position lies towards a side; 0 where it does not.
func pullTo(side score.Side, option *questionnaire.Option) *big.Rat {
	if option.Position == nil || score.SideOf(score.BandOf(option.Position)) != side {
		return new(big.Rat)
	}
	return new(big.Rat).Abs(option.Position)
}

// needsFor are the needs that call for a side, those that pull most on all axes together first.
func (b *builder) needsFor(side score.Side) []Argument {
	var list []weighed
	b.eachAnswered(func(question *questionnaire.Question, option *questionnaire.Option, argument Argument) {
		pull := pullTo(side, option)
		if !question.IsNeed() || pull.Sign() == 0 {
			return
		}
		all := new(big.Rat)
		for _, affect := range question.Affects {
			all.Add(all, affect.Weight)
		}
		list = append(list, weighed{argument, all.Mul(all, pull)})
	})
	return strongest(list)
}

// limitsFor are the limits that keep the service from the other side, the tightest first.
func (b *builder) limitsFor(side score.Side) []Argument {
	var list []weighed
	b.eachAnswered(func(_ *questionnaire.Question, option *questionnaire.Option, argument Argument) {
		var tightest *big.Rat
		for _, allowed := range option.Allows {
			bound := allowed.AtLeast
			if side == score.SysOps && allowed.AtMost != nil {
				bound = new(big.Rat).Neg(allowed.AtMost)
			} else if side == score.SysOps {
				continue
			}
			tightest = score.Greatest(tightest, bound)
		}
		if tightest != nil {
			list = append(list, weighed{argument, tightest})
		}
	})
	return strongest(list)
}

// practiceFor are the answers about style that are on a side already, those of most weight first.
func (b *builder) practiceFor(side score.Side) []Argument {
	var list []weighed
	b.eachAnswered(func(question *questionnaire.Question, option *questionnaire.Option, argument Argument) {
		pull := pullTo(side, option)
		if question.Measures != questionnaire.Lean || pull.Sign() == 0 {
			return
		}
		weight := pull.Mul(pull, question.Weight)
		if axis := b.Questionnaire.Axis(question.Axis); axis != nil {
			weight.Mul(weight, axis.Weight)
		}
		list = append(list, weighed{argument, weight})
	})
	return strongest(list)
}

// itemsFor are what is advised in one of these directions with any of these sheets, and where nothing is, those of the catalogue with
// the most impact.
func (b *builder) itemsFor(directions []string, sheets []*answers.Sheet) []Item {
	catalogue := b.Questionnaire.Catalogue
	if catalogue == nil {
		return []Item{}
	}
	items := []Item{}
	add := func(rule *questionnaire.Recommendation) {
		isThere := slices.ContainsFunc(items, func(item Item) bool { return item.ID == rule.ID })
		if slices.Contains(directions, rule.Direction) && !isThere && len(items) < mostArguments {
			items = append(items, Item{rule.ID, rule.Title, rule.FirstStep, rule.Why})
		}
	}
	for _, sheet := range sheets {
		advised := advice.Advise(b.Questionnaire, sheet, score.Score(b.Questionnaire, sheet)).Recommendations
		for _, direction := range directions {
			for _, item := range advised {
				if item.Rule.Direction == direction {
					add(item.Rule)
				}
			}
		}
	}
	if len(items) > 0 {
		return items
	}
	rules := make([]*questionnaire.Recommendation, len(catalogue.Recommendations))
	for i := range catalogue.Recommendations {
		rules[i] = &catalogue.Recommendations[i]
	}
	slices.SortFunc(rules, func(a, b *questionnaire.Recommendation) int {
		return cmp.Or(cmp.Compare(b.Impact, a.Impact), strings.Compare(a.ID, b.ID))
	})
	for _, rule := range rules {
		add(rule)
	}
	return items
}
