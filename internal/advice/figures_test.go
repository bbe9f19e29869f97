package advice_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/score"
)

func TestValue(t *testing.T) {
	t.Parallel()
	facts := advice.NewFacts(small(), sheet(map[string]string{
		"pace": "dont_know", "tests": "dont_know", "alarm": "dont_know", "teams": "dont_know", "elsewhere": "dont_know",
	}), score.Result{Leaning: leaning()})
	// Per metric: overall, speed, calm; "" for a value that does not exist.
	want := map[string][3]string{
		"practice":            {"-1/2", "-3/4", ""},
		"situation":           {"1/4", "1/2", ""},
		"gap":                 {"3/4", "5/4", ""},
		"readiness":           {"2", "3", "1"},
		"shortfall":           {"3/2", "1", "3/2"},
		"tension":             {"1/3", "1/5", ""},
		"coverage":            {"4/5", "1", "0"},
		"fit":                 {"62", "37", ""},
		"steps_to_other_side": {"3", "", ""},
		"dont_know_count":     {"4", "2", "1"},
		"need_coverage":       {"3/4", "1", "1/2"},
		"weakest":             {"1", "", "1"},
		"unmet":               {"2", "1", "1"},
		"beyond_limit":        {"2/5", "2/5", ""},
	}
	for _, metric := range condition.Metrics() {
		name := metric.String()
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i, axis := range []string{"overall", "speed", "calm"} {
				got := facts.Figures().Value(metric, axis)
				if want[name][i] == "" {
					if got != nil {
						t.Errorf("%s: %s, want none", axis, got)
					}
				} else if !exact(got, rat(want[name][i])) {
					t.Errorf("%s: %v, want %s", axis, got, want[name][i])
				}
			}
			if got := facts.Figures().Value(metric, ""); !exact(got, facts.Figures().Value(metric, "overall")) {
				t.Errorf("without an axis: %v, want the overall value", got)
			}
			if got := facts.Figures().Value(metric, "gone"); got != nil {
				t.Errorf("on an axis that dropped out: %s, want none", got)
			}
		})
	}
}

func TestValueOfAnEmptyResultIsNone(t *testing.T) {
	t.Parallel()
	facts := advice.NewFacts(small(), sheet(nil), score.Result{Leaning: &score.Leaning{}})
	for _, metric := range condition.Metrics() {
		if got := facts.Figures().Value(metric, "overall"); got != nil && metric != condition.DontKnows {
			t.Errorf("%s: %s, want none", metric, got)
		}
	}
	if got := facts.Figures().Value(condition.DontKnows, "overall"); !exact(got, rat("0")) {
		t.Errorf("dont_know_count: %v, want 0", got)
	}
}

// Within the limits is not unknown.
func TestPracticeWithinItsLimits(t *testing.T) {
	t.Parallel()
	result := leaning()
	result.Axes[0].BeyondLimit = nil
	facts := advice.NewFacts(small(), sheet(nil), score.Result{Leaning: result})
	for _, axis := range []string{"overall", "speed"} {
		if got := facts.Figures().Value(condition.BeyondLimit, axis); !exact(got, rat("0")) {
			t.Errorf("%s: %v, want 0", axis, got)
		}
	}
}

// Where nothing about readiness is asked, nothing is met either.
func TestNothingCanMissAFloorWhereNothingIsAsked(t *testing.T) {
	t.Parallel()
	result := leaning()
	result.Axes[0].Readiness = score.ReadinessLevel{}
	result.Unmet = result.Unmet[1:]
	facts := advice.NewFacts(small(), sheet(nil), score.Result{Leaning: result})
	if got := facts.Figures().Value(condition.Unmet, "speed"); got != nil {
		t.Errorf("speed: %s, want none", got)
	}
	if got := facts.Figures().Value(condition.Unmet, "overall"); !exact(got, rat("1")) {
		t.Errorf("overall: %v, want 1", got)
	}
}

func TestStepsThatDoNotExistAreNone(t *testing.T) {
	t.Parallel()
	result := leaning()
	result.Robustness.Side.Steps = nil
	facts := advice.NewFacts(small(), sheet(nil), score.Result{Leaning: result})
	if got := facts.Figures().Value(condition.Steps, "overall"); got != nil {
		t.Errorf("got %s, want none", got)
	}
}
