package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// weakestOf is the lowest level among the readiness answers on an axis, or on all of them for ""; nil when there is none.
func weakestOf(readings []answeredQuestion, axis string) *Weakest {
	var weakest *Weakest
	for _, r := range readings {
		if r.question.Measures != questionnaire.Readiness || !r.isAnswered() || axis != "" && r.question.Axis != axis {
			continue
		}
		if weakest == nil || isWeaker(r, weakest) {
			weakest = &Weakest{Level: r.option.Readiness, Question: r.question.ID}
		}
	}
	return weakest
}

func isWeaker(r answeredQuestion, than *Weakest) bool {
	order := exact.Compare(r.option.Readiness, than.Level)
	return order < 0 || order == 0 && r.question.ID < than.Question
}

// unmetOf lists the readiness answers below the floor of their axis, and the unknown ones where the floor is above 0.
func unmetOf(axes []Axis, readings []answeredQuestion) []Unmet {
	var unmet []Unmet
	for _, r := range readings {
		if r.question.Measures != questionnaire.Readiness || !r.isApplicable() {
			continue
		}
		floor := axisOf(axes, r.question.Axis).Floor
		if floor == nil || floor.Sign() <= 0 {
			continue
		}
		var level *big.Rat
		if r.isAnswered() {
			level = r.option.Readiness
		}
		if level == nil || exact.Compare(level, floor) < 0 {
			unmet = append(unmet, Unmet{
				Axis: r.question.Axis, Question: r.question.ID, Level: level, Floor: floor, Critical: r.question.Critical,
			})
		}
	}
	return unmet
}
