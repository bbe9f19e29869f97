package team_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/team"
)

// reviews combines answers to the frozen launch, each on one line of a file of answers.
func reviews(t testing.TB, voices ...string) *team.Document {
	t.Helper()
	sheets := make([]*answers.Sheet, len(voices))
	for i, voice := range voices {
		text := fmt.Sprintf("questionnaire: frozen_launch\nrespondent: {role: r%d}\nanswers: {%s}\n", i, voice)
		_, sheets[i] = reporttest.Parse(t, "launch.yaml", text)
	}
	return team.Build(team.Input{Questionnaire: questionnairetest.FrozenLaunch(t), Sheets: sheets, ShowSmallGroups: true})
}

// TestStateOfGroups derives by hand what a group comes to: the lowest answer to each point beside the most that anyone asks for.
func TestStateOfGroups(t *testing.T) {
	t.Parallel()
	const done = "outage_cost: minor, audience: staff, launch_kind: new, core_checks: parts, real_trial: team, rollback: written, " +
		"restore_proof: parts, moved_data: all, alerts: [none], on_call: mailbox, owner: team"
	instead := func(changes ...string) string {
		voice := done
		for i := 0; i < len(changes); i += 2 {
			voice = strings.Replace(voice, changes[i], changes[i+1], 1)
		}
		return voice
	}
	tests := []struct {
		name   string
		voices []string
		want   string
	}{
		{"all the same", []string{done, done}, "ready"},
		{"the lowest answer counts", []string{done, instead("rollback: written", "rollback: improvise")}, "not_ready rollback"},
		{"a point one level below", []string{done, instead("real_trial: team", "real_trial: nobody")}, "gaps real_trial"},
		{
			"the most that anyone asks for",
			[]string{done, instead("outage_cost: minor", "outage_cost: noticeable")},
			"not_ready alerts core_checks real_trial",
		},
		{"nobody knows how much is asked", []string{instead("outage_cost: minor", "outage_cost: dont_know")}, ""},
		{
			"one knows how much is asked", []string{done, instead("outage_cost: minor", "outage_cost: dont_know")}, "ready",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			v := reviews(t, test.voices...).Verdict.Readiness
			got := []string{string(v.State)}
			for _, u := range v.Readiness.Unmet {
				got = append(got, u.Question)
			}
			if got := strings.TrimSpace(strings.Join(got, " ")); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// TestListsOfGroups counts how many chose each option of a list.
func TestListsOfGroups(t *testing.T) {
	t.Parallel()
	doc := reviews(t, "alerts: [core_task, errors]", "alerts: {options: [errors], unknown: [late]}", "alerts: [none]", "alerts: dont_know")
	at := slices.IndexFunc(doc.Questions, func(q team.Question) bool { return q.ID == "alerts" })
	var said []string
	for _, count := range doc.Questions[at].Distribution {
		said = append(said, fmt.Sprintf("%s %d", cmp.Or(string(count.Option), count.Status), count.Count))
	}
	if got, want := strings.Join(said, ", "), "core_task 1, errors 2, late 0, partner 0, none 1, dont_know 1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestWhatAnyoneSeesBelowIsBelowForAll proves that no point that somebody knows to be below a minimum is met for the group.
func TestWhatAnyoneSeesBelowIsBelowForAll(t *testing.T) {
	t.Parallel()
	q := questionnairetest.FrozenLaunch(t)
	rapid.Check(t, func(t *rapid.T) {
		sheets := []*answers.Sheet{reporttest.DrawSheet(t, q), reporttest.DrawSheet(t, q)}
		group := team.Build(team.Input{Questionnaire: q, Sheets: sheets}).Verdict.Readiness.Readiness.Unmet
		for i, sheet := range sheets {
			for _, own := range score.Score(q, sheet).Readiness.Unmet {
				isOwn := func(u report.Unmet) bool { return u.Question == own.Question }
				if own.Level != nil && !slices.ContainsFunc(group, isOwn) {
					t.Errorf("sheet %d has %s below its minimum, and the group does not", i, own.Question)
				}
			}
		}
	})
}
