package verdict_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// TestReasonsWithoutRobustness tells a result of another program, which may lack the figures that its reasons are about.
func TestReasonsWithoutRobustness(t *testing.T) {
	t.Parallel()
	for _, reason := range []string{"steps", "one_step_changes", "two_needs_reverse", "one_step_reverses"} {
		told := load(t).Tell(leaning(report.Leaning{
			Advice: "stay_devops", Practice: at(0.5, "leaning_devops"), Situation: calls(0.5, "leaning_devops"),
			Confidence: "low", ConfidenceBecause: []string{reason},
		}), quotedText, nil)
		if text := written(told); told.Headline == "" || strings.ContainsAny(text, "{}") {
			t.Errorf("%s: told\n%s", reason, text)
		}
	}
}

// TestUnprovenReadinessIsNotEnough holds that an axis without a known level is not said to have what the service needs.
func TestUnprovenReadinessIsNotEnough(t *testing.T) {
	t.Parallel()
	level, floor, none := 3.0, 2.0, 0.0
	verdict := report.Leaning{Readiness: report.OverallReadiness{Readiness: report.Readiness{Value: &level}}}
	proven := report.Axis{Title: "Pace", Floor: &floor, Readiness: report.Readiness{Value: &level}}
	const enough = "every axis has what the service needs"
	for _, test := range []struct {
		axis report.Axis
		want bool
	}{
		{report.Axis{Title: "Calm"}, true},
		{report.Axis{Title: "Calm", Floor: &none}, true},
		{report.Axis{Title: "Calm", Floor: &floor}, false},
	} {
		told := strings.Join(load(t).Tell(leaning(verdict, proven, test.axis), quotedText, nil).Readiness, " ")
		if strings.Contains(told, enough) != test.want {
			t.Errorf("floor %v: told %q", test.axis.Floor, told)
		}
	}
}

// TestALimitIsToldOnce holds that a forged result cannot have the program repeat a title as often as it likes.
func TestALimitIsToldOnce(t *testing.T) {
	t.Parallel()
	wanted, bound := 0.5, 0.0
	limit := report.Limit{Question: "rules", AtMost: &bound}
	axis := report.Axis{Title: "Pace"}
	axis.Situation.Wanted.Value, axis.Situation.HeldBy = &wanted, []report.Limit{limit, limit, limit}
	doc := leaning(report.Leaning{Advice: "stay_sysops", Held: &report.Held{Advice: "shift_devops", By: axis.Situation.HeldBy}}, axis)
	doc.Answers = []report.Answer{{Question: "rules", Title: "Outside rules", Text: "A board approves"}}
	told := load(t).Tell(doc, quotedText, nil).Limits
	want := []string{
		`On <Pace>, the needs ask for +0.50, and "<Outside rules>" ("<A board approves>") allows at most 0.00.`,
		`Find out first whether "<Outside rules>" can change. If not, the advice stands.`,
	}
	if !slices.Equal(told, want) {
		t.Errorf("told\n%s", strings.Join(told, "\n"))
	}
}
