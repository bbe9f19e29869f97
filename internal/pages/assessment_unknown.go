package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// unknown says what is not known, and how far it could move the verdict.
func unknown(doc *report.Document) page.Section {
	section := listSection("unknown", "What is unknown", unknownSentences(doc))
	if doc.Verdict.Leaning != nil && countOpen(doc.Answers) > 0 {
		section.Explain = []string{"range"}
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
			questions = append(questions, titleOfQuestion(list, list[i].Question))
		}
	}
	return questions
}

func unknownSentences(doc *report.Document) []string {
	out := ""
	if n := countLeftOut(doc.Answers); n > 0 {
		out = "; " + english.Count(n, "question") + " left out as not applicable"
	}
	var sentences []string
	switch n := countOpen(doc.Answers); {
	case n > 0:
		sentences = append(sentences, fmt.Sprintf("%s open, %s%s.", areOpen(n), openQuestions(doc.Answers), out))
		switch v := doc.Verdict; {
		case v.Leaning != nil:
			sentences = append(sentences, couldMove(v.Leaning, doc.Answers)...)
		case v.Readiness != nil && isOpenMeasure(doc.Answers, questionnaire.Readiness):
			sentences = append(sentences, "An open point counts as below its minimum: "+readinessRange(v.Readiness.Readiness.Readiness)+".")
		}
	case out != "":
		sentences = append(sentences, "No question is open"+out+".")
	}
	if questions := unconfirmed(doc.Answers); len(questions) > 0 {
		sentences = append(sentences, fmt.Sprintf(
			"Suggested by the repository, not confirmed: %s. A person confirms or changes each with opsfit assess --resume.",
			english.List(questions)))
	}
	return sentences
}

// countLeftOut counts the questions that somebody said do not apply.
func countLeftOut(list []report.Answer) int {
	n := 0
	for i := range list {
		if !list[i].Applies() && !list[i].NotAsked {
			n++
		}
	}
	return n
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
			questions = append(questions, titleOfQuestion(list, list[i].Question))
		}
	}
	return questions
}

// couldMove says how far what is open could move each part of the verdict.
func couldMove(v *report.Leaning, list []report.Answer) []string {
	var sentences []string
	if isOpenMeasure(list, questionnaire.Lean) && v.Practice.Low != nil {
		sentences = append(sentences, rangeSentence(v))
	}
	if isOpenMeasure(list, questionnaire.Readiness) {
		sentences = append(sentences, "Open readiness questions count as unproven in the lower bound: "+readinessRange(v.Readiness.Readiness)+".")
	}
	if isOpenMeasure(list, questionnaire.Context) {
		sentences = append(sentences, "Open questions about the situation are not counted; each answer could move it.")
	}
	return sentences
}

func isOpenMeasure(list []report.Answer, measure questionnaire.Measure) bool {
	return slices.ContainsFunc(list, func(a report.Answer) bool {
		status := answers.Status(a.Status)
		return a.Measures == string(measure) && (status == answers.DontKnow || status == answers.Skipped)
	})
}

func rangeSentence(v *report.Leaning) string {
	low, high := report.BandInSentence(v.Practice.LowBand), report.BandInSentence(v.Practice.HighBand)
	span := fmt.Sprintf("%s (%s) to %s (%s)", report.Signed(v.Practice.Low), low, report.Signed(v.Practice.High), high)
	switch {
	case !v.Practice.Scored:
		return "With every open style question at one end or the other, how you work could be anywhere from " + span + "."
	case low == high:
		return fmt.Sprintf("Whatever the open style questions hide, how you work stays %s (%s to %s).",
			low, report.Signed(v.Practice.Low), report.Signed(v.Practice.High))
	case report.SideOf(v.Practice.LowBand) == report.SideOf(v.Practice.HighBand):
		return "The open style questions could move how you work from " + span + ": another word, the same side."
	}
	return "The open style questions could move how you work from " + span + ": another side, so answer them first."
}

func readinessRange(r report.Readiness) string {
	value, bound := report.Level(r.Value), report.Level(r.LowerBound)
	switch {
	case r.Value == nil:
		return "none is answered, so readiness is not scored"
	case value == bound:
		return "readiness stays at " + value + " out of 4"
	}
	return fmt.Sprintf("readiness is %s out of 4 on what is known and %s if they hide nothing", value, bound)
}
