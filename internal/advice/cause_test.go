package advice_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/score"
)

func ids(list ...string) []string { return list }

func TestCauses(t *testing.T) {
	t.Parallel()
	given := map[string]string{
		"pace": "low", "rhythm": "not_applicable", "tests": "dont_know", "guard": "dont_know", "restore": "r1",
		"pressure": "high", "teams": "one",
	}
	everything := gte("-100")
	tests := []struct {
		name string
		c    condition.Condition
		want []string
	}{
		{"answer", answer("pace", "low"), ids("pace")},
		{"level", level("restore", lte("1")), ids("restore")},
		{"unknown", unknown("tests"), ids("tests")},
		{"a condition that does not hold", answer("pace", "high"), nil},

		{"all: each part", all(level("restore", lte("1")), answer("pace", "low")), ids("pace", "restore")},
		{"all that fails", all(level("restore", lte("1")), answer("pace", "high")), nil},
		{"any: only the parts that hold", anyOf(answer("pace", "high"), level("restore", lte("1")), unknown("tests")), ids("tests", "restore")},
		{"any: not the parts of a branch that fails", anyOf(all(answer("pace", "low"), answer("teams", "many")), unknown("tests")), ids("tests")},
		{"none adds nothing", all(answer("pace", "low"), none(answer("teams", "many"))), ids("pace")},

		{"practice of an axis, not applicable left out", metric("practice", "speed", everything), ids("pace")},
		{"practice overall, unknown included", metric("practice", "overall", everything), ids("pace", "guard")},
		{"coverage", metric("coverage", "calm", everything), ids("guard")},
		{"a low coverage comes from the open questions", metric("coverage", "overall", lt("0.9")), ids("guard")},
		{"a coverage in between comes from all", metric("coverage", "overall", gte("0"), lt("0.9")), ids("pace", "guard")},
		{"a low coverage without an open question", metric("coverage", "speed", lt("2")), ids("pace")},
		{"steps", metric("steps_to_other_side", "overall", everything), ids("pace", "guard")},
		{"situation of an axis", metric("situation", "speed", everything), ids("pressure", "money")},
		{
			"situation overall: what affects no axis stays out, but for limits that hold it",
			metric("situation", "overall", everything), ids("pressure", "harm", "money", "rule"),
		},
		{"held: the needs and what holds them", held("calm"), ids("harm", "money", "rule")},
		{"advice: both sides", advised("stay_sysops"), ids("pace", "guard", "pressure", "harm", "money", "rule")},
		{"beyond a limit: practice and the limit", metric("beyond_limit", "speed", gt("0")), ids("pace", "rule")},
		{"beyond a limit overall is that of the farthest axis", metric("beyond_limit", "overall", gt("0")), ids("pace", "rule")},
		{"unmet adds what set the floor", unmet("restore"), ids("restore", "harm")},
		{"a count of unmet: each with its floor", metric("unmet", "overall", gte("1")), ids("tests", "restore", "pressure", "harm")},
		{"weakest: that answer", metric("weakest", "overall", lte("1")), ids("restore")},
		{"need coverage: the needs", metric("need_coverage", "overall", everything), ids("pressure", "harm", "money")},
		{"a low need coverage comes from the open ones", metric("need_coverage", "overall", lt("1")), ids("harm", "money")},
		{"tension", metric("tension", "speed", everything), ids("pressure", "money")},
		{"gap", metric("gap", "speed", everything), ids("pace", "pressure", "money")},
		{"fit overall", metric("fit", "overall", everything), ids("pace", "guard", "pressure", "harm", "money", "rule")},
		{"readiness", metric("readiness", "calm", everything), ids("restore", "alarm")},
		{"shortfall adds what set the floor", metric("shortfall", "speed", everything), ids("tests", "pressure")},
		{"shortfall overall is that of the worst axis", metric("shortfall", "overall", everything), ids("restore", "alarm", "harm")},
		{"don't-knows of an axis", metric("dont_know_count", "speed", everything), ids("tests")},
		{"don't-knows overall", metric("dont_know_count", "overall", everything), ids("tests", "guard")},
		{"shift", shift("speed", "devops"), ids("pace", "pressure", "money")},
		{"not shift", notShift("calm", "devops"), ids("guard", "harm", "money", "rule")},

		{"only none: what it looked at", none(answer("teams", "many"), level("restore", gte("3"))), ids("restore", "teams")},
		{
			"nothing asked here: the sheet as a whole", none(answer("elsewhere", "x")),
			ids("pace", "rhythm", "tests", "guard", "restore", "alarm", "pressure", "harm", "money", "teams", "rule"),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			facts := advice.NewFacts(small(), sheet(given), score.Result{Leaning: leaning()})
			if diff := cmp.Diff(test.want, facts.Causes(&test.c)); diff != "" {
				t.Errorf("causes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCausesOfValuesWithoutAnApplicableQuestion(t *testing.T) {
	t.Parallel()
	given := map[string]string{"pace": "not_applicable", "rhythm": "not_applicable"}
	facts := advice.NewFacts(small(), sheet(given), score.Result{Leaning: leaning()})
	if diff := cmp.Diff(ids("pace", "rhythm"), causes(facts, metric("coverage", "speed", gte("0")))); diff != "" {
		t.Errorf("coverage: the questions that do not apply (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(ids("pace", "rhythm", "tests"), causes(facts, metric("dont_know_count", "speed", eq("0")))); diff != "" {
		t.Errorf("no don't-knows: all that could have been one (-want +got):\n%s", diff)
	}
}

func TestCausesOfPracticeWithinItsLimits(t *testing.T) {
	t.Parallel()
	result := leaning()
	result.Axes[0].BeyondLimit = nil
	facts := advice.NewFacts(small(), sheet(map[string]string{"pace": "low"}), score.Result{Leaning: result})
	if diff := cmp.Diff(ids("pace", "rhythm"), causes(facts, metric("beyond_limit", "speed", eq("0")))); diff != "" {
		t.Errorf("causes (-want +got):\n%s", diff)
	}
}

// Axes that share the largest shortfall are all its cause, or the order of axes would decide.
func TestCausesOfEqualShortfalls(t *testing.T) {
	t.Parallel()
	result := leaning()
	result.Axes[0].Shortfall = rat("3/2")
	facts := advice.NewFacts(small(), sheet(nil), score.Result{Leaning: result})
	got := causes(facts, metric("shortfall", "overall", gte("1")))
	if diff := cmp.Diff(ids("tests", "restore", "alarm", "pressure", "harm"), got); diff != "" {
		t.Errorf("causes (-want +got):\n%s", diff)
	}
}
