package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

func TestBecauseIsCut(t *testing.T) {
	t.Parallel()
	causes := []report.Cause{
		{Question: "a", Option: "x", Text: "One"},
		{Question: "b", Text: "don't know"},
		{Question: "c", Option: "x", Text: "Three"},
		{Question: "d", Option: "x", Text: "Four"},
		{Question: "e", Option: "x", Text: "Five"},
	}
	for _, test := range []struct {
		count       int
		short, full string
	}{
		{1, `a "One"`, `a "One"`},
		{3, `a "One"; b (don't know); c "Three"`, `a "One"; b (don't know); c "Three"`},
		{5, `a "One"; b (don't know); c "Three"; and 2 more`, `a "One"; b (don't know); c "Three"; also d, e`},
	} {
		short, full := report.BecauseInShort(causes[:test.count], report.AsIs), report.BecauseInFull(causes[:test.count], report.AsIs)
		if short != test.short || full != test.full {
			t.Errorf("%d causes: got %s and %s, want %s and %s", test.count, short, full, test.short, test.full)
		}
	}
}
