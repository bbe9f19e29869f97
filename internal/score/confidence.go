package score

import "github.com/opsfit/opsfit/internal/questionnaire"

// confidenceOf says how far this self-assessment can be relied on; empty when practice is not scored. With one
// respondent there is no sampling error to compute, but the effect of what is unknown and of small misreadings is
// exact.
func confidenceOf(l *Leaning, readings []answeredQuestion) Confidence {
	if !l.Practice.Scored {
		return ""
	}
	side := l.Robustness.Side
	switch {
	case highCoverage.metBy(l.Coverage) &&
		isOnOneSide(l.Practice) &&
		isFar(side.Steps, highSteps) &&
		isFar(side.Answers, highAnswers) &&
		isWellAnswered(l.Axes) &&
		!isCriticalUnknown(readings):
		return HighConfidence
	case mediumCoverage.metBy(l.Coverage) && isFar(side.Steps, mediumSteps):
		return MediumConfidence
	default:
		return LowConfidence
	}
}

func isOnOneSide(p Practice) bool {
	return SideOf(BandOf(p.Low)) == SideOf(BandOf(p.High))
}

// isFar holds for a side that no change of answers can reach.
func isFar(changes *int, least limit) bool {
	return changes == nil || least.metByCount(*changes)
}

func isWellAnswered(axes []Axis) bool {
	for i := range axes {
		if axes[i].Practice.Scored && !highAnswersPerAxis.metByCount(len(axes[i].Contributions)) {
			return false
		}
	}
	return true
}

// isCriticalUnknown reports a critical readiness question that applies and has no answer.
func isCriticalUnknown(readings []answeredQuestion) bool {
	for _, r := range readings {
		if r.question.Critical && r.question.Measures == questionnaire.Readiness && r.isApplicable() && !r.isAnswered() {
			return true
		}
	}
	return false
}
