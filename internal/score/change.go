package score

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// change is a possible tip.
type change struct {
	tip    Tip
	option *questionnaire.Option
	// distance is between the two positions; nil when an option has none.
	distance *big.Rat
}

// changesOf returns the other options of an answered lean or context question, nearest first.
func changesOf(r answeredQuestion) []change {
	if r.question.Measures != questionnaire.Lean && r.question.Measures != questionnaire.Context {
		return nil
	}
	var changes []change
	for i := range r.question.Options {
		option := &r.question.Options[i]
		if option.ID != r.option.ID {
			tip := Tip{Question: r.question.ID, From: r.option.ID, To: option.ID, Steps: stepsBetween(r, option)}
			changes = append(changes, change{tip, option, absDifference(option.Position, r.option.Position)})
		}
	}
	slices.SortFunc(changes, func(a, b change) int {
		return cmp.Or(a.compareNearness(b), strings.Compare(a.tip.To, b.tip.To))
	})
	return changes
}

// stepsBetween counts the different positions on the way from the chosen option to another.
func stepsBetween(r answeredQuestion, to *questionnaire.Option) int {
	if r.option.Position == nil || to.Position == nil {
		return 1
	}
	low, high := exact.Min(r.option.Position, to.Position), exact.Max(r.option.Position, to.Position)
	var passed []*big.Rat
	for i := range r.question.Options {
		position := r.question.Options[i].Position
		if position != nil && position.Cmp(low) > 0 && position.Cmp(high) <= 0 {
			passed = append(passed, position)
		}
	}
	slices.SortFunc(passed, (*big.Rat).Cmp)
	return len(slices.CompactFunc(passed, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 }))
}

// compareNearness orders by steps, then by distance, none last.
func (c change) compareNearness(other change) int {
	if order := cmp.Compare(c.tip.Steps, other.tip.Steps); order != 0 {
		return order
	}
	switch {
	case c.distance == nil && other.distance == nil:
		return 0
	case c.distance == nil:
		return 1
	case other.distance == nil:
		return -1
	default:
		return c.distance.Cmp(other.distance)
	}
}
