package lint

import (
	"math/big"
	"strings"
)

// decimal writes a number as a file would: without needless zeros, and rounded where it has no end.
func decimal(x *big.Rat) string {
	const digits = 12 // as many as a file may give
	text := x.FloatString(digits)
	if strings.Contains(text, ".") {
		text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		return "0"
	}
	return text
}
