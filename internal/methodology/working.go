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

// formatMean writes a weighted mean in figures: "(1*1 + 2*0.5) / (1 + 2)", and without the weights where all are 1.
func formatMean(terms []term) string {
	var products, weights []string
	weighted := false
	for _, t := range terms {
		weighted = weighted || t.weight.Cmp(ratOne()) != 0
	}
	for _, t := range terms {
		product := formatExact(t.value)
		if weighted {
			product = formatProduct(t.weight, t.value)
		}
		products, weights = append(products, product), append(weights, formatExact(t.weight))
	}
	return inBrackets(products) + " / " + inBrackets(shortenWeights(weights))
}

// formatProduct writes a product with its sign in front.
func formatProduct(weight, value *big.Rat) string {
	product := formatExact(weight) + "*" + formatExact(new(big.Rat).Abs(value))
	if value.Sign() < 0 {
		return "-" + product
	}
	return product
}

// shortenWeights writes a sum of ones as their number.
func shortenWeights(weights []string) []string {
	for _, weight := range weights {
		if weight != "1" {
			return weights
		}
	}
	return []string{formatExact(big.NewRat(int64(len(weights)), 1))}
}

// inBrackets writes a sum, in brackets where it has more than one summand.
func inBrackets(summands []string) string {
	if len(summands) == 1 {
		return summands[0]
	}
	return "(" + formatSum(summands) + ")"
}

// formatSum writes summands with their signs: "0.5 + 0.25 - 1".
func formatSum(summands []string) string {
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

// formatDifference writes a difference: "0.5 + 0.25" where the second number is below 0.
func formatDifference(a, b *big.Rat) string {
	if b.Sign() == 0 {
		return formatExact(a) + " - 0"
	}
	return formatSum([]string{formatExact(a), formatExact(new(big.Rat).Neg(b))})
}

// formatExact writes an exact number: in decimals where few are enough, else as a fraction.
func formatExact(r *big.Rat) string {
	const most = 3
	if places, exact := r.FloatPrec(); exact && places <= most {
		return r.FloatString(places)
	}
	return r.RatString()
}

// formatResult is figure with a rounded number behind a fraction: "11/32 (0.344)".
func formatResult(r *big.Rat) string {
	if r == nil {
		return "not scored"
	}
	text := formatExact(r)
	if strings.Contains(text, "/") {
		return text + " (" + r.FloatString(3) + ")"
	}
	return text
}

// formatPosition is result with the word for the value.
func formatPosition(r *big.Rat, band score.Band) string {
	if r == nil {
		return formatResult(nil)
	}
	return formatResult(r) + ", " + report.BandWord(report.Text(band))
}

// formatSigned writes a position with its sign.
func formatSigned(r *big.Rat) string {
	if r.Sign() > 0 {
		return "+" + formatExact(r)
	}
	return formatExact(r)
}

// lowestPosition and highest are the ends of the positions of a question.
func lowestPosition(question *questionnaire.Question) *big.Rat { return furthestPosition(question, -1) }

func highestPosition(question *questionnaire.Question) *big.Rat { return furthestPosition(question, 1) }

// furthestPosition returns the position that lies furthest towards the DevOps pole (sign 1) or the SysOps pole (sign -1).
func furthestPosition(question *questionnaire.Question, sign int) *big.Rat {
	var end *big.Rat
	for i := range question.Options {
		position := question.Options[i].Position
		if position != nil && (end == nil || position.Cmp(end) == sign) {
			end = position
		}
	}
	return end
}

func ratOne() *big.Rat { return big.NewRat(1, 1) }

func ratInt(n int) *big.Rat { return big.NewRat(int64(n), 1) }
