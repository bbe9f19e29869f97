package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
)

func inFile(text string, line, column int) diag.Placed {
	return diag.Placed{Text: text, File: config.FileName, Pos: diag.Pos{Line: line, Column: column}}
}

func TestGatesInTheFile(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       config.Gates
	}{
		{"none", "gates:\n", config.Gates{}},
		{"an empty list", "gates: []\n", config.Gates{}},
		{"an empty mapping", "gates: {}\n", config.Gates{}},
		{"one", "gates: fit >= 70\n", config.Gates{Conditions: []diag.Placed{inFile("fit >= 70", 1, 8)}}},
		{"several", "gates:\n  - fit >= 70\n  - \"tension < 1\"\n", config.Gates{
			Conditions: []diag.Placed{inFile("fit >= 70", 2, 5), inFile("tension < 1", 3, 6)},
		}},
		{"all", `gates:
  conditions: [fit >= 70]
  fail_on: high
  require_confidence: "medium"
  baseline: last.json
  no_regression: [fit, shortfall.stability]
  max_age: 12m
`, config.Gates{
			Conditions: []diag.Placed{inFile("fit >= 70", 2, 16)}, FailOn: inFile("high", 3, 12), RequireConfidence: inFile("medium", 4, 24),
			Baseline: inFile("last.json", 5, 13), NoRegression: []diag.Placed{inFile("fit", 6, 19), inFile("shortfall.stability", 6, 24)},
			MaxAge: inFile("12m", 7, 12),
		}},
		{"not as it reads", "gates:\n  - \"fit\\t>= 70\"\n  - >-\n    tension < 1\n", config.Gates{Conditions: []diag.Placed{
			{Text: "fit\t>= 70", File: config.FileName, Pos: diag.Pos{Line: 2, Column: 5}, Encoded: true},
			{Text: "tension < 1", File: config.FileName, Pos: diag.Pos{Line: 3, Column: 5}, Encoded: true},
		}}},
		{"a bare yes", "gates: {no_regression: true}\n", config.Gates{NoRegression: []diag.Placed{inFile("true", 1, 24)}}},
		{"left empty", "gates: {conditions: , fail_on: , no_regression: }\n", config.Gates{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := load(t, config.Sources{Dir: repository(t, test.text), Env: none}).Gates
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGateFaults(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"unknown key", "gates: {failon: high}\n", `.opsfit.yaml:1:9: gates: unknown key "failon"; did you mean "fail_on"? [unknown-key]`},
		{"no list", "gates: {conditions: {fit: 70}}\n", `.opsfit.yaml:1:21: gates: "conditions" must be a list, not a mapping [wrong-type]`},
		{"no text", "gates: [[fit]]\n", `.opsfit.yaml:1:9: gates: an item must be a text, not a list; write for example fit >= 70 [wrong-type]`},
		{"an empty item", "gates: [~]\n", `.opsfit.yaml:1:9: gates: an item must be a text, not an empty value; write for example fit >= 70 [wrong-type]`},
		{"no single value", "gates: {max_age: [1y]}\n", `.opsfit.yaml:1:18: gates: "max_age" must be a text, not a list [wrong-type]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, _, err := config.Load(config.Sources{Dir: repository(t, test.text), Env: none})
			var found diag.List
			if !errors.As(err, &found) || found[0].String() != test.want {
				t.Errorf("got  %v\nwant %s", err, test.want)
			}
		})
	}
}

// TestGatePrecedence walks from the weakest source to the strongest; each gate goes by itself.
func TestGatePrecedence(t *testing.T) {
	t.Parallel()
	from := config.Sources{
		Dir: repository(t, "gates: {conditions: [fit >= 70], fail_on: high, max_age: 1y, no_regression: [fit], baseline: a.json}\n"),
		Env: env(map[string]string{
			"OPSFIT_FAIL_ON": "critical", "OPSFIT_MAX_AGE": "2y", "OPSFIT_NO_REGRESSION": "fit, tension", "OPSFIT_REQUIRE_CONFIDENCE": "high",
		}),
		Flags: gateFlags(t, "--gate=tension < 1", "--gate=fit\n>= 1", "--max-age=3y", "--no-regression"),
	}
	placed := func(text, file string, line, column int) diag.Placed {
		return diag.Placed{Text: text, File: file, Pos: diag.Pos{Line: line, Column: column}}
	}
	want := config.Gates{
		Conditions:        []diag.Placed{placed("tension < 1", "--gate", 1, 1), placed("fit\n>= 1", "--gate", 2, 1)},
		FailOn:            placed("critical", "OPSFIT_FAIL_ON", 1, 1),
		RequireConfidence: placed("high", "OPSFIT_REQUIRE_CONFIDENCE", 1, 1),
		MaxAge:            placed("3y", "--max-age", 1, 1),
		Baseline:          inFile("a.json", 1, 94),
		NoRegression:      []diag.Placed{placed("true", "--no-regression", 1, 1)},
		Texts: map[string][]byte{
			"--gate": []byte("tension < 1\nfit >= 1"), "OPSFIT_FAIL_ON": []byte("critical"), "OPSFIT_REQUIRE_CONFIDENCE": []byte("high"),
			"OPSFIT_MAX_AGE": []byte("2y"), "--max-age": []byte("3y"), "OPSFIT_NO_REGRESSION": []byte("fit, tension"), "--no-regression": []byte("true"),
		},
	}
	if diff := cmp.Diff(want, load(t, from).Gates); diff != "" {
		t.Error(diff)
	}
	from.Flags = gateFlags(t)
	split := []diag.Placed{placed("fit", "OPSFIT_NO_REGRESSION", 1, 1), placed(" tension", "OPSFIT_NO_REGRESSION", 1, 5)}
	if diff := cmp.Diff(split, load(t, from).Gates.NoRegression); diff != "" {
		t.Error(diff)
	}
}

// TestBaselineIsRelativeToTheFile proves that a setting means the same wherever it is read.
func TestBaselineIsRelativeToTheFile(t *testing.T) {
	t.Parallel()
	dir := repository(t, "gates: {baseline: results/last.json}\n")
	deep := filepath.Join(dir, "a")
	if err := os.Mkdir(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := load(t, config.Sources{Dir: deep, Env: none}).Gates.Baseline.Text; got != filepath.Join("..", "results", "last.json") {
		t.Error(got)
	}
	named := env(map[string]string{"OPSFIT_BASELINE": "here.json"})
	if got := load(t, config.Sources{Dir: deep, Env: named}).Gates.Baseline.Text; got != "here.json" {
		t.Error(got)
	}
}

func gateFlags(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	set := pflag.NewFlagSet("test", pflag.ContinueOnError)
	set.StringArray("gate", nil, "")
	set.String("max-age", "", "")
	set.String("no-regression", "", "")
	set.Lookup("no-regression").NoOptDefVal = "true"
	if err := set.Parse(args); err != nil {
		t.Fatal(err)
	}
	return set
}
