package render

import (
	"bytes"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/render/wire"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

func rulesOf(t testing.TB) *lint.Linter {
	t.Helper()
	linter, err := lint.New()
	if err != nil {
		t.Fatal(err)
	}
	return linter
}

// linted is a report on some of the files with a defect.
func linted(t testing.TB, names ...string) *lint.Report {
	t.Helper()
	var found diag.List
	texts := map[string][]byte{}
	seeded := testarchive.Open(t, filepath.Join("..", "..", "testdata", "questionnaire", "lint.txtar"), false)
	for _, name := range names {
		text, err := fs.ReadFile(seeded, name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = text
		q, formed := questionnaire.Load(questionnaire.Source{Name: name, Bytes: text}, nil)
		if q == nil {
			t.Fatal(formed)
		}
		found = append(append(found, formed...), rulesOf(t).Check(q)...)
	}
	tool := lint.Tool{Name: "opsfit", Version: "test"}
	return rulesOf(t).Report(tool, names, found, func(file string) []byte { return texts[file] })
}

func TestLintGolden(t *testing.T) {
	t.Parallel()
	for name, report := range map[string]*lint.Report{
		"defects": linted(t, "never-fires.yaml", "mixed-option.yaml", "no-why.yaml", "same-pole-first.yaml"),
		"clean":   linted(t, "base.yaml"),
		"hostile": hostileLint(t),
	} {
		for _, format := range Lints() {
			if format.Name != "sarif" || name == "hostile" {
				golden(t, "lint/"+name+"."+format.Name, formatted(t, format.Write, report, Options{}))
			}
		}
	}
	for width, suffix := range map[int]string{80: "", 40: ".40"} {
		opt := Options{Width: width}
		rule, _ := rulesOf(t).Rule("never-fires")
		golden(t, "lint/rule"+suffix+".text", formatted(t, LintRule, rule, opt))
		golden(t, "lint/codes"+suffix+".text", written(t, func(w io.Writer) error { return LintRules(w, rulesOf(t).Rules(), opt) }))
	}
	list := lint.Appearances(questionnairetest.Shipped(t, "quick"))
	golden(t, "lint/appearances.text", formatted(t, LintAppearances, list, Options{}))
}

// hostileLint has everything in it that a file could be called and say.
func hostileLint(t testing.TB) *lint.Report {
	found := diag.List{
		{
			Severity: diag.Warning, Code: "drift", File: reporttest.Hostile, Pos: diag.Pos{Line: 2, Column: 3}, Length: 4,
			Message: "question " + diag.Quote(reporttest.Hostile) + " differs", Hint: diag.DidYouMean("ab", []string{"abc"}),
		},
		{Severity: diag.Note, Code: "untranslated", Message: "no file, no place"},
	}
	return rulesOf(t).Report(lint.Tool{Name: "opsfit", Version: "test"}, []string{reporttest.Hostile}, found, func(string) []byte {
		return []byte("first\n  " + reporttest.Hostile)
	})
}

func TestLintShowsNothingThatActs(t *testing.T) {
	t.Parallel()
	list := []lint.Appearance{{Kind: "warning", ID: reporttest.Hostile, Ways: []string{"high"}}}
	for _, write := range []func(io.Writer) error{
		func(w io.Writer) error { return LintText(w, hostileLint(t), Options{}) },
		func(w io.Writer) error { return JSON(w, hostileLint(t), Options{}) },
		func(w io.Writer) error { return wire.LintSARIF(w, hostileLint(t)) },
		func(w io.Writer) error { return LintAppearances(w, list, Options{}) },
	} {
		for _, r := range string(written(t, write)) {
			if r != '\n' && diag.Hidden(r) {
				t.Errorf("%q is in the output", r)
			}
		}
	}
}

// Every explanation fits the narrowest width; examples are not wrapped, so that they can be copied, and are short.
func TestExplanationsFit(t *testing.T) {
	t.Parallel()
	for _, rule := range rulesOf(t).Rules() {
		var out bytes.Buffer
		if err := LintRule(&out, rule, Options{Width: 40}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if ansi.StringWidth(strings.TrimSuffix(line, "\n")) > 40 && !strings.Contains(line, `: "`) {
				t.Errorf("%s: too wide: %s", rule.Code, line)
			}
		}
	}
}
