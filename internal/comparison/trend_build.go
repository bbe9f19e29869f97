package comparison

import (
	"cmp"
	"slices"
	"time"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// BuildTrend sorts results by time and extracts the series of their values. It does not change them.
//
// Results are sorted by date. Results of one day keep the order given; one without a date stays behind the one given
// before it.
func BuildTrend(given []*report.Document) *Trend {
	entries := sortByDate(given)
	trend := &Trend{Schema: TrendSchema, Kind: kindOfAll(given), Points: []Point{}}
	docs := make([]*report.Document, 0, len(entries))
	for i, entry := range entries {
		docs = append(docs, entry.doc)
		point := Point{Place: entry.place, Side: sideOf(entry.doc)}
		point.Break = i > 0 && !sameQuestionnaire(docs[i-1].Questionnaire, entry.doc.Questionnaire)
		trend.Points = append(trend.Points, point)
		trend.Tool, trend.Commitments = entry.doc.Tool, entry.doc.Commitments
	}
	switch questionnaire.Verdict(trend.Kind) {
	case questionnaire.Leaning:
		trend.Overall, trend.Axes = overallSeries(docs), axisSeries(docs)
	case questionnaire.Quadrant:
		trend.Outcomes, trend.Metrics = outcomeSeries(docs), metricSeries(docs)
	case questionnaire.ReadinessState:
		trend.States, trend.Checked = stateSeries(docs), checkedSeries(docs)
		trend.Titles = trend.States.titles(docs)
	}
	trend.Notes = trend.NotesWith(asIs)
	return trend
}

// Latest returns the last of several results in order of time.
func Latest(docs []*report.Document) *report.Document {
	entries := sortByDate(docs)
	return entries[len(entries)-1].doc
}

// kindOfAll returns the kind of all results; "" for a mixture and for none.
func kindOfAll(docs []*report.Document) report.Text {
	var kind report.Text
	for _, doc := range docs {
		own := report.Text(doc.Verdict.Kind())
		if kind != "" && kind != own {
			return ""
		}
		kind = own
	}
	return kind
}

// entry is a result with its position in the input and the day it is sorted by.
type entry struct {
	doc   *report.Document
	place int
	day   time.Time
}

func sortByDate(given []*report.Document) []entry {
	var entries []entry
	var last time.Time
	for i, doc := range given {
		if date, known := parseDay(doc.Date); known {
			last = date
		}
		entries = append(entries, entry{doc: doc, place: i + 1, day: last})
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return a.day.Compare(b.day) })
	return entries
}

func overallSeries(docs []*report.Document) *Overall {
	o := &Overall{}
	for _, doc := range docs {
		v := doc.Verdict.Leaning
		o.appendValues(v.Practice, v.Situation.Situation, v.Readiness.Readiness, v.Fit.Value, v.Coverage)
		o.FitWord = append(o.FitWord, v.Fit.Word)
		o.Advice = append(o.Advice, v.Advice)
		o.Confidence = append(o.Confidence, v.Confidence)
	}
	return o
}

func (s *Series) appendValues(
	practice report.Practice, situation report.Situation, readiness report.Readiness, fit, coverage *float64,
) {
	s.Practice = append(s.Practice, scoredValue(practice))
	s.PracticeBand = append(s.PracticeBand, practice.Band)
	s.Situation = append(s.Situation, situation.Value)
	s.SituationBand = append(s.SituationBand, situation.Band)
	s.Fit = append(s.Fit, fit)
	s.Readiness = append(s.Readiness, readiness.Value)
	s.LowerBound = append(s.LowerBound, readiness.LowerBound)
	s.Coverage = append(s.Coverage, coverage)
}

func axisSeries(docs []*report.Document) []AxisSeries {
	series := []AxisSeries{}
	axes := func(doc *report.Document) []report.Axis { return doc.Axes }
	for _, axis := range unionByID(docs, axes, axisID) {
		series = append(series, AxisSeries{ID: axis.ID, Title: cmp.Or(axis.Title, axis.ID)})
	}
	for _, doc := range docs {
		own := byID(doc.Axes, axisID)
		for i := range series {
			axis := cmp.Or(own[series[i].ID], &report.Axis{})
			series[i].appendValues(axis.Practice, axis.Situation.Situation, axis.Readiness, axis.Fit, axis.Coverage)
		}
	}
	return series
}

func outcomeSeries(docs []*report.Document) *Outcomes {
	o := &Outcomes{}
	for _, doc := range docs {
		v := doc.Verdict.Quadrant
		o.Throughput = append(o.Throughput, v.Throughput.Value)
		o.Stability = append(o.Stability, v.Stability.Value)
		o.Overall = append(o.Overall, v.Overall)
		o.Quadrant = append(o.Quadrant, v.Quadrant)
	}
	return o
}

func metricSeries(docs []*report.Document) []MetricSeries {
	series := []MetricSeries{}
	metrics := func(doc *report.Document) []report.Metric { return doc.Metrics }
	for _, metric := range unionByID(docs, metrics, metricID) {
		series = append(series, MetricSeries{ID: metric.ID, Title: cmp.Or(metric.Title, metric.ID)})
	}
	for _, doc := range docs {
		own := byID(doc.Metrics, metricID)
		for i := range series {
			metric := cmp.Or(own[series[i].ID], &report.Metric{})
			series[i].Value = append(series[i].Value, metric.Value)
		}
	}
	return series
}
