package answers_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

var update = flag.Bool("update", false, "rewrite the expected diagnostics")

// badFiles are answers to the frozen questionnaire that are refused.
const badFiles = "../../testdata/answers/err.txtar"

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

// TestBadFiles holds the exact diagnostics of every kind of faulty file.
func TestBadFiles(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, badFiles, *update)
	q := questionnairetest.Frozen(t)
	for _, name := range inputs(t, archive) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sheet, found := read(q, name, text(t, archive, name))
			if sheet != nil && !found.HasErrors() {
				t.Errorf("the sheet was accepted: %+v", sheet)
			}
			archive.Check(t, name+".out", lines(found))
		})
	}
}

// TestWarnings holds files that are accepted with a remark.
func TestWarnings(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, "../../testdata/answers/ok.txtar", *update)
	for _, name := range inputs(t, archive) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sheet, found := read(asked(t, archive, name), name, text(t, archive, name))
			if sheet == nil || len(found) == 0 {
				t.Errorf("sheet %v, diagnostics %v; want a sheet and a warning", sheet, found)
			}
			archive.Check(t, name+".out", lines(found))
		})
	}
}

// TestSamplesAreSilent proves that the samples answer the shipped questionnaires. They may be of an earlier version, so that a
// new question does not touch them.
func TestSamplesAreSilent(t *testing.T) {
	t.Parallel()
	samples := os.DirFS("../../testdata/answers")
	for _, name := range inputs(t, samples) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, found := read(asked(t, samples, name), name, text(t, samples, name))
			for _, d := range found {
				if d.Code != "other-version" {
					t.Error(d)
				}
			}
		})
	}
}

func TestJSONSampleEqualsYAML(t *testing.T) {
	t.Parallel()
	samples := os.DirFS("../../testdata/answers")
	q := asked(t, samples, "platform-team.yaml")
	fromYAML, _ := read(q, "a.yaml", text(t, samples, "platform-team.yaml"))
	fromJSON, _ := read(q, "a.json", text(t, samples, "platform-team.json"))
	if diff := cmp.Diff(fromYAML, fromJSON, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
		t.Error(diff)
	}
}

// TestForms holds each way to write an answer.
func TestForms(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	tests := []struct {
		written string
		want    answers.Answer
	}{
		{"project", answers.Answer{Status: answers.Answered, Option: "project"}},
		{`"project"`, answers.Answer{Status: answers.Answered, Option: "project"}},
		{"dont_know", answers.Answer{Status: answers.DontKnow}},
		{"skipped", answers.Answer{Status: answers.Skipped}},
		{"{option: dont_know, note: ask Bo}", answers.Answer{Status: answers.DontKnow, Note: "ask Bo"}},
		{"{note: later}", answers.Answer{Status: answers.Skipped, Note: "later"}},
		{"{option: feature, source: }", answers.Answer{Status: answers.Answered, Option: "feature"}},
		{"{option: , note: later}", answers.Answer{Status: answers.Skipped, Note: "later"}},
		{"{not_applicable: no code of ours}", answers.Answer{Status: answers.NotApplicable, Reason: "no code of ours"}},
		{
			"{option: feature, note: 8.20, evidence: https://example.org/a, reviewed: 2026-10-01, source: evidence}",
			answers.Answer{
				Status: answers.Answered, Option: "feature", Note: "8.20", Evidence: "https://example.org/a",
				Reviewed: "2026-10-01", Source: answers.Repository,
			},
		},
	}
	for _, test := range tests {
		t.Run(test.written, func(t *testing.T) {
			t.Parallel()
			sheet, found := read(q, "a.yaml", []byte("questionnaire: frozen\nanswers:\n  batch_size: "+test.written+"\n"))
			if sheet == nil || len(found) > 0 {
				t.Fatal(found)
			}
			if test.want.Source == "" {
				test.want.Source = answers.Person
			}
			if diff := cmp.Diff(test.want, sheet.Get("batch_size"), cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestScalarsStayText proves that YAML's own ideas of a value never reach an answer.
func TestScalarsStayText(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	for _, text := range []string{"no", "yes", "8.20", "2024-01", "0x1F", "1e3", "true", ".5"} {
		sheet, found := read(q, "a.yaml", []byte("questionnaire: frozen\nsubject: "+text+"\nanswers: {}\n"))
		if sheet == nil || sheet.Subject != text {
			t.Errorf("subject %q read as %+v, %v", text, sheet, found)
		}
	}
}

// asked is the questionnaire that an answers file names.
func asked(t testing.TB, files fs.FS, name string) *questionnaire.Questionnaire {
	t.Helper()
	file, found := answers.Parse(name, text(t, files, name))
	if file == nil {
		t.Fatal(found)
	}
	return questionnairetest.Named(t, file.Questionnaire)
}

// lines are the diagnostics as a person sees them, one a line.
func lines(found diag.List) string {
	var lines strings.Builder
	for _, d := range found.Sorted().Capped() {
		fmt.Fprintln(&lines, d)
	}
	return lines.String()
}

// inputs are the answers files of an archive.
func inputs(t testing.TB, archive fs.FS) []string {
	t.Helper()
	names, err := fs.Glob(archive, "*.[yj]*[ln]")
	if err != nil || len(names) == 0 {
		t.Fatalf("answers files: %v, %v", names, err)
	}
	return names
}

func text(t testing.TB, files fs.FS, name string) []byte {
	t.Helper()
	text, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
