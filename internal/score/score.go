package score

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Score computes the result of a checked sheet on its checked questionnaire. It never fails and changes neither.
// The numbers of a result may be those of the questionnaire: read them, never write them.
func Score(q *questionnaire.Questionnaire, sheet *answers.Sheet) Result {
	readings := read(q, sheet)
	if q.Verdict == questionnaire.Quadrant {
		return Result{Quadrant: scoreQuadrant(q, readings)}
	}
	return Result{Leaning: scoreLeaning(q, readings)}
}

func scoreLeaning(q *questionnaire.Questionnaire, readings []reading) *Leaning {
	l := &Leaning{Axes: scoreAxes(q, readings), Coverage: coverageOf(readings)}
	l.Readiness = overallReadiness(l.Axes)
	l.conclude()
	levers := leversOf(l, readings)
	setEffects(l, levers)
	setRobustness(l, levers)
	l.Confidence = confidenceOf(l, readings)
	return l
}
