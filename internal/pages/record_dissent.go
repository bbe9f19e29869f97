package pages

import (
	"cmp"
	"fmt"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// dissent gathers what is not known, what contradicts itself, and what one respondent cannot see.
func dissent(doc *report.Document) []string {
	sentences := append(unknownInFull(doc), leftOut(doc)...)
	for _, c := range contradictions(doc) {
		sentences = append(sentences, fmt.Sprintf("On %s the needs contradict each other: %s for the DevOps way, %s for the SysOps way.",
			said(c.axis.Title), questionNames(c.devOps), questionNames(c.sysOps)))
	}
	sentences = append(sentences, sayAll(doc.Notes)...)
	return append(sentences, dissentPlaceholder)
}

// unknownInFull names every open question and says how far what is open could move the verdict.
func unknownInFull(doc *report.Document) []string {
	var sentences []string
	for _, open := range []struct {
		status answers.Status
		lead   string
	}{{answers.DontKnow, `Answered "don't know": `}, {answers.Skipped, "Skipped: "}} {
		var ids []string
		for i := range doc.Answers {
			if doc.Answers[i].Status == string(open.status) {
				ids = append(ids, titleOfQuestion(doc.Answers, doc.Answers[i].Question))
			}
		}
		if len(ids) > 0 {
			sentences = append(sentences, open.lead+english.List(ids)+".")
		}
	}
	if len(sentences) == 0 {
		return nil
	}
	if v := doc.Verdict.Leaning; v != nil {
		sentences = append(sentences, couldMove(v, doc.Answers)...)
	}
	return sentences
}

// leftOut says why questions do not apply, for those who doubt it.
func leftOut(doc *report.Document) []string {
	var sentences []string
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		if answer.Status != string(answers.NotApplicable) {
			continue
		}
		why := "no reason was given"
		if given := cmp.Or(answer.Reason, answer.Note); given != "" {
			why = english.Quote(said(given))
		}
		sentences = append(sentences, titleOfQuestion(doc.Answers, answer.Question)+" is left out as not applicable: "+why+".")
	}
	return sentences
}

// dissentPlaceholder stands where people have to write.
const dissentPlaceholder = "(Write down here who sees it differently, and why.)"
