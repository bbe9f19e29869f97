package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

func BenchmarkFull(b *testing.B) {
	q := questionnairetest.Shipped(b, "full")
	for b.Loop() {
		_ = linter(b).Check(q)
	}
}

// BenchmarkLegalWorst checks about as much as a file may hold: its size is limited, and so is the work spent on its rules.
func BenchmarkLegalWorst(b *testing.B) {
	q, found := questionnaire.Load(questionnaire.Source{Name: "large.yaml", Bytes: []byte(large())}, nil)
	if q == nil {
		b.Fatal(found)
	}
	for b.Loop() {
		_ = linter(b).Check(q)
	}
}

// large is a questionnaire with 500 questions of 20 options, weights that do not cancel, and 200 rules that are hard to tell
// apart from impossible ones.
func large() string {
	var s strings.Builder
	s.WriteString("id: large\nversion: 1.0.0\ntitle: Large\naxes:\n")
	for a := range 20 {
		fmt.Fprintf(&s, "  - {id: a%d, weight: 1.00000%d}\n", a, a)
	}
	s.WriteString("questions:\n")
	for q := range 500 {
		fmt.Fprintf(&s, "- {id: q%d, weight: 1.0%d7, text: Q%d, ", q, q, q)
		value := "position"
		switch q % 5 {
		case 0:
			fmt.Fprintf(&s, "measures: context, affects: {a%d: 1, a%d: 0.5}, options: [", q%20, (q+7)%20)
		case 1:
			value = "readiness"
			fmt.Fprintf(&s, "measures: readiness, axis: a%d, options: [", q%20)
		default:
			fmt.Fprintf(&s, "measures: lean, axis: a%d, options: [", q%20)
		}
		for o := range 20 {
			at := fmt.Sprintf("%.4f", float64(2*o-19)/19)
			if value == "readiness" {
				at = fmt.Sprintf("%.4f", float64(o)*4/19)
			}
			fmt.Fprintf(&s, "{id: o%d, text: O%d, %s: %s}, ", o, o, value, at)
		}
		s.WriteString("]}\n")
	}
	s.WriteString("recommendations:\n")
	for r := range 200 {
		fmt.Fprintf(&s, "- {id: r%d, title: R, direction: either, tier: safety, axis: a%d, effort: 1, impact: 1, first_step: Go, "+
			"when: {all: [{metric: fit, gte: 8%d.123, lte: 8%d.124}, {metric: gap, axis: a%d, gte: 0.%d}, {answer: q%d, in: [o3]}]}}\n",
			r, r%20, r%10, r%10, r%20, r, r)
	}
	return s.String()
}
