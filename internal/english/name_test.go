package english_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/english"
)

func TestSameName(t *testing.T) {
	t.Parallel()
	tests := []struct {
		a, b string
		want bool
	}{
		{"Payments  API ", "payments api", true},
		{"ÜBER\tÖl", "über öl", true},
		{"", "  ", true},
		{"payments-api", "payments api", false},
		{"a", "", false},
	}
	for _, test := range tests {
		if got := english.SameName(test.a, test.b); got != test.want {
			t.Errorf("%q and %q: %t", test.a, test.b, got)
		}
	}
}
