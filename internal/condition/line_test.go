package condition_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
)

func TestParseTest(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text, metric, axis string
		op                 condition.Op
		value, canonical   string
	}{
		{"fit >= 70", "fit", "overall", condition.GTE, "70", "fit >= 70"},
		{"fit>=70.0", "fit", "overall", condition.GTE, "70", "fit >= 70"},
		{"fit.overall gte 7e1", "fit", "overall", condition.GTE, "70", "fit >= 70"},
		{"  shortfall.stability \t<  1.5 ", "shortfall", "stability", condition.LT, "3/2", "shortfall.stability < 1.5"},
		{"shortfall.a.b lt 0.30", "shortfall", "a.b", condition.LT, "3/10", "shortfall.a.b < 0.3"},
		{"coverage<=.8", "coverage", "overall", condition.LTE, "4/5", "coverage <= 0.8"},
		{"tension lte 0", "tension", "overall", condition.LTE, "0", "tension <= 0"},
		{"practice > -0.2", "practice", "overall", condition.GT, "-1/5", "practice > -0.2"},
		{"gap.delivery gt -2", "gap", "delivery", condition.GT, "-2", "gap.delivery > -2"},
		{"steps_to_other_side == 3", "steps_to_other_side", "overall", condition.EQ, "3", "steps_to_other_side == 3"},
		{"dont_know_count eq 0", "dont_know_count", "overall", condition.EQ, "0", "dont_know_count == 0"},
		{"readiness >= 0.00000000000000000001", "readiness", "overall", condition.GTE, "1/100000000000000000000", "readiness >= 0.00000000000000000001"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			got, found := condition.ParseTest(test.text, condition.Metrics())
			if found != nil {
				t.Fatal(found)
			}
			value, _ := new(big.Rat).SetString(test.value)
			if got.Kind != condition.MetricTest || got.Metric.String() != test.metric || got.Axis != test.axis ||
				len(got.Bounds) != 1 || got.Bounds[0].Op != test.op || got.Bounds[0].Value.Cmp(value) != 0 {
				t.Errorf("got %+v", got)
			}
			if line := got.String(); line != test.canonical {
				t.Errorf("written as %q, want %q", line, test.canonical)
			}
		})
	}
}

func TestParseTestFaults(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"", `1:1: a metric is missing; write for example fit >= 70 [missing]`},
		{" \t", `1:3: a metric is missing; write for example fit >= 70 [missing]`},
		{">= 70", `1:1: a metric is missing; write for example fit >= 70 [missing]`},
		{"fitt >= 70", `1:1: there is no metric "fitt"; did you mean "fit"? [unknown-metric]`},
		{"need >= 0", `1:1: there is no metric "need"; write "situation" [unknown-metric]`},
		{"maturity >= 3", `1:1: there is no metric "maturity"; known: ` + strings.Join(condition.Names(condition.Metrics()), ", ") + ` [unknown-metric]`},
		{"fit. >= 70", `1:1: an axis is missing after "fit."; write fit for the whole, or name an axis [missing]`},
		{"steps_to_other_side.delivery >= 3", `1:1: steps_to_other_side is a figure of the whole and of no axis; write steps_to_other_side [no-axis]`},
		{"fit", `1:4: a comparison is missing; write for example fit >= 70 [missing]`},
		{"fit 70", `1:5: "70" is not a comparison; write one of < <= >= > == [unknown-comparison]`},
		{"fit = 70", `1:5: "=" is not a comparison; write == [unknown-comparison]`},
		{"fit => 70", `1:5: "=>" is not a comparison; write >= [unknown-comparison]`},
		{"fit =< 70", `1:5: "=<" is not a comparison; write <= [unknown-comparison]`},
		{"fit ≥ 70", `1:5: "≥" is not a comparison; write >= [unknown-comparison]`},
		{"fit ≤ 70", `1:5: "≤" is not a comparison; write <= [unknown-comparison]`},
		{"fit != 70", `1:5: "!=" is not a comparison; write one of < <= >= > == [unknown-comparison]`},
		{"fit >=", `1:7: a number is missing; write for example fit >= 70 [missing]`},
		{"fit >= high", `1:8: "high" is not a number; write a plain decimal number such as 0.5, of at most 20 digits [bad-number]`},
		{"fit >= NaN", `1:8: "NaN" is not a number; write a plain decimal number such as 0.5, of at most 20 digits [bad-number]`},
		{"fit < Infinity", `1:7: "Infinity" is not a number; write a plain decimal number such as 0.5, of at most 20 digits [bad-number]`},
		{"fit < 1e999999999", `1:7: "1e999999999" is not a number; write a plain decimal number such as 0.5, of at most 20 digits [bad-number]`},
		{"fit < 0x10", `1:7: "0x10" is not a number; write a plain decimal number such as 0.5, of at most 20 digits [bad-number]`},
		{"fit >= 1/2", `1:8: "1/2" is not a number; write a plain decimal number such as 0.5, of at most 20 digits [bad-number]`},
		{"coverage >= 80%", `1:13: "80%" is not a plain number; write it without the sign; coverage lies between 0 and 1 [bad-number]`},
		{"coverage >= 80", `1:13: 80 is beyond the scale of coverage; coverage lies between 0 and 1 [out-of-range]`},
		{"fit >= -1", `1:8: -1 is beyond the scale of fit; fit lies between 0 and 100 [out-of-range]`},
		{"gap < 2.0001", `1:7: 2.0001 is beyond the scale of gap; gap lies between -2 and 2 [out-of-range]`},
		{"fit >= 70 and tension < 1", `1:11: "and tension < 1" is more than one condition; each condition stands alone [surplus]`},
		{"日本 >= 1", `1:1: there is no metric "日本"; known:`},
		{"fit \x1b[31m>= 1", `1:5: "\x1b[31m" is not a comparison`},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			_, found := condition.ParseTest(test.text, condition.Metrics())
			if len(found) != 1 || !strings.HasPrefix(found[0].String(), test.want) {
				t.Errorf("got  %v\nwant %s", found, test.want)
			}
		})
	}
}

