package report

import (
	"math"
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/score"
)

// BandEdges returns where two bands meet, from the SysOps to the DevOps pole; the inner two are where the side changes.
func BandEdges() []float64 {
	var edges []float64
	for _, edge := range score.BandEdges() {
		edges = append(edges, exact.Float(edge))
	}
	return edges
}

// FitEdges returns the fits from 0 to 100 at which the next better word begins.
func FitEdges() []float64 {
	var edges []float64
	for _, edge := range score.FitEdges() {
		edges = append(edges, exact.Float(edge))
	}
	return edges
}

// Placed formats a value on the line with its word, "+0.34, leaning DevOps"; "not scored" for nil.
func Placed(value *float64, band Text) string {
	if value == nil {
		return BandWord("")
	}
	return Signed(value) + ", " + BandWord(band)
}

// Span formats the range that the unknown answers leave open, "-0.20 to +0.35"; empty when they leave none to be seen.
func Span(practice Practice) string {
	low, high := Signed(practice.Low), Signed(practice.High)
	if practice.Low == nil || practice.High == nil || low == high {
		return ""
	}
	return low + " to " + high
}

// Possible is Span as a remark behind the value: " (possible -0.20 to +0.35)".
func Possible(practice Practice) string {
	if span := Span(practice); span != "" {
		return " (possible " + span + ")"
	}
	return ""
}

// Signed formats a value on the line with its sign and two decimals, "+0.34"; "?" for nil. Zero has no sign.
func Signed(value *float64) string {
	if value == nil {
		return "?"
	}
	kept := shortOfEdge(*value)
	text := english.Fixed(&kept, 2)
	if *value > 0 && text != "0.00" {
		return "+" + text
	}
	return text
}

// shortOfEdge keeps a value from being rounded onto the edge of a band that it has not reached: beside "mix of both" stands
// +0.19 and not +0.20.
func shortOfEdge(value float64) float64 {
	const unit, tolerance = 0.01, 1e-9
	size := math.Abs(value)
	for _, edge := range BandEdges() {
		if size < edge-tolerance && size >= edge-unit/2-tolerance {
			return math.Copysign(edge-unit, value)
		}
	}
	return value
}

// FitFigure formats a fit for a sentence, without decimals where the word allows: 69.6 is "strained", 70 would not be.
func FitFigure(fit Fit) string {
	text := english.Plain(fit.Value, 0)
	rounded, ok := new(big.Rat).SetString(text)
	if ok && fit.Word != "" && string(score.FitWordOf(rounded)) != string(fit.Word) {
		down := math.Floor(*fit.Value)
		return english.Plain(&down, 0)
	}
	return text
}

// Level formats a level of readiness that is a mean, or what a mean has to reach, with one decimal: "2.2"; "?" for nil.
func Level(level *float64) string { return english.Fixed(level, 1) }

// LevelOfAnswer formats the level of a single answer, which mostly is a whole one: "2"; "?" for nil.
func LevelOfAnswer(level *float64) string { return english.Plain(level, 1) }

// Tension formats how far needs pull apart, 0 to 1, with two decimals: "0.25"; "?" for nil.
func Tension(tension *float64) string { return english.Fixed(tension, 2) }

// Consensus formats a consensus of respondents, 0 to 1, with two decimals: "0.54"; "?" for nil.
func Consensus(consensus *float64) string { return english.Fixed(consensus, 2) }

// Distance formats how far two values on the line, or two levels, lie apart, with two decimals and no sign: "0.50"; "?" for nil.
func Distance(distance *float64) string { return english.Fixed(distance, 2) }

// PublishedShare formats a share in percent as it is published, with one decimal: "12.5 %".
func PublishedShare(percent *float64) string { return english.Fixed(percent, 1) + " %" }

// Weight formats the weight of a question or an axis with at most two decimals: "1.5"; "?" for nil.
func Weight(weight *float64) string { return english.Plain(weight, 2) }

// MetricFigure formats the value of a metric with as many decimals as pages show it with; "?" for nil.
func MetricFigure(metric condition.Metric, value *float64) string {
	switch metric {
	case condition.Fit:
		return FitFigure(fitOf(value))
	case condition.Practice, condition.Situation, condition.Gap:
		return Signed(value)
	case condition.Readiness, condition.Shortfall, condition.Floor:
		return Level(value)
	case condition.Weakest:
		return LevelOfAnswer(value)
	case condition.Coverage, condition.NeedCoverage:
		return english.Share(value)
	case condition.Tension:
		return Tension(value)
	case condition.BeyondLimit:
		return Distance(value)
	case condition.Unmet, condition.Steps, condition.DontKnows:
	}
	return english.Plain(value, 0)
}

// fitOf is a fit with its word.
func fitOf(value *float64) Fit {
	fit := Fit{Value: value}
	if value == nil {
		return fit
	}
	if exactly := exact.Decimal(*value); exactly != nil {
		fit.Word = Text(score.FitWordOf(exactly))
	}
	return fit
}

// ScoreFigure formats a score of delivery from 0 to 10 with one decimal: "7.6"; "?" for nil.
func ScoreFigure(score *float64) string { return english.Fixed(score, 1) }

// Nearest gives the nearest float64, which JSON writes in full precision; nil stays nil.
func Nearest(r *big.Rat) *float64 {
	if r == nil {
		return nil
	}
	value := exact.Float(r)
	return &value
}
