package advice

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Result is the advice on one sheet. Nil lists mean that nothing applies.
type Result struct {
	// Warnings are ordered by severity, most severe first, then by distance, then by title and id.
	Warnings []Warning
	// Recommendations are ordered by rank.
	Recommendations []Recommendation
}

// Warning is an active warning.
type Warning struct {
	Rule     *questionnaire.Warning
	Severity questionnaire.Severity
	// Because are the ids of the questions whose answers made it appear, in questionnaire order; never empty.
	Because []string
	// Distance is how far the worst of these answers lies below the floor of its axis, an unknown one counted as level 0; nil where
	// none does.
	Distance *big.Rat
}

// Recommendation is an item that applies.
type Recommendation struct {
	Rule *questionnaire.Recommendation
	// Rank is 1-based: the items for now come first, then those for later.
	Rank int
	// Score is the ranking score; Judgement gives its formula and numbers.
	Score *big.Rat
	// Urgency is the urgency in that formula, 0..1, and Danger the severity that its bonus is for; empty for none.
	Urgency *big.Rat
	Danger  questionnaire.Severity
	// Because are the ids of the questions whose answers made it appear, in questionnaire order; never empty.
	Because []string
	// Blockers is empty for an item to start now; otherwise it says what must come first: questions in
	// questionnaire order, then metrics by name and axis.
	Blockers []Blocker
}

// Blocker is one unmet test of an item's requirements.
type Blocker struct {
	// Question is the id the unmet test is about; empty for a metric and for a shift.
	Question string
	// Test is the unmet test. It is None of a single test where the requirement rules that one out and it holds,
	// and a whole condition only where no single test can be named: nothing that is asked can then meet it.
	Test condition.Condition
	// Remedies are the ids of the recommendations that apply and raise it, in rank order; may be empty.
	Remedies []string
}
