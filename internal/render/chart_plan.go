package render

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/report"
)

// pathPicture draws the figures along a path; nothing where there is no leaning or no step.
func (p *page) pathPicture(doc *plan.Document) {
	if doc.Start.Verdict.Leaning == nil || len(doc.Steps) == 0 {
		return
	}
	style, readiness := p.stylePath(doc), p.readinessPath(doc)
	if slices.ContainsFunc(doc.Steps, func(step plan.Step) bool { return step.NotEstimated != nil }) {
		readiness.legend = append(readiness.legend, explanation{text: unestimated + " not estimated, so as before"})
	}
	p.blank()
	p.chart(style)
	p.blank()
	p.chart(readiness)
}

// stylePath shows practice on its way, beside the situation, which stays where it is. Steps that leave practice where it
// is are left out.
func (p *page) stylePath(doc *plan.Document) chart {
	c, was := p.leaningScale(), ""
	p.eachPoint(doc, func(title string, state plan.State) {
		v := state.Verdict.Leaning
		if is := report.Placed(v.Practice.Value, v.Practice.Band) + report.Possible(v.Practice); is != was {
			c.rows, was = append(c.rows, leaningRow(title, v.Practice, v.Situation)), is
		}
	})
	c.rows[0].tone = strongTone
	return c
}

// readinessPath shows readiness on its way, with the fit and the number of warnings beside it.
func (p *page) readinessPath(doc *plan.Document) chart {
	c := p.readinessScale()
	c.heads = []string{"level", "fit", "warnings"}
	c.names = []string{"", "fit", "warnings"}
	p.eachPoint(doc, func(title string, state plan.State) {
		v := state.Verdict.Leaning
		row := readinessRow(title, v.Readiness, nil, nil)
		row.figures = []string{row.figures[0], orMissing(v.Fit.Value), strconv.Itoa(len(state.Warnings))}
		c.rows = append(c.rows, row)
	})
	c.rows[0].tone = strongTone
	return c
}

// unestimated marks the steps that assume nothing.
const unestimated = "*"

// eachPoint visits the states of a path under short names: today, then each step with its id.
func (p *page) eachPoint(doc *plan.Document, visit func(title string, state plan.State)) {
	visit("today", doc.Start)
	for i := range doc.Steps {
		step, mark := &doc.Steps[i], ""
		if step.NotEstimated != nil {
			mark = unestimated
		}
		name := fmt.Sprintf("%d %s", step.Step, step.Recommendation.ID)
		visit(p.cut(name, longestTitle-len(mark))+mark, step.After)
	}
}
