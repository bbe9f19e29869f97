package verdict_test

import (
	"flag"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/testarchive"
	"github.com/opsfit/opsfit/internal/verdict"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// expected is what the head of a constructed sheet says must come out. A list names what is accepted; an empty list accepts
// everything.
type expected struct {
	Practice, Situation, Advice, Confidence []string
	Fit                                     *struct{ Min, Max float64 }
	// Warn are the warnings that must appear, each as one of several, at least as severe as is said.
	Warn []struct {
		AnyOf    []string `yaml:"any_of"`
		Severity string
	}
	// NoneWarn forbids critical and high warnings.
	NoneWarn bool     `yaml:"none_warn"`
	NotWarn  []string `yaml:"not_warn"`
	// First names items of which one is among the first three that can be done now.
	First []string
	// Themes are sets of items, each of which is met among the first five.
	Themes      [][]string
	MustNot     []string `yaml:"must_not"`
	MustNotTop5 []string `yaml:"must_not_top5"`
}

// TestConstructedSheets holds what must come out of sheets that were made for it, and keeps every verdict as text to be read.
func TestConstructedSheets(t *testing.T) {
	t.Parallel()
	sentences := load(t)
	archive := testarchive.Open(t, "testdata/probes.txtar", *update)
	names, err := fs.Glob(archive, "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no sheets", err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sheet, err := fs.ReadFile(archive, name)
			if err != nil {
				t.Fatal(err)
			}
			q, answered := reporttest.Parse(t, name, string(sheet))
			doc := reporttest.Sheet(q, answered)
			want := head(t, string(sheet))
			for _, fault := range want.faults(doc) {
				t.Error(fault)
			}
			archive.Check(t, name+".out", written(sentences.Tell(doc, quotedText, nil)))
		})
	}
}

// quotedText marks what people or files say.
func quotedText(text string) string { return "<" + text + ">" }

// head reads what the comment at the start of a sheet says.
func head(t *testing.T, sheet string) expected {
	t.Helper()
	var lines []string
	for line := range strings.Lines(sheet) {
		text, isComment := strings.CutPrefix(line, "#   ")
		if isComment {
			lines = append(lines, text)
		}
	}
	var want expected
	if err := yaml.Unmarshal([]byte(strings.Join(lines, "")), &want); err != nil || len(lines) == 0 {
		t.Fatal("the head says nothing", err)
	}
	return want
}

func (want *expected) faults(doc *report.Document) []string {
	var faults []string
	check := func(holds bool, form string, with ...any) {
		if !holds {
			faults = append(faults, fmt.Sprintf(form, with...))
		}
	}
	v := doc.Verdict.Leaning
	check(isAmong(v.Practice.Band, want.Practice), "practice %q, want one of %v", v.Practice.Band, want.Practice)
	check(isAmong(v.Situation.Band, want.Situation), "situation %q, want one of %v", v.Situation.Band, want.Situation)
	check(isAmong(v.Advice, want.Advice), "advice %q, want one of %v", v.Advice, want.Advice)
	check(isAmong(v.Confidence, want.Confidence), "confidence %q, want one of %v", v.Confidence, want.Confidence)
	if want.Fit != nil {
		check(v.Fit.Value != nil && *v.Fit.Value >= want.Fit.Min, "fit %s, want at least %v", report.FitFigure(v.Fit), want.Fit.Min)
	}
	faults = append(faults, want.warningFaults(doc.Warnings)...)
	return append(faults, want.itemFaults(doc.Recommendations)...)
}

func (want *expected) warningFaults(warnings []report.Warning) []string {
	var faults []string
	for _, one := range want.Warn {
		if !slices.ContainsFunc(warnings, func(w report.Warning) bool {
			return slices.Contains(one.AnyOf, w.ID) && (one.Severity == "" || rank(w.Severity) <= rank(one.Severity))
		}) {
			faults = append(faults, fmt.Sprintf("no warning of %v with severity %q", one.AnyOf, one.Severity))
		}
	}
	for _, w := range warnings {
		isHigh := w.Severity == string(questionnaire.Critical) || w.Severity == string(questionnaire.High)
		if slices.Contains(want.NotWarn, w.ID) || want.NoneWarn && isHigh {
			faults = append(faults, "warning "+w.ID)
		}
	}
	return faults
}

func (want *expected) itemFaults(items []report.Recommendation) []string {
	var all, now, faults []string
	for _, item := range items {
		all = append(all, item.ID)
		if item.Status == "now" {
			now = append(now, item.ID)
		}
	}
	first := now[:min(3, len(now))]
	if len(want.First) > 0 && !meets(first, want.First) {
		faults = append(faults, fmt.Sprintf("first %v, want one of %v", first, want.First))
	}
	top := now[:min(5, len(now))]
	for _, theme := range want.Themes {
		if !meets(top, theme) {
			faults = append(faults, fmt.Sprintf("top %v, want one of %v", top, theme))
		}
	}
	if meets(all, want.MustNot) || meets(all[:min(5, len(all))], want.MustNotTop5) {
		faults = append(faults, fmt.Sprintf("items %v, want none of %v, and none of %v in the first five", all, want.MustNot, want.MustNotTop5))
	}
	return faults
}

// rank orders severities from the most severe.
func rank(severity string) int {
	return slices.Index(questionnaire.Severities(), questionnaire.Severity(severity))
}

func meets(some, others []string) bool {
	return slices.ContainsFunc(some, func(id string) bool { return slices.Contains(others, id) })
}

// isAmong reports a value that is accepted; nothing is accepted as null.
func isAmong(value report.Text, accepted []string) bool {
	return len(accepted) == 0 || slices.Contains(accepted, string(value))
}

// written lays a telling out, a line for each sentence.
func written(told verdict.Telling) string {
	var b strings.Builder
	add := func(name string, texts ...string) {
		for _, text := range texts {
			if text != "" {
				fmt.Fprintf(&b, "%s: %s\n", name, text)
			}
		}
	}
	add("headline", told.Headline)
	add("reasons", told.Reasons...)
	add("first", told.First)
	add("limits", told.Limits...)
	add("apart", told.Apart)
	add("scale", told.Scale)
	add("fit", told.Fit)
	add("readiness", told.Readiness...)
	add("confidence", told.Confidence, told.More)
	add("next", told.Next...)
	add("borderline", told.Borderline...)
	add("tipping", told.Tipping)
	add("range", told.Range)
	add("outcomes", told.Outcomes...)
	return b.String()
}
