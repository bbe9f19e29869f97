package render

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// mappingWords says, one sentence for each, what a scan of a repository is held against.
func mappingWords(question *questionnaire.Question) []string {
	var sentences []string
	for i := range question.Evidence.Mappings {
		m := &question.Evidence.Mappings[i]
		if m.Measure == "" {
			sentences = append(sentences, signalWords(m))
		} else {
			sentences = append(sentences, rangeWords(m))
		}
	}
	return sentences
}

func signalWords(m *questionnaire.Mapping) string {
	text := "Files (" + strings.Join(m.Signals, ", ") + ")"
	var parts []string
	if len(m.Agrees) > 0 {
		parts = append(parts, "speak for "+english.List(m.Agrees))
	}
	if len(m.Differs) > 0 {
		parts = append(parts, "speak against "+english.List(m.Differs))
	}
	return text + " " + strings.Join(parts, " and ") + "."
}

func rangeWords(m *questionnaire.Mapping) string {
	measure, _ := questionnaire.MeasureNamed(m.Measure)
	var parts []string
	for _, r := range m.Ranges {
		parts = append(parts, boundWords(r)+" agrees with "+r.Option)
	}
	return fmt.Sprintf("%s (%s): %s.%s", measure.Title, m.Measure, strings.Join(parts, "; "), sideWords(m.Contradicts))
}

func boundWords(r questionnaire.Range) string {
	switch {
	case r.To == nil:
		return "more than " + decimal(r.From)
	case r.From == nil || r.From.Sign() == 0:
		return "up to " + decimal(r.To)
	}
	return "more than " + decimal(r.From) + ", up to " + decimal(r.To)
}

func sideWords(side questionnaire.Side) string {
	switch side {
	case questionnaire.Above, questionnaire.Below:
		return fmt.Sprintf(" A value far %s contradicts an answer.", side)
	case questionnaire.Both:
		return " A value far above or below contradicts an answer."
	case questionnaire.Never:
	}
	return " It never contradicts an answer."
}
