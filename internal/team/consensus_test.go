package team

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// TestConsensusPublished holds the check value that the CRAN package agrmt prints for Tastle and Wierman (2007), M2 of the
// worked examples.
func TestConsensusPublished(t *testing.T) {
	t.Parallel()
	var values []*big.Rat
	for i, count := range []int{30, 40, 210, 130, 530, 50, 10} {
		for range count {
			values = append(values, big.NewRat(int64(i), 1))
		}
	}
	got := consensus(values, big.NewRat(6, 1))
	if got == nil || math.Abs(*got-0.7256876) > 5e-8 {
		t.Errorf("consensus %v, want 0.7256876", got)
	}
}

func TestConsensusEdges(t *testing.T) {
	t.Parallel()
	two := big.NewRat(2, 1)
	tests := []struct {
		name   string
		values []int64
		want   float64
	}{
		{"unanimous at an end", []int64{-1, -1, -1}, 1},
		{"unanimous in the middle", []int64{0, 0, 0, 0}, 1},
		{"split between the ends", []int64{-1, 1, -1, 1}, 0},
	}
	for _, test := range tests {
		var values []*big.Rat
		for _, value := range test.values {
			values = append(values, big.NewRat(value, 1))
		}
		if got := consensus(values, two); got == nil || *got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	if got := consensus([]*big.Rat{two, two}, two); got != nil {
		t.Errorf("two values give the consensus %v; they are too few for one", *got)
	}
}

// TestConsensusProperties: it is 1 iff unanimous, 0..1, and the order of the values does not reach its last digit.
func TestConsensusProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *big.Rat {
			return big.NewRat(rapid.Int64Range(-4, 4).Draw(t, "value"), 4)
		}), 3, 12).Draw(t, "values")
		span := big.NewRat(2, 1)
		got := *consensus(values, span)
		if got < 0 || got > 1 {
			t.Fatalf("consensus %v", got)
		}
		if unanimous := spanOf(values).Sign() == 0; unanimous != (got == 1) {
			t.Fatalf("consensus %v of %v", got, values)
		}
		if again := *consensus(rapid.Permutation(values).Draw(t, "permuted"), span); again != got {
			t.Fatalf("another order gives %v instead of %v", again, got)
		}
	})
}