func TestParseSubject(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{"shortfall.stability": {"shortfall", "stability"}, " fit ": {"fit", condition.Overall}} {
		if c, found := condition.ParseSubject(text, condition.Metrics()); [2]string{c.Metric.String(), c.Axis} != want || found != nil {
			t.Errorf("%q: %+v, %v", text, c, found)
		}
	}
	for _, text := range []string{"", "fitt", "fit >= 7", "fit readiness"} {
		if _, found := condition.ParseSubject(text, condition.Metrics()); len(found) != 1 {
			t.Errorf("%q: %v", text, found)
		}
	}
}

// TestOneLineSaysWhatTheCatalogueSays proves that both ways to write a test give one condition.
func TestOneLineSaysWhatTheCatalogueSays(t *testing.T) {
	t.Parallel()
	inYAML, found := read("{metric: shortfall, axis: stability, gte: 1.50}")
	if found != nil {
		t.Fatal(found)
	}
	inLine, faults := condition.ParseTest("shortfall.stability >= 1.5", condition.Metrics())
	if faults != nil {
		t.Fatal(faults)
	}
	inYAML.Pos, inLine.Pos = diag.Pos{}, diag.Pos{}
	if diff := cmp.Diff(inYAML, inLine, cmp.Comparer(func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })); diff != "" {
		t.Errorf("(-catalogue +line)\n%s", diff)
	}
}

// TestTestReadsBack holds for every test that can be asked.
func TestTestReadsBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		metric := rapid.SampledFrom(condition.Metrics()).Draw(t, "metric")
		scale := metric.Definition()
		axis := condition.Overall
		if !scale.OverallOnly {
			axis = rapid.StringMatching(`[a-z][a-z0-9_.-]{0,9}`).Draw(t, "axis")
		}
		c := condition.Condition{
			Kind: condition.MetricTest, Metric: metric, Axis: axis, Pos: diag.Pos{Line: 1, Column: 1},
			Bounds: []condition.Bound{{
				Op:    rapid.SampledFrom([]condition.Op{"lt", "lte", "gte", "gt", "eq"}).Draw(t, "op"),
				Value: big.NewRat(rapid.Int64Range(1000*scale.Low, 1000*scale.High).Draw(t, "thousandths"), 1000),
			}},
		}
		line := c.String()
		again, found := condition.ParseTest(line, condition.Metrics())
		if found != nil {
			t.Fatalf("%q: %v", line, found)
		}
		if diff := cmp.Diff(c, again, cmp.Comparer(func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })); diff != "" {
			t.Fatalf("%q (-before +after)\n%s", line, diff)
		}
	})
}

func FuzzParseTest(f *testing.F) {
	for _, seed := range []string{
		"fit >= 70", "shortfall.stability lt 1.5", "coverage<=.8", "", "fit ≥ 70", "fit >= 1e99", "fit >= 70 x", "steps_to_other_side.a > 1",
		"\x00", "fit \u202e>= 1", "fit.\xff < 3",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, found := condition.ParseTest(text, condition.Metrics())
		if found != nil {
			d := found[0]
			if line := d.String(); line != diag.Visible(line) {
				t.Fatalf("text of the line reaches the terminal: %q", line)
			}
			if len(found) != 1 || d.Code == "" || d.Pos.Line != 1 || d.Pos.Column > len([]rune(text))+1 {
				t.Fatalf("%q: %+v", text, found)
			}
			return
		}
		line := c.String()
		again, found := condition.ParseTest(line, condition.Metrics())
		if found != nil || again.String() != line {
			t.Fatalf("%q became %q, which gives %v", text, line, found)
		}
	})
}
