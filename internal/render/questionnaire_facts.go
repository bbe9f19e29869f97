package render

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// questionnaireFacts says what a questionnaire is, in short.
func questionnaireFacts(q *questionnaire.Questionnaire) []report.Fact {
	known := []report.Fact{
		{Label: "Id", Value: q.ID},
		{Label: "Version", Value: q.Version},
		{Label: "Questions", Value: extentWords(len(q.Questions), q.Minutes)},
	}
	if q.Extends != "" {
		known = append(known, report.Fact{Label: "Extends", Value: q.Extends})
	}
	if q.Catalogue != nil {
		known = append(known, report.Fact{Label: "Advice", Value: fmt.Sprintf("%s, %s",
			english.Count(len(q.Catalogue.Warnings), "warning"), english.Count(len(q.Catalogue.Recommendations), "recommendation"))})
	}
	return known
}

// questionFacts says how a question counts. It is documentation: an interview shows none of it, so that nobody
// answers for a number.
func questionFacts(q *questionnaire.Questionnaire, question *questionnaire.Question) []report.Fact {
	var known []report.Fact
	add := func(label, value string) {
		if value != "" {
			known = append(known, report.Fact{Label: label, Value: value})
		}
	}
	add("Measures", measureWords(question.Measures))
	add("Axis", axisWords(q.Axis(question.Axis)))
	add("Kind", kindWords(question.Kind))
	if question.Measures == questionnaire.Context {
		add("Affects", affectWords(q, question.Affects))
	}
	add("Group", groupOf(q, question))
	add("Published", publishedWords(q, question))
	if !isOne(question.Weight) {
		add("Weight", decimal(question.Weight))
	}
	if question.Critical {
		add("Critical", "while this is unknown, the confidence of the verdict is never high")
	}
	if question.AllowNA {
		add("May not apply", "not applicable can be chosen, with a reason")
	}
	if question.Reverse {
		add("Order", "an interview shows the answers from last to first")
	}
	return known
}

// titledTexts is a heading with texts below it.
type titledTexts struct {
	title string
	texts []string
}

// supports are the sources of a question and what a repository could show about it; parts without texts are left out.
func supports(question *questionnaire.Question) []titledTexts {
	high, low := "a high level", "a low level"
	if question.Measures == questionnaire.Lean {
		high, low = "the DevOps side", "the SysOps side"
	}
	const shown = "What a repository could show"
	note := titledTexts{title: shown}
	if question.Evidence.Note != "" {
		note.texts = []string{question.Evidence.Note}
	}
	all := []titledTexts{
		{"Sources", question.Sources},
		{shown + " for " + high, question.Evidence.High},
		{shown + " for " + low, question.Evidence.Low},
		note,
		{"How a scan is set beside the answer", mappingWords(question)},
	}
	return slices.DeleteFunc(all, func(t titledTexts) bool { return len(t.texts) == 0 })
}

const sentencesTitle = "What the verdict can say"

// sentences are what an outcome questionnaire says about each quadrant, from fast and stable on.
func sentences(outcomes *questionnaire.Outcomes) []string {
	if outcomes == nil {
		return nil
	}
	var found []string
	for _, quadrant := range quadrants() {
		if sentence := outcomes.Sentences[quadrant]; sentence != "" {
			found = append(found, sentence)
		}
	}
	return found
}

func quadrants() []string {
	return []string{"fast_stable", "fast_unstable", "slow_stable", "slow_unstable"}
}
