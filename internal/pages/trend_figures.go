package pages

import (
	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// figures are the first and the last values.
func (p *trendPage) figures() []figureChange {
	if o := p.Outcomes; o != nil {
		changes := []figureChange{
			scoreChange("Throughput", comparison.FirstAndLast(o.Throughput)),
			scoreChange("Stability", comparison.FirstAndLast(o.Stability)),
			scoreChange("All metrics", comparison.FirstAndLast(o.Overall)),
		}
		for _, metric := range p.Metrics {
			changes = append(changes, scoreChange(said(metric.Title), comparison.FirstAndLast(metric.Value)))
		}
		return changes
	}
	if p.States != nil {
		return p.stateFigures()
	}
	if p.Overall == nil {
		return nil
	}
	changes := seriesChanges("Overall", &p.Overall.Series)
	for i := range p.Axes {
		changes = append(changes, seriesChanges(said(p.Axes[i].Title), &p.Axes[i].Series)...)
	}
	return changes
}

func seriesChanges(title string, s *comparison.Series) []figureChange {
	practice, situation := comparison.FirstAndLast(s.Practice), comparison.FirstAndLast(s.Situation)
	fit, readiness := comparison.FirstAndLast(s.Fit), comparison.FirstAndLast(s.Readiness)
	coverage := comparison.FirstAndLast(s.Coverage)
	return []figureChange{
		{title + ": practice", signed(practice.Before), signed(practice.After), difference(practice, 2, 1)},
		{title + ": situation", signed(situation.Before), signed(situation.After), difference(situation, 2, 1)},
		{title + ": fit", outOf(fit.Before, wholeFit, 100), outOf(fit.After, wholeFit, 100), difference(fit, 0, 1)},
		{title + ": readiness", outOf(readiness.Before, report.Level, 4), outOf(readiness.After, report.Level, 4), difference(readiness, 1, 1)},
		{title + ": coverage", percent(coverage.Before), percent(coverage.After), points(coverage)},
	}
}

func signed(value *float64) string {
	if value == nil {
		return notScored
	}
	return report.Signed(value)
}

const resultsTitle = "Result by result"

// results is the table of all results; none without any. A break is told beside the questionnaire.
func (p *trendPage) results() []page.Block {
	if len(p.Points) == 0 {
		return nil
	}
	columns := []page.Column{{Title: "Date"}, {Title: "Questionnaire"}}
	switch {
	case p.Overall != nil:
		columns = append(columns, page.Column{Title: "Practice", Brief: true}, page.Column{Title: "Situation"},
			page.Column{Title: "Fit", Brief: true}, page.Column{Title: "Readiness", Brief: true}, page.Column{Title: "Coverage"},
			page.Column{Title: "Confidence"}, page.Column{Title: "Advice"})
	case p.Outcomes != nil:
		columns = append(columns, page.Column{Title: "Throughput", Brief: true}, page.Column{Title: "Stability", Brief: true},
			page.Column{Title: "All metrics", Brief: true}, page.Column{Title: "Quadrant"})
	case p.States != nil:
		columns = append(columns, stateColumns()...)
	}
	return []page.Block{page.Table{Caption: resultsTitle, Columns: columns, Rows: func(yield func([]string) bool) {
		for i := range p.Points {
			if !yield(p.result(i)) {
				return
			}
		}
	}}}
}

// result is the row of one result.
func (p *trendPage) result(at int) []string {
	point := &p.Points[at]
	from := withVersion(point.Questionnaire)
	if point.Break {
		from += " (counts otherwise)"
	}
	row := []string{point.Name(), from}
	if o := p.Outcomes; o != nil {
		return append(row, scoreOutOfTen(o.Throughput[at]), scoreOutOfTen(o.Stability[at]), scoreOutOfTen(o.Overall[at]),
			report.QuadrantWord(o.Quadrant[at]))
	}
	if p.States != nil {
		return append(row, p.stateRow(at)...)
	}
	o := p.Overall
	if o == nil {
		return row
	}
	return append(row, report.Placed(o.Practice[at], o.PracticeBand[at]), report.Placed(o.Situation[at], o.SituationBand[at]),
		fitOutOfHundred(o.Fit[at], o.FitWord[at]), outOf(o.Readiness[at], report.Level, 4), percent(o.Coverage[at]),
		confidence(o.Confidence[at]), report.AdviceWord(o.Advice[at]))
}
