package english_test

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/english"
)

func TestRoundingIsAwayFromZero(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		value    float64
		decimals int
		fixed    string
		plain    string
	}{
		{2.15, 1, "2.2", "2.2"},
		{2.35, 1, "2.4", "2.4"},
		{-0.125, 2, "-0.13", "-0.13"},
		{-0.001, 2, "0.00", "0"},
		{3, 1, "3.0", "3"},
		{69.5, 0, "70", "70"},
		{1e9, 1, "1e+09", "1e+09"},
		{math.Inf(-1), 1, "-Inf", "-Inf"},
		{math.NaN(), 1, "NaN", "NaN"},
	} {
		if got := english.Fixed(&test.value, test.decimals); got != test.fixed {
			t.Errorf("Fixed(%v, %d) is %q, want %q", test.value, test.decimals, got, test.fixed)
		}
		if got := english.Plain(&test.value, test.decimals); got != test.plain {
			t.Errorf("Plain(%v, %d) is %q, want %q", test.value, test.decimals, got, test.plain)
		}
	}
}

// TestOnlyAllIsHundredPercent draws counts: 100 % and 1 stand for all alone, 0 % and 0 for none alone, and a figure in between is
// less than one point away from the share.
func TestOnlyAllIsHundredPercent(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.IntRange(1, 2000).Draw(t, "total")
		count := rapid.IntRange(0, total).Draw(t, "count")
		share := float64(count) / float64(total)
		percent, part := english.Percent(&share), english.Share(&share)
		if isAll := count == total; isAll != (percent == "100 %") || isAll != (part == "1") {
			t.Errorf("%d of %d are %q, %q", count, total, percent, part)
		}
		if isNone := count == 0; isNone != (percent == "0 %") || isNone != (part == "0") {
			t.Errorf("%d of %d are %q, %q", count, total, percent, part)
		}
		if percent == "under 1 %" {
			if share <= 0 || share >= 0.01 {
				t.Errorf("%d of %d are %q", count, total, percent)
			}
			return
		}
		if got, err := strconv.Atoi(strings.TrimSuffix(percent, " %")); err != nil || math.Abs(float64(got)-100*share) >= 1 {
			t.Errorf("%d of %d are %q", count, total, percent)
		}
	})
}

func TestWordsOfCountsAndLists(t *testing.T) {
	t.Parallel()
	for got, want := range map[string]string{
		english.Count(1, "answer"):                         "1 answer",
		english.Count(0, "answer"):                         "0 answers",
		english.CountOf(2, "person", "people"):             "2 people",
		english.Number(2):                                  "two",
		english.Number(11):                                 "11",
		english.List(nil):                                  "",
		english.List([]string{"a"}):                        "a",
		english.List([]string{"a", "b"}):                   "a and b",
		english.ListWith([]string{"a", "b", "c"}, "or"):    "a, b or c",
		english.Capital("éa"):                              "Éa",
		english.Lower("A"):                                 "a",
		english.Capital(""):                                "",
		english.Percent(nil):                               "?",
		english.Percent(new(0.125)):                        "13 %",
		english.Percent(new(299.0 / 300)):                  "99 %",
		english.Percent(new(1.0 / 300)):                    "under 1 %",
		english.Percent(new(0.0)):                          "0 %",
		english.Percent(new(1.0)):                          "100 %",
		english.Share(nil):                                 "?",
		english.Share(new(0.825)):                          "0.83",
		english.Exact(big.NewRat(1, 3)):                    "0.3333",
		english.SignedExact(big.NewRat(1, 2)):              "+0.5",
		english.SignedExact(big.NewRat(0, 1)):              "0",
		english.Quote("x"):                                 `"x"`,
		english.Wrap("-0.4 to", 4)[0]:                      "-0.4",
		english.Fit("日本語", 4):                              "日本",
		english.Fixed(nil, 2):                              "?",
		english.ListWith([]string{"one", "two"}, "and no"): "one and no two",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
