package comparison

import (
	"cmp"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Move is how far a value moved, and why.
type Move struct {
	// Change is after minus before; nil unless both are known.
	Change *float64 `json:"change"`
	// Causes are what moved the value, largest effect first, ties by id. Their effects sum to Change, unless
	// Unexplained is set; then there are none.
	Causes []Cause `json:"causes"`
	// Parts sums the effects by origin.
	Parts Parts `json:"parts"`
	// Unexplained equals Change when the results do not contain what it consists of, as those of other programs may
	// not.
	Unexplained *float64 `json:"unexplained"`
}

// Cause is one reason why a value moved.
type Cause struct {
	Kind string `json:"kind"`
	// Question is set for an answer, Axis for an axis.
	Question report.Text `json:"question"`
	Axis     report.Text `json:"axis"`
	Origin   string      `json:"origin"`
	// Effect is how far this cause alone moved the value.
	Effect float64 `json:"effect"`
}

// The kinds of causes.
const (
	// AnswerCause is an answer whose value changed, or that counts on one side only.
	AnswerCause = "answer"
	// AxisCause is an axis that is scored on one side only.
	AxisCause = "axis"
	// LimitCause is what the limits do beside what the needs ask for.
	LimitCause = "limit"
	// WeightsCause is a change in the weights of questions or axes, for unchanged answers.
	WeightsCause = "weights"
)

// Where a cause comes from.
const (
	// FromTeam is a different answer to the same question, counted alike.
	FromTeam = "team"
	// FromQuestionnaire is an unchanged answer counted differently, or a question that only one questionnaire asks.
	FromQuestionnaire = "questionnaire"
	// Inseparable is a different answer whose question is also counted differently: results hold only the value of the
	// chosen option, so the two effects cannot be separated.
	Inseparable = "inseparable"
)

// Parts is a change by origin; nil when there is no change to explain.
type Parts struct {
	Team          *float64 `json:"team"`
	Questionnaire *float64 `json:"questionnaire"`
	Inseparable   *float64 `json:"inseparable"`
}

// unexplainedMove returns a move of which only the size is known.
func unexplainedMove(change *float64) Move {
	move := Move{Change: change, Causes: []Cause{}}
	if change != nil && *change != 0 {
		move.Unexplained = change
	}
	return move
}

// explainedMove returns a move with the causes that matter. A broken file can lead to causes that are not finite; the
// move then stays unexplained.
func explainedMove(change *float64, causes []Cause) Move {
	for _, cause := range causes {
		if finiteOrNil(cause.Effect) == nil {
			return unexplainedMove(change)
		}
	}
	causes = slices.DeleteFunc(causes, func(c Cause) bool { return math.Abs(c.Effect) <= maxUnchanged })
	slices.SortStableFunc(causes, func(a, b Cause) int {
		return cmp.Or(
			cmp.Compare(math.Abs(b.Effect), math.Abs(a.Effect)),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Question, b.Question), cmp.Compare(a.Axis, b.Axis),
		)
	})
	return Move{Change: change, Causes: causes, Parts: partsOf(causes)}
}

// partsOf sums causes by origin.
func partsOf(causes []Cause) Parts {
	sums := map[string]float64{}
	for _, cause := range causes {
		sums[cause.Origin] += cause.Effect
	}
	return Parts{
		Team: finiteOrNil(sums[FromTeam]), Questionnaire: finiteOrNil(sums[FromQuestionnaire]), Inseparable: finiteOrNil(sums[Inseparable]),
	}
}
