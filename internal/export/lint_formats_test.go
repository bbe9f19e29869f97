package export_test

import (
	"io"
	"strings"
	"testing"

	"github.com/joshdk/go-junit"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/lint"
)

// anyFaults are findings with anything in their texts, about files, a pipe and a flag.
func anyFaults(t *rapid.T) diag.List {
	texts := rapid.OneOf(rapid.StringN(1, 30, -1), rapid.SampledFrom([]string{attack, "::error::", "\n::error::x", "]]>", "{0}"}))
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) diag.Diagnostic {
		return diag.Diagnostic{
			Severity: rapid.SampledFrom([]diag.Severity{diag.Error, diag.Warning, diag.Note}).Draw(t, "severity"),
			Code:     rapid.SampledFrom([]string{"unknown-option", "syntax", "of-nobody"}).Draw(t, "code"),
			File:     rapid.OneOf(texts, rapid.SampledFrom([]string{"a.yaml", "stdin", "--gate", ""})).Draw(t, "file"),
			Pos:      diag.Pos{Line: rapid.IntRange(0, 9).Draw(t, "line"), Column: rapid.IntRange(0, 9).Draw(t, "column")},
			Length:   rapid.IntRange(0, 9).Draw(t, "length"),
			Message:  texts.Draw(t, "message"),
			Hint:     rapid.SampledFrom([]string{"", "did you mean \"x\"?", attack}).Draw(t, "hint"),
		}
	}), 0, 40).Draw(t, "faults")
}

func withoutPlace(file string) string {
	if file == "stdin" || strings.HasPrefix(file, "--") {
		return ""
	}
	return file
}

// TestFaultsInEveryFormat holds that each format names every finding once, in a form that its readers take, whatever the texts are.
func TestFaultsInEveryFormat(t *testing.T) {
	t.Parallel()
	linter, err := lint.New()
	if err != nil {
		t.Fatal(err)
	}
	sarif, quality := sarifSchema(t), codeQualitySchema(t)
	rapid.Check(t, func(t *rapid.T) {
		found := linter.InputReport(lint.Tool{Name: "opsfit", Version: "1"}, nil, anyFaults(t), nil)
		found.About, found.Path = "a.yaml", withoutPlace
		write := func(format func(io.Writer, *lint.Report) error) string {
			var out strings.Builder
			if err := format(&out, found); err != nil {
				t.Fatal(err)
			}
			checkVisible(t, out.String())
			return out.String()
		}
		want := len(found.Diagnostics)

		text := write(export.LintSARIF)
		validate(t, sarif, text)
		isTakenIn(t, text)
		if n := len(scanned(t, text).Runs[0].Results); n != want {
			t.Fatalf("%d results of %d", n, want)
		}
		text = write(export.LintGitLab)
		validate(t, quality, text)
		prints := map[string]bool{}
		for _, issue := range issuesIn(t, text) {
			prints[issue.Fingerprint] = true
		}
		if len(prints) != want {
			t.Fatalf("%d issues of %d", len(prints), want)
		}
		if _, n, _ := countCommands(t, write(export.LintGitHub)); n != want {
			t.Fatalf("%d annotations of %d", n, want)
		}
		text = write(export.LintJUnit)
		checkJUnitSchema(t, text)
		checkErrors(t, text, found)
	})
}

// checkErrors holds that errors alone are in error, and that all else is skipped.
func checkErrors(t rapid.TB, text string, found *lint.Report) {
	t.Helper()
	suites, err := junit.Ingest([]byte(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	var got junit.Totals
	for _, suite := range suites {
		got.Tests += suite.Totals.Tests
		got.Error += suite.Totals.Error
		got.Skipped += suite.Totals.Skipped
	}
	want := junit.Totals{Tests: len(found.Diagnostics), Error: found.Summary.Errors, Skipped: found.Summary.Warnings + found.Summary.Notes}
	if got != want {
		t.Fatalf("got %+v, want %+v\n%s", got, want, text)
	}
}

// TestFaultsKeepTheirFingerprint holds that a finding stays the same one when lines are added above it, also where it names another line.
func TestFaultsKeepTheirFingerprint(t *testing.T) {
	t.Parallel()
	linter, err := lint.New()
	if err != nil {
		t.Fatal(err)
	}
	printAt := func(line int, message string) string {
		var out strings.Builder
		found := linter.InputReport(lint.Tool{Name: "opsfit", Version: "1"}, nil, diag.List{{
			Code: "duplicate-key", File: "a.yaml", Pos: diag.Pos{Line: line, Column: 1}, Message: message,
		}}, nil)
		found.Path = withoutPlace
		if err := export.LintGitLab(&out, found); err != nil {
			t.Fatal(err)
		}
		return issuesIn(t, out.String())[0].Fingerprint
	}
	before, after := printAt(8, `key "a" is already given in line 3; keep one`), printAt(9, `key "a" is already given in line 4; keep one`)
	if before != after || before == printAt(8, `key "b" is already given in line 3; keep one`) {
		t.Errorf("%s, then %s", before, after)
	}
}

// GitLab finds no file whose path begins with "./", as somebody may type it.
func TestPathsOfGitLab(t *testing.T) {
	t.Parallel()
	linter, err := lint.New()
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"a.yaml": "a.yaml", ".a/b.yaml": ".a/b.yaml",
		"./a.yaml": "a.yaml", "././/a.yaml": "a.yaml", "./../a.yaml": "../a.yaml", "./": ".",
	} {
		found := linter.InputReport(lint.Tool{}, nil, diag.List{{Severity: diag.Error, Code: "syntax", File: typed, Message: "m"}}, nil)
		found.Path = withoutPlace
		var out strings.Builder
		if err := export.LintGitLab(&out, found); err != nil {
			t.Fatal(err)
		}
		if got := issuesIn(t, out.String())[0].Location.Path; got != want {
			t.Errorf("%q is written as %q, want %q", typed, got, want)
		}
	}
}
