package score

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Score computes the result of a checked sheet on its checked questionnaire. It never fails and changes neither.
// The numbers of a result may be those of the questionnaire: read them, never write them.
func Score(q *questionnaire.Questionnaire, sheet *answers.Sheet) Result {
	readings := answeredQuestions(q, sheet)
	switch q.Verdict {
	case questionnaire.Quadrant:
		return Result{Quadrant: scoreQuadrant(q, readings)}
	case questionnaire.ReadinessState:
		return Result{Readiness: scoreReadiness(q, sheet, readings)}
	case questionnaire.Leaning:
	}
	return Result{Leaning: scoreLeaning(q, readings)}
}

// Figures is Score without what a change of answers would do, which takes most of the time of a leaning: robustness, borderline,
// effects and confidence are left empty. It is for callers that look at very many sheets.
func Figures(q *questionnaire.Questionnaire, sheet *answers.Sheet) Result {
	if q.Verdict != questionnaire.Leaning {
		return Score(q, sheet)
	}
	return Result{Leaning: scoreFigures(q, answeredQuestions(q, sheet))}
}

func scoreFigures(q *questionnaire.Questionnaire, readings []answeredQuestion) *Leaning {
	l := &Leaning{
		Axes: scoreAxes(q, readings), Coverage: coverageOf(readings), Wanted: Wanted{Coverage: needCoverageOf(readings)},
	}
	checked := Result{Leaning: l}.Checked()
	l.Readiness, l.Weakest, l.Unmet = overallReadiness(checked), weakestOf(readings, ""), unmetOf(checked, readings)
	l.setOverall()
	return l
}

func scoreLeaning(q *questionnaire.Questionnaire, readings []answeredQuestion) *Leaning {
	l := scoreFigures(q, readings)
	levers := leversOf(l, readings)
	setEffects(l, levers)
	setRobustness(l, levers)
	changes := newSensitivity(l, readings)
	setSensitivity(l, changes)
	setConfidence(l, readings, changes.twoNeeds)
	return l
}
