package export_test

import (
	"encoding/json"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// The log of every file with a defect fits the schema, and says the same as the finding.
func TestLintSARIF(t *testing.T) {
	t.Parallel()
	schema := sarifSchema(t)
	linter, err := lint.New()
	if err != nil {
		t.Fatal(err)
	}
	seeded := testarchive.Open(t, filepath.Join("..", "..", "testdata", "questionnaire", "lint.txtar"), false)
	names, err := fs.Glob(seeded, "*.yaml")
	if err != nil || len(names) < 30 {
		t.Fatalf("%d files with a defect: %v", len(names), err)
	}
	for _, name := range names {
		if name == "undecided.yaml" {
			continue // Finding that out takes a while.
		}
		text, err := fs.ReadFile(seeded, name)
		if err != nil {
			t.Fatal(err)
		}
		q, found := questionnaire.Load(questionnaire.Source{Name: name, Bytes: text}, nil)
		if q != nil {
			found = append(found, linter.Check(q)...)
		}
		report := linter.Report(lint.Tool{Name: "opsfit", Version: "test"}, []string{name}, found, nil)
		var out strings.Builder
		if err := export.LintSARIF(&out, report); err != nil {
			t.Fatal(err)
		}
		validate(t, schema, out.String())
		isTakenIn(t, out.String())
		checkResults(t, out.String(), report)
	}
}

func checkResults(t *testing.T, text string, report *lint.Report) {
	t.Helper()
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Results) != len(report.Findings) {
		t.Fatalf("%v: %d results of %d findings", report.Checked, len(run.Results), len(report.Findings))
	}
	for i, result := range run.Results {
		finding := report.Findings[i]
		if result.RuleID != finding.Code || run.Tool.Driver.Rules[result.RuleIndex].ID != finding.Code || result.Level != finding.Severity {
			t.Errorf("%v: result %+v of finding %+v", report.Checked, result, finding)
		}
		if !strings.HasPrefix(result.Message.Text, finding.Message) {
			t.Errorf("%v: %q does not say %q", report.Checked, result.Message.Text, finding.Message)
		}
	}
}
