package report

import (
	"math"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// States are those that a checklist can lead to, from the best.
func States() []Text { return []Text{Text(score.Ready), Text(score.Gaps), Text(score.NotReady)} }

// HasGaps reports the state in which some points are unmet and nothing worse is to be said.
func (r *ReadinessVerdict) HasGaps() bool { return score.State(r.State) == score.Gaps }

// LevelWord is the level of a point that is below its floor, without being rounded up to it; "unknown" for one that is not known.
func (u *Unmet) LevelWord() string {
	if u.Level == nil {
		return "unknown"
	}
	return LevelOfAnswer(shortOf(*u.Level, u.Floor))
}

// LevelWord is the mean level of an axis, without being rounded up to a floor that it does not reach; "?" where it is not known.
func (a *ReadinessAxis) LevelWord() string {
	if a.Readiness.Value == nil || a.Floor == nil {
		return Level(a.Readiness.Value)
	}
	return Level(shortOf(*a.Readiness.Value, *a.Floor))
}

// shortOf keeps a level that is below a floor from being rounded up to it: beside a floor of 3 stands 2.9 and not 3.0.
func shortOf(level, floor float64) *float64 {
	const tenth, tolerance = 0.1, 1e-9
	if level < floor-tolerance && math.Round(level/tenth)*tenth >= floor-tolerance {
		return new(floor - tenth)
	}
	return &level
}

// Levels are the axes of a result as far as readiness goes, in their order: those of a readiness document, or those of a leaning
// one without what is about the poles. A quadrant has none.
func (d *Document) Levels() []ReadinessAxis {
	if d.Verdict.Readiness != nil {
		return d.Checked
	}
	levels := make([]ReadinessAxis, len(d.Axes))
	for i := range d.Axes {
		axis := &d.Axes[i]
		levels[i] = ReadinessAxis{
			ID: axis.ID, Title: axis.Title, Weight: axis.Weight, Readiness: axis.Readiness, Floor: axis.Floor, Shortfall: axis.Shortfall,
		}
	}
	return levels
}

// OverallReadiness is that of a verdict, with what is unmet; nil for a quadrant.
func (v *Verdict) OverallReadiness() *OverallReadiness {
	switch {
	case v.Readiness != nil:
		return &v.Readiness.Readiness
	case v.Leaning != nil:
		return &v.Leaning.Readiness
	}
	return nil
}

// IsPoint reports that a question is about readiness and applies.
func (a *Answer) IsPoint() bool { return a.Measures == string(questionnaire.Readiness) && a.Applies() }

// AskedPoints are the points on axes where something is asked for: a floor above 0.
func (d *Document) AskedPoints() []*Answer {
	asked := map[Text]bool{}
	for _, axis := range d.Levels() {
		asked[Text(axis.ID)] = axis.Floor != nil && *axis.Floor > 0
	}
	var points []*Answer
	for i := range d.Answers {
		if answer := &d.Answers[i]; answer.IsPoint() && asked[answer.Axis] {
			points = append(points, answer)
		}
	}
	return points
}
