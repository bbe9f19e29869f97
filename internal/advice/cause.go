package advice

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Causes returns the ids of the questions because of whose answers a condition holds, in questionnaire order; nil
// when it does not hold. They are the questions behind the tests that pass in the branches that hold: for a test
// on a question that question, for a metric or a shift the questions it was computed from, unknown ones included
// and not applicable ones left out. A coverage that is too low comes from the open questions alone.
//
// A condition that holds is never without a cause. Where no test passes, the questions that None looked at are the
// cause; where a value comes from no applicable question, the ones that are not applicable; and where the
// condition asks nothing of this questionnaire, the sheet as a whole.
func (f *Facts) Causes(c *condition.Condition) []string {
	if !c.Holds(f) {
		return nil
	}
	return f.because(c, c.Passing(f))
}

// because names the causes of a condition that holds and whose passing tests are known.
func (f *Facts) because(c *condition.Condition, satisfied []*condition.Condition) []string {
	causes := make([]bool, len(f.questions))
	for _, test := range satisfied {
		f.mark(causes, test)
	}
	if !slices.Contains(causes, true) {
		for _, test := range c.Tests() {
			f.mark(causes, test)
		}
	}
	if !slices.Contains(causes, true) {
		f.markWhere(causes, func(*questionnaire.Question) bool { return true })
	}
	return f.ids(causes)
}

func (f *Facts) ids(causes []bool) []string {
	var ids []string
	for i, caused := range causes {
		if caused {
			ids = append(ids, f.questions[i].ID)
		}
	}
	return ids
}

// mark adds the questions that a test looks at.
func (f *Facts) mark(causes []bool, test *condition.Condition) {
	switch {
	case test.Kind == condition.UnmetTest:
		f.markQuestion(causes, test.Question)
		f.markFloor(causes, test.Question)
	case test.Question != "":
		f.markQuestion(causes, test.Question)
	case test.Kind == condition.HeldTest:
		f.markMetric(causes, condition.Situation, test.Axis)
	case test.Kind == condition.AdviceTest:
		f.markMetric(causes, condition.Gap, condition.Overall)
	case test.Kind == condition.MetricTest:
		if !f.markGaps(causes, test) {
			f.markMetric(causes, test.Metric, test.Axis)
		}
	default:
		f.markMetric(causes, condition.Gap, test.Axis)
	}
}

func (f *Facts) markQuestion(causes []bool, id string) {
	if said, ok := f.asked[id]; ok {
		causes[said.place] = true
	}
}

// markGaps adds the open questions to which an answered share below a limit is due, and reports whether it added any: whoever
// reads why a question must be answered is not helped by the ones that were.
func (f *Facts) markGaps(causes []bool, test *condition.Condition) bool {
	metric := f.definition(test.Metric)
	if !metric.Completeness || metric.Better != condition.Higher || !limitsFromAbove(test.Bounds) {
		return false
	}
	return f.markWhere(causes, func(question *questionnaire.Question) bool {
		status := f.status(question.ID)
		isOpen := status == answers.DontKnow || status == answers.Skipped
		return isOpen && metric.RestsOn(string(question.Measures)) && bearsOn(question, test.Axis)
	})
}

// limitsFromAbove reports whether bounds ask for a low value and for nothing else.
func limitsFromAbove(bounds []condition.Bound) bool {
	return !slices.ContainsFunc(bounds, func(bound condition.Bound) bool {
		return bound.Op != condition.LT && bound.Op != condition.LTE
	})
}

// markMetric adds the questions that a metric is computed from.
func (f *Facts) markMetric(causes []bool, metric condition.Metric, axis string) {
	switch metric {
	case condition.Shortfall:
		f.markShortfall(causes, axis)
	case condition.Weakest:
		f.markWeakest(causes, axis)
	case condition.Unmet:
		f.markUnmet(causes, axis)
	case condition.BeyondLimit:
		f.markBeyondLimit(causes, axis)
	case condition.DontKnows:
		f.markDontKnows(causes, axis)
	default:
		f.markMeasured(causes, metric, axis)
	}
}

// markMeasured adds the questions of the measures that a metric is computed from, where they bear on an axis and apply; where
// none applies, those that bear on it, for then their being not applicable is the cause.
func (f *Facts) markMeasured(causes []bool, metric condition.Metric, axis string) {
	definition := f.definition(metric)
	bears := func(question *questionnaire.Question) bool {
		return definition.RestsOn(string(question.Measures)) && bearsOn(question, axis)
	}
	applies := func(question *questionnaire.Question) bool {
		return bears(question) && f.status(question.ID) != answers.NotApplicable
	}
	if !f.markWhere(causes, applies) {
		f.markWhere(causes, bears)
	}
	if restsOnSituation(metric) {
		f.markHolding(causes, axis)
	}
}

