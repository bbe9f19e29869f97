package advice_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/score"
)

// TestHolds has one sheet: pace is answered, rhythm not applicable, tests unknown, restore at level 1, and the
// rest is skipped. The axis calm has no practice, so no gap and no direction.
func TestHolds(t *testing.T) {
	t.Parallel()
	facts := advice.NewFacts(small(), sheet(map[string]string{
		"pace": "low", "rhythm": "not_applicable", "tests": "dont_know", "restore": "r1", "elsewhere": "dont_know",
	}), score.Result{Leaning: leaning()})
	always := condition.Condition{}
	yes, no := answer("pace", "low"), answer("pace", "high")
	tests := []struct {
		name string
		c    condition.Condition
		want bool
	}{
		{"the empty condition", always, true},

		{"all, each holds", all(yes, always), true},
		{"all, one fails", all(yes, no), false},
		{"all of nothing", all(), true},
		{"any, one holds", anyOf(no, yes), true},
		{"any, each fails", anyOf(no, no), false},
		{"any of nothing", anyOf(), false},
		{"none, each fails", none(no, no), true},
		{"none, one holds", none(no, yes), false},
		{"none of nothing", none(), true},
		{"nested", all(anyOf(no, all(yes, none(no))), none(all(yes, no))), true},

		{"answer in the list", answer("pace", "high", "low"), true},
		{"answer not in the list", answer("pace", "high", "mid"), false},
		{"answer unknown", answer("tests", "r0", "r1", "r2", "r3", "r4"), false},
		{"answer not applicable", answer("rhythm", "low", "mid", "high"), false},
		{"answer skipped", answer("guard", "low", "mid", "high"), false},
		{"answer not asked", answer("elsewhere", "low"), false},

		{"level within", level("restore", lte("1")), true},
		{"level beyond", level("restore", lt("1")), false},
		{"level between two bounds", level("restore", gte("1"), lt("2")), true},
		{"level outside one of two bounds", level("restore", gte("0"), gt("1")), false},
		{"level unknown, low", level("tests", lte("4")), false},
		{"level unknown, high", level("tests", gte("0")), false},
		{"level skipped", level("alarm", lte("4")), false},
		{"level of a style question", level("pace", lte("4")), false},
		{"level not asked", level("elsewhere", lte("4")), false},

		{"unknown", unknown("tests"), true},
		{"unknown, but answered", unknown("pace"), false},
		{"unknown, for it is skipped", unknown("guard"), true},
		{"unknown, but not applicable", unknown("rhythm"), false},
		{"unknown, but not asked here", unknown("elsewhere"), false},

		{"unmet", unmet("restore"), true},
		{"unmet, but unknown", unmet("tests"), false},
		{"unmet, but no readiness", unmet("pace"), false},
		{"unmet, but skipped", unmet("alarm"), false},
		{"unmet, but not asked", unmet("elsewhere"), false},

		{"held", held("calm"), true},
		{"held, but nothing holds it", held("speed"), false},
		{"held on an axis that dropped out", held("gone"), false},
		{"advice in the list", advised("stay_sysops", "combine"), true},
		{"advice not in the list", advised("shift_devops"), false},

		{"metric within", metric("practice", "speed", lte("-0.75")), true},
		{"metric beyond", metric("practice", "speed", lt("-0.75")), false},
		{"metric equal", metric("gap", "overall", eq("0.75")), true},
		{"metric between", metric("fit", "overall", gte("60"), lt("70")), true},
		{"metric not scored", metric("practice", "calm", gte("-1")), false},
		{"metric on an axis that dropped out", metric("practice", "gone", gte("-1")), false},
		{"metric nobody knows", metric("speediness", "overall", gte("0")), false},

		{"shift that way", shift("speed", "devops"), true},
		{"shift the other way", shift("speed", "sysops"), false},
		{"shift cannot be computed", shift("calm", "devops"), false},
		{"shift on an axis that dropped out", shift("gone", "devops"), false},
		{"shift overall", shift("overall", "devops"), false},
		{"not shift that way", notShift("speed", "devops"), false},
		{"not shift the other way", notShift("speed", "sysops"), true},
		{"not shift cannot be computed", notShift("calm", "devops"), true},
		{"not shift on an axis that dropped out", notShift("gone", "sysops"), true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := holds(facts, test.c); got != test.want {
				t.Errorf("holds: %v, want %v", got, test.want)
			}
			if got := holds(facts, none(test.c)); got == test.want {
				t.Errorf("inside none it holds: %v, want %v", got, !test.want)
			}
		})
	}
}

func TestShiftFollowsTheDirectionOfTheAxis(t *testing.T) {
	t.Parallel()
	tests := []struct {
		direction      score.Direction
		devops, sysops bool
	}{
		{score.TowardsDevOps, true, false},
		{score.TowardsSysOps, false, true},
		{score.Aligned, false, false},
		{score.MorePronounced, false, false},
		{score.LessPronounced, false, false},
		{"", false, false},
	}
	for _, test := range tests {
		t.Run(string(test.direction), func(t *testing.T) {
			t.Parallel()
			result := leaning()
			result.Axes[0].Direction = test.direction
			facts := advice.NewFacts(small(), sheet(nil), score.Result{Leaning: result})
			if got := holds(facts, shift("speed", "devops")); got != test.devops {
				t.Errorf("towards devops: %v, want %v", got, test.devops)
			}
			if got := holds(facts, shift("speed", "sysops")); got != test.sysops {
				t.Errorf("towards sysops: %v, want %v", got, test.sysops)
			}
		})
	}
}
