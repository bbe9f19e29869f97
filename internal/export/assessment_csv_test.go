package export_test

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
)

func TestAssessmentCSVGolden(t *testing.T) {
	t.Parallel()
	goldens(t, "csv", export.AssessmentCSV)
}

// TestAssessmentCSV reads tables as a spreadsheet does: no cell is a formula, and every gate, warning, step and answer is there.
func TestAssessmentCSV(t *testing.T) {
	t.Parallel()
	sound(t, export.AssessmentCSV, func(t rapid.TB, doc *report.Document, text string) {
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		kind := slices.Index(rows[0], "kind")
		counts := map[string]int{}
		for _, row := range rows[1:] {
			counts[row[kind]]++
			for i, cell := range row {
				if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsRune("=+-@|%\t\r", rune(cell[0])) {
					t.Fatalf("the %s %q is a formula", rows[0][i], cell)
				}
			}
		}
		for kind, want := range map[string]int{
			"gate": len(doc.Gates), "warning": len(doc.Warnings), "recommendation": len(doc.Recommendations), "answer": len(doc.Answers),
		} {
			if counts[kind] != want {
				t.Fatalf("%d rows of kind %s, want %d", counts[kind], kind, want)
			}
		}
	})
}

func BenchmarkAssessmentCSV(b *testing.B) { bench(b, export.AssessmentCSV) }
