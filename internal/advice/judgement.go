package advice

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Judgement holds every judged number of the ranking; nothing else in this package carries one. None of them is
// measured: they are the authors' judgement and are published as such. They answer two questions. How urgent is
// what triggered an item, on one scale from 0 to 1? And how do urgency, impact, effort and danger weigh against
// each other?
//
//	score = Full * urgency * impact/TopImpact - EffortCost * (effort-1) + Bonus
type Judgement struct {
	// Full is the score of the most urgent item of the highest impact, before effort and bonus; it sets the scale.
	Full *big.Rat
	// TopImpact is the highest impact in a catalogue; an impact counts as its share of this one.
	TopImpact *big.Rat
	// EffortCost is taken off for each grade of effort above the first: two grades weigh as much as one grade of
	// impact at full urgency, so that cheap steps go first among equals and a large benefit still wins.
	EffortCost *big.Rat
	// Bonus is added for the most severe active warning that the item answers. A remedy of a critical warning
	// outweighs most of the scale: danger comes before direction.
	Bonus map[questionnaire.Severity]*big.Rat

	// UnknownBonus is the most that an item gets which only unknown answers trigger: what is unknown is no proof of a danger.
	UnknownBonus *big.Rat

	// FullGap is the gap from which a shift is as urgent as can be: half of the line between the poles.
	FullGap *big.Rat
	// SettledShift is what a shift counts for where the advice is neither to shift nor to combine: a settled or withheld verdict
	// is no mandate to change an axis.
	SettledShift *big.Rat
	// FullExcess is how far beyond a limit is as urgent as can be.
	FullExcess *big.Rat
	// DontKnows is how many answers "don't know" would be as urgent as can be, and MostDontKnows the most that they count.
	DontKnows, MostDontKnows *big.Rat
	// FullShortfall is the missing readiness, in levels, that is as urgent as can be: half of the scale.
	FullShortfall *big.Rat
	// TopLevel is the highest readiness level; the urgency of a level is its share still missing.
	TopLevel *big.Rat
	// Unknown is the urgency of not knowing: a little more than a level half way up, for nothing is proven, and
	// less than a level known to be low.
	Unknown *big.Rat
	// Urgency is that of an item whose triggers measure none and which names none itself: the middle.
	Urgency *big.Rat

	// First is how many items a reader takes in as "do this first".
	First int
	// PerAxis is how many of the first may be about one axis, so that one weak axis does not hide the others.
	PerAxis int
	// Exempt is the severity from which the remedies of an active warning are outside that limit.
	Exempt questionnaire.Severity
}

// Judged returns the judged numbers that the ranking uses.
func Judged() Judgement {
	return Judgement{
		Full:       big.NewRat(100, 1),
		TopImpact:  big.NewRat(5, 1),
		EffortCost: big.NewRat(10, 1),
		Bonus: map[questionnaire.Severity]*big.Rat{
			questionnaire.Critical: big.NewRat(80, 1),
			questionnaire.High:     big.NewRat(35, 1),
			questionnaire.Medium:   big.NewRat(20, 1),
			questionnaire.Info:     big.NewRat(10, 1),
		},
		UnknownBonus:  big.NewRat(20, 1),
		FullGap:       big.NewRat(1, 1),
		SettledShift:  big.NewRat(1, 2),
		FullExcess:    big.NewRat(1, 1),
		DontKnows:     big.NewRat(10, 1),
		MostDontKnows: big.NewRat(4, 5),
		FullShortfall: big.NewRat(2, 1),
		TopLevel:      big.NewRat(4, 1),
		Unknown:       big.NewRat(3, 5),
		Urgency:       big.NewRat(1, 2),
		First:         5,
		PerAxis:       2,
		Exempt:        questionnaire.High,
	}
}
