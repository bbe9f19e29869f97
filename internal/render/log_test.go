package render

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

const elsewhere = "The whole report: opsfit assess -a answers.yaml"

func logOf(t rapid.TB, doc *report.Document, opt Options) string {
	t.Helper()
	return string(formatted(t, Checks(elsewhere)[0].Write, doc, opt))
}

func TestLogGolden(t *testing.T) {
	t.Parallel()
	for _, sample := range textDocuments(t) {
		for _, width := range []int{40, 80} {
			name := fmt.Sprintf("log/%s.%d.txt", sample.name, width)
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				golden(t, name, []byte(logOf(t, sample.doc, Options{Width: width})))
			})
		}
	}
}

// TestLogSaysNoEmptyRequirement is about a baseline that cannot be compared: there is nothing to require.
func TestLogSaysNoEmptyRequirement(t *testing.T) {
	t.Parallel()
	doc := *textDocuments(t)[0].doc
	doc.Gates = []report.Gate{{Gate: "no-regression fit", Kind: report.RegressionGate, Op: "gte", Reason: "It is of another kind."}}
	want := "  not met  no-regression fit: actual not computed. It is of another kind.\n"
	if got := logOf(t, &doc, Options{Width: 80}); !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}

// TestLogIsOneScreen takes any gates and warnings, and names as long as people write them.
func TestLogIsOneScreen(t *testing.T) {
	t.Parallel()
	documents := append(textDocuments(t), realResults(t)...)
	rapid.Check(t, func(t *rapid.T) {
		doc := reporttest.Reread(t, rapid.SampledFrom(documents).Draw(t, "document").doc)
		doc.Gates = rapid.SliceOfN(rapid.SampledFrom(gates()), 0, 30).Draw(t, "gates")
		for i := range doc.Gates {
			doc.Gates[i].Met = rapid.Bool().Draw(t, "met")
		}
		for range rapid.IntRange(0, 20).Draw(t, "warnings") {
			doc.Warnings = append(doc.Warnings, report.Warning{
				ID: "long_name_of_a_warning", Text: strangersText().Draw(t, "text"), Exempted: rapid.Bool().Draw(t, "exempted"),
				Severity: rapid.SampledFrom([]string{"critical", "high", "medium", "info"}).Draw(t, "severity"),
			})
		}
		reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
			if path == ".Subject" || path == ".Team" {
				text.SetString(strangersText().Draw(t, path))
			}
		})
		got := logOf(t, doc, Options{Width: rapid.IntRange(80, 120).Draw(t, "width")})
		if lines := strings.Count(got, "\n"); lines > 24 {
			t.Fatalf("%d lines\n%s", lines, got)
		}
		if failed := len(report.Failed(doc)); failed > 0 && !strings.Contains(got, "  not met  ") {
			t.Fatalf("%d gates are not met, none is shown\n%s", failed, got)
		}
	})
}
