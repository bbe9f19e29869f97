package questionnaire_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// TestCompareIsExact: the short way says what the long one does, for small numbers, large ones and those between.
func TestCompareIsExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyNumber(t, "a"), anyNumber(t, "b")
		if got, want := questionnaire.Compare(a, b), a.Cmp(b); got != want {
			t.Fatalf("Compare(%s, %s) = %d, want %d", a, b, got, want)
		}
	})
}

func TestCompareTakesNoMemory(t *testing.T) {
	a, b, zero := big.NewRat(-2, 3), big.NewRat(17, 20), new(big.Rat)
	taken := testing.AllocsPerRun(10, func() {
		questionnaire.Compare(a, b)
		questionnaire.Compare(zero, a)
		questionnaire.CompareWith(b, 3, 5)
	})
	if taken != 0 {
		t.Errorf("three comparisons of small numbers take memory %v times, want 0", taken)
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
