package pages

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func describeMeasure(q *questionnaire.Questionnaire, measure questionnaire.Measure) string {
	if isChecklist(q) {
		return describeMeasureOfChecklist(measure)
	}
	switch measure {
	case questionnaire.Lean:
		return "style: how the team works today, never a mark"
	case questionnaire.Readiness:
		return "readiness: how well something works that is good under either model"
	case questionnaire.Context:
		return "situation: what the service calls for"
	case questionnaire.Outcome:
		return "outcome: what delivery achieves, not how the team works"
	}
	return string(measure)
}

func describeMeasureOfChecklist(measure questionnaire.Measure) string {
	if measure == questionnaire.Readiness {
		return "readiness: how far a point is settled, from 0 to 4"
	}
	return "what is at stake: how much is asked, or which points"
}

func describeCritical(q *questionnaire.Questionnaire) string {
	if isChecklist(q) {
		return "while this is below its minimum or unknown, the service is not ready"
	}
	return "while this is unknown, the confidence of the verdict is never high"
}

func describeAxis(axis *questionnaire.Axis) string {
	switch {
	case axis == nil:
		return ""
	case axis.Low == "" || axis.High == "":
		return said(axis.Title)
	}
	return fmt.Sprintf("%s, from %s (SysOps) to %s (DevOps)", said(axis.Title), said(axis.Low), said(axis.High))
}

func describeKind(kind questionnaire.Kind) string {
	switch kind {
	case questionnaire.Need:
		return "need: what the service wants"
	case questionnaire.Limit:
		return "limit: what is allowed or possible"
	case questionnaire.Profile:
		return "profile: a fact that speaks for no way of working"
	}
	return said(string(kind))
}

func describeAffects(q *questionnaire.Questionnaire, affects []questionnaire.Affect) string {
	var parts []string
	for _, affect := range affects {
		parts = append(parts, fmt.Sprintf("%s (weight %s)", axisTitle(q, affect.Axis), english.Exact(affect.Weight)))
	}
	return strings.Join(parts, ", ")
}

func axisTitle(q *questionnaire.Questionnaire, id string) string {
	if axis := q.Axis(id); axis != nil {
		return said(axis.Title)
	}
	return said(id)
}

// describeOption says what an option stands for: a place on the line, a level, what it calls for, a class.
func describeOption(q *questionnaire.Questionnaire, question *questionnaire.Question, option *questionnaire.Option) string {
	parts := nonEmpty(describeWorth(question, option))
	if option.Position != nil {
		parts = append(parts, describePosition(option.Position))
	}
	if option.Readiness != nil {
		parts = append(parts, "readiness "+english.Exact(option.Readiness)+" out of 4")
	}
	if len(option.Allows) > 0 {
		parts = append(parts, describeAllows(q, option.Allows))
	}
	if len(option.Floors) > 0 {
		parts = append(parts, describeFloors(q, option.Floors))
	}
	if option.Class > 0 {
		parts = append(parts, fmt.Sprintf("class %d of 6, where 1 is the slowest", option.Class))
	}
	if option.Percent != nil {
		parts = append(parts, "counted as "+english.Exact(option.Percent)+" percent")
	}
	if option.Share != nil {
		parts = append(parts, fmt.Sprintf("given by %s %% of respondents in %d", english.Exact(option.Share), option.ShareYear))
	}
	switch {
	case len(parts) > 0:
	case isChecklist(q):
		return "asks for nothing"
	default:
		return "leaves the situation as it is"
	}
	return strings.Join(parts, "; ")
}

func describePosition(position *big.Rat) string {
	one := big.NewRat(1, 1)
	switch {
	case position.Sign() == 0:
		return "position 0, between the poles"
	case position.Cmp(one) >= 0:
		return "position " + english.SignedExact(position) + ", the DevOps pole"
	case new(big.Rat).Neg(position).Cmp(one) >= 0:
		return "position " + english.SignedExact(position) + ", the SysOps pole"
	case position.Sign() > 0:
		return "position " + english.SignedExact(position) + " towards DevOps"
	}
	return "position " + english.SignedExact(position) + " towards SysOps"
}

func describeFloors(q *questionnaire.Questionnaire, floors []questionnaire.Floor) string {
	var parts []string
	for _, floor := range floors {
		parts = append(parts, fmt.Sprintf("%s on %s", english.Exact(floor.Level), axisTitle(q, floor.Axis)))
	}
	return "calls for a readiness of at least " + strings.Join(parts, ", ")
}

// describeAllows says which part of the line an answer leaves open on each axis that it limits.
func describeAllows(q *questionnaire.Questionnaire, allows []questionnaire.Allowance) string {
	var parts []string
	for _, allowance := range allows {
		bound, figure := "at most", allowance.AtMost
		if figure == nil {
			bound, figure = "at least", allowance.AtLeast
		}
		parts = append(parts, axisTitle(q, allowance.Axis)+" "+bound+" "+english.SignedExact(figure))
	}
	return "allows " + strings.Join(parts, ", ")
}

// optionFigure is the short form of describeOption, for lists of many options; a dash where an option carries no value.
func optionFigure(question *questionnaire.Question, option *questionnaire.Option) string {
	switch {
	case option.Worth != nil && hasWorths(question):
		return describeWorth(question, option)
	case option.Position != nil:
		return english.SignedExact(option.Position)
	case option.Readiness != nil:
		return english.Exact(option.Readiness) + " out of 4"
	case option.Class > 0:
		return fmt.Sprintf("class %d", option.Class)
	case option.Percent != nil:
		return english.Exact(option.Percent) + " %"
	}
	return "–"
}

func isOne(r *big.Rat) bool { return r == nil || r.Cmp(big.NewRat(1, 1)) == 0 }
