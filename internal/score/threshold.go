package score

import "math/big"

// Threshold is one judged value of the scoring. No study gives it: internal/methodology says what it decides and why it is this
// one, instead of letting it hide in a formula.
type Threshold struct {
	Name  string
	Value *big.Rat
}

// Thresholds lists every judged value that scoring uses, in the order in which scoring meets them.
func Thresholds() []Threshold {
	table := judgedLimits()
	list := make([]Threshold, 0, len(table))
	for i, row := range table {
		list = append(list, Threshold{Name: row.name, Value: limit(i).value()})
	}
	return list
}

// limit is a row of the table of judged values.
type limit int

const (
	// Least coverage of a scored axis and of a scored practice, and the least share of the axis weight that the
	// scored axes of a scored practice hold.
	axisCoverage limit = iota
	overallCoverage
	overallAxes
	// Distance from the middle of the line at which a side begins, and at which a leaning is strong.
	leaningEdge
	strongEdge
	// Readiness on stability that the fastest delivery calls for.
	speedFloor
	// A smaller gap is none.
	alignedGap
	// A smaller overall gap is no reason to move.
	stayGap
	// Tension from which the advice is to combine.
	combineTension
	// Least fit of each word; below the last it is a misfit.
	goodFit
	workableFit
	strainedFit
	// What high confidence takes, and what medium confidence takes.
	highCoverage
	highSteps
	highAnswers
	highAnswersPerAxis
	mediumCoverage
	mediumSteps
	// Distance from a published mean, on 0..10, that still is about average.
	averageDistance
	// Share of "not applicable" on an axis above which the answers deserve a second look: "another group does it" is not
	// "not applicable" (the SAMM team's experience).
	manyNotApplicable
	// How many levels below its floor a single point makes a service not ready.
	farBelow

	limitCount
)

type judgement struct {
	name     string
	num, den int64
}

// judgedLimits is the table. It is made for each caller, so that nobody can change a number in it.
func judgedLimits() [limitCount]judgement {
	return [limitCount]judgement{
		axisCoverage:       {"axis_coverage", 1, 2},
		overallCoverage:    {"overall_coverage", 3, 5},
		overallAxes:        {"overall_axes", 3, 5},
		leaningEdge:        {"leaning_edge", 1, 5},
		strongEdge:         {"strong_edge", 3, 5},
		speedFloor:         {"speed_floor", 3, 1},
		alignedGap:         {"aligned_gap", 1, 4},
		stayGap:            {"stay_gap", 3, 10},
		combineTension:     {"combine_tension", 3, 10},
		goodFit:            {"good_fit", 85, 1},
		workableFit:        {"workable_fit", 70, 1},
		strainedFit:        {"strained_fit", 55, 1},
		highCoverage:       {"high_confidence_coverage", 17, 20},
		highSteps:          {"high_confidence_steps", 4, 1},
		highAnswers:        {"high_confidence_answers", 2, 1},
		highAnswersPerAxis: {"high_confidence_answers_per_axis", 2, 1},
		mediumCoverage:     {"medium_confidence_coverage", 3, 5},
		mediumSteps:        {"medium_confidence_steps", 2, 1},
		averageDistance:    {"average_distance", 1, 2},
		manyNotApplicable:  {"many_not_applicable", 3, 10},
		farBelow:           {"far_below", 2, 1},
	}
}

// AverageDistance is how far from a published mean, on 0..10, a value still is about average.
func AverageDistance() *big.Rat { return averageDistance.value() }

// IsMuchNotApplicable reports that so many of the questions asked do not apply that the answers deserve a second look.
func IsMuchNotApplicable(notApplicable, asked int) bool {
	return asked > 0 && big.NewRat(int64(notApplicable), int64(asked)).Cmp(manyNotApplicable.value()) > 0
}

func (l limit) value() *big.Rat { return l.fraction().rat() }

func (l limit) fraction() fraction {
	row := judgedLimits()[l]
	return fraction{num: row.num, den: row.den}
}

// metBy reports x >= l; exactly on the limit counts, as everywhere in the method.
func (l limit) metBy(x *big.Rat) bool { return l.fraction().compareTo(x) <= 0 }

func (l limit) metByCount(n int) bool {
	return l.metBy(new(big.Rat).SetInt64(int64(n)))
}
