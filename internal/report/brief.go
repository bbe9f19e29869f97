package report

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
)

// Brief is a verdict in one line, with the figures that there are. Without advice it tells no fit: that would be the fit of some
// axes only.
func Brief(verdict Verdict) string {
	if r := verdict.Readiness; r != nil {
		return briefState(r)
	}
	if q := verdict.Quadrant; q != nil {
		return english.Capital(QuadrantWord(q.Quadrant)) + figuresBehind(
			part("throughput %s out of 10", ScoreFigure(q.Throughput.Value), q.Throughput.Value != nil),
			part("stability %s out of 10", ScoreFigure(q.Stability.Value), q.Stability.Value != nil),
		)
	}
	if r := verdict.Readiness; r != nil {
		return english.Capital(StateWord(r.State)) + figuresBehind(
			part("%s", english.Count(len(r.Readiness.Unmet), "unmet point"), len(r.Readiness.Unmet) > 0),
			part("readiness %s out of 4", Level(r.Readiness.Value), r.Readiness.Value != nil),
		)
	}
	v := verdict.Leaning
	return english.Capital(HeldAdviceWord(v.Advice, v.HeldFrom())) + figuresBehind(
		part("fit %s out of 100", FitFigure(v.Fit), v.Fit.Value != nil && v.Advice != ""),
		part("readiness %s out of 4", Level(v.Readiness.Value), v.Readiness.Value != nil),
		part("confidence %s", string(v.Confidence), v.Confidence != ""),
	)
}

// briefState names the state and counts the points that stand against it.
func briefState(r *ReadinessVerdict) string {
	critical := len(r.Because.CriticalUnmet) + len(r.Because.CriticalUnknown)
	others := len(r.Readiness.Unmet) - critical
	points := english.Count(others, "point")
	if critical > 0 {
		points = english.Count(critical, "critical point")
	}
	if critical > 0 && others > 0 {
		points += " and " + english.Count(others, "other")
	}
	return english.Capital(StateWord(r.State)) + figuresBehind(
		part("%s below the minimum or unknown", points, critical+others > 0),
		part("readiness %s out of 4", Level(r.Readiness.Value), r.Readiness.Value != nil),
	)
}

func part(format, figure string, known bool) string {
	if !known {
		return ""
	}
	return fmt.Sprintf(format, figure)
}

func figuresBehind(parts ...string) string {
	var known []string
	for _, part := range parts {
		if part != "" {
			known = append(known, part)
		}
	}
	if len(known) == 0 {
		return "."
	}
	return ": " + strings.Join(known, ", ") + "."
}
