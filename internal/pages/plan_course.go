package pages

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/report"
)

// planCourse shows practice and readiness along the steps of a path, with the fit and the number of warnings after each.
func planCourse(doc *plan.Document) page.Course {
	stops := stopsOf(doc)
	course := page.Course{
		ID: "steps-course", Caption: planCaption(stops), Panels: []page.Panel{readinessPanel(stops)},
		Below: []page.Below{{Head: "unmet"}, {Head: "warnings"}}, Behind: planTable(doc),
	}
	if doc.Start.Verdict.Leaning != nil {
		course.Panels, course.Below[0].Head = append(course.Panels, practicePanel(stops)...), "fit"
		course.Keys = []page.Key{
			{Kind: page.Practice, Text: "how you work"}, {Kind: page.Situation, Text: "what the service calls for"},
		}
	}
	course.Keys = append(course.Keys, page.Key{Kind: page.Value, Text: "readiness"})
	for i, stop := range stops {
		moment := page.Moment{Day: float64(i), Label: stop.name}
		if i > 0 {
			moment.Label, moment.Short = stop.short, strconv.Itoa(i)
			if doc.Steps[i-1].NotEstimated != nil {
				moment.Short += unestimated
			}
		}
		course.Moments = append(course.Moments, moment)
		course.Below[0].Texts = append(course.Below[0].Texts, stateCells(stop.State)[1])
		course.Below[1].Texts = append(course.Below[1].Texts, strconv.Itoa(len(stop.Warnings)))
	}
	if slices.ContainsFunc(doc.Steps, func(step plan.Step) bool { return step.NotEstimated != nil }) {
		course.Note = unestimated + " not estimated, so as before"
	}
	return course
}

// practicePanel is how the team would work after each stop, beside the situation, which stays where it is; none where
// neither is known.
func practicePanel(stops []stop) []page.Panel {
	series := page.Series{Name: "practice"}
	for _, stop := range stops {
		v := stop.Verdict.Leaning
		var practice *float64
		if v.Practice.Scored {
			practice = v.Practice.Value
		}
		series.Values, series.Other = append(series.Values, practice), append(series.Other, v.Situation.Value)
		series.Figures = append(series.Figures, figure(practice, report.Signed(practice)))
	}
	series.First, series.Last = series.Figures[0], series.Figures[len(stops)-1]
	if len(slices.Compact(slices.Clone(series.Figures))) == 1 {
		series.Figures = nil
	}
	situation := series.Other[0]
	series.Spoken = "today " + series.First + ", at the end " + series.Last + "; situation " + figure(situation, report.Signed(situation))
	if isKnown := func(value *float64) bool { return value != nil }; !slices.ContainsFunc(series.Values, isKnown) && situation == nil {
		return nil
	}
	return []page.Panel{{Title: "How you would work", Scale: lineScale(), Series: []page.Series{series}}}
}

func readinessPanel(stops []stop) page.Panel {
	series, title := page.Series{Name: "level", Kind: page.Value}, "Readiness, 0 to 4"
	if isOpenAt(stops) {
		title += ", with what is unknown counted as 0"
	}
	for _, stop := range stops {
		level := shownReadiness(stops, stop)
		series.Values, series.Figures = append(series.Values, level), append(series.Figures, figure(level, report.Level(level)))
	}
	series.First, series.Last = series.Figures[0], series.Figures[len(stops)-1]
	series.Spoken = "today " + series.First + ", at the end " + series.Last + ", out of 4"
	return page.Panel{Title: title, Scale: levelScale(), Series: []page.Series{series}}
}

// shownReadiness is the lower bound at every stop where a question about readiness is open at one of them, so that an answer given on
// the way does not look like a step back.
func shownReadiness(stops []stop, at stop) *float64 {
	if isOpenAt(stops) {
		return at.Verdict.OverallReadiness().LowerBound
	}
	return at.Verdict.OverallReadiness().Value
}

// isOpenAt reports that a question about readiness is open at one of the stops.
func isOpenAt(stops []stop) bool {
	return slices.ContainsFunc(stops, func(s stop) bool { return isOpen(s.Verdict.OverallReadiness().Readiness) })
}

// planCaption names the step that raises readiness most, the first on a tie.
func planCaption(stops []stop) string {
	most, rise := 0, 0.0
	for i := 1; i < len(stops); i++ {
		was, is := shownReadiness(stops, stops[i-1]), shownReadiness(stops, stops[i])
		if was != nil && is != nil && *is-*was > rise {
			most, rise = i, *is-*was
		}
	}
	if most == 0 {
		if stops[0].Verdict.Readiness != nil {
			return "How ready you would be, step by step"
		}
		return "How you would work, and how ready you would be, step by step"
	}
	return fmt.Sprintf("Step %d raises readiness most: %s", most, stops[most].title)
}
