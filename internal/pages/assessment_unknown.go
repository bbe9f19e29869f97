package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// unknown says what is not known, and how far it could move the verdict.
func unknown(doc *report.Document) page.Section {
	section := listSection("unknown", report.TitleUnknown, unknownSentences(doc))
	if doc.Verdict.Leaning != nil && countOpen(doc.Answers) > 0 {
		section.Explain = report.ExplainedUnder(report.TitleUnknown)
	}
	return section
}

func countOpen(list []report.Answer) int {
	return len(withStatus(list, answers.DontKnow)) + len(withStatus(list, answers.Skipped))
}

// withStatus returns the questions with that status.
func withStatus(list []report.Answer, status answers.Status) []string {
	var questions []string
	for i := range list {
		// What a later version may know as a status counts as skipped.
		is := answers.Status(list[i].Status)
		if !slices.Contains([]answers.Status{answers.Answered, answers.DontKnow, answers.NotApplicable}, is) {
			is = answers.Skipped
		}
		if is == status {
			questions = append(questions, said(list[i].Question))
		}
	}
	return questions
}

func unknownSentences(doc *report.Document) []string {
	out := ""
	if n := len(withStatus(doc.Answers, answers.NotApplicable)); n > 0 {
		out = "; " + english.Count(n, "question") + " left out as not applicable"
	}
	sentences := []string{"No question is open" + out + "."}
	if n := countOpen(doc.Answers); n > 0 {
		sentences[0] = fmt.Sprintf("%s open, %s%s.", areOpen(n), openQuestions(doc.Answers), out)
		if v := doc.Verdict.Leaning; v != nil {
			sentences = append(sentences, report.CouldMove(v, doc.Answers)...)
		}
	}
	if questions := unconfirmed(doc.Answers); len(questions) > 0 {
		sentences = append(sentences, fmt.Sprintf(
			"Suggested by the repository, not confirmed: %s. A person confirms or changes each with opsfit assess --resume.",
			english.List(questions)))
	}
	return sentences
}

func areOpen(n int) string {
	if n == 1 {
		return "1 question is"
	}
	return english.Count(n, "question") + " are"
}

func openQuestions(list []report.Answer) string {
	var parts []string
	if questions := withStatus(list, answers.DontKnow); len(questions) > 0 {
		parts = append(parts, `answered "don't know": `+report.Shortened(questions))
	}
	if questions := withStatus(list, answers.Skipped); len(questions) > 0 {
		parts = append(parts, "skipped: "+report.Shortened(questions))
	}
	return strings.Join(parts, "; ")
}

// unconfirmed are the questions whose answers a repository suggested and nobody has confirmed.
func unconfirmed(list []report.Answer) []string {
	var questions []string
	for i := range list {
		if list[i].IsSuggested() {
			questions = append(questions, said(list[i].Question))
		}
	}
	return questions
}
