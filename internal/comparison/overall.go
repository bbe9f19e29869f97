package comparison

import (
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// compareLeaning compares the overall values; the axes are compared already.
func (c *pairing) compareLeaning(was, now *report.Leaning, axes []Axis) *Leaning {
	compared := &Leaning{
		Kind:      now.Kind,
		Practice:  Practice{Before: was.Practice, After: now.Practice},
		Situation: Situation{Before: was.Situation.Situation, After: now.Situation.Situation},
		Gap:       NewFigure(was.Gap, now.Gap),
		Fit:       Fit{NewFigure(was.Fit.Value, now.Fit.Value), Words{was.Fit.Word, now.Fit.Word}},
		Advice:    Words{was.Advice, now.Advice}, Tension: NewFigure(was.Tension, now.Tension),
		Readiness: Readiness{Before: was.Readiness.Readiness, After: now.Readiness.Readiness},
		Coverage:  NewFigure(was.Coverage, now.Coverage), Confidence: Words{was.Confidence, now.Confidence},
	}
	var practice, situation, readiness []strand
	for i := range axes {
		axis := &axes[i]
		practice = append(practice, strand{axis.ID, axis.Weight, axis.Practice.Figure(), &axis.Practice.Move, c.styles.meansOn(axis.ID)})
		situation = append(situation, strand{axis.ID, axis.Weight, axis.Situation.Figure(), &axis.Situation.Move, c.needs.meansOn(axis.ID)})
		readiness = append(readiness, strand{axis.ID, axis.Weight, axis.Readiness.Figure(), &axis.Readiness.Move, c.levels.meansOn(axis.ID)})
	}
	compared.Practice.Move = c.movedOverall(compared.Practice.Figure(), practice)
	compared.Situation.Move = c.movedOverall(compared.Situation.Figure(), situation)
	compared.Readiness.Move = c.movedOverall(compared.Readiness.Figure(), readiness)
	return compared
}

// scoredValue returns the value of a practice that counts.
func scoredValue(p report.Practice) *float64 {
	if !p.Scored {
		return nil
	}
	return p.Value
}

// strand is one of the axis values whose mean is an overall value.
type strand struct {
	axis   string
	weight Figure
	value  Figure
	move   *Move
	of     means
}

// movedOverall explains how an overall value moved: through the answers of the axes that have a value before and after,
// and through axes that have one on one side only.
func (c *pairing) movedOverall(value Figure, strands []strand) Move {
	change := value.Change
	before, after := strandParts(strands)
	if change == nil || !haveMean(before, *value.Before) || !haveMean(after, *value.After) {
		return unexplainedMove(change)
	}
	byAxis := map[string]strand{}
	for _, s := range strands {
		byAxis[s.axis] = s
	}
	shifts, rest := attributeChange(before, after)
	sum := tally{place: map[Cause]int{}}
	sum.addCause(Cause{Kind: WeightsCause, Origin: FromQuestionnaire, Effect: rest})
	for _, shift := range shifts {
		s := byAxis[shift.id]
		switch {
		case shift.share == 0:
			sum.addCause(Cause{Kind: AxisCause, Axis: report.Text(shift.id), Origin: c.originOfAxis(s), Effect: shift.size})
		case s.move.Unexplained != nil:
			return unexplainedMove(change)
		}
		for _, cause := range s.move.Causes {
			cause.Effect *= shift.share
			sum.addCause(cause)
		}
	}
	return explainedMove(change, sum.causes)
}

// strandParts returns the axis values before and after, each with the weight of its axis.
func strandParts(strands []strand) (before, after []part) {
	for _, s := range strands {
		if weight := s.weight.Before; weight != nil && s.value.Before != nil {
			before = append(before, part{id: s.axis, weight: *weight, value: *s.value.Before})
		}
		if weight := s.weight.After; weight != nil && s.value.After != nil {
			after = append(after, part{id: s.axis, weight: *weight, value: *s.value.After})
		}
	}
	return distinctParts(before), distinctParts(after)
}

// originOfAxis says why an axis has a value on one side only.
func (c *pairing) originOfAxis(s strand) string {
	isChanged := func(p part) bool { return c.isChanged(p.id) }
	switch {
	case c.alike:
		return FromTeam
	case slices.ContainsFunc(s.of.was, isChanged) || slices.ContainsFunc(s.of.now, isChanged):
		return Inseparable
	}
	return FromQuestionnaire
}

// tally adds up the effects of the same cause on several axes.
type tally struct {
	causes []Cause
	place  map[Cause]int
}

func (t *tally) addCause(cause Cause) {
	key := cause
	key.Effect = 0
	if at, known := t.place[key]; known {
		t.causes[at].Effect += cause.Effect
		return
	}
	t.place[key] = len(t.causes)
	t.causes = append(t.causes, cause)
}
