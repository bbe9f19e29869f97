package diag

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNearest(t *testing.T) {
	t.Parallel()
	questions := []string{"integration", "batch_size", "release_trigger", "restore_test", "id", "日本語"}
	tests := map[string]struct {
		name, want string
		candidates []string
	}{
		"letter swapped":         {name: "integartion", want: "integration"},
		"letter missing":         {name: "integraton", want: "integration"},
		"letter too many":        {name: "integrattion", want: "integration"},
		"letter wrong":           {name: "intecration", want: "integration"},
		"other case":             {name: "Integration", want: "integration"},
		"hyphen for underscore":  {name: "batch-size", want: "batch_size"},
		"joined":                 {name: "batchsize", want: "batch_size"},
		"words with spaces":      {name: "Release Trigger", want: "release_trigger"},
		"other script":           {name: "日本话", want: "日本語"},
		"nothing like it":        {name: "deployment", want: ""},
		"just beyond a third":    {name: "abcdef", candidates: []string{"abcxyz"}, want: ""},
		"just within a third":    {name: "abcdef", candidates: []string{"abcdxy"}, want: "abcdxy"},
		"one edit in two":        {name: "if", want: "id"},
		"single letters":         {name: "a", candidates: []string{"b"}, want: ""},
		"same single letter":     {name: "a", candidates: []string{"A"}, want: "A"},
		"letter and empty":       {name: "a", candidates: []string{"", "-"}, want: ""},
		"the start of one":       {name: "Restore", want: "restore_test"},
		"the start of two":       {name: "rel", candidates: []string{"release_trigger", "release_rhythm"}, want: ""},
		"too short a start":      {name: "re", candidates: []string{"release_trigger"}, want: ""},
		"empty":                  {name: "", want: ""},
		"only separators":        {name: "--", want: ""},
		"no candidates":          {name: "integration", candidates: []string{}, want: ""},
		"tie":                    {name: "test", candidates: []string{"tent", "text"}, want: "tent"},
		"nearer beats earlier":   {name: "restore", candidates: []string{"restart", "restores"}, want: "restores"},
		"far too long":           {name: strings.Repeat("a", 81), candidates: []string{strings.Repeat("a", 80)}, want: ""},
		"candidate far too long": {name: strings.Repeat("a", 80), candidates: []string{strings.Repeat("a", 81)}, want: ""},
		"longest":                {name: strings.Repeat("a", 79), candidates: []string{strings.Repeat("a", 80)}, want: strings.Repeat("a", 80)},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			candidates := test.candidates
			if candidates == nil {
				candidates = questions
			}
			if got := Nearest(test.name, candidates); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"role", "role", 0},
		{"develper", "developer", 1},
		{"oparetions", "operations", 2},
		{"poerations", "operations", 1},
		{"Ops", "ops", 1},
		{"dev", "ops", 3},
		{"日本话", "日本語", 1},
	} {
		if got := Distance(test.a, test.b); got != test.want || Distance(test.b, test.a) != got {
			t.Errorf("%q and %q are %d apart, want %d both ways", test.a, test.b, got, test.want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	t.Parallel()
	if got, want := DidYouMean("weigth", []string{"id", "weight"}), `did you mean "weight"?`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := DidYouMean("colour", []string{"id", "weight"}); got != "" {
		t.Errorf("got %q for nothing near", got)
	}
}

// The distance must be one: zero for the same text only, the same both ways, and at most one for one slip.
func TestDistanceProperties(t *testing.T) {
	t.Parallel()
	letters := rapid.SliceOfN(rapid.SampledFrom([]rune("abc日")), 0, 8)
	rapid.Check(t, func(t *rapid.T) {
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		d := editDistance(a, b)
		if d != editDistance(b, a) {
			t.Fatalf("%d one way, %d the other", d, editDistance(b, a))
		}
		if (d == 0) != (string(a) == string(b)) {
			t.Fatalf("%d between %q and %q", d, string(a), string(b))
		}
		if low, high := max(len(a), len(b))-min(len(a), len(b)), max(len(a), len(b)); d < low || d > high {
			t.Fatalf("%d is not within %d and %d", d, low, high)
		}
		at := rapid.IntRange(0, len(a)).Draw(t, "at")
		more := append(append(append([]rune{}, a[:at]...), 'x'), a[at:]...)
		if got := editDistance(a, more); got != 1 {
			t.Fatalf("%d for one letter more", got)
		}
		if swapped := append([]rune{}, more...); at > 0 {
			swapped[at-1], swapped[at] = swapped[at], swapped[at-1]
			if got := editDistance(more, swapped); got != 1 {
				t.Fatalf("%d for swapped neighbours", got)
			}
		}
	})
}
