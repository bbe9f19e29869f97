package report

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// BandEdges returns where two bands meet, from the SysOps to the DevOps pole; the inner two are where the side changes.
func BandEdges() []float64 {
	var edges []float64
	for _, edge := range score.BandEdges() {
		edges = append(edges, float(edge))
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

// decimal writes a number in figures, halves away from zero as people round: 2.15 is 2.2 and -0.125 is -0.13, though the
// nearest binary fraction of the one lies below it and the other has an even neighbour. Numbers that no result can hold,
// but a file may, are kept short.
func decimal(value float64, decimals int) string {
	const beyond = 1e6
	if math.Abs(value) >= beyond {
		return strconv.FormatFloat(value, 'g', 3, 64)
	}
	if exact := rational(&value); exact != nil {
		return exact.FloatString(decimals)
	}
	return strconv.FormatFloat(value, 'f', decimals, 64)
}

// Signed formats a value on the line with its sign and two decimals, "+0.34"; "?" for nil. Zero has no sign.
func Signed(value *float64) string {
	if value == nil {
		return "?"
	}
	text := decimal(shortOfEdge(*value), 2)
	if strings.Trim(text, "-0.") == "" {
		return "0.00"
	}
	if *value > 0 {
		return "+" + text
	}
	return text
}

// shortOfEdge keeps a value from being rounded onto the edge of a band that it has not reached: beside "hybrid" stands
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
	text := Plain(fit.Value, 0)
	rounded, ok := new(big.Rat).SetString(text)
	if ok && fit.Word != "" && string(score.FitWordOf(rounded)) != string(fit.Word) {
		down := math.Floor(*fit.Value)
		return Plain(&down, 0)
	}
	return text
}

// Plain formats a value with the given number of decimals, trailing zeros removed; "?" for nil.
func Plain(value *float64, decimals int) string {
	if value == nil {
		return "?"
	}
	text := decimal(*value, decimals)
	if strings.Contains(text, ".") && !strings.Contains(text, "e") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" || text == "" {
		return "0"
	}
	return text
}

// Fixed is Plain with all its decimals, for figures that stand below each other.
func Fixed(value *float64, decimals int) string {
	if value == nil {
		return Plain(nil, decimals)
	}
	text := decimal(*value, decimals)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return text
}

// Percent formats a share 0..1 as whole percent, "87 %"; "?" for nil.
func Percent(share *float64) string {
	if share == nil {
		return "?"
	}
	scaled := *share * 100
	return Plain(&scaled, 0) + " %"
}

// float gives the nearest float64. The quotient of two small numbers is just that, as both of them are exact.
func float(r *big.Rat) float64 {
	if num, den, small := questionnaire.Small(r); small {
		return float64(num) / float64(den)
	}
	value, _ := r.Float64()
	return value
}

// Nearest gives the nearest float64, which JSON writes in full precision; nil stays nil.
func Nearest(r *big.Rat) *float64 {
	if r == nil {
		return nil
	}
	value := float(r)
	return &value
}
