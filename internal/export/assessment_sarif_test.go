package export_test

import (
	"encoding/json"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
)

func TestAssessmentSARIFGolden(t *testing.T) {
	t.Parallel()
	goldens(t, "sarif", export.AssessmentSARIF)
}

func TestAssessmentSARIF(t *testing.T) {
	t.Parallel()
	schema := sarifSchema(t)
	sound(t, export.AssessmentSARIF, func(t rapid.TB, doc *report.Document, text string) {
		validate(t, schema, text)
		// No warning of a run is without an id.
		if !slices.ContainsFunc(doc.Warnings, func(w report.Warning) bool { return w.ID == "" }) {
			isTakenIn(t, text)
		}
		var log struct {
			Runs []struct {
				Results []struct {
					RuleID              string
					PartialFingerprints map[string]string
					Suppressions        []any
				}
				Properties struct{ Gates []any }
			}
		}
		if err := json.Unmarshal([]byte(text), &log); err != nil {
			t.Fatal(err)
		}
		run := log.Runs[0]
		if want := len(report.Failed(doc)) + remarks(doc); len(run.Results) != want || len(run.Properties.Gates) != len(doc.Gates) {
			t.Fatalf("%d results, %d gates\n%s", len(run.Results), len(run.Properties.Gates), text)
		}
		prints := map[string]bool{}
		for _, result := range run.Results {
			fingerprint := result.PartialFingerprints["opsfit/v1"]
			if prints[fingerprint] || fingerprint == "" {
				t.Fatalf("the fingerprint %q is not unique\n%s", fingerprint, text)
			}
			prints[fingerprint] = true
		}
	})
}

func BenchmarkAssessmentSARIF(b *testing.B) { bench(b, export.AssessmentSARIF) }
