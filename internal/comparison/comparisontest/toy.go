// Package comparisontest scores answers to a questionnaire that is small enough to compute by hand. Only tests import it.
package comparisontest

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// toy is small enough to compute by hand: delivery weighs 3, stability 1; every answer is a whole step.
//
//go:embed toy.yaml
var toy string

// Whole is an answer to every question of the toy.
func Whole() map[string]string {
	return map[string]string{"D1": "n", "D2": "z", "S1": "z", "R1": "l0", "R2": "l2", "N1": "n", "N2": "z"}
}

// With returns the answers with changes, written "D1=p R1=dont_know"; "-" in place of an option takes the answer out.
func With(given map[string]string, changes string) map[string]string {
	changed := maps.Clone(given)
	for field := range strings.FieldsSeq(changes) {
		question, option, _ := strings.Cut(field, "=")
		changed[question] = option
		if option == "-" {
			delete(changed, question)
		}
	}
	return changed
}

// Sheet writes answers as a person does.
func Sheet(id, head string, given map[string]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "questionnaire: %s\n%s\nanswers:\n", id, head)
	if len(given) == 0 {
		b.WriteString("  {}\n")
	}
	for _, question := range slices.Sorted(maps.Keys(given)) {
		option := given[question]
		if option == "na" {
			option = `{not_applicable: "no need"}`
		}
		fmt.Fprintf(&b, "  %s: %s\n", question, option)
	}
	return b.String()
}

// Scored scores answers to the toy of 2026-03-01, with pieces of the questionnaire replaced.
func Scored(t testing.TB, given map[string]string, replacements ...string) *report.Document {
	t.Helper()
	return ScoredOn(t, "date: 2026-03-01", given, replacements...)
}

// ScoredOn is Scored with lines at the head of the answers, such as their date.
func ScoredOn(t testing.TB, head string, given map[string]string, replacements ...string) *report.Document {
	t.Helper()
	for i := 0; i < len(replacements); i += 2 {
		if !strings.Contains(toy, replacements[i]) {
			t.Fatalf("the toy has no %q", replacements[i])
		}
	}
	text := strings.NewReplacer(replacements...).Replace(toy)
	return reporttest.Answers(t, questionnairetest.Load(t, "toy.yaml", text), Sheet("toy", head, given))
}

// On is the result of Whole, with changes, on a date; none without one.
func On(t testing.TB, date, changes string, replacements ...string) *report.Document {
	t.Helper()
	head := "subject: shop"
	if date != "" {
		head += "\ndate: " + date
	}
	return ScoredOn(t, head, With(Whole(), changes), replacements...)
}
