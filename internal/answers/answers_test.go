package answers_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

var update = flag.Bool("update", false, "rewrite the expected diagnostics")

// read is what the command line does with an answers file.
func read(q *questionnaire.Questionnaire, name string, text []byte) (*answers.Sheet, diag.List) {
	file, found := answers.Parse(name, text)
	if file == nil {
		return nil, found
	}
	if file.Questionnaire == "" {
		if missing := file.MissingQuestionnaire(); missing.HasErrors() {
			return nil, missing
		}
	}
	return file.Check(q)
}

// TestBadFiles holds the exact diagnostics of every kind of faulty file, one in each line of NAME.out.
func TestBadFiles(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	for _, path := range files(t, "../../testdata/answers/err/*.[yj]*") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			sheet, found := read(q, filepath.Base(path), contents(t, path))
			if sheet != nil && !found.HasErrors() {
				t.Errorf("the sheet was accepted: %+v", sheet)
			}
			checkDiagnostics(t, path, found)
		})
	}
}

// TestWarnings holds files that are accepted with a remark.
func TestWarnings(t *testing.T) {
	t.Parallel()
	for _, path := range files(t, "../../testdata/answers/ok/*.yaml") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			text := contents(t, path)
			id, _, _ := strings.Cut(strings.TrimPrefix(string(text), "questionnaire: "), "\n")
			sheet, found := read(questionnairetest.Shipped(t, id), filepath.Base(path), text)
			if sheet == nil || len(found) == 0 {
				t.Errorf("sheet %v, diagnostics %v; want a sheet and a warning", sheet, found)
			}
			checkDiagnostics(t, path, found)
		})
	}
}

// TestSamplesAreSilent proves that the sample sheets have no finding at all.
func TestSamplesAreSilent(t *testing.T) {
	t.Parallel()
	for _, path := range files(t, "../../testdata/answers/*.[yj]*") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			text := contents(t, path)
			file, _ := answers.Parse(path, text)
			if file == nil {
				t.Fatal("the sample cannot be read")
			}
			if _, found := read(questionnairetest.Shipped(t, file.Questionnaire), path, text); len(found) > 0 {
				t.Error(found)
			}
		})
	}
}

func TestJSONSampleEqualsYAML(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	fromYAML, _ := read(q, "a.yaml", contents(t, "../../testdata/answers/platform-team.yaml"))
	fromJSON, _ := read(q, "a.json", contents(t, "../../testdata/answers/platform-team.json"))
	if diff := cmp.Diff(fromYAML, fromJSON, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
		t.Error(diff)
	}
}

// TestForms holds each way to write an answer.
func TestForms(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	tests := []struct {
		written string
		want    answers.Answer
	}{
		{"weeks", answers.Answer{Status: answers.Answered, Option: "weeks"}},
		{`"weeks"`, answers.Answer{Status: answers.Answered, Option: "weeks"}},
		{"dont_know", answers.Answer{Status: answers.DontKnow}},
		{"skipped", answers.Answer{Status: answers.Skipped}},
		{"{option: dont_know, note: ask Bo}", answers.Answer{Status: answers.DontKnow, Note: "ask Bo"}},
		{"{note: later}", answers.Answer{Status: answers.Skipped, Note: "later"}},
		{"{option: days, source: }", answers.Answer{Status: answers.Answered, Option: "days"}},
		{"{option: , note: later}", answers.Answer{Status: answers.Skipped, Note: "later"}},
		{"{not_applicable: no code of ours}", answers.Answer{Status: answers.NotApplicable, Reason: "no code of ours"}},
		{
			"{option: days, note: 8.20, evidence: https://example.org/a, reviewed: 2026-10-01, source: evidence}",
			answers.Answer{
				Status: answers.Answered, Option: "days", Note: "8.20", Evidence: "https://example.org/a",
				Reviewed: "2026-10-01", Source: answers.Repository,
			},
		},
	}
	for _, test := range tests {
		t.Run(test.written, func(t *testing.T) {
			t.Parallel()
			sheet, found := read(q, "a.yaml", []byte("questionnaire: full\nanswers:\n  integration: "+test.written+"\n"))
			if sheet == nil || len(found) > 0 {
				t.Fatal(found)
			}
			if test.want.Source == "" {
				test.want.Source = answers.Person
			}
			if diff := cmp.Diff(test.want, sheet.Get("integration"), cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestScalarsStayText proves that YAML's own ideas of a value never reach an answer.
func TestScalarsStayText(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	for _, text := range []string{"no", "yes", "8.20", "2024-01", "0x1F", "1e3", "true", ".5"} {
		sheet, found := read(q, "a.yaml", []byte("questionnaire: full\nsubject: "+text+"\nanswers: {}\n"))
		if sheet == nil || sheet.Subject != text {
			t.Errorf("subject %q read as %+v, %v", text, sheet, found)
		}
	}
}

func checkDiagnostics(t *testing.T, path string, found diag.List) {
	t.Helper()
	var lines strings.Builder
	for _, d := range found.Sorted().Capped() {
		fmt.Fprintln(&lines, d)
	}
	expected := strings.TrimSuffix(path, filepath.Ext(path)) + filepath.Ext(path) + ".out"
	if *update {
		if err := os.WriteFile(expected, []byte(lines.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(contents(t, expected)), lines.String()); diff != "" {
		t.Errorf("diagnostics differ from %s (-want +got):\n%s", expected, diff)
	}
}

func files(t testing.TB, pattern string) []string {
	t.Helper()
	all, err := filepath.Glob(pattern)
	if err != nil || len(all) == 0 {
		t.Fatalf("no files match %s: %v", pattern, err)
	}
	var sources []string
	for _, path := range all {
		if filepath.Ext(path) != ".out" {
			sources = append(sources, path)
		}
	}
	return sources
}

func contents(t testing.TB, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
