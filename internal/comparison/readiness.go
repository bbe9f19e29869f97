package comparison

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// ReadinessVerdict is two verdicts of questionnaires about readiness alone.
type ReadinessVerdict struct {
	Kind      string    `json:"kind"`
	State     Words     `json:"state"`
	Readiness Readiness `json:"readiness"`
	// Shortfall is the largest of an axis.
	Shortfall Figure `json:"shortfall"`
	// Coverage is 0..1.
	Coverage Figure `json:"coverage"`
	// NowMet are the points that missed their floor before and do not now, NowUnmet those that do now and did not before, and
	// StillUnmet those that did and do. Each list has the worst first.
	NowMet     []PointChange `json:"now_met"`
	NowUnmet   []PointChange `json:"now_unmet"`
	StillUnmet []PointChange `json:"still_unmet"`
	// Tiers are the questions that set floors and have another answer, in the order of the later result.
	Tiers []TierChange `json:"tiers"`
}

// PointChange is a point that misses its floor before or after.
type PointChange struct {
	Question string `json:"question"`
	Axis     string `json:"axis"`
	Critical bool   `json:"critical"`
	// Level is 0..4, nil for an answer that is unknown; Floor the least that was, and is, asked for, nil where nothing is.
	Level Figure `json:"level"`
	Floor Figure `json:"floor"`
	// Reason is why the point is met or unmet now; empty where it still is what it was.
	Reason PointReason `json:"reason"`
}

// PointReason is why a point is met or unmet that was not before.
type PointReason string

// The reasons.
const (
	// ByAnswer: the answer changed, and what is asked for did not.
	ByAnswer PointReason = "answer"
	// ByFloor: the answer is the same, and another level is asked for.
	ByFloor PointReason = "floor"
	// ByBoth: both changed.
	ByBoth PointReason = "answer_and_floor"
	// ByAsking: the point applies in one of the results only.
	ByAsking PointReason = "asked"
	// ByQuestionnaire: the questionnaire counts the same answer otherwise, or one of the two does not have the point.
	ByQuestionnaire PointReason = "questionnaire"
)

// TierChange is another answer to a question that sets floors.
type TierChange struct {
	Question string `json:"question"`
	Before   Said   `json:"before"`
	After    Said   `json:"after"`
}

// ReadinessAxis is one axis of questionnaires about readiness alone, before and after.
type ReadinessAxis struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// In says which results have the axis: both, before or after.
	In        string    `json:"in"`
	Weight    Figure    `json:"weight"`
	Readiness Readiness `json:"readiness"`
	Floor     Figure    `json:"floor"`
	Shortfall Figure    `json:"shortfall"`
	Coverage  Figure    `json:"coverage"`
}

// Moved reports whether a value of the axis changed, or only one result has it.
func (a *ReadinessAxis) Moved() bool {
	return a.In != InBoth || a.Readiness.Figure().Moved() || a.Coverage.Moved() || a.Floor.Moved() || a.Shortfall.Moved()
}

// Levels are the axes as far as readiness goes; none between quadrants.
func (c *Comparison) Levels() []ReadinessAxis {
	if c.Verdict.Readiness != nil {
		return c.Checked
	}
	levels := make([]ReadinessAxis, len(c.Axes))
	for i := range c.Axes {
		a := &c.Axes[i]
		levels[i] = ReadinessAxis{
			ID: a.ID, Title: a.Title, In: a.In, Weight: a.Weight, Readiness: a.Readiness, Floor: a.Floor, Shortfall: a.Shortfall,
		}
	}
	return levels
}

// OverallReadiness is that of the verdicts; nil between quadrants, and where they are of different kinds.
func (v *Verdict) OverallReadiness() *Readiness {
	switch {
	case v.Leaning != nil:
		return &v.Leaning.Readiness
	case v.Readiness != nil:
		return &v.Readiness.Readiness
	}
	return nil
}

// MarshalJSON writes the axes of questionnaires about readiness alone as the axes.
func (c Comparison) MarshalJSON() ([]byte, error) {
	type plain Comparison // without this method
	if c.Verdict.Readiness == nil {
		return report.Marshal(plain(c))
	}
	return report.Marshal(struct {
		plain
		Axes []ReadinessAxis `json:"axes"`
	}{plain(c), c.Checked})
}

func (c *pairing) compareChecked() []ReadinessAxis {
	axes := []ReadinessAxis{}
	for _, match := range matchByID(c.before.Checked, c.after.Checked, func(a *report.ReadinessAxis) string { return a.ID }) {
		axes = append(axes, c.compareCheckedAxis(match.was, match.now))
	}
	return axes
}

