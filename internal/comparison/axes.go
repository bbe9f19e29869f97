package comparison

import (
	"cmp"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// compareAxes compares the axes of both results.
func (c *pairing) compareAxes() []Axis {
	axes := []Axis{}
	for _, match := range matchByID(c.before.Axes, c.after.Axes, axisID) {
		axes = append(axes, c.compareAxis(match.was, match.now))
	}
	return axes
}

// compareAxis compares one axis; either side is nil where the result does not have it.
func (c *pairing) compareAxis(was, now *report.Axis) Axis {
	in := InBoth
	switch {
	case was == nil:
		in, was = InAfter, &report.Axis{}
	case now == nil:
		in, now = InBefore, &report.Axis{}
	}
	axis := Axis{
		ID: cmp.Or(now.ID, was.ID), Title: cmp.Or(now.Title, was.Title),
		Low: cmp.Or(now.Low, was.Low), High: cmp.Or(now.High, was.High), In: in,
		Weight:    NewFigure(weightOf(was, in != InAfter), weightOf(now, in != InBefore)),
		Practice:  Practice{Before: was.Practice, After: now.Practice},
		Situation: Situation{Before: was.Situation.Situation, After: now.Situation.Situation},
		Gap:       NewFigure(was.Gap, now.Gap), Direction: Words{was.Direction, now.Direction},
		Fit: NewFigure(was.Fit, now.Fit), Tension: NewFigure(was.Tension, now.Tension),
		Coverage:  NewFigure(was.Coverage, now.Coverage),
		Readiness: Readiness{Before: was.Readiness, After: now.Readiness},
		Floor:     NewFigure(was.Floor, now.Floor), Shortfall: NewFigure(was.Shortfall.Value, now.Shortfall.Value),
	}
	c.explainAxis(&axis, was, now)
	return axis
}

func weightOf(axis *report.Axis, exists bool) *float64 {
	if !exists {
		return nil
	}
	return &axis.Weight
}

// explainAxis says what moved the three values of an axis.
func (c *pairing) explainAxis(axis *Axis, was, now *report.Axis) {
	axis.Practice.Move = c.explainMove(scoredValue(was.Practice), scoredValue(now.Practice), c.styles.meansOn(axis.ID))
	axis.Situation.Move = c.situationMove(was, now, c.needs.meansOn(axis.ID))
	axis.Readiness.Move = c.explainMove(was.Readiness.Value, now.Readiness.Value, c.levels.meansOn(axis.ID))
}

// explainMove explains how a value went from one mean of answers to another.
func (c *pairing) explainMove(was, now *float64, of means) Move {
	change := changeBetween(was, now)
	if change == nil || !haveMean(of.was, *was) || !haveMean(of.now, *now) {
		return unexplainedMove(change)
	}
	shifts, rest := attributeChange(of.was, of.now)
	causes := []Cause{{Kind: WeightsCause, Origin: FromQuestionnaire, Effect: rest}}
	for _, s := range shifts {
		causes = append(causes, Cause{Kind: AnswerCause, Question: report.Text(s.id), Origin: c.effectOrigin(s.id), Effect: s.size})
	}
	return explainedMove(change, causes)
}

// situationMove explains how the situation moved: through what the needs ask for, and through the limits that keep it from that.
func (c *pairing) situationMove(was, now *report.Axis, needs means) Move {
	wanted := c.explainMove(was.Situation.Wanted.Value, now.Situation.Wanted.Value, needs)
	change := changeBetween(was.Situation.Value, now.Situation.Value)
	switch {
	case change == nil || wanted.Change == nil || wanted.Unexplained != nil:
		return unexplainedMove(change)
	case *change == *wanted.Change:
		return wanted
	}
	limit := limitInForce(was, now)
	held := Cause{Kind: LimitCause, Question: report.Text(limit), Origin: c.effectOrigin(limit), Effect: *change - *wanted.Change}
	return explainedMove(change, append(wanted.Causes, held))
}

// limitInForce is the first limit that keeps the situation from what is wanted, of the later result where it has one.
func limitInForce(was, now *report.Axis) string {
	for _, axis := range []*report.Axis{now, was} {
		if len(axis.Situation.HeldBy) > 0 {
			return axis.Situation.HeldBy[0].Question
		}
	}
	return ""
}

// effectOrigin says where the effect of an answer comes from.
func (c *pairing) effectOrigin(question string) string {
	was, now := c.was[question], c.now[question]
	switch {
	case c.isNewlyAsked(was, now):
		return FromQuestionnaire
	case c.alike:
		return FromTeam
	case was == nil || now == nil || isSame(was, now):
		return FromQuestionnaire
	}
	return Inseparable
}

// means holds the answers that make one value, before and after.
type means struct {
	was, now []part
}

// counted holds the answers for one measure, before and after, by the axes that they count for.
type counted struct {
	was, now map[string][]part
}

func (c counted) meansOn(axis string) means { return means{was: c.was[axis], now: c.now[axis]} }

// styleParts returns the answers that make the practice of each axis.
func styleParts(doc *report.Document) map[string][]part {
	parts := map[string][]part{}
	for _, match := range matchByID(nil, doc.Axes, axisID) {
		var own []part
		for _, answer := range match.now.Contributions {
			own = append(own, part{id: answer.Question, weight: answer.Weight, value: answer.Position})
		}
		parts[match.now.ID] = distinctParts(own)
	}
	return parts
}

// answerParts returns the answers that make the situation or the readiness of each axis.
func answerParts(doc *report.Document, measure questionnaire.Measure) map[string][]part {
	parts := map[string][]part{}
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		if answer.Measures != string(measure) || answer.Value == nil {
			continue
		}
		for axis, weight := range answer.Weights {
			parts[axis] = append(parts[axis], part{id: answer.Question, weight: weight, value: *answer.Value})
		}
	}
	for axis, own := range parts {
		parts[axis] = distinctParts(own)
	}
	return parts
}
