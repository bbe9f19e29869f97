package gate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestReadTooMany proves that a list of gates that nobody can read is refused as one, at the first gate too many.
func TestReadTooMany(t *testing.T) {
	t.Parallel()
	var lines []string
	for i := range 101 {
		lines = append(lines, fmt.Sprintf("fit >= %d.5", i%99))
	}
	if _, found := gate.Read(gate.Wanted{Conditions: all(lines[:100]...)}); len(found) > 0 {
		t.Errorf("100 gates are refused: %v", found)
	}
	_, found := gate.Read(gate.Wanted{Conditions: all(lines...)})
	if len(found) != 1 || found[0].Code != "too-many-gates" || found[0].Pos.Line != 101 {
		t.Errorf("101 gates: %v", found)
	}
}

func TestReadFaults(t *testing.T) {
	t.Parallel()
	metrics := strings.Join(condition.Names(condition.GateMetrics()), ", ")
	known, none := "; known: "+metrics+" [no-such-gate]", "; known: "+metrics+" [unknown-metric]"
	noRank := ": DevOps and SysOps have names, not ranks, so that neither is more than the other" + known
	tests := []struct {
		name   string
		wanted gate.Wanted
		want   []string
	}{
		{"unknown metric", gate.Wanted{Conditions: all("fit >= 70", "fitt >= 70")}, []string{`--flag:2:1: there is no metric "fitt"; did you mean "fit"? [unknown-metric]`}},
		{"practice", gate.Wanted{Conditions: all(" practice >= 0.2")}, []string{"--flag:1:2: there is no gate on practice" + noRank}},
		{"practice with a number beyond its scale", gate.Wanted{Conditions: all("practice >= 3")}, []string{"--flag:1:1: there is no gate on practice" + noRank}},
		{"situation", gate.Wanted{Conditions: all("situation.delivery > 0")}, []string{"--flag:1:1: there is no gate on situation" + noRank}},
		{"gap", gate.Wanted{NoRegression: all("gap")}, []string{"--flag:1:1: there is no gate on gap" + noRank}},
		{"count of open answers", gate.Wanted{Conditions: all("dont_know_count <= 3")}, nil},
		{"regression of a condition", gate.Wanted{NoRegression: all("fit >= 70")}, []string{`--flag:1:5: ">= 70" is more than one condition; each condition stands alone [surplus]`}},
		{"regression of yes", gate.Wanted{NoRegression: all("yes")}, []string{`--flag:1:1: there is no metric "yes"; write true or false alone, or name figures: ` + metrics + ` [unknown-metric]`}},
		{"regression of nothing", gate.Wanted{NoRegression: all("")}, []string{`--flag:1:1: a metric is missing; write for example fit,coverage [missing]`}},
		{
			"no metric that a gate could be about",
			gate.Wanted{Conditions: all(" é <= 70", "practise >= 0"), NoRegression: all("fit", "x")},
			[]string{
				`--flag:1:2: there is no metric "é"` + none,
				`--flag:2:1: there is no metric "practise"` + none,
				`--flag:2:1: there is no metric "x"` + none,
			},
		},
		{"severity", gate.Wanted{FailOn: at("hgih")}, []string{`--flag:1:1: the severity cannot be "hgih"; did you mean "high"? [bad-value]`}},
		{"info", gate.Wanted{FailOn: at("info")}, []string{`--flag:1:1: the severity cannot be "info"; choose one of critical, high, medium [bad-value]`}},
		{"empty severity", gate.Wanted{FailOn: at("")}, []string{`--flag:1:1: the severity cannot be ""; choose one of critical, high, medium [bad-value]`}},
		{"confidence", gate.Wanted{Confidence: at("low")}, []string{`--flag:1:1: the confidence cannot be "low"; choose one of medium, high [bad-value]`}},
		{"age without a unit", gate.Wanted{MaxAge: at("180")}, []string{`--flag:1:1: "180" is not an age; write days, months or years, up to 100 years: 180d, 6m, 1y [bad-age]`}},
		{
			"all at once",
			gate.Wanted{Conditions: all("fit = 7"), FailOn: at("x"), Confidence: at("y"), MaxAge: at("z")},
			[]string{
				`--flag:1:5: "=" is not a comparison; write == [unknown-comparison]`,
				`--flag:1:1: the severity cannot be "x"; choose one of critical, high, medium [bad-value]`,
				`--flag:1:1: the confidence cannot be "y"; choose one of medium, high [bad-value]`,
				`--flag:1:1: "z" is not an age; write days, months or years, up to 100 years: 180d, 6m, 1y [bad-age]`,
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, found := gate.Read(test.wanted)
			if diff := cmp.Diff(test.want, lines(found)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAges(t *testing.T) {
	t.Parallel()
	for text, valid := range map[string]bool{
		"1d": true, "180d": true, "6m": true, "12m": true, "1y": true, " 1y ": true, "0180d": true, "100y": true, "36600d": true,
		"": false, "d": false, "0d": false, "-1d": false, "+1d": false, "1.5y": false, "1w": false, "6M": false, "101y": false, "99999999999d": false, "1 d": false, "1é": false,
	} {
		_, found := gate.Read(gate.Wanted{MaxAge: at(text)})
		if (found == nil) != valid {
			t.Errorf("%q: %v", text, found)
		}
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	full, dora := gate.ScopeOf(questionnairetest.Frozen(t)), gate.ScopeOf(questionnairetest.FrozenOutcomes(t))
	tests := []struct {
		name   string
		scope  gate.Scope
		wanted gate.Wanted
		want   []string
	}{
		{"good", full, gate.Wanted{Conditions: all("fit.delivery >= 70"), NoRegression: all("shortfall.stability"), FailOn: at("high")}, nil},
		{
			"unknown axes", full,
			gate.Wanted{Conditions: all("fit.delivry >= 70"), NoRegression: all(" shortfall.safety")},
			[]string{
				`--flag:1:5: "frozen" has no axis "delivry"; did you mean "delivery"? [unknown-axis]`,
				`--flag:1:12: "frozen" has no axis "safety"; known: delivery, stability, collaboration [unknown-axis]`,
			},
		},
		{
			"no leaning", dora,
			gate.Wanted{Conditions: all("fit >= 70"), NoRegression: all("true"), FailOn: at("high"), MaxAge: at("1y")},
			[]string{
				`--flag:1:1: "frozen_outcomes" gives no leaning, so this gate has nothing to check; only max-age and fail-on-contradiction work with it; remove the gate, or name a configuration without it with --config [no-leaning]`,
				`--flag:1:1: "frozen_outcomes" gives no leaning, so this gate has nothing to check; only max-age and fail-on-contradiction work with it; remove the gate, or name a configuration without it with --config [no-leaning]`,
				`--flag:1:1: "frozen_outcomes" gives no leaning, so this gate has nothing to check; only max-age and fail-on-contradiction work with it; remove the gate, or name a configuration without it with --config [no-leaning]`,
			},
		},
		{"age of a quadrant", dora, gate.Wanted{MaxAge: at("1y"), NoRegression: all("false")}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, lines(set(t, test.wanted).Check(test.scope))); diff != "" {
				t.Error(diff)
			}
		})
	}
	saved := gate.ScopeOfResult(sample(t, "fitting").doc)
	if diff := cmp.Diff(full, saved); diff != "" {
		t.Errorf("a saved result offers something else (-questionnaire +result):\n%s", diff)
	}
}

func TestNeeds(t *testing.T) {
	t.Parallel()
	tests := []struct {
		wanted               gate.Wanted
		empty, baseline, day bool
	}{
		{gate.Wanted{}, true, false, false},
		{gate.Wanted{NoRegression: all("false")}, true, false, false},
		{gate.Wanted{Conditions: all("fit >= 1")}, false, false, false},
		{gate.Wanted{FailOn: at("high")}, false, false, false},
		{gate.Wanted{Confidence: at("high")}, false, false, false},
		{gate.Wanted{NoRegression: all("true")}, false, true, false},
		{gate.Wanted{MaxAge: at("1y")}, false, false, true},
	}
	for _, test := range tests {
		s := set(t, test.wanted)
		if s.IsEmpty() != test.empty || s.NeedsBaseline() != test.baseline || s.NeedsDay() != test.day {
			t.Errorf("%+v: empty %t, baseline %t, day %t", test.wanted, s.IsEmpty(), s.NeedsBaseline(), s.NeedsDay())
		}
	}
}

func lines(found diag.List) []string {
	var texts []string
	for _, d := range found {
		texts = append(texts, strings.TrimSpace(d.String()))
	}
	return texts
}
