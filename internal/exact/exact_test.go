package exact_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/exact"
)

// TestCompareIsExact: the short way says what the long one does, for small numbers, large ones and those between.
func TestCompareIsExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyNumber(t, "a"), anyNumber(t, "b")
		if got, want := exact.Compare(a, b), a.Cmp(b); got != want {
			t.Fatalf("Compare(%s, %s) = %d, want %d", a, b, got, want)
		}
	})
}

func TestCompareTakesNoMemory(t *testing.T) {
	a, b, zero := big.NewRat(-2, 3), big.NewRat(17, 20), new(big.Rat)
	taken := testing.AllocsPerRun(10, func() {
		exact.Compare(a, b)
		exact.Compare(zero, a)
		exact.CompareWith(b, 3, 5)
	})
	if taken != 0 {
		t.Errorf("three comparisons of small numbers take memory %v times, want 0", taken)
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	for want, x := range map[string]*big.Rat{
		"0": new(big.Rat), "-1": big.NewRat(-1, 1), "100": big.NewRat(100, 1), "0.5": big.NewRat(1, 2), "0.666666666667": big.NewRat(2, 3),
		"-0.1": big.NewRat(-1, 10), "0.00000000000001": big.NewRat(1, 1e14),
	} {
		if got := exact.Text(x); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// anyNumber is often near the border of what is small, and often equal to another one.
func anyNumber(t *rapid.T, name string) *big.Rat {
	part := rapid.OneOf(rapid.Int64Range(0, 4), rapid.Int64Range(1<<31-2, 1<<31+2), rapid.Int64Range(0, 1<<62))
	num, den := part.Draw(t, name+" numerator"), part.Draw(t, name+" denominator")
	if rapid.Bool().Draw(t, name+" is negative") {
		num = -num
	}
	x := big.NewRat(num, max(den, 1))
	if rapid.Bool().Draw(t, name+" is huge") {
		x.Mul(x, new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 70)))
	}
	return x
}
