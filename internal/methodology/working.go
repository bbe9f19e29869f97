package methodology

import (
	"math/big"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// term is one summand of a weighted mean.
type term struct {
	weight, value *big.Rat
}

// meanOf writes a weighted mean in figures: "(1*1 + 2*0.5) / (1 + 2)", and without the weights where all are 1.
func meanOf(terms []term) string {
	var products, weights []string
	weighted := false
	for _, t := range terms {
		weighted = weighted || t.weight.Cmp(one()) != 0
	}
	for _, t := range terms {
		product := figure(t.value)
		if weighted {
			product = times(t.weight, t.value)
		}
		products, weights = append(products, product), append(weights, figure(t.weight))
	}
	return bracket(products) + " / " + bracket(shortened(weights))
}

// times writes a product with its sign in front.
func times(weight, value *big.Rat) string {
	product := figure(weight) + "*" + figure(new(big.Rat).Abs(value))
	if value.Sign() < 0 {
		return "-" + product
	}
	return product
}

// shortened writes a sum of ones as their number.
func shortened(weights []string) []string {
	for _, weight := range weights {
		if weight != "1" {
			return weights
		}
	}
	return []string{figure(big.NewRat(int64(len(weights)), 1))}
}

// bracket writes a sum, in brackets where it has more than one summand.
func bracket(summands []string) string {
	if len(summands) == 1 {
		return summands[0]
	}
	return "(" + sum(summands) + ")"
}

// sum writes summands with their signs: "0.5 + 0.25 - 1".
func sum(summands []string) string {
	var b strings.Builder
	for i, summand := range summands {
		rest, negative := strings.CutPrefix(summand, "-")
		switch {
		case i == 0:
			b.WriteString(summand)
		case negative:
			b.WriteString(" - " + rest)
		default:
			b.WriteString(" + " + summand)
		}
	}
	return b.String()
}

// figure writes an exact number: in decimals where few are enough, else as a fraction.
func figure(r *big.Rat) string {
	const most = 3
	if places, exact := r.FloatPrec(); exact && places <= most {
		return r.FloatString(places)
	}
	return r.RatString()
}

// result is figure with a rounded number behind a fraction: "11/32 (0.344)".
func result(r *big.Rat) string {
	if r == nil {
		return "not scored"
	}
	text := figure(r)
	if strings.Contains(text, "/") {
		return text + " (" + r.FloatString(3) + ")"
	}
	return text
}

// placed is result with the word for the value.
func placed(r *big.Rat, band score.Band) string {
	if r == nil {
		return result(nil)
	}
	return result(r) + ", " + report.BandWord(report.Text(band))
}

// signed writes a position with its sign.
func signed(r *big.Rat) string {
	if r.Sign() > 0 {
		return "+" + figure(r)
	}
	return figure(r)
}

// lowest and highest are the ends of the positions of a question.
func lowest(question *questionnaire.Question) *big.Rat { return furthest(question, -1) }

func highest(question *questionnaire.Question) *big.Rat { return furthest(question, 1) }

// furthest returns the position that lies furthest towards the DevOps pole (sign 1) or the SysOps pole (sign -1).
func furthest(question *questionnaire.Question, sign int) *big.Rat {
	var end *big.Rat
	for i := range question.Options {
		position := question.Options[i].Position
		if position != nil && (end == nil || position.Cmp(end) == sign) {
			end = position
		}
	}
	return end
}

func one() *big.Rat { return big.NewRat(1, 1) }

func whole(n int) *big.Rat { return big.NewRat(int64(n), 1) }
