package render

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func measureWords(measure questionnaire.Measure) string {
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

func axisWords(axis *questionnaire.Axis) string {
	if axis == nil {
		return ""
	}
	return axis.Title + poleWords(axis)
}

func poleWords(axis *questionnaire.Axis) string {
	if axis.Low == "" || axis.High == "" {
		return ""
	}
	return fmt.Sprintf(", from %s (SysOps) to %s (DevOps)", axis.Low, axis.High)
}

func kindWords(kind string) string {
	switch kind {
	case "need":
		return "need: what is wanted"
	case "constraint":
		return "constraint: what is possible"
	case "profile":
		return "profile: what you are"
	}
	return kind
}

func affectWords(q *questionnaire.Questionnaire, affects []questionnaire.Affect) string {
	if len(affects) == 0 {
		return "no axis; it only serves the advice"
	}
	var parts []string
	for _, affect := range affects {
		parts = append(parts, fmt.Sprintf("%s (weight %s)", axisTitle(q, affect.Axis), decimal(affect.Weight)))
	}
	return strings.Join(parts, ", ")
}

func axisTitle(q *questionnaire.Questionnaire, id string) string {
	if axis := q.Axis(id); axis != nil {
		return axis.Title
	}
	return id
}

// optionWords says what an option stands for: a place on the line, a level, what it calls for, a class.
func optionWords(q *questionnaire.Questionnaire, option *questionnaire.Option) string {
	var parts []string
	if option.Position != nil {
		parts = append(parts, positionWords(option.Position))
	}
	if option.Readiness != nil {
		parts = append(parts, "readiness "+decimal(option.Readiness)+" of 4")
	}
	if len(option.Floors) > 0 {
		parts = append(parts, floorWords(q, option.Floors))
	}
	if option.Class > 0 {
		parts = append(parts, fmt.Sprintf("class %d of 6, where 1 is the slowest", option.Class))
	}
	if option.Percent != nil {
		parts = append(parts, "counted as "+decimal(option.Percent)+" percent")
	}
	if option.Share != nil {
		parts = append(parts, fmt.Sprintf("given by %s %% of respondents in %d", decimal(option.Share), option.ShareYear))
	}
	if len(parts) == 0 {
		return "leaves the situation as it is"
	}
	return strings.Join(parts, "; ")
}

func positionWords(position *big.Rat) string {
	one := big.NewRat(1, 1)
	switch {
	case position.Sign() == 0:
		return "position 0, between the poles"
	case position.Cmp(one) >= 0:
		return "position " + signed(position) + ", the DevOps pole"
	case new(big.Rat).Neg(position).Cmp(one) >= 0:
		return "position " + signed(position) + ", the SysOps pole"
	case position.Sign() > 0:
		return "position " + signed(position) + " towards DevOps"
	}
	return "position " + signed(position) + " towards SysOps"
}

func floorWords(q *questionnaire.Questionnaire, floors []questionnaire.Floor) string {
	var parts []string
	for _, floor := range floors {
		parts = append(parts, fmt.Sprintf("%s on %s", decimal(floor.Level), axisTitle(q, floor.Axis)))
	}
	return "calls for a readiness of at least " + strings.Join(parts, ", ")
}

// optionFigure is the short form of optionWords, for lists of many options; empty where an option carries no value.
func optionFigure(option *questionnaire.Option) string {
	switch {
	case option.Position != nil:
		return signed(option.Position)
	case option.Readiness != nil:
		return decimal(option.Readiness) + " of 4"
	case option.Class > 0:
		return fmt.Sprintf("class %d", option.Class)
	case option.Percent != nil:
		return decimal(option.Percent) + " %"
	}
	return ""
}

// extentWords says how many questions there are and, when an estimate is given, how long they take.
func extentWords(questions int, minutes *big.Rat) string {
	words := strconv.Itoa(questions)
	if minutes == nil {
		return words
	}
	unit := "minutes"
	if isOne(minutes) {
		unit = "minute"
	}
	return fmt.Sprintf("%s, about %s %s", words, decimal(minutes), unit)
}

// decimal writes a number exactly where it has few decimals, and rounded to four of them otherwise.
func decimal(r *big.Rat) string {
	const most = 4
	digits, exact := r.FloatPrec()
	if !exact || digits > most {
		digits = most
	}
	return r.FloatString(digits)
}

// signed is decimal with the sign that a place on the line has; zero has none.
func signed(r *big.Rat) string {
	if r.Sign() > 0 {
		return "+" + decimal(r)
	}
	return decimal(r)
}

func isOne(r *big.Rat) bool { return r == nil || r.Cmp(big.NewRat(1, 1)) == 0 }
