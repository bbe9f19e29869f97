package lint

import (
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

func rangeOverlap() Rule {
	return Rule{
		Code: "range-overlap", Severity: diag.Warning,
		Summary: "A figure of a repository can agree with two options that mean different things.",
		Why: "A repository suggests an answer only where its figure agrees with one option, so a value that two of them share suggests " +
			"nothing and contradicts neither. Let one range end where the next begins. Two options may have the very same range when the " +
			"figure does not tell them apart, and ranges that go on to the same end may lie inside each other: \"today\" is also \"this week\".",
		Bad:   rangeExample("90", "", "5", "90", "7"),
		Good:  rangeExample("90", "", "7", "90", "7"),
		check: (*subject).rangeOverlap,
	}
}

// rangeExample writes the mapping of the corpus with other bounds; an empty one is left out.
func rangeExample(yearlyFrom, yearlyTo, monthlyFrom, monthlyTo, dailyTo string) string {
	var text strings.Builder
	text.WriteString("\nmeasure: releases.gap_days.median\ncontradicts: below\nranges:")
	for _, option := range []struct{ id, from, to string }{
		{"yearly", yearlyFrom, yearlyTo}, {"monthly", monthlyFrom, monthlyTo}, {"daily", "", dailyTo},
	} {
		text.WriteString("\n  " + option.id + ":")
		if option.from != "" {
			text.WriteString("\n    from: " + option.from)
		}
		if option.to != "" {
			text.WriteString("\n    to: " + option.to)
		}
	}
	return text.String()
}

func (s *subject) rangeOverlap() {
	for _, one := range s.scales() {
		for i, a := range one.ranges {
			for _, b := range one.ranges[i+1:] {
				if one.meet(a, b) && !one.together(a, b) {
					s.report(s.placeOfRange(&one, b), "let one range end where the other begins",
						"%s: some values agree with option %s and with option %s", one.label(), diag.Quote(a.Option), diag.Quote(b.Option))
				}
			}
		}
	}
}

// together reports ranges that share values on purpose: they are the same, or both go on to the same end of the scale.
func (s *scale) together(a, b rung) bool {
	from, to := compareFrom(s.from(a), s.from(b)), compareTo(s.to(a), s.to(b))
	return from == 0 && to == 0 || from == 0 && s.from(a) == nil || to == 0 && s.to(a) == nil
}
