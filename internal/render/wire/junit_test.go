package wire_test

import (
	"testing"
	"unicode/utf8"

	"github.com/joshdk/go-junit"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/render/wire"
	"github.com/opsfit/opsfit/internal/report"
)

func TestJUnitGolden(t *testing.T) { t.Parallel(); goldens(t, "junit", ".xml", wire.JUnit) }

// TestJUnit reads files as a pipeline does: what fails are the gates that are not met, and nothing else.
func TestJUnit(t *testing.T) {
	t.Parallel()
	sound(t, wire.JUnit, func(t rapid.TB, doc *report.Document, text string) {
		suites, err := junit.Ingest([]byte(text))
		if err != nil || !utf8.ValidString(text) {
			t.Fatalf("%v\n%s", err, text)
		}
		var got junit.Totals
		for _, suite := range suites {
			got.Tests += suite.Totals.Tests
			got.Failed += suite.Totals.Failed
			got.Skipped += suite.Totals.Skipped
			got.Passed += suite.Totals.Passed
			got.Error += suite.Totals.Error
		}
		failed := len(report.Failed(doc))
		want := junit.Totals{
			Tests: 1 + len(doc.Gates) + len(doc.Warnings) + contradictions(doc), Passed: 1 + len(doc.Gates) - failed, Failed: failed, Skipped: len(doc.Warnings) + contradictions(doc),
		}
		if got != want {
			t.Fatalf("got %+v, want %+v\n%s", got, want, text)
		}
	})
}

func BenchmarkJUnit(b *testing.B) { bench(b, wire.JUnit) }
