package comparison

import "github.com/opsfit/opsfit/internal/report"

// figures are the first and the last values.
func (t *Trend) figures() []Row {
	if o := t.Outcomes; o != nil {
		rows := []Row{
			outcome("Throughput", figureOf(Ends(o.Throughput))), outcome("Stability", figureOf(Ends(o.Stability))),
			outcome("All metrics", figureOf(Ends(o.Overall))),
		}
		for _, metric := range t.Metrics {
			rows = append(rows, outcome(metric.ID, figureOf(Ends(metric.Value))))
		}
		return rows
	}
	if t.Overall == nil {
		return nil
	}
	rows := seriesRows("Overall", &t.Overall.Series)
	for i := range t.Axes {
		rows = append(rows, seriesRows(t.Axes[i].Title, &t.Axes[i].Series)...)
	}
	return rows
}

// results is the table of all points. A break is told in a column of its own.
func (t *Trend) results() Table {
	table := Table{Head: []string{"Date", "Questionnaire"}}
	switch {
	case t.Overall != nil:
		table.Head = append(table.Head, "Practice", "Situation", "Fit", "Readiness", "Coverage", "Confidence", "Advice")
	case t.Outcomes != nil:
		table.Head = append(table.Head, "Throughput", "Stability", "All metrics", "Quadrant")
	}
	for i := range t.Points {
		point := &t.Points[i]
		from := versioned(point.Questionnaire.ID, point.Questionnaire.Version)
		if point.Break {
			from += " (counts otherwise)"
		}
		table.Rows = append(table.Rows, append([]string{point.Name(), from}, t.cells(i)...))
	}
	return table
}

// cells are the figures of one point.
func (t *Trend) cells(at int) []string {
	if o := t.Outcomes; o != nil {
		return []string{
			of(o.Throughput[at], 1, 10, ""), of(o.Stability[at], 1, 10, ""), of(o.Overall[at], 1, 10, ""),
			report.QuadrantWord(o.Quadrant[at]),
		}
	}
	o := t.Overall
	if o == nil {
		return nil
	}
	return []string{
		report.Placed(o.Practice[at], o.PracticeBand[at]), report.Placed(o.Situation[at], o.SituationBand[at]),
		of(o.Fit[at], 1, 100, o.FitWord[at]), of(o.Readiness[at], 2, 4, ""), share(o.Coverage[at]),
		word(o.Confidence[at]), report.AdviceWord(o.Advice[at]),
	}
}

func seriesRows(title string, s *Series) []Row {
	practice, situation := figureOf(Ends(s.Practice)), figureOf(Ends(s.Situation))
	fit, readiness, coverage := figureOf(Ends(s.Fit)), figureOf(Ends(s.Readiness)), figureOf(Ends(s.Coverage))
	return []Row{
		{title + ": practice", signed(practice.Before), signed(practice.After), change(practice, 2, 1)},
		{title + ": situation", signed(situation.Before), signed(situation.After), change(situation, 2, 1)},
		{title + ": fit", of(fit.Before, 0, 100, ""), of(fit.After, 0, 100, ""), change(fit, 0, 1)},
		{title + ": readiness", of(readiness.Before, 1, 4, ""), of(readiness.After, 1, 4, ""), change(readiness, 1, 1)},
		{title + ": coverage", share(coverage.Before), share(coverage.After), points(coverage)},
	}
}

func signed(value *float64) string {
	if value == nil {
		return notScored
	}
	return report.Signed(value)
}
