package pages_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// groupOf is a result of so many people; the answers to each question are counts of its options, of "dont_know" and of
// "skipped".
func groupOf(people int, questions ...map[string]int) *team.Document {
	group := &team.Document{Respondents: people, Verdicts: map[string]int{"stay_devops": people}}
	half := 0.5
	group.Verdict.Leaning = &report.Leaning{
		Advice: "stay_devops", Practice: report.Practice{Value: &half, Band: "leaning_devops", Scored: true},
		Situation: report.OverallSituation{Situation: report.Situation{Value: &half, Band: "leaning_devops"}},
	}
	for i, votes := range questions {
		id := fmt.Sprintf("q%d", i+1)
		question := team.Question{ID: id, Title: id, Prompt: "What"}
		for _, option := range []string{"a", "b", "dont_know", "skipped"} {
			vote := team.AnswerCount{Status: "answered", Option: report.Text(option), Count: votes[option]}
			if len(option) > 1 {
				vote.Status, vote.Option = option, ""
			}
			question.Distribution = append(question.Distribution, vote)
		}
		group.Questions = append(group.Questions, question)
		if votes["a"] > 0 && votes["b"] > 0 || votes["a"] > 0 && votes["dont_know"] > 0 {
			group.DiscussFirst = append(group.DiscussFirst, team.Topic{Question: question.ID, Why: "The answers differ."})
		}
	}
	return group
}

func disagreeing(n int) *team.Document {
	return groupOf(3, slices.Repeat([]map[string]int{{"a": 2, "b": 1}}, n)...)
}

// TestMeetingFillsItsTime: whatever the number of topics, the parts follow each other from 0 to 45 minutes, and no topic
// takes more than a quarter of an hour and a minute.
func TestMeetingFillsItsTime(t *testing.T) {
	t.Parallel()
	for topics, want := range map[int][]string{
		0:  {"0 to 5 min: Open", "5 to 37 min: Test the agreement", "37 to 45 min: Close"},
		1:  {"0 to 5 min: Open", "5 to 21 min: Topic 1 of 1", "21 to 37 min: Test the agreement", "37 to 45 min: Close"},
		2:  {"0 to 5 min: Open", "5 to 21 min: Topic 1 of 2", "21 to 37 min: Topic 2 of 2", "37 to 45 min: Close"},
		3:  {"0 to 5 min: Open", "5 to 15 min: Topic 1 of 3", "15 to 26 min: Topic 2 of 3", "26 to 37 min: Topic 3 of 3", "37 to 45 min: Close"},
		10: {"0 to 5 min: Open", "5 to 15 min: Topic 1 of 3", "15 to 26 min: Topic 2 of 3", "26 to 37 min: Topic 3 of 3", "37 to 45 min: Close"},
	} {
		group := disagreeing(topics)
		alike := groupOf(3, map[string]int{"a": 3}).Questions[0]
		alike.ID = "alike"
		group.Questions = append(group.Questions, alike)
		var got []string
		for _, section := range pages.TeamAgenda(group).Sections[1:] {
			got = append(got, section.Title)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d topics (-want +got):\n%s", topics, diff)
		}
	}
}

// agendaOf is everything that whoever leads the meeting reads.
func agendaOf(t *testing.T, doc *team.Document) string {
	t.Helper()
	return string(markdownOf(t, pages.TeamAgenda(doc)))
}

// TestMeetingAsksNobodyToOwnUp: the report names nobody, so the meeting must not ask who it was.
func TestMeetingAsksNobodyToOwnUp(t *testing.T) {
	t.Parallel()
	words := agendaOf(t, disagreeing(3))
	if strings.Contains(words, "Who answered") || !strings.Contains(words, "nobody has to defend theirs or say which it was") {
		t.Errorf("the agenda asks people to say which answer was theirs:\n%s", words)
	}
}

// TestMeetingAsksWhatFits: where all who know agree there are no two answers to set against each other, and a fact is looked up.
func TestMeetingAsksWhatFits(t *testing.T) {
	t.Parallel()
	const apart, unknown, fact = "Take two answers", "Where would one look", "Where is it written"
	limit := groupOf(3, map[string]int{"a": 2, "b": 1})
	limit.Questions[0].Kind = "limit"
	for name, test := range map[string]struct {
		group      *team.Document
		want, wont string
	}{
		"differ":   {groupOf(3, map[string]int{"a": 2, "b": 1}), apart, unknown},
		"not know": {groupOf(3, map[string]int{"a": 2, "dont_know": 1}), unknown, apart},
		"a fact":   {limit, fact, apart},
	} {
		words := agendaOf(t, test.group)
		if !strings.Contains(words, test.want) || strings.Contains(words, test.wont) {
			t.Errorf("%s: %q missing, or %q in:\n%s", name, test.want, test.wont, words)
		}
	}
}

// TestNothingToCompare: where nobody could disagree, that nobody does is no agreement.
func TestNothingToCompare(t *testing.T) {
	t.Parallel()
	little, adding := groupOf(9, map[string]int{"a": 8, "b": 1}), groupOf(9, map[string]int{"a": 8, "b": 1})
	little.DiscussFirst, adding.DiscussFirst, adding.Withheld = nil, nil, &team.Withheld{Reason: "No."}
	tests := []struct {
		name  string
		group *team.Document
		want  string
	}{
		{"one person", groupOf(1, map[string]int{"a": 1}), "One person answered, so there is nothing to compare yet."},
		{
			"no common question", groupOf(2, map[string]int{"a": 1, "skipped": 1}, map[string]int{"b": 1, "skipped": 1}),
			"No question has answers from two people, so there is nothing to compare yet.",
		},
		{
			"some common questions", groupOf(2, map[string]int{"a": 2}, map[string]int{"b": 1, "skipped": 1}),
			"Nobody disagrees about the 1 question that two people or more answered; 1 of 2 cannot be compared.",
		},
		{"all common", groupOf(2, map[string]int{"a": 2}), "Nobody disagrees about anything that was asked."},
		{"a topic", disagreeing(1), ""},
		{"small differences", little, "The answers differ in small ways only; none has to be talked about first."},
		{
			"small differences that add up", adding,
			"No single question divides the group: small differences add up to different verdicts. Look at all answers.",
		},
	}
	for _, test := range tests {
		if got := topicsText(test.group); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	words := agendaOf(t, tests[0].group)
	for _, wrong := range []string{"agreement", "Each respondent", "together, and keep", "under each topic"} {
		if strings.Contains(words, wrong) {
			t.Errorf("the agenda for one person says %q:\n%s", wrong, words)
		}
	}
}

// topicsText is the first paragraph about topics; empty where a chart or a list begins.
func topicsText(doc *team.Document) string {
	for _, section := range pages.Team(doc).Sections {
		if section.ID == "topics" {
			text, _ := section.Blocks[0].(page.Text)
			return string(text)
		}
	}
	return ""
}

// TestNobodyKnows: not to know is no disagreement, and yet the group should hear of it.
func TestNobodyKnows(t *testing.T) {
	t.Parallel()
	group := groupOf(3, map[string]int{"dont_know": 3}, map[string]int{"dont_know": 1, "skipped": 2}, map[string]int{"skipped": 3}, map[string]int{"a": 3})
	want := "Nobody could answer 2 questions: q1 and q2."
	if got := string(markdownOf(t, pages.Team(group))); !strings.Contains(got, want) {
		t.Errorf("%q is missing in:\n%s", want, got)
	}
	if words := agendaOf(t, group); !strings.Contains(words, want+" Who finds out?") {
		t.Errorf("the agenda leaves it out:\n%s", words)
	}
}
