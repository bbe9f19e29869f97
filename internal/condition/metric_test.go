package condition_test

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/condition"
)

// TestEveryMetricIsDefined holds what the users of the table take for granted.
func TestEveryMetricIsDefined(t *testing.T) {
	t.Parallel()
	for _, m := range condition.Metrics() {
		d := m.Definition()
		named, ok := condition.MetricNamed(d.Name)
		if !ok || named != m || m.String() != d.Name {
			t.Errorf("%s: found by its name as %s", m, named)
		}
		if d.Low >= d.High || d.Subject == "" {
			t.Errorf("%s: scale %d to %d, called %q", m, d.Low, d.High, d.Subject)
		}
		if !d.RestsOn("lean") && !d.RestsOn("readiness") && !d.RestsOn("context") {
			t.Errorf("%s rests on no question", m)
		}
		if d.Kept && !d.Gate || d.Gate && d.Better == condition.Neither {
			t.Errorf("%s: a gate on what can get no better or worse", m)
		}
	}
}

func TestScaleHoldsItsEnds(t *testing.T) {
	t.Parallel()
	for _, m := range condition.Metrics() {
		d := m.Definition()
		if !d.Holds(big.NewRat(d.Low, 1)) || !d.Holds(big.NewRat(d.High, 1)) || d.Holds(big.NewRat(2*d.High+1, 2)) {
			t.Errorf("%s: the scale does not hold its ends, or more", m)
		}
	}
}

func TestNoMetricHasNoName(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "floor", "happiness"} {
		if m, ok := condition.MetricNamed(name); ok || m != 0 {
			t.Errorf("%q names metric %d", name, m)
		}
	}
}

func TestNumber(t *testing.T) {
	t.Parallel()
	third, tenth, large, count := big.NewRat(1, 3), 0.1, 1e300, 3
	for want, n := range map[string]condition.Number{
		"1/3": condition.Exact(third), "1/10": condition.Float(&tenth), "3": condition.Count(&count),
	} {
		if got := n.Rat(); got == nil || got.RatString() != want || !n.IsKnown() {
			t.Errorf("%v, want %s", got, want)
		}
	}
	if got, want := condition.Float(&large).Rat(), new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(300), nil)); got.Cmp(want) != 0 {
		t.Errorf("a large number is %v", got)
	}
	for _, n := range []condition.Number{{}, condition.Exact(nil), condition.Float(nil), condition.Count(nil)} {
		if n.Rat() != nil || n.IsKnown() {
			t.Errorf("%v is known", n)
		}
	}
}

func TestWhyMissing(t *testing.T) {
	t.Parallel()
	one := condition.AxisFigures{ID: "pace"}
	known := one
	known.Numbers[condition.Practice] = condition.Exact(big.NewRat(1, 2))
	tests := []struct {
		metric condition.Metric
		title  string
		on     condition.AxisFigures
		want   string
	}{
		{condition.Fit, "Pace", one, "Too few questions are answered to say how you work on Pace."},
		{condition.Fit, "Pace", known, "No answer tells what the situation calls for on Pace."},
		{condition.Fit, "", one, "On no axis are enough questions answered to say how you work."},
		{condition.Fit, "", known, "On no axis is it known both how you work and what the situation calls for."},
		{condition.Practice, "Pace", one, "It is not known."},
	}
	for _, test := range tests {
		d := test.metric.Definition()
		if got := d.WhyMissing(test.title, test.on); got != test.want {
			t.Errorf("%s on %q: %s, want %s", test.metric, test.title, got, test.want)
		}
	}
}
