package pages

import (
	"cmp"
	"fmt"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/report"
)

// questionnaire says which differences come from the questionnaire; nothing where both count alike.
func (p *comparisonPage) questionnaire() []string {
	d := &p.Basis.Questionnaire
	if d.Alike && len(d.OnlyAfter) == 0 {
		return nil
	}
	sentences := []string{p.named("Asked before only", d.OnlyBefore), p.named("Asked after only", d.OnlyAfter)}
	for _, r := range d.Revalued {
		change := comparison.AnswerChange{
			Measures: r.Measures, Before: comparison.Said{Value: r.Before}, After: comparison.Said{Value: r.After},
		}
		sentences = append(sentences, fmt.Sprintf("The same answer to %s (%s) counts otherwise: %s.",
			p.question(r.Question), said(r.Option), worth(&change)))
	}
	sentences = append(sentences, p.reweighted(d.Reweighted)...)
	sentences = append(sentences, p.named("In other words, which may change what was understood", d.Reworded))
	return append(nonEmpty(sentences...), p.shares()...)
}

// shares takes the overall moves apart by where they come from.
func (p *comparisonPage) shares() []string {
	var sentences []string
	mixed := false
	for _, value := range p.overallMoves() {
		if len(value.move.Causes) == 0 {
			continue
		}
		parts := value.move.Parts
		mixed = mixed || *parts.Inseparable != 0
		sentences = append(sentences, fmt.Sprintf("Of the change in %s, %s comes from the questionnaire and %s from answers that changed.",
			value.name, portion(*parts.Questionnaire), portion(*parts.Inseparable+*parts.Team)))
	}
	if mixed {
		sentences = append(sentences, "Where an answer changed while the questionnaire did, the results hold the value of the chosen "+
			"option only: how much of its effect is the team's cannot be told.")
	}
	return sentences
}

// namedMove is a move of an overall value.
type namedMove struct {
	name string
	move comparison.Move
}

func (p *comparisonPage) overallMoves() []namedMove {
	var moves []namedMove
	if v := p.Verdict.Leaning; v != nil {
		moves = append(moves, namedMove{"how you work", v.Practice.Move}, namedMove{"the situation", v.Situation.Move})
	}
	if r := p.Verdict.OverallReadiness(); r != nil {
		moves = append(moves, namedMove{"readiness", r.Move})
	}
	return moves
}

// portion is a part of a move in figures.
func portion(size float64) string {
	if size == 0 {
		return "nothing"
	}
	return effect(size)
}

func (p *comparisonPage) named(what string, questions []string) string {
	if len(questions) == 0 {
		return ""
	}
	return what + ": " + report.Shortened(p.questions(questions)) + "."
}

func (p *comparisonPage) reweighted(list []comparison.Reweighted) []string {
	var sentences []string
	for _, r := range list {
		title := cmp.Or(p.titles[r.Axis], said(r.Axis))
		sentences = append(sentences, fmt.Sprintf("%s counts on %s with the weight %s, before with %s.",
			p.question(r.Question), title, weight(r.After), weight(r.Before)))
	}
	return sentences
}

func weight(value *float64) string {
	if value == nil {
		return "none"
	}
	return report.Weight(value)
}
