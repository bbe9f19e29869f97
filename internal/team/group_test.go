package team_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// people makes sheets of "role: answers" texts.
func people(t testing.TB, texts []string) []*answers.Sheet {
	t.Helper()
	var sheets []*answers.Sheet
	for _, text := range texts {
		role, list, _ := strings.Cut(text, ": ")
		sheets = append(sheets, sheet(t, role, list))
	}
	return sheets
}

// TestGroupFigures derives by hand what a group says on one axis: means of role means of what is wanted, within the strictest
// limits that anyone names, and the highest floor beside the lowest answer.
func TestGroupFigures(t *testing.T) {
	t.Parallel()
	const delivery, stability = 0, 1
	tests := []struct {
		name   string
		axis   int
		people []string
		want   string
	}{
		{
			"what is wanted counts by role", delivery,
			[]string{"dev: need: fast", "dev: need: fast", "dev: need: fast", "ops: need: calm"},
			"wanted 0, situation 0",
		},
		{
			"one limit", delivery,
			[]string{"dev: need: fast, rule: pairs", "ops: need: fast, rule: free"},
			"wanted 1, situation 0.5, at most 0.5, held by rule pairs",
		},
		{
			"the strictest limit that anyone names", delivery,
			[]string{"dev: need: fast, rule: pairs", "ops: need: fast, rule: board"},
			"wanted 1, situation 0, at most 0, held by rule board",
		},
		{
			"another axis has another strictest", stability,
			[]string{"dev: need: fast, rule: pairs", "ops: need: fast, rule: board"},
			"wanted 1, situation 0.5, at most 0.5, held by rule board",
		},
		{
			"a limit that only one knows", delivery,
			[]string{"dev: need: fast, rule: dont_know", "ops: need: fast, rule: board"},
			"wanted 1, situation 0, at most 0, held by rule board",
		},
		{
			"limits that contradict each other", delivery,
			[]string{"dev: need: fast, rule: board", "ops: need: fast, rule: deadline"},
			"wanted 1, situation 0.25, at least 0.5, at most 0, held by rule board and rule deadline, clash",
		},
		{
			"practice beyond the strictest limit", delivery,
			[]string{"dev: style: p2, need: fast, rule: free", "ops: style: z, need: fast, rule: board"},
			"wanted 1, situation 0, at most 0, held by rule board, practice 0.5, 0.5 beyond rule board",
		},
		{
			"the highest floor and the lowest answer", stability,
			[]string{"dev: restore: never, need: fast", "ops: restore: often, need: calm"},
			"wanted 0, situation 0, readiness 2, weakest restore 0, floor 3, short of 1, unmet restore 0",
		},
		{
			"a floor that most do not name", stability,
			[]string{"dev: restore: once, need: fast", "dev: restore: once, need: fast", "dev: restore: once, need: calm"},
			"wanted 0.33, situation 0.33, readiness 2, weakest restore 2, floor 3, short of 1, unmet restore 2",
		},
		{
			"the mean reaches the floor, one answer does not", stability,
			[]string{
				"dev: restore: often, need: calm", "dev: restore: often, need: calm", "dev: restore: often, need: calm",
				"dev: restore: never, need: calm",
			},
			"wanted -1, situation -1, readiness 3, weakest restore 0, floor 3, unmet restore 0",
		},
		{
			"nobody knows", stability,
			[]string{"dev: restore: dont_know, need: calm", "ops: need: calm"},
			"wanted -1, situation -1, floor 3, unmet restore unknown",
		},
		{
			"one knows", stability,
			[]string{"dev: restore: dont_know, need: calm", "ops: restore: often, need: calm"},
			"wanted -1, situation -1, readiness 4, weakest restore 4, floor 3",
		},
	}
	for _, test := range tests {
		result := build(t, people(t, test.people)...)
		got := describeAxis(&result.Axes[test.axis].Axis, result.Verdict.Leaning.Readiness.Unmet)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// describeAxis writes the figures of an axis that are there.
func describeAxis(axis *report.Axis, unmet []report.Unmet) string {
	var parts []string
	add := func(format string, value *float64) {
		if value != nil {
			parts = append(parts, fmt.Sprintf(format, english.Plain(value, 2)))
		}
	}
	situation := axis.Situation
	add("wanted %s", situation.Wanted.Value)
	add("situation %s", situation.Value)
	add("at least %s", situation.Allowed.AtLeast)
	add("at most %s", situation.Allowed.AtMost)
	if len(situation.HeldBy) > 0 {
		parts = append(parts, "held by "+limits(situation.HeldBy))
	}
	if situation.Clash {
		parts = append(parts, "clash")
	}
	add("practice %s", axis.Practice.Value)
	if beyond := axis.BeyondLimit; beyond != nil {
		add("%s beyond "+limits(beyond.By), &beyond.Amount)
	}
	add("readiness %s", axis.Readiness.Value)
	if weakest := axis.Readiness.Weakest; weakest != nil {
		add("weakest "+weakest.Question+" %s", &weakest.Level)
	}
	add("floor %s", axis.Floor)
	if short := axis.Shortfall.Value; short != nil && *short > 0 {
		add("short of %s", short)
	}
	for _, u := range unmet {
		switch {
		case u.Axis != axis.ID:
		case u.Level == nil:
			parts = append(parts, "unmet "+u.Question+" unknown")
		default:
			add("unmet "+u.Question+" %s", u.Level)
		}
	}
	return strings.Join(parts, ", ")
}

func limits(list []report.Limit) string {
	var names []string
	for _, limit := range list {
		names = append(names, limit.Question+" "+limit.Option)
	}
	return english.List(names)
}

// TestGroupHeld: a limit that one person names holds the advice of all, and is told with what it would be otherwise.
func TestGroupHeld(t *testing.T) {
	t.Parallel()
	const work, free = "style: m2, guard: m2, need: fast", ", rule: free"
	held := func(texts ...string) string {
		leaning := build(t, people(t, texts)...).Verdict.Leaning
		if leaning.Held == nil {
			return string(leaning.Advice)
		}
		return fmt.Sprintf("%s, wanted %s, held by %s", leaning.Advice, leaning.Held.Advice, limits(leaning.Held.By))
	}
	for _, test := range []struct {
		name   string
		people []string
		want   string
	}{
		{"nothing is held", []string{"dev: " + work + free, "ops: " + work + free}, "shift_devops"},
		{
			"the same advice within the limit",
			[]string{"dev: " + work + ", rule: board", "ops: " + work + free},
			"shift_devops",
		},
		{
			"another advice within the limit",
			[]string{"dev: style: z, guard: z, need: fast, rule: board", "ops: style: z, guard: z, need: fast, rule: free"},
			"stay_hybrid, wanted shift_devops, held by rule board and rule board",
		},
		{
			"a withheld verdict is not held",
			[]string{"dev: style: p2, guard: p2, need: fast, rule: board", "ops: style: m2, guard: m2, need: fast, rule: free"},
			"",
		},
	} {
		if got := held(test.people...); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestSaidBy derives by hand which warnings and steps a group gets, said by how many, and because of which answers.
func TestSaidBy(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		people []string
		want   []string
	}{
		{"alone", []string{"dev: restore: never, need: fast"}, []string{
			"medium no_restore: restore never", "step try_restore: restore never",
		}},
		{"nobody's danger", []string{"dev: restore: often", "dev: restore: often", "ops: restore: often"}, nil},
		{
			"all alike",
			[]string{"dev: restore: never", "dev: restore: never", "ops: restore: never"},
			[]string{"medium no_restore, 3 of 3: restore never (3)", "step try_restore, 3 of 3: restore never (3)"},
		},
		{
			"four of five",
			[]string{"dev: restore: never", "dev: restore: never", "dev: restore: never", "ops: restore: dont_know", "ops: restore: often"},
			[]string{
				"medium no_restore, 4 of 5, disputed: restore never (3), restore don't know (1)",
				"step try_restore, 4 of 5: restore never (3), restore don't know (1)",
			},
		},
		{
			"the most severe word that anyone gives it",
			[]string{"dev: restore: never, need: fast", "dev: restore: never, need: calm", "ops: restore: often, need: calm"},
			[]string{
				"critical no_restore, 2 of 3, disputed: restore never (2), need calm (2)",
				// One person says it, so that all answers behind the figure are named, and nobody's side by side.
				"high short, 1 of 3, disputed: restore never (2), restore often (1), need calm (2), need fast (1)",
				"step try_restore, 2 of 3: restore never (2)",
			},
		},
		{
			"a danger is somebody's, and not made of the answers of several", []string{
				"dev: restore: once, need: fast", "dev: restore: often, need: calm", "ops: restore: often, need: calm",
			}, []string{"step try_restore, 1 of 3: restore once (1)"},
		},
		{
			"no counts of two",
			[]string{"dev: restore: never", "ops: restore: once"},
			[]string{
				"medium no_restore, 1 of 2, disputed: restore never (some)",
				"step try_restore, 2 of 2: restore never (some), restore once (some)",
			},
		},
	}
	for _, test := range tests {
		result := team.Build(team.Input{Questionnaire: smallQuestionnaire(t), Sheets: people(t, test.people)})
		if diff := cmp.Diff(test.want, describeAdvice(result)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestStepsThatWait: a step waits for what one of those lacks to whom it applies, and tells what all of them answer today.
func TestStepsThatWait(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		people []string
		want   []string
	}{
		{"nobody waits", []string{"dev: style: m2, restore: once", "ops: style: m2, restore: often"}, []string{}},
		{
			"one waits",
			[]string{"dev: style: m2, restore: never", "ops: style: m2, restore: often", "ops: style: m2"},
			[]string{`restore has to be at least "Once" (today: "Never" or "Often" or skipped); this is what "Restore something" does`},
		},
		{"it does not apply to the one who lacks it", []string{"dev: style: z, restore: never", "ops: style: m2, restore: often"}, []string{}},
	} {
		for _, step := range build(t, people(t, test.people)...).Recommendations {
			if diff := cmp.Diff(test.want, step.After); step.ID == "hurry" && diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.name, diff)
			}
		}
	}
}

// describeAdvice writes what a group is told, a warning or step a line.
func describeAdvice(result *team.Document) []string {
	var lines []string
	for _, warning := range result.Warnings {
		line := warning.Severity + " " + warning.ID + saidBy(warning.SaidBy)
		if warning.Disputed {
			line += ", disputed"
		}
		lines = append(lines, line+": "+causes(warning.Because, warning.SaidBy))
	}
	for i := range result.Recommendations {
		step := &result.Recommendations[i]
		lines = append(lines, "step "+step.ID+saidBy(step.SaidBy)+": "+causes(step.Because, step.SaidBy))
	}
	return lines
}

func saidBy(said *report.SaidBy) string {
	if said == nil {
		return ""
	}
	return fmt.Sprintf(", %d of %d", said.Count, said.Of)
}

func causes(list []report.Cause, said *report.SaidBy) string {
	var parts []string
	for _, cause := range list {
		part := cause.Question + " " + string(cause.Option)
		if cause.Option == "" {
			part += cause.Text
		}
		switch {
		case cause.Count != nil:
			part += fmt.Sprintf(" (%d)", *cause.Count)
		case said != nil:
			part += " (some)"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}
