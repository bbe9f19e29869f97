package comparison

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/report"
)

// TrendSchema names the form of a trend; a change that breaks readers changes the number at its end.
const TrendSchema = "opsfit.trend/v1"

// Trend is a series of results with everything that any renderer shows. Every list of a series has one entry a point, nil
// (null) or empty where the point does not have it.
type Trend struct {
	Schema string      `json:"schema"`
	Tool   report.Tool `json:"tool"`
	// Kind is leaning or quadrant; empty where the results are of both kinds, and there are no series then.
	Kind report.Text `json:"kind"`
	// Points are in order of time.
	Points []Point `json:"points"`
	// Overall and Axes are nil between quadrants, Outcomes and Metrics between leanings.
	Overall  *Overall       `json:"overall,omitempty"`
	Axes     []AxisSeries   `json:"axes,omitzero"`
	Outcomes *Outcomes      `json:"outcomes,omitempty"`
	Metrics  []MetricSeries `json:"metrics,omitzero"`
	// Notes are remarks about how far the results are one series.
	Notes []string `json:"notes"`
}

// Point is one result of the series.
type Point struct {
	// Place is where its file was named, from 1.
	Place int `json:"place"`
	// Break is true where the questionnaire counts otherwise than that of the point before: the values on both sides of a
	// break are not on one scale.
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
	Value []*float64 `json:"value"`
}

// Ends returns the first and the last value of a series, which may be nil; both are for an empty one.
func Ends(series []*float64) (first, last *float64) {
	if len(series) == 0 {
		return nil, nil
	}
	return series[0], series[len(series)-1]
}

// Sample returns at most the given number, two or more, of the places 0 to n-1: evenly spread, with the first and the last.
func Sample(n, most int) []int {
	if n <= most {
		places := make([]int, 0, n)
		for i := range n {
			places = append(places, i)
		}
		return places
	}
	places := make([]int, 0, most)
	for i := range most {
		places = append(places, (2*i*(n-1)+most-1)/(2*(most-1)))
	}
	return places
}

// BrokeSince reports a break at the nth of the places that a picture shows, or at one that it left out before it.
func BrokeSince(trend *Trend, shown []int, n int) bool {
	if n == 0 {
		return false
	}
	for at := shown[n-1] + 1; at <= shown[n]; at++ {
		if trend.Points[at].Break {
			return true
		}
	}
	return false
}

// IsBroken reports that the questionnaire changed on the way.
func IsBroken(trend *Trend) bool { return trend.breaks() > 0 }

// Sampled says that a picture shows some of the results only; empty where it shows all.
func Sampled(picture string, shown, all int) string {
	if shown >= all {
		return ""
	}
	return fmt.Sprintf("%s shows %d of the %d results, evenly spread, with the first and the last.", picture, shown, all)
}
