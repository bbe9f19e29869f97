package satisfy

import (
	"iter"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// The search only looks for a sheet: nothing is concluded from a failure. So here, and only here, numbers need not be
// exact.

// evaluation is a sheet, as the states of its questions, with its score.
type evaluation struct {
	states []int
	sheet  *answers.Sheet
	facts  *advice.Facts
	// distance is how far its figures lie from the demands of a region, 0 if all are met.
	distance float64
}

// scoreStates scores a sheet; deep includes robustness, which is slow and which few conditions test.
func (s *Solver) scoreStates(states []int, deep bool) *evaluation {
	sheet := &answers.Sheet{Questionnaire: s.source.ID, Answers: make(map[string]answers.Answer, len(states))}
	for i, chosen := range states {
		state := s.questions[i].states[chosen]
		given := answers.Answer{Status: state.status, Source: answers.Person, List: state.list}
		if state.option != nil {
			given.Option = state.option.ID
		}
		isLeftOut := given.Status == answers.NotApplicable && !s.questions[i].AllowNA // Then the condition for asking decides.
		if given.Status != answers.Skipped && !isLeftOut {
			sheet.Answers[s.questions[i].ID] = given
		}
	}
	sheet = sheet.LeaveUnasked(s.source)
	figures := score.Figures
	if deep {
		figures = score.Score
	}
	return &evaluation{states: states, sheet: sheet, facts: advice.NewFacts(s.source, sheet, figures(s.source, sheet))}
}

// meetsAll reports whether the sheet fulfils every constraint.
func (e *evaluation) meetsAll(constraints []Constraint) bool {
	for i := range constraints {
		c, met := &constraints[i].condition, false
		switch constraints[i].want {
		case holds:
			met = c.Holds(e.facts)
		case fails:
			met = !c.Holds(e.facts)
		case known:
			met = !slices.ContainsFunc(c.Tests(), e.lacksValue)
		}
		if !met {
			return false
		}
	}
	return true
}

// lacksValue reports whether something that a test looks at is missing.
func (e *evaluation) lacksValue(test *condition.Condition) bool {
	switch {
	case test.Kind == condition.UnknownTest:
		return false
	case test.Question != "":
		answer := e.facts.Answer(test.Question)
		return answer.Level == nil && len(answer.Options) == 0
	case test.Kind == condition.MetricTest:
		return e.facts.Figures().Value(test.Metric, test.Axis) == nil
	case test.Axis != "":
		return e.facts.Figures().Value(condition.Gap, test.Axis) == nil
	case test.Kind == condition.AdviceTest:
		return e.facts.Figures().Advice == ""
	}
	return false
}

// searchRegion looks for a sheet of the region, starting from the two samples nearest to the demands.
func (q *query) searchRegion(r *region) Verdict {
	var first, second *evaluation
	least, next := math.Inf(1), math.Inf(1)
	for _, sample := range q.sampleSheets() {
		switch d := r.distanceTo(sample); {
		case d < least:
			first, second, least, next = sample, first, d, least
		case d < next:
			second, next = sample, d
		}
	}
	for _, start := range []*evaluation{first, second} {
		if q.climbFrom(r, r.nearestStates(start.states)) {
			return Sat
		}
	}
	return Unknown
}

// sampleSheets returns sheets from one pole, and one end of readiness, to the other, with limits that match the needs
// or hold them, and one on which nothing is known.
func (s *Solver) sampleSheets() []*evaluation {
	if s.samples != nil {
		return s.samples
	}
	if s.isChecklist() {
		s.sampleChecklist()
	}
	ends := []float64{0, 0.5, 1}
	for _, style := range ends {
		for _, need := range ends {
			for _, level := range ends {
				s.sample(style, need, level, need)
				if need != ends[1] {
					s.sample(style, need, level, 1-need)
				}
			}
		}
	}
	open := make([]int, len(s.questions))
	for i := range s.questions {
		open[i] = s.questions[i].choices
	}
	s.samples = append(s.samples, s.scoreStates(open, false))
	return s.samples
}

// isChecklist reports a questionnaire without questions about style: its sheets differ in what the service calls for and in levels.
func (s *Solver) isChecklist() bool {
	return !slices.ContainsFunc(s.questions, func(q question) bool { return q.Measures == questionnaire.Lean })
}

// sampleChecklist adds, for each answer about the service, sheets with all points at one level, and one with a single point at its
// lowest among others at their highest. A long list of questions about the service gets fewer: each sheet has to be scored.
func (s *Solver) sampleChecklist() {
	best := s.uniformStates(1)
	hole := slices.Clone(best)
	if i := slices.IndexFunc(s.questions, func(q question) bool { return q.Measures == questionnaire.Readiness }); i >= 0 {
		hole[i] = 0
	}
	s.samples = append(s.samples, s.scoreStates(hole, false))
	for i := range s.questions {
		if s.questions[i].Measures != questionnaire.Context || len(s.samples)*len(s.questions) > maxWork {
			continue
		}
		for choice := range s.questions[i].choices {
			for _, level := range []float64{0, 0.25, 0.5, 0.75, 1} {
				states := s.uniformStates(level)
				states[i] = choice
				s.samples = append(s.samples, s.scoreStates(states, false))
			}
		}
	}
}

// uniformStates has the points at one share of their levels, and the answers about the service that call for the most.
func (s *Solver) uniformStates(level float64) []int {
	states := make([]int, len(s.questions))
	for i := range s.questions {
		states[i] = s.questions[i].choices - 1
		if s.questions[i].Measures == questionnaire.Readiness {
			states[i] = int(math.Round(level * float64(states[i])))
		}
	}
	return states
}

// sample adds a sheet on which the answers of a kind stand at one share of their options, from the lowest.
func (s *Solver) sample(style, need, level, limit float64) {
	at := map[questionnaire.Measure]float64{
		questionnaire.Lean: style, questionnaire.Context: need, questionnaire.Readiness: level,
	}
	states := make([]int, len(s.questions))
	for i := range s.questions {
		share, last := at[s.questions[i].Measures], s.questions[i].choices-1
		if s.questions[i].IsLimit() {
			share = limit
		}
		states[i] = int(math.Round(share * float64(last)))
	}
	s.samples = append(s.samples, s.scoreStates(states, false))
}

// nearestStates moves the states of a sheet into the region, each as little as possible.
func (r *region) nearestStates(states []int) []int {
	moved := slices.Clone(states)
	for i, state := range states {
		moved[i] = -1
		for other := range r.states[i].allStates() {
			if moved[i] < 0 || abs(other-state) < abs(moved[i]-state) {
				moved[i] = other
			}
		}
	}
	return moved
}

func abs(n int) int { return max(n, -n) }

// climbFrom changes a sheet as long as that brings it nearer to the demands, and reports whether it found one that
// meets the constraints.
func (q *query) climbFrom(r *region, states []int) bool {
	here := q.tryStates(r, states)
	for here != nil && q.found == nil {
		here = q.betterNeighbour(r, here)
	}
	return q.found != nil
}

// tryStates scores a sheet, and keeps it if it meets the constraints. It returns nil when the work is used up.
func (q *query) tryStates(r *region, states []int) *evaluation {
	const axesAtOnce = 8
	if !q.spendWork(len(states) * (1 + len(q.source.Axes)/axesAtOnce)) {
		return nil
	}
	made := q.scoreStates(states, q.deep)
	made.distance = r.distanceTo(made)
	if made.distance == 0 && made.meetsAll(q.constraints) {
		q.found = made.sheet
	}
	return made
}

// betterNeighbour returns a sheet that is nearer to the demands, or nil.
func (q *query) betterNeighbour(r *region, here *evaluation) *evaluation {
	for _, d := range r.demands {
		if d.distanceTo(here) == 0 {
			continue
		}
		for states := range r.neighbours(here.states, d.figure) {
			next := q.tryStates(r, states)
			if next == nil || q.found != nil || next.distance < here.distance {
				return next
			}
		}
	}
	return nil
}

// neighbours yields sheets that differ in answers that affect a figure: first in all of one measure at once, which go
// to the middle or an end, are left open, or go to both ends in turn; then in a single one.
func (r *region) neighbours(states []int, f figure) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		for _, measure := range []questionnaire.Measure{questionnaire.Lean, questionnaire.Context, questionnaire.Readiness} {
			for _, to := range []func(place, options int) int{
				func(_, options int) int { return options / 2 },
				func(_, _ int) int { return 0 },
				func(_, options int) int { return options - 1 },
				func(_, options int) int { return options }, // left open
				func(place, options int) int { return place % 2 * (options - 1) },
			} {
				moved := slices.Clone(states)
				for i := range r.questions {
					if q := &r.questions[i]; q.Measures == measure && q.bearsOn(f) {
						moved[i] = to(i, q.choices)
					}
				}
				if moved = r.nearestStates(moved); !slices.Equal(moved, states) && !yield(moved) {
					return
				}
			}
		}
		for i := range r.questions {
			if !r.questions[i].bearsOn(f) {
				continue
			}
			for state := range r.states[i].allStates() {
				moved := slices.Clone(states)
				if moved[i] = state; state != states[i] && !yield(moved) {
					return
				}
			}
		}
	}
}

