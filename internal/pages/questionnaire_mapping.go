package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// describeMappings says, one sentence for each, what a scan of a repository is held against.
func describeMappings(mappings []questionnaire.Mapping) []string {
	var sentences []string
	for i := range mappings {
		m := &mappings[i]
		if m.Measure == "" {
			sentences = append(sentences, describeSignals(m))
		} else {
			sentences = append(sentences, describeRanges(m))
		}
	}
	return sentences
}

func describeSignals(m *questionnaire.Mapping) string {
	text := "Files (" + strings.Join(m.Signals, ", ") + ")"
	var parts []string
	if len(m.Agrees) > 0 {
		parts = append(parts, "speak for "+english.List(sayAll(m.Agrees)))
	}
	if len(m.Differs) > 0 {
		parts = append(parts, "speak against "+english.List(sayAll(m.Differs)))
	}
	return text + " " + strings.Join(parts, " and ") + "."
}

func describeRanges(m *questionnaire.Mapping) string {
	measure, _ := questionnaire.MeasureNamed(m.Measure)
	var parts []string
	for _, r := range m.Ranges {
		parts = append(parts, describeRange(r)+" agrees with "+said(r.Option))
	}
	return fmt.Sprintf("%s (%s): %s.%s", measure.Title, m.Measure, strings.Join(parts, "; "), describeContradiction(m.Contradicts))
}

func describeRange(r questionnaire.Range) string {
	switch {
	case r.To == nil:
		return "more than " + english.Exact(r.From)
	case r.From == nil || r.From.Sign() == 0:
		return "up to " + english.Exact(r.To)
	}
	return "more than " + english.Exact(r.From) + ", up to " + english.Exact(r.To)
}

func describeContradiction(side questionnaire.Side) string {
	switch side {
	case questionnaire.Above, questionnaire.Below:
		return fmt.Sprintf(" A value far %s contradicts an answer.", side)
	case questionnaire.Both:
		return " A value far above or below contradicts an answer."
	case questionnaire.Never:
	}
	return " It never contradicts an answer."
}
