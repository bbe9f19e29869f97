package gate_test

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func launch(t testing.TB, name string) run {
	t.Helper()
	q, sheet := reporttest.Parse(t, name, questionnairetest.Launch(t, name))
	return assess(q, sheet)
}

// toldState is the first gate of a document in short: "met: gaps; reason".
func (r run) toldState() string {
	gate := r.doc.Gates[0]
	told := "not met"
	if gate.Met {
		told = "met"
	}
	if gate.Actual.Word != "" {
		told += ": " + gate.Actual.Word
	}
	return strings.TrimSuffix(told+"; "+string(gate.Reason), "; ")
}

func TestRequireReady(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"ready":     "met: ready",
		"gaps":      "not met: gaps",
		"not_ready": "not met: not_ready",
		"open":      "not met; Cost of failure is unknown, and its answer could call for more.",
	} {
		r := launch(t, name)
		set(t, gate.Wanted{Ready: at("true")}).Judge(gate.Case{Document: r.doc})
		if got := r.toldState(); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestRequireReadyWithoutFloors(t *testing.T) {
	t.Parallel()
	r := launch(t, "open")
	r.doc.Verdict.Readiness.TierUnknown = nil
	set(t, gate.Wanted{Ready: at("true")}).Judge(gate.Case{Document: r.doc})
	if got, want := r.toldState(), "not met; No answer says how much readiness is called for."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestStateIsNoWorse compares every launch with every other one: ready is better than gaps, gaps than not ready, and a state that
// cannot be told any longer is a loss.
func TestStateIsNoWorse(t *testing.T) {
	t.Parallel()
	unknown := "Cost of failure is unknown, and its answer could call for more."
	tests := []struct{ before, now, want string }{
		{"ready", "ready", "met: ready"},
		{"ready", "gaps", "not met: gaps"},
		{"ready", "not_ready", "not met: not_ready"},
		{"ready", "open", "not met; It can no longer be told. " + unknown},
		{"gaps", "ready", "met: ready"},
		{"gaps", "gaps", "met: gaps"},
		{"gaps", "not_ready", "not met: not_ready"},
		{"not_ready", "gaps", "met: gaps"},
		{"not_ready", "open", "not met; It can no longer be told. " + unknown},
		{"open", "not_ready", "met: not_ready; The earlier result does not have a state."},
		{"open", "open", "met; Neither result has a state."},
	}
	for _, test := range tests {
		t.Run(test.before+" to "+test.now, func(t *testing.T) {
			t.Parallel()
			r, before := launch(t, test.now), launch(t, test.before)
			set(t, gate.Wanted{NoRegression: all("state")}).Judge(gate.Case{
				Document: r.doc, Comparison: gate.Compare(r.q, r.sheet, r.doc, reporttest.Reread(t, before.doc)),
			})
			if got := r.toldState(); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
		})
	}
}

// TestRegressionOfLaunches holds what "true" stands for: the state beside the figures that a checklist has, and no other.
func TestRegressionOfLaunches(t *testing.T) {
	t.Parallel()
	r := launch(t, "gaps")
	set(t, gate.Wanted{NoRegression: all("true")}).Judge(gate.Case{
		Document: r.doc, Comparison: gate.Compare(r.q, r.sheet, r.doc, reporttest.Reread(t, r.doc)),
	})
	var names []string
	for _, gate := range r.doc.Gates {
		names = append(names, gate.Gate)
	}
	want := "no-regression coverage, no-regression readiness, no-regression shortfall, no-regression state"
	if got := strings.Join(names, ", "); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestScopeOfChecklists holds which gates are refused before anything is assessed, and that others are not.
func TestScopeOfChecklists(t *testing.T) {
	t.Parallel()
	launch, full := questionnairetest.FrozenLaunch(t), questionnairetest.Frozen(t)
	tests := []struct {
		name   string
		q      *questionnaire.Questionnaire
		wanted gate.Wanted
		want   string
	}{
		{"figures", launch, gate.Wanted{Conditions: all("readiness >= 2", "weakest.recovery >= 1", "unmet <= 0", "coverage >= 1")}, ""},
		{"ready", launch, gate.Wanted{Ready: at("true")}, ""},
		{"fit", launch, gate.Wanted{Conditions: all("fit >= 70")}, "no-leaning"},
		{"tension", launch, gate.Wanted{Conditions: all("tension.recovery <= 0")}, "no-leaning"},
		{"confidence", launch, gate.Wanted{Confidence: at("high")}, "no-leaning"},
		{"regression of fit", launch, gate.Wanted{NoRegression: all("fit")}, "no-leaning"},
		{"an axis that is not there", launch, gate.Wanted{Conditions: all("unmet.delivery <= 0")}, "unknown-axis"},
		{"ready of a leaning", full, gate.Wanted{Ready: at("true")}, "no-state"},
		{"regression of the state of a leaning", full, gate.Wanted{NoRegression: all("state")}, "no-state"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var codes []string
			for _, found := range set(t, test.wanted).Check(gate.ScopeOf(test.q)) {
				codes = append(codes, found.Code)
			}
			if got := strings.Join(codes, " "); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}
