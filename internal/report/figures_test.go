package report_test

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// TestFiguresKeepTheirWord proves that rounding never carries a value onto an edge that it has not reached.
func TestFiguresKeepTheirWord(t *testing.T) {
	t.Parallel()
	for value, want := range map[float64]string{
		0.19833: "+0.19", 0.195: "+0.19", 0.1949: "+0.19", 0.2: "+0.20", 0.2004: "+0.20", 0.5999: "+0.59", 0.6: "+0.60",
		-0.19833: "-0.19", -0.2: "-0.20", -0.5999: "-0.59", -0.6: "-0.60", 0.34375: "+0.34",
	} {
		if got := report.Signed(&value); got != want {
			t.Errorf("%v is written %s, want %s", value, got, want)
		}
	}
	for value, want := range map[float64]string{69.58: "69", 70: "70", 84.99: "84", 85.4: "85", 54.6: "54", 100: "100"} {
		rat := new(big.Rat).SetFloat64(value)
		fit := report.Fit{Value: &value, Word: report.Text(score.FitWordOf(rat))}
		if got := report.FitFigure(fit); got != want {
			t.Errorf("%v (%s) is written %s, want %s", value, fit.Word, got, want)
		}
	}
}
