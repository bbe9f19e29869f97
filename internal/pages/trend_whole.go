package pages

import (
	"fmt"
	"math"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// wholeCourse shows the whole over time; nil where the results are no series.
func (p *trendPage) wholeCourse() page.Block {
	switch {
	case p.Overall != nil:
		return p.leaningCourse()
	case p.Outcomes != nil:
		return p.outcomeCourse()
	case p.States != nil:
		return p.stateCourse()
	}
	return nil
}

// leaningCourse shows practice beside the situation, with the fit of each date.
func (p *trendPage) leaningCourse() page.Course {
	o := p.Overall
	h := p.newHistory("whole", "", lineScale(), report.Signed)
	h.addBoth("Overall", o.Practice, o.Situation, true)
	course := page.Course{
		ID: "whole", Caption: gapCaption(&o.Series), Moments: h.Moments, Panels: []page.Panel{{Scale: lineScale(), Series: h.Series}},
		Keys: []page.Key{
			{Kind: page.Practice, Text: "how you work"}, {Kind: page.Situation, Text: "what the service calls for"}, breakKey(),
		},
	}
	if fit := comparison.FirstAndLast(o.Fit); fit.Before != nil || fit.After != nil {
		below := page.Below{Head: "fit"}
		for i := range o.Fit {
			below.Texts = append(below.Texts, figure(o.Fit[i], p.fitFigure(i)))
		}
		course.Below = []page.Below{below}
	}
	return course
}

// practiceCaption says how the practice went where the gap to the situation is not known.
func practiceCaption(practice comparison.Figure) string {
	if practice.Before == nil || practice.After == nil {
		return "How you work is not always known"
	}
	was, now := report.Signed(practice.Before), report.Signed(practice.After)
	if was == now {
		return "How you work stayed at " + now + "; what the service calls for is not always known"
	}
	return fmt.Sprintf("How you work moved from %s to %s; what the service calls for is not always known", was, now)
}

// outcomeCourse shows both groups of metrics.
func (p *trendPage) outcomeCourse() page.Course {
	h := p.newHistory("whole", "", scoreScale(), report.ScoreFigure)
	h.add("Throughput", p.Outcomes.Throughput, true)
	h.add("Stability", p.Outcomes.Stability, true)
	for i, kind := range []page.MarkKind{page.Value, page.Before}[:len(h.Series)] {
		h.Series[i].Kind = kind
	}
	keys := []page.Key{{Kind: page.Value, Text: "throughput"}, {Kind: page.Before, Text: "stability"}, breakKey()}
	if len(h.Series) == 1 && h.Series[0].Name == "Stability" {
		keys[0].Text = "stability"
	}
	return page.Course{
		ID: "whole", Caption: endsCaption(h.Series) + " (0 to 10; higher is better)", Moments: h.Moments,
		Panels: []page.Panel{{Scale: scoreScale(), Series: h.Series}}, Keys: keys,
	}
}

// endsCaption tells the first and the last value of each series.
func endsCaption(list []page.Series) string {
	clauses := make([]string, len(list))
	for i, series := range list {
		clauses[i] = series.Name + " went from " + series.First + " to " + series.Last
		if series.First == series.Last {
			clauses[i] = series.Name + " stayed at " + series.Last
		}
		if i > 0 {
			clauses[i] = english.Lower(clauses[i])
		}
	}
	return english.List(clauses)
}

func breakKey() page.Key {
	return page.Key{Kind: page.Break, Text: "another questionnaire from here on"}
}

// gapCaption says how the distance between practice and situation went, where it is known at both ends.
func gapCaption(s *comparison.Series) string {
	practice, situation := comparison.FirstAndLast(s.Practice), comparison.FirstAndLast(s.Situation)
	if practice.Before == nil || practice.After == nil || situation.Before == nil || situation.After == nil {
		return practiceCaption(practice)
	}
	before, after := math.Abs(*situation.Before-*practice.Before), math.Abs(*situation.After-*practice.After)
	was, now := report.Distance(&before), report.Distance(&after)
	switch {
	case was == now:
		return "The gap to what the service calls for stayed at " + now
	case after < before:
		return fmt.Sprintf("The gap to what the service calls for narrowed from %s to %s", was, now)
	}
	return fmt.Sprintf("The gap to what the service calls for grew from %s to %s", was, now)
}

// monthOf is a date as it stands under an axis, where a few of them have to have room: "Nov 2026".
func monthOf(point *comparison.Point) string {
	day, dated := point.Day()
	if !dated {
		return ""
	}
	return day.Format("Jan 2006")
}
