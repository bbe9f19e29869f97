package comparison

import "github.com/opsfit/opsfit/internal/report"

// TrendSchema names the format of a trend; its number changes with every incompatible change.
const TrendSchema = "opsfit.trend/v1"

// Trend is a series of results with everything that any renderer shows. Every list of a series has one entry for each
// point, nil (null) or empty when the point does not have it.
type Trend struct {
	Schema string      `json:"schema"`
	Tool   report.Tool `json:"tool"`
	// Kind is leaning, quadrant or readiness; empty for a mixture, which has no series.
	Kind report.Text `json:"kind"`
	// Points are in order of time.
	Points []Point `json:"points"`
	// Overall and Axes are nil but between leanings, Outcomes and Metrics but between quadrants, States and Checked but between
	// questionnaires about readiness alone; Checked is written as the axes.
	Overall  *Overall        `json:"overall,omitempty"`
	Axes     []AxisSeries    `json:"axes,omitzero"`
	Outcomes *Outcomes       `json:"outcomes,omitempty"`
	Metrics  []MetricSeries  `json:"metrics,omitzero"`
	States   *States         `json:"states,omitempty"`
	Checked  []CheckedSeries `json:"-"`
	// Titles are the short titles of the questions that States names, by their ids; nil, and left out, without these.
	Titles map[string]string `json:"titles,omitempty"`
	// Commitments are those of the latest result; nil, and left out, where no file with commitments was named.
	Commitments *report.Commitments `json:"commitments,omitempty"`
	// Notes say how far the results form one series.
	Notes []string `json:"notes"`
	// severalPeople is set where RemoveNames took names away that differed.
	severalPeople bool
}

// Point is one result of the series.
type Point struct {
	// Place is the position of its file in the input, from 1.
	Place int `json:"place"`
	// Break is true when the questionnaire counts differently from that of the point before: the values on both sides
	// of a break are not on one scale.
	Break bool `json:"break"`
	Side
}

// Series are the values of a leaning over the points: practice and situation -1..1, fit 0..100, readiness 0..4, coverage
// 0..1. The lower bound of readiness counts what is unknown as 0.
type Series struct {
	Practice      []*float64    `json:"practice"`
	PracticeBand  []report.Text `json:"practice_band"`
	Situation     []*float64    `json:"situation"`
	SituationBand []report.Text `json:"situation_band"`
	Fit           []*float64    `json:"fit"`
	Readiness     []*float64    `json:"readiness"`
	LowerBound    []*float64    `json:"readiness_lower_bound"`
	Coverage      []*float64    `json:"coverage"`
}

// Overall are the overall values and what follows from them.
type Overall struct {
	Series
	FitWord    []report.Text `json:"fit_word"`
	Advice     []report.Text `json:"advice"`
	Confidence []report.Text `json:"confidence"`
}

// AxisSeries are the values of one axis. Axes are in the order of the latest result; those that it does not have come last.
type AxisSeries struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Series
}

// Outcomes are the values of a quadrant over the points, 0..10, higher is better.
type Outcomes struct {
	Throughput []*float64    `json:"throughput"`
	Stability  []*float64    `json:"stability"`
	Overall    []*float64    `json:"overall"`
	Quadrant   []report.Text `json:"quadrant"`
}

// MetricSeries are the values of one metric, 0..10.
type MetricSeries struct {
	ID    string     `json:"id"`
	Title string     `json:"-"`
	Value []*float64 `json:"value"`
}

// FirstAndLast pairs the first and the last value of a series; both are nil for an empty one.
func FirstAndLast(series []*float64) Figure {
	if len(series) == 0 {
		return Figure{}
	}
	return NewFigure(series[0], series[len(series)-1])
}