// restsOnSituation reports a metric that the limits in force change.
func restsOnSituation(metric condition.Metric) bool {
	return metric == condition.Situation || metric == condition.Gap || metric == condition.Fit
}

// markHolding adds the limits that keep the situation from what is wanted.
func (f *Facts) markHolding(causes []bool, axis string) {
	for _, on := range f.leaningAxes() {
		if isOverall(axis) || on.ID == axis {
			for _, limit := range on.HeldBy {
				f.markQuestion(causes, limit.Question)
			}
		}
	}
}

// leaningAxes are the axes of a leaning; none of any other result.
func (f *Facts) leaningAxes() []*score.Axis {
	if f.result.Leaning == nil {
		return nil
	}
	axes := make([]*score.Axis, 0, len(f.result.Leaning.Axes))
	for i := range f.result.Leaning.Axes {
		axes = append(axes, &f.result.Leaning.Axes[i])
	}
	return axes
}

// markFloor adds the answers that set the floor of a question's axis.
func (f *Facts) markFloor(causes []bool, question string) {
	said, ok := f.asked[question]
	if !ok {
		return
	}
	for _, on := range f.checked {
		if on.ID == f.questions[said.place].Axis {
			for _, id := range on.FloorFrom {
				f.markQuestion(causes, id)
			}
		}
	}
}

// markWeakest adds the weakest answer about readiness; where there is none, all that could be.
func (f *Facts) markWeakest(causes []bool, axis string) {
	weakest := f.result.Weakest()
	if !isOverall(axis) {
		weakest = nil
		for _, on := range f.checked {
			if on.ID == axis {
				weakest = on.Weakest
			}
		}
	}
	if weakest == nil {
		f.markMeasured(causes, condition.Readiness, axis)
		return
	}
	f.markQuestion(causes, weakest.Question)
}

// markUnmet adds the unmet answers with what set their floors; where there is none, what the count rests on.
func (f *Facts) markUnmet(causes []bool, axis string) {
	found := false
	for _, unmet := range f.result.Unmet() {
		if isOverall(axis) || unmet.Axis == axis {
			f.markQuestion(causes, unmet.Question)
			f.markFloor(causes, unmet.Question)
			found = true
		}
	}
	if !found {
		f.markMeasured(causes, condition.Unmet, axis)
	}
}

// markBeyondLimit adds how people work where that passes a limit, and the limits that it passes; where it passes none, what
// practice rests on. Overall it is the axis that passes its limit farthest, and each of several that share that place.
func (f *Facts) markBeyondLimit(causes []bool, axis string) {
	largest := f.figures.Value(condition.BeyondLimit, condition.Overall)
	found := false
	for _, on := range f.leaningAxes() {
		isSource := on.BeyondLimit != nil && (on.ID == axis || isOverall(axis) && on.BeyondLimit.Amount.Cmp(largest) == 0)
		if !isSource {
			continue
		}
		found = true
		f.markMeasured(causes, condition.Practice, on.ID)
		for _, limit := range on.BeyondLimit.By {
			f.markQuestion(causes, limit.Question)
		}
	}
	if !found {
		f.markMeasured(causes, condition.Practice, axis)
	}
}

// bearsOn reports whether a question belongs to an axis or, as context, affects it; overall stands for any axis.
func bearsOn(question *questionnaire.Question, axis string) bool {
	if question.Measures != questionnaire.Context {
		return isOn(question, axis)
	}
	return slices.ContainsFunc(question.Affects, func(affect questionnaire.Affect) bool {
		return isOverall(axis) || affect.Axis == axis
	})
}

// markWhere reports whether it added any question.
func (f *Facts) markWhere(causes []bool, wanted func(*questionnaire.Question) bool) bool {
	found := false
	for i := range f.questions {
		if wanted(&f.questions[i]) {
			causes[i], found = true, true
		}
	}
	return found
}

// markShortfall adds what readiness is measured by and what set the floor. The overall shortfall comes from the
// axis on which it is largest, and from each of several that share that place.
func (f *Facts) markShortfall(causes []bool, axis string) {
	largest := f.figures.Value(condition.Shortfall, condition.Overall)
	for _, on := range f.checked {
		isSource := on.ID == axis
		if isOverall(axis) {
			isSource = on.Shortfall != nil && on.Shortfall.Cmp(largest) == 0
		}
		if !isSource {
			continue
		}
		f.markMeasured(causes, condition.Readiness, on.ID)
		for _, id := range on.FloorFrom {
			f.markQuestion(causes, id)
		}
	}
}

// markDontKnows adds the questions counted; a count of zero comes from all that could have been.
func (f *Facts) markDontKnows(causes []bool, axis string) {
	counted := func(question *questionnaire.Question) bool {
		return isOn(question, axis) && f.status(question.ID) == answers.DontKnow
	}
	if !f.markWhere(causes, counted) {
		f.markWhere(causes, func(question *questionnaire.Question) bool { return isOn(question, axis) })
	}
}
