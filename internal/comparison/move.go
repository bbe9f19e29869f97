package comparison

import (
	"cmp"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Move is how far a value moved, and what moved it.
type Move struct {
	// Change is after less before; nil unless both are known.
	Change *float64 `json:"change"`
	// Causes are what moved the value, largest effect first, ties by id. Their effects sum to Change, except where
	// Unexplained is set; then there are none.
	Causes []Cause `json:"causes"`
	// Parts sums the effects by where they come from.
	Parts Parts `json:"parts"`
	// Unexplained is Change where the results do not tell what it is made of, as those of other programs may not.
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
	// AnswerCause is an answer that counts for something else, or that counts on one side only.
	AnswerCause = "answer"
	// AxisCause is an axis that is scored on one side only.
	AxisCause = "axis"
	// WeightsCause is what other weights of questions or axes do to answers that are the same.
	WeightsCause = "weights"
)

// Where a cause comes from.
const (
	// FromTeam is another answer to the same question, counted alike.
	FromTeam = "team"
	// FromQuestionnaire is the same answer counted otherwise, or a question that only one of the questionnaires asks.
	FromQuestionnaire = "questionnaire"
	// Inseparable is another answer where the questionnaires count differently: the results hold the value of the chosen
	// option only, so the two cannot be told apart.
	Inseparable = "inseparable"
)

// Parts is a change by where it comes from; nil where there is no change to take apart.
type Parts struct {
	Team          *float64 `json:"team"`
	Questionnaire *float64 `json:"questionnaire"`
	Inseparable   *float64 `json:"inseparable"`
}

// unexplained is a move of which only the size is known.
func unexplained(change *float64) Move {
	move := Move{Change: change, Causes: []Cause{}}
	if change != nil && *change != 0 {
		move.Unexplained = change
	}
	return move
}

// explained is a move with the causes that matter. A file can hold numbers that no result has; where they lead to causes that
// are no numbers, the move stays unexplained.
func explained(change *float64, causes []Cause) Move {
	for _, cause := range causes {
		if finite(cause.Effect) == nil {
			return unexplained(change)
		}
	}
	causes = slices.DeleteFunc(causes, func(c Cause) bool { return math.Abs(c.Effect) <= still })
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
		Team: finite(sums[FromTeam]), Questionnaire: finite(sums[FromQuestionnaire]), Inseparable: finite(sums[Inseparable]),
	}
}