// bearsOn reports whether a figure may depend on a question.
func (q *question) bearsOn(f figure) bool {
	metric := f.metric.Definition()
	isOn := f.axis == condition.Overall || q.WeightOn(f.axis) != nil
	if q.Measures == questionnaire.Context && (q.IsLimit() || f.metric == condition.Shortfall || f.metric == condition.Unmet) {
		isOn = true // Floors and bounds may stand on any axis.
	}
	return isOn && metric.RestsOn(string(q.Measures))
}

// distanceTo is how far the figures of a sheet lie from the demands, each on its scale; a different advice, or an axis
// held or not held against the demand, counts as the whole of a scale.
func (r *region) distanceTo(e *evaluation) float64 {
	sum := 0.0
	for _, d := range r.demands {
		sum += d.distanceTo(e)
	}
	figures := e.facts.Figures()
	for i := range figures.Axes {
		if figures.Axes[i].Held != (r.held[i] == isSo) && r.held[i] != isSo|isNot {
			sum++
		}
	}
	if place := slices.Index(advices(), figures.Advice); place >= 0 && r.verdicts&singleState(place) == 0 {
		sum++
	}
	return sum
}

func (d *demand) distanceTo(e *evaluation) float64 {
	const atOpenEnd = 1e-6
	value := e.facts.Figures().Value(d.metric, d.axis)
	switch {
	case value == nil && d.missing, value != nil && d.number && !closedInterval(value, value).intersect(d.interval).isEmpty():
		return 0
	case value == nil || !d.number:
		return 1
	}
	scale, end := d.metric.Definition(), d.low
	if end == nil || d.high != nil && value.Cmp(d.high) >= 0 {
		end = d.high
	}
	return atOpenEnd + math.Abs(exact.Float(value)-exact.Float(end))/float64(scale.High-scale.Low)
}
