package lint

import "math/big"

// decimal writes a number exactly, as a file would, and to twelve digits after the point where its decimals have no end.
func decimal(x *big.Rat) string {
	digits, exact := x.FloatPrec()
	if !exact {
		digits = 12
	}
	return x.FloatString(digits)
}
