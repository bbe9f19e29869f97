package score

import "github.com/opsfit/opsfit/internal/questionnaire"

// setConfidence says how far this self-assessment can be relied on; nothing when practice or situation is not scored. With one
// respondent there is no sampling error to compute, but the effect of what is unknown and of small misreadings is exact.
//
// Whether two needs reverse the advice takes most of the time of a score, so it is asked last and only where it matters.
func setConfidence(l *Leaning, readings []answeredQuestion, twoNeeds func() []Turn) {
	if !l.Practice.Scored || !l.Situation.Scored {
		return
	}
	if because := l.belowMedium(); because != nil {
		l.Confidence, l.ConfidenceBecause = LowConfidence, because
		return
	}
	l.ConfidenceBecause = l.belowHigh(readings, twoNeeds)
	l.Confidence = HighConfidence
	if l.ConfidenceBecause != nil {
		l.Confidence = MediumConfidence
	}
}

// belowMedium is what keeps confidence from medium; nil for nothing.
func (l *Leaning) belowMedium() []ConfidenceReason {
	return reasonsThatHold([]reason{
		{ByCoverage, !mediumCoverage.metBy(l.Coverage)},
		{ByNeedCoverage, !mediumCoverage.metBy(l.Wanted.Coverage)},
		{BySteps, !isFar(l.Robustness.Side.Steps, mediumSteps)},
		{ByReversal, l.Reverses()},
	})
}

// belowHigh is what keeps confidence from high; nil for nothing.
func (l *Leaning) belowHigh(readings []answeredQuestion, twoNeeds func() []Turn) []ConfidenceReason {
	side := l.Robustness.Side
	l.TwoNeeds = twoNeeds()
	return reasonsThatHold([]reason{
		{ByCoverage, !highCoverage.metBy(l.Coverage)},
		{ByNeedCoverage, !highCoverage.metBy(l.Wanted.Coverage)},
		{ByRange, !isOnOneSide(l.Practice)},
		{BySituationRange, !isOnOneSide(l.Situation)},
		{BySteps, !isFar(side.Steps, highSteps) || !isFar(side.Answers, highAnswers)},
		{ByThinAxis, !isWellAnswered(l.Axes)},
		{ByCriticalUnknown, isCriticalUnknown(readings)},
		{ByOneStep, l.OneStep != nil},
		{ByTwoNeeds, l.TwoNeeds != nil},
	})
}

type reason struct {
	name  ConfidenceReason
	holds bool
}

func reasonsThatHold(reasons []reason) []ConfidenceReason {
	var names []ConfidenceReason
	for _, r := range reasons {
		if r.holds {
			names = append(names, r.name)
		}
	}
	return names
}

func isOnOneSide(p Position) bool {
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
		if r.question.Critical && r.question.Measures == questionnaire.Readiness && r.isUnknown() {
			return true
		}
	}
	return false
}
