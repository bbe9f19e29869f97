package advice_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func TestBlockers(t *testing.T) {
	t.Parallel()
	given := map[string]string{"pace": "low", "tests": "dont_know", "restore": "r1", "alarm": "r2"}
	low := level("alarm", gte("3"))
	type blocker struct {
		Question string
		Test     condition.Condition
	}
	tests := []struct {
		name     string
		requires condition.Condition
		want     []blocker
	}{
		{"a level", low, []blocker{{"alarm", low}}},
		{"a level nobody knows", level("tests", gte("2")), []blocker{{"tests", level("tests", gte("2"))}}},
		{"a level not asked", level("elsewhere", gte("2")), []blocker{{"elsewhere", level("elsewhere", gte("2"))}}},
		{"an answer", answer("pace", "high"), []blocker{{"pace", answer("pace", "high")}}},
		{"unknown", unknown("pace"), []blocker{{"pace", unknown("pace")}}},
		{"a metric has no question", metric("fit", "overall", gte("70")), []blocker{{"", metric("fit", "overall", gte("70"))}}},
		{"nor has a shift", shift("calm", "devops"), []blocker{{"", shift("calm", "devops")}}},
		{
			"all: the unmet ones, in questionnaire order, metrics last",
			all(metric("fit", "overall", gte("70")), low, level("restore", gte("1")), answer("pace", "high")),
			[]blocker{{"pace", answer("pace", "high")}, {"alarm", low}, {"", metric("fit", "overall", gte("70"))}},
		},
		{
			"what is not asked goes behind what is, by id; metrics go by name and axis",
			all(
				metric("tension", "overall", gte("2")), metric("fit", "speed", gte("70")), metric("fit", "overall", gte("70")),
				level("nowhere", gte("1")), level("elsewhere", gte("1")), low,
			),
			[]blocker{
				{"alarm", low},
				{"elsewhere", level("elsewhere", gte("1"))},
				{"nowhere", level("nowhere", gte("1"))},
				{"", metric("fit", "overall", gte("70"))},
				{"", metric("fit", "speed", gte("70"))},
				{"", metric("tension", "overall", gte("2"))},
			},
		},
		{"any: each, for each would do", anyOf(low, answer("pace", "high")), []blocker{{"pace", answer("pace", "high")}, {"alarm", low}}},
		{"none: what it should rule out", none(answer("pace", "low"), low), []blocker{{"pace", none(answer("pace", "low"))}}},
		{"nested", all(anyOf(all(low, answer("pace", "low")))), []blocker{{"alarm", low}}},
		{"none of none: what the inner one should not rule out", none(none(answer("pace", "high"))), []blocker{{"pace", answer("pace", "high")}}},
		{"none of none of what is not asked", none(none(answer("elsewhere", "a"))), []blocker{{"elsewhere", answer("elsewhere", "a")}}},
		{
			"none of all: each part that holds, through a none among them",
			none(all(answer("pace", "low"), none(low, answer("pace", "high")))),
			[]blocker{{"pace", none(answer("pace", "low"))}, {"pace", answer("pace", "high")}, {"alarm", low}},
		},
		{"with nothing to name, the requirement itself", anyOf(), []blocker{{"", anyOf()}}},
		{"ruling out what always holds names nothing either", none(all()), []blocker{{"", none(all())}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			rule := item("blocked", "speed", 50)
			rule.Requires = test.requires
			catalogue := questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{rule}}
			var got []blocker
			for _, b := range advise(t, catalogue, given).Recommendations[0].Blockers {
				got = append(got, blocker{b.Question, b.Test})
			}
			if diff := cmp.Diff(test.want, got, cmp.Comparer(exact)); diff != "" {
				t.Errorf("blockers (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRequirementsThatHoldBlockNothing(t *testing.T) {
	t.Parallel()
	rule := item("free", "speed", 50)
	for _, requires := range []condition.Condition{{}, all(), level("alarm", gte("2")), none(answer("pace", "high"))} {
		rule.Requires = requires
		catalogue := questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{rule}}
		got := advise(t, catalogue, map[string]string{"pace": "low", "alarm": "r2"}).Recommendations[0].Blockers
		if got != nil {
			t.Errorf("%v: blocked by %v", requires, got)
		}
	}
}

func TestRemediesAreWhatAppliesBecauseOfTheSameAnswer(t *testing.T) {
	t.Parallel()
	when := func(id string, points int64, when condition.Condition) questionnaire.Recommendation {
		rule := item(id, "speed", points)
		rule.When = when
		return rule
	}
	blocked := when("blocked", 100, all(answer("pace", "low"), level("alarm", lte("3"))))
	blocked.Requires = all(level("alarm", gte("2")), metric("fit", "overall", gte("70")))
	waiting := when("waiting", 90, level("alarm", lte("2")))
	waiting.Requires = level("restore", gte("4"))
	catalogue := questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{
		blocked,
		waiting,
		when("answered", 10, answer("alarm", "r1")),
		when("branch", 80, anyOf(answer("pace", "high"), all(answer("pace", "low"), level("alarm", lte("1"))))),
		when("failing branch", 80, anyOf(answer("pace", "low"), all(answer("pace", "high"), level("alarm", lte("1"))))),
		when("inside none", 80, all(answer("pace", "low"), none(level("alarm", gte("3"))))),
		when("not active", 80, all(answer("pace", "high"), level("alarm", lte("1")))),
		when("of a metric", 80, metric("readiness", "calm", lte("4"))),
	}}
	result := advise(t, catalogue, map[string]string{"pace": "low", "alarm": "r1"})
	for _, recommendation := range result.Recommendations {
		if recommendation.Rule.ID != "blocked" {
			continue
		}
		if len(recommendation.Blockers) != 2 {
			t.Fatalf("%d blockers, want 2", len(recommendation.Blockers))
		}
		// In rank order: a level that is missing 3/4 scores 75 and an answer 10; what waits itself comes last.
		if diff := cmp.Diff(ids("branch", "answered", "waiting"), recommendation.Blockers[0].Remedies); diff != "" {
			t.Errorf("remedies (-want +got):\n%s", diff)
		}
		if got := recommendation.Blockers[1].Remedies; got != nil {
			t.Errorf("a metric has the remedies %v, want none", got)
		}
		return
	}
	t.Fatal("the blocked item does not appear")
}
