package evidence

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestExtremes compares the queue with one that looks at everything.
func TestExtremes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		var queue extremes
		var plain []int64
		for range rapid.IntRange(1, 40).Draw(r, "steps") {
			if len(plain) > 0 && rapid.Bool().Draw(r, "pop") {
				queue.pop()
				plain = plain[1:]
			} else {
				value := rapid.Int64Range(-5, 5).Draw(r, "value")
				queue.push(value)
				plain = append(plain, value)
			}
			want := int64(0)
			if len(plain) > 0 {
				want = slices.Max(plain) - slices.Min(plain)
			}
			if got := queue.distance(); got != want {
				r.Fatalf("%v: reach %d, want %d", plain, got, want)
			}
		}
	})
}

func TestQuantiles(t *testing.T) {
	t.Parallel()
	// R: quantile(c(1, 2, 4, 8, 16), c(.25, .5, .75, .9), type = 7)
	same(t, "of five", told(spreadOf([]float64{16, 1, 8, 2, 4})), "n=5(2 4 8 12.8)")
	same(t, "of one", told(spreadOf([]float64{3})), "n=1(3 3 3 3)")
	same(t, "of none", told(spreadOf(nil)), "n=0(- - - -)")
}

func TestParseWindow(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]float64{"24m": 730, "12m": 365, "2y": 730, "90d": 90, "12w": 84, "1m": 365.0 / 12} {
		if got, err := ParseWindow(text); err != nil || got != want {
			t.Errorf("%s: %v %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "m", "24", "-3m", "0d", "1.5y", "24 m", "24M", "99999999d", "twom"} {
		if got, err := ParseWindow(text); err == nil {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestParseAsOf(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2026-01-31":                "2026-01-31T23:59:59Z",
		"2026-01-31T10:00:00Z":      "2026-01-31T10:00:00Z",
		"2026-01-31T10:00:00+02:00": "2026-01-31T08:00:00Z",
	} {
		if got, err := ParseAsOf(text); err != nil || formatTime(got) != want {
			t.Errorf("%s: %s %v, want %s", text, formatTime(got), err, want)
		}
	}
	for _, text := range []string{"", "yesterday", "2026-02-30", "31.1.2026"} {
		if _, err := ParseAsOf(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	for at, want := range map[int64]int64{0: 0, day - 1: 0, day: 1, -1: -1, -day: -1, -day - 1: -2} {
		if got := dayOf(at); got != want {
			t.Errorf("date(%d) is %d, want %d", at, got, want)
		}
	}
}
