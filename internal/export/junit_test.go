package export_test

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/joshdk/go-junit"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
)

func TestJUnitGolden(t *testing.T) { t.Parallel(); goldens(t, "junit", export.JUnit) }

// TestJUnit reads files as a pipeline does: what fails are the gates that are not met, and nothing else.
func TestJUnit(t *testing.T) {
	t.Parallel()
	sound(t, export.JUnit, func(t rapid.TB, doc *report.Document, text string) {
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
		failed, skipped, passed := len(report.Failed(doc)), len(doc.Warnings)+len(report.Contradicted(doc.Evidence)), 0
		if v := doc.Verdict.Readiness; v != nil {
			for _, point := range doc.AskedPoints() {
				if slices.ContainsFunc(v.Readiness.Unmet, func(u report.Unmet) bool { return u.Question == point.Question }) {
					skipped++
				} else {
					passed++
				}
			}
		}
		passed += 1 + len(doc.Gates) - failed
		want := junit.Totals{Tests: failed + skipped + passed, Passed: passed, Failed: failed, Skipped: skipped}
		if got != want {
			t.Fatalf("got %+v, want %+v\n%s", got, want, text)
		}
	})
}

// junitParts are the elements of junit-10.xsd, the schema of the xUnit plugin of Jenkins, with the attributes that each may have.
// What it does not name is an error there, but for the place of a case: GitLab and other readers link to it, and that plugin has a step
// without a schema beside it.
func junitParts() map[string]string {
	return map[string]string{
		"testsuites": "name time tests failures errors",
		"testsuite":  "name tests failures errors group time skipped timestamp hostname id package file log url",
		"testcase":   "name time classname group file line",
		"properties": "",
		"property":   "name value",
		"failure":    "type message",
		"error":      "type message",
		"skipped":    "type message",
		"system-out": "",
	}
}

func TestJUnitKeepsToTheSchema(t *testing.T) {
	t.Parallel()
	sound(t, export.JUnit, func(t rapid.TB, _ *report.Document, text string) { checkJUnitSchema(t, text) })
}

func checkJUnitSchema(t rapid.TB, text string) {
	t.Helper()
	for reader := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := reader.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attributes, known := junitParts()[start.Name.Local]
		if !known {
			t.Fatalf("<%s> is not in the schema", start.Name.Local)
		}
		for _, attribute := range start.Attr {
			if !slices.Contains(strings.Fields(attributes), attribute.Name.Local) {
				t.Fatalf("<%s> has no attribute %s in the schema", start.Name.Local, attribute.Name.Local)
			}
		}
	}
}

func BenchmarkJUnit(b *testing.B) { bench(b, export.JUnit) }
