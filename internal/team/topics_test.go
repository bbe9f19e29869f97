package team_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/team"
)

// TestTopics holds for each way in which people can differ whether it is worth talking about, and what is said of it.
func TestTopics(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		lists []string
		want  []team.Topic
	}{
		{"all alike", []string{"style: z, teams: one", "style: z, teams: one"}, []team.Topic{}},
		{"one has no answer", []string{"style: z", "style: z", "guard: z"}, []team.Topic{}},
		{"far apart", []string{"style: m2", "style: m2", "style: p2", "style: p2"}, []team.Topic{
			{Question: "style", Why: "The answers are far apart (consensus 0.00)."},
		}},
		{"a question without positions", []string{"teams: one", "teams: many", "teams: one"}, []team.Topic{
			{Question: "teams", Why: "The answers differ."},
		}},
		{"an option without a position", []string{"need: fast", "need: none"}, []team.Topic{
			{Question: "need", Why: "The answers differ."},
		}},
		{"one does not know", []string{"style: z", "style: z", "style: z", "style: dont_know"}, []team.Topic{
			{Question: "style", Why: "1 of 4 does not know."},
		}},
		{"two do not know", []string{"style: z", "style: dont_know", "style: dont_know"}, []team.Topic{
			{Question: "style", Why: "2 of 3 do not know."},
		}},
		{"it does not apply to one", []string{"restore: once", "restore: once", "restore: {not_applicable: no data}"}, []team.Topic{
			{Question: "restore", Why: "1 of 3 says that it does not apply."},
		}},
		{"a limit is a fact, and comes first", []string{"style: m2, rule: free", "style: p2, rule: board", "style: m2, rule: dont_know"}, []team.Topic{
			{
				Question: "rule",
				Why:      "The answers differ about a fact; 1 of 3 does not know. Look it up; until then, the strictest answer holds.",
			},
			{Question: "style", Why: "The answers are far apart (consensus 0.08)."},
		}},
		{"nobody contradicts the one who knows a limit", []string{"rule: board", "rule: dont_know"}, []team.Topic{
			{Question: "rule", Why: "1 of 2 does not know."},
		}},
	}
	for _, test := range tests {
		var sheets []*answers.Sheet
		for _, list := range test.lists {
			sheets = append(sheets, sheet(t, "", list))
		}
		if diff := cmp.Diff(test.want, build(t, sheets...).DiscussFirst); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestAgreedIsNoTopic: a report must not call agreed what it asks the group to talk about.
func TestAgreedIsNoTopic(t *testing.T) {
	t.Parallel()
	result := build(
		t, sheet(t, "a", "style: z, guard: z"), sheet(t, "a", "style: z, guard: z"), sheet(t, "b", "style: z, guard: z"),
		sheet(t, "b", "style: dont_know, guard: z"),
	)
	if want := []string{"guard"}; !slices.Equal(result.Agreed, want) {
		t.Errorf("agreed on %v, want %v; topics %v", result.Agreed, want, result.DiscussFirst)
	}
}
