package score

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// step is one answer moved to a neighbouring option.
type step struct {
	exchange

	// shift is what the step adds to the weighted sum of each axis.
	shift []float64
	// outcome is what the step alone leads to.
	outcome
}

// sensitivity tries steps of the answers to questions of style and of need.
type sensitivity struct {
	before    *Leaning
	trial     *trial
	estimator *estimator
	// steps are ordered by question, then by position.
	steps []*step
}

// newSensitivity tries every single step; nothing where practice or situation is not scored.
func newSensitivity(l *Leaning, readings []answeredQuestion) *sensitivity {
	s := &sensitivity{before: l}
	if !l.Practice.Scored || !l.Situation.Scored {
		return s
	}
	s.trial, s.estimator = newTrial(l, readings), newEstimator(l, readings)
	for _, r := range readings {
		if !r.isAnswered() || r.question.Measures != questionnaire.Lean && !r.question.IsNeed() {
			continue
		}
		for _, option := range neighboursOf(r) {
			e := exchange{of: r, to: option}
			made := &step{exchange: e, shift: s.estimator.shiftOf(e)}
			made.outcome = s.after(made)
			s.steps = append(s.steps, made)
		}
	}
	slices.SortStableFunc(s.steps, func(a, b *step) int { return strings.Compare(a.of.question.ID, b.of.question.ID) })
	return s
}

// after is what steps of different questions lead to: estimated where that is beyond doubt, else exact.
func (s *sensitivity) after(steps ...*step) outcome {
	if estimated := s.estimator.after(steps...); !estimated.unsure {
		return estimated
	}
	exchanges := make([]exchange, 0, len(steps))
	for _, made := range steps {
		exchanges = append(exchanges, made.exchange)
	}
	exact := s.trial.with(exchanges...)
	return outcome{advice: exact.Advice, band: exact.Situation.Band}
}

// setSensitivity says which single steps change the advice, and whether one of them moves the situation to another band.
func setSensitivity(l *Leaning, s *sensitivity) {
	for _, made := range s.steps {
		if l.Advice != "" && made.advice != l.Advice {
			l.OneStep = append(l.OneStep, made.toTurn(made.advice))
		}
	}
	l.setSituationBorderline(s.steps)
}

// neighboursOf are the options with the next lower and the next higher position; of several with one position the first by id.
func neighboursOf(r answeredQuestion) []*questionnaire.Option {
	if r.option.Position == nil {
		return nil
	}
	var lower, higher *questionnaire.Option
	for i := range r.question.Options {
		option := &r.question.Options[i]
		if option.Position == nil {
			continue
		}
		switch exact.Compare(option.Position, r.option.Position) {
		case -1:
			if lower == nil || isNearer(option, lower, 1) {
				lower = option
			}
		case 1:
			if higher == nil || isNearer(option, higher, -1) {
				higher = option
			}
		}
	}
	return slices.DeleteFunc([]*questionnaire.Option{lower, higher}, func(o *questionnaire.Option) bool { return o == nil })
}

// isNearer compares two options on the same side of the chosen one; sign is 1 below it and -1 above.
func isNearer(option, than *questionnaire.Option, sign int) bool {
	order := sign * exact.Compare(option.Position, than.Position)
	return cmp.Or(-order, strings.Compare(option.ID, than.ID)) < 0
}

// setSituationBorderline names the bands around the nearest edge that one step of a need crosses.
func (l *Leaning) setSituationBorderline(steps []*step) {
	if !l.Situation.Scored {
		return
	}
	var nearest *edge
	for _, e := range bandEdges() {
		if e.isCrossed(l.Situation.Band, steps) && (nearest == nil || e.isNearerTo(l.Situation.Value, nearest)) {
			nearest = &e
		}
	}
	borderline := nearest != nil
	l.SituationBorderline = &borderline
	if borderline {
		l.SituationBetween = &[2]Band{nearest.below, nearest.above}
	}
}

// isCrossed reports that one step takes the situation from its band over this edge of it.
func (e edge) isCrossed(band Band, steps []*step) bool {
	if e.below != band && e.above != band {
		return false
	}
	return slices.ContainsFunc(steps, func(made *step) bool {
		return (made.band.place() > e.below.place()) != (band.place() > e.below.place())
	})
}

// isNearerTo compares the distances of two edges from a value; of two equally near the one towards the middle is nearer, and
// from the very middle the upper one.
func (e edge) isNearerTo(value *big.Rat, than *edge) bool {
	own, other := absDifference(e.at.rat(), value), absDifference(than.at.rat(), value)
	order := cmp.Or(own.Cmp(other), e.fromMiddle().Cmp(than.fromMiddle()))
	return order < 0 || order == 0 && e.at.num > 0
}

// twoNeeds finds two needs that, each moved by one step, turn the advice to the other pole together; nil where there are none.
func (s *sensitivity) twoNeeds() []Turn {
	if side := s.before.Advice.Side(); side != DevOps && side != SysOps {
		return nil
	}
	needs := slices.DeleteFunc(slices.Clone(s.steps), func(made *step) bool { return !made.of.question.IsNeed() })
	for i, first := range needs {
		for _, second := range needs[i+1:] {
			if first.of.question == second.of.question {
				continue
			}
			if turned := s.after(first, second).advice; AreOpposite(s.before.Advice, turned) {
				return []Turn{first.toTurn(turned), second.toTurn(turned)}
			}
		}
	}
	return nil
}

func (s *step) toTurn(advice Advice) Turn {
	return Turn{Question: s.of.question.ID, Option: s.to.ID, Advice: advice}
}