// compareCheckedAxis compares one axis; either side is nil where the result does not have it.
func (c *pairing) compareCheckedAxis(was, now *report.ReadinessAxis) ReadinessAxis {
	var weight Figure
	in := InBoth
	switch {
	case was == nil:
		in, was, weight = InAfter, &report.ReadinessAxis{}, NewFigure(nil, &now.Weight)
	case now == nil:
		in, now, weight = InBefore, &report.ReadinessAxis{}, NewFigure(&was.Weight, nil)
	default:
		weight = NewFigure(&was.Weight, &now.Weight)
	}
	axis := ReadinessAxis{
		ID: cmp.Or(now.ID, was.ID), Title: cmp.Or(now.Title, was.Title), In: in, Weight: weight,
		Readiness: Readiness{Before: was.Readiness, After: now.Readiness},
		Floor:     NewFigure(was.Floor, now.Floor), Shortfall: NewFigure(was.Shortfall.Value, now.Shortfall.Value),
		Coverage: NewFigure(was.Coverage, now.Coverage),
	}
	axis.Readiness.Move = c.explainMove(was.Readiness.Value, now.Readiness.Value, c.levels.meansOn(axis.ID))
	return axis
}

// compareReadiness compares the overall values; the axes are compared already.
func (c *pairing) compareReadiness(was, now *report.ReadinessVerdict, axes []ReadinessAxis) *ReadinessVerdict {
	compared := &ReadinessVerdict{
		Kind: now.Kind, State: Words{was.State, now.State},
		Readiness: Readiness{Before: was.Readiness.Readiness, After: now.Readiness.Readiness},
		Shortfall: NewFigure(was.Shortfall.Value, now.Shortfall.Value), Coverage: NewFigure(was.Coverage, now.Coverage),
		Tiers: c.compareTiers(was, now),
	}
	var strands []strand
	for i := range axes {
		a := &axes[i]
		strands = append(strands, strand{a.ID, a.Weight, a.Readiness.Figure(), &a.Readiness.Move, c.levels.meansOn(a.ID)})
	}
	compared.Readiness.Move = c.movedOverall(compared.Readiness.Figure(), strands)
	c.comparePoints(compared, was.Readiness.Unmet, now.Readiness.Unmet)
	return compared
}

// comparePoints sorts the points that miss their floor by when they do. What is met now has the order of the earlier result.
func (c *pairing) comparePoints(compared *ReadinessVerdict, was, now []report.Unmet) {
	compared.NowMet, compared.NowUnmet, compared.StillUnmet = []PointChange{}, []PointChange{}, []PointChange{}
	for i := range now {
		point := c.pointOf(&now[i])
		if slices.ContainsFunc(was, func(u report.Unmet) bool { return u.Question == now[i].Question }) {
			point.Reason = ""
			compared.StillUnmet = append(compared.StillUnmet, point)
			continue
		}
		compared.NowUnmet = append(compared.NowUnmet, point)
	}
	for i := range was {
		if !slices.ContainsFunc(now, func(u report.Unmet) bool { return u.Question == was[i].Question }) {
			compared.NowMet = append(compared.NowMet, c.pointOf(&was[i]))
		}
	}
}

// pointOf is a point that is unmet in one of the results, with its level and its floor in both.
func (c *pairing) pointOf(unmet *report.Unmet) PointChange {
	was, now := c.was[unmet.Question], c.now[unmet.Question]
	point := PointChange{
		Question: unmet.Question, Axis: unmet.Axis, Critical: unmet.Critical,
		Level: NewFigure(valueOf(was), valueOf(now)),
		Floor: NewFigure(floorOf(c.before, was), floorOf(c.after, now)),
	}
	point.Reason = c.reasonOfPoint(was, now, point.Floor)
	return point
}

func (c *pairing) reasonOfPoint(was, now *report.Answer, floor Figure) PointReason {
	switch {
	case was == nil || now == nil:
		return ByQuestionnaire
	case was.Applies() != now.Applies():
		return ByAsking
	case isSame(was, now) && floor.Moved():
		return ByFloor
	case isSame(was, now):
		return ByQuestionnaire
	case floor.Moved():
		return ByBoth
	}
	return ByAnswer
}

func valueOf(answer *report.Answer) *float64 {
	if answer == nil {
		return nil
	}
	return answer.Value
}

// floorOf is the level that an answer needs; nil where its axis has none, and for a point that does not apply or is not asked.
func floorOf(doc *report.Document, answer *report.Answer) *float64 {
	if answer == nil || !answer.Applies() {
		return nil
	}
	for i := range doc.Checked {
		if doc.Checked[i].ID == string(answer.Axis) {
			return doc.Checked[i].Floor
		}
	}
	return nil
}

// compareTiers finds the questions that set floors in either result and are answered otherwise.
func (c *pairing) compareTiers(was, now *report.ReadinessVerdict) []TierChange {
	changed := []TierChange{}
	sets := func(v *report.ReadinessVerdict, question string) bool {
		return slices.ContainsFunc(v.Tiers, func(t report.Tier) bool { return t.Question == question })
	}
	for _, answer := range c.answered {
		asked := cmp.Or(answer.now, answer.was)
		if asked.Measures != string(questionnaire.Context) || !sets(was, asked.Question) && !sets(now, asked.Question) {
			continue
		}
		if answer.was == nil || answer.now == nil || !isSame(answer.was, answer.now) {
			changed = append(changed, TierChange{Question: asked.Question, Before: saidOf(answer.was), After: saidOf(answer.now)})
		}
	}
	return changed
}
