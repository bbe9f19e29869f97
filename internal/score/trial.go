package score

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// trial scores a sheet again with some answers changed. The sums of each axis are kept, so that an answer is exchanged in them
// without adding up all the others again.
type trial struct {
	before   *Leaning
	readings []answeredQuestion
	// styles, needs and limits are in the order of the axes.
	styles []*styleSums
	needs  []*needSums
	limits []*axisLimits
}

// exchange is another option of an answered question in place of the chosen one.
type exchange struct {
	of answeredQuestion
	to *questionnaire.Option
}

func newTrial(before *Leaning, readings []answeredQuestion) *trial {
	t := &trial{before: before, readings: readings}
	for i := range before.Axes {
		id := before.Axes[i].ID
		t.styles = append(t.styles, styleOf(readings, id))
		t.needs = append(t.needs, needsOf(readings, id))
		t.limits = append(t.limits, limitsOf(readings, id))
	}
	return t
}

// with returns the overall values as they would be after exchanges of different questions. Only what the questions are about
// is computed again.
func (t *trial) with(exchanges ...exchange) *Leaning {
	after := &Leaning{
		Axes: slices.Clone(t.before.Axes), Coverage: t.before.Coverage,
		Practice: t.before.Practice, Situation: t.before.Situation, Wanted: t.before.Wanted, Tension: t.before.Tension,
	}
	var isPractice, isSituation bool
	for i := range after.Axes {
		practice, situation := t.rescoreAxis(&after.Axes[i], i, exchanges)
		isPractice, isSituation = isPractice || practice, isSituation || situation
	}
	if isPractice {
		after.Practice = overallPractice(after.Axes, after.Coverage)
	}
	if isSituation {
		after.Wanted.Coverage = t.needCoverage(exchanges)
		after.setOverallSituation()
	}
	after.setRelations()
	return after
}

// rescoreAxis computes an axis again where an exchange is about it.
func (t *trial) rescoreAxis(a *Axis, i int, exchanges []exchange) (practice, situation bool) {
	style, needs, limits := t.styles[i], t.needs[i], t.limits[i]
	for _, e := range exchanges {
		weight, from, to := e.of.question.WeightOn(a.ID), e.of.option.Position, e.to.Position
		switch {
		case e.of.question.IsLimit():
			limits, situation = limitsOf(t.exchanged(e), a.ID), true
		case weight == nil:
		case e.of.question.Measures == questionnaire.Lean:
			style, practice = style.withReplaced(weight, from, to), true
		case e.of.question.IsNeed():
			needs, situation = needs.withReplaced(weight, from, to), true
		}
	}
	if practice {
		a.Practice, a.Coverage = style.toPractice()
	}
	if situation {
		a.setSituation(needs, limits)
	}
	if practice || situation {
		a.setRelations()
	}
	return practice, situation
}

// needCoverage is the coverage of needs after exchanges. Only an option without a position changes it.
func (t *trial) needCoverage(exchanges []exchange) *big.Rat {
	for _, e := range exchanges {
		if e.of.question.IsNeed() && (e.of.option.Position == nil) != (e.to.Position == nil) {
			return needCoverageOf(t.exchanged(exchanges...))
		}
	}
	return t.before.Wanted.Coverage
}

// exchanged are the answers after exchanges.
func (t *trial) exchanged(exchanges ...exchange) []answeredQuestion {
	readings := slices.Clone(t.readings)
	for i := range readings {
		for _, e := range exchanges {
			if readings[i].question == e.of.question {
				readings[i].option = e.to
			}
		}
	}
	return readings
}

// withReplaced are the sums with another position of an answered question in place of the chosen one.
func (s *styleSums) withReplaced(weight, from, to *big.Rat) *styleSums {
	return &styleSums{
		value: *s.value.withReplaced(weight, from, to), low: *s.low.withReplaced(weight, from, to),
		high: *s.high.withReplaced(weight, from, to), coverage: s.coverage,
	}
}
