package comparison_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// checkedLaunch are answers to the frozen launch with two points below their floor, and changes to them, scored; pieces of the
// questionnaire are replaced.
func checkedLaunch(t testing.TB, changes string, replacements ...string) *report.Document {
	t.Helper()
	text := questionnairetest.FrozenFile(t, "frozen_launch.yaml")
	for i := 0; i < len(replacements); i += 2 {
		if !strings.Contains(text, replacements[i]) {
			t.Fatalf("the launch has no %q", replacements[i])
		}
	}
	text = strings.NewReplacer(append(replacements, "catalogue: frozen_launch_advice.yaml\n", "")...).Replace(text)
	given := comparisontest.With(map[string]string{
		"outage_cost": "noticeable", "audience": "staff", "launch_kind": "new", "core_checks": "most", "real_trial": "team",
		"rollback": "tried", "restore_proof": "dont_know", "alerts": "[errors,late]", "on_call": "person", "owner": "team",
	}, changes)
	return reporttest.Answers(t, questionnairetest.Load(t, "launch.yaml", text), comparisontest.Sheet("frozen_launch", "date: 2026-11-22", given))
}

// filedPoints says what became of the points: "+real_trial answer" is met now, "-" is unmet now, "=" stays unmet.
func filedPoints(v *comparison.ReadinessVerdict) string {
	var filed []string
	for _, group := range []struct {
		sign   string
		points []comparison.PointChange
	}{{"+", v.NowMet}, {"-", v.NowUnmet}, {"=", v.StillUnmet}} {
		for _, point := range group.points {
			filed = append(filed, strings.TrimSpace(group.sign+point.Question+" "+string(point.Reason)))
		}
	}
	return strings.Join(filed, ", ")
}

func TestWhatBecameOfPoints(t *testing.T) {
	t.Parallel()
	const still = "=restore_proof, =real_trial"
	tests := []struct {
		name, changes string
		replacements  []string
		states, want  string
	}{
		{"nothing", "", nil, "not_ready to not_ready", still},
		{"better answers", "restore_proof=full real_trial=real", nil, "not_ready to ready", "+restore_proof answer, +real_trial answer"},
		{"a worse answer", "rollback=improvise", nil, "not_ready to not_ready", "-rollback answer, " + still},
		{"an answer nobody knows", "on_call=dont_know", nil, "not_ready to not_ready", "-on_call answer, " + still},
		{"more of a list, and less", "alerts=[none]", nil, "not_ready to not_ready", "-alerts answer, " + still},
		{"more is asked", "outage_cost=serious", nil, "not_ready to not_ready", "-core_checks floor, -alerts floor, " + still},
		{"less is asked", "outage_cost=minor", nil, "not_ready to not_ready", "+real_trial floor, =restore_proof"},
		{
			"another answer, and more is asked", "outage_cost=serious core_checks=parts", nil, "not_ready to not_ready",
			"-core_checks answer_and_floor, -alerts floor, " + still,
		},
		{"a point that does not apply", "restore_proof=na", nil, "not_ready to gaps", "+restore_proof asked, =real_trial"},
		{"a point that is asked now", "launch_kind=migration", nil, "not_ready to not_ready", "-moved_data asked, " + still},
		{"a point that is no longer asked", "launch_kind=routine", nil, "not_ready to not_ready", "+real_trial asked, =restore_proof"},
		{
			"a level that counts for less", "",
			[]string{"{id: tried,     readiness: 3", "{id: tried,     readiness: 1"},
			"not_ready to not_ready",
			"-rollback questionnaire, " + still,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			v := comparison.Compare(checkedLaunch(t, ""), checkedLaunch(t, test.changes, test.replacements...)).Verdict.Readiness
			if got := fmt.Sprintf("%s to %s", v.State.Before, v.State.After); got != test.states {
				t.Errorf("states: %s, want %s", got, test.states)
			}
			if got := filedPoints(v); got != test.want {
				t.Errorf("points: %s, want %s", got, test.want)
			}
		})
	}
}

// TestNothingIsAskedOfPointsThatDoNotApply holds that no floor is said where none counted.
func TestNothingIsAskedOfPointsThatDoNotApply(t *testing.T) {
	t.Parallel()
	v := comparison.Compare(checkedLaunch(t, ""), checkedLaunch(t, "launch_kind=migration")).Verdict.Readiness
	if floor := v.NowUnmet[0].Floor; floor.Before != nil || floor.After == nil || *floor.After != 2 {
		t.Errorf("floors of a point that was not asked: %v, %v", floor.Before, floor.After)
	}
}

// TestExchangeOfLaunches proves that what is met one way round is unmet the other.
func TestExchangeOfLaunches(t *testing.T) {
	t.Parallel()
	q := questionnairetest.FrozenLaunch(t)
	rapid.Check(t, func(t *rapid.T) {
		before, after := reporttest.Sheet(q, reporttest.DrawSheet(t, q)), reporttest.Sheet(q, reporttest.DrawSheet(t, q))
		there, back := comparison.Compare(before, after).Verdict.Readiness, comparison.Compare(after, before).Verdict.Readiness
		if there.State.Before != back.State.After || there.State.After != back.State.Before {
			t.Errorf("states %v and %v", there.State, back.State)
		}
		met, unmet := &comparison.ReadinessVerdict{NowMet: there.NowMet}, &comparison.ReadinessVerdict{NowMet: back.NowUnmet}
		if filedPoints(met) != filedPoints(unmet) {
			t.Errorf("met: %s; the other way round unmet: %s", filedPoints(met), filedPoints(unmet))
		}
		if len(there.Tiers) != len(back.Tiers) {
			t.Errorf("%d and %d answers ask for another level", len(there.Tiers), len(back.Tiers))
		}
	})
}

func TestTiersOverTime(t *testing.T) {
	t.Parallel()
	dated := func(date, changes string) *report.Document {
		doc := checkedLaunch(t, changes)
		doc.Date = report.Text(date)
		return doc
	}
	states := comparison.BuildTrend([]*report.Document{
		dated("2026-09-01", "outage_cost=dont_know"), dated("2026-10-01", ""), dated("2026-11-01", "core_checks=all"),
		dated("2026-12-01", "core_checks=all outage_cost=minor audience=public"),
	}).States
	want := "[[] [outage_cost] [] [outage_cost audience]]"
	if got := fmt.Sprint(states.TiersChanged); got != want {
		t.Errorf("tiers changed: %s, want %s", got, want)
	}
}
