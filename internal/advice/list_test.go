package advice_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/score"
)

// TestHoldsOfChecklists has a list with two of four options that count 3, 1, 1 and 1, and one of which nobody knows: its level is
// 4 * 2/6. Its axis needs 3. A point is skipped, one is not asked, and one does not apply.
func TestHoldsOfChecklists(t *testing.T) {
	t.Parallel()
	q := questionnairetest.FrozenLaunch(t)
	_, given := reporttest.Parse(t, "launch.yaml", `questionnaire: frozen_launch
answers:
  outage_cost: noticeable
  audience: public
  launch_kind: routine
  core_checks: most
  restore_proof: {not_applicable: "it keeps nothing"}
  alerts: {options: [errors, partner], unknown: [late]}
  owner: nobody
`)
	facts := advice.NewFacts(q, given, score.Score(q, given))
	tests := []struct {
		name string
		c    condition.Condition
		want bool
	}{
		{"the one that is named is chosen", answer("alerts", "partner"), true},
		{"one of those named is chosen", answer("alerts", "core_task", "errors"), true},
		{"none of those named is chosen", answer("alerts", "core_task", "none"), false},
		{"the one that is named is unknown", answer("alerts", "late"), false},
		{"level of a list within", level("alerts", gt("1.3"), lt("1.4")), true},
		{"level of a list beyond", level("alerts", gte("2")), false},
		{"a list below its minimum", unmet("alerts"), true},
		{"a point at its minimum", unmet("core_checks"), false},
		{"a point without a minimum", unmet("owner"), false},
		{"a list of which an option is unknown", unknown("alerts"), false},
		{"a skipped point", unknown("rollback"), true},
		{"a skipped point is not known to be below", unmet("rollback"), false},
		{"a point that is not asked", unknown("real_trial"), false},
		{"a point that does not apply", unknown("restore_proof"), false},
		{"readiness of an axis", metric("readiness", "function", eq("2")), true},
		{"unmet points", metric("unmet", condition.Overall, eq("3")), true},
		{"advice, which a checklist has not", advised("combine"), false},
	}
	for _, test := range tests {
		if got := holds(facts, test.c); got != test.want {
			t.Errorf("%s: %t, want %t", test.name, got, test.want)
		}
	}
}
