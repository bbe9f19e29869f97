package pages

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/verdict"
)

const noVerdictYet = "No combined verdict yet."

// teamHeadline is the combined verdict in one sentence, or why there is none yet.
func teamHeadline(doc *team.Document, told *verdict.Telling) string {
	if doc.Withheld != nil {
		return noVerdictYet + " " + doc.Withheld.Reason
	}
	return told.Headline
}

func teamReasons(doc *team.Document, told *verdict.Telling) []string {
	return slices.Concat(
		nonEmpty(ownVerdictsSentence(doc)), told.Limits, nonEmpty(told.Apart, told.Scale, told.Fit), told.Readiness,
		nonEmpty(told.Range),
	)
}

// ownVerdictsSentence is empty for one respondent, whose verdict is the headline.
func ownVerdictsSentence(doc *team.Document) string {
	if doc.Respondents < 2 {
		return ""
	}
	verdicts := counted(doc.Verdicts, func(word string) string { return ownWord(doc, report.Text(word)) })
	return "Each respondent's own answers lead to: " + english.List(verdicts) + "."
}

// counted writes what was counted, the most frequent first: "developer (3)".
func counted(counts map[string]int, word func(string) string) []string {
	var parts []string
	for _, id := range ranked(counts) {
		parts = append(parts, fmt.Sprintf("%s (%d)", word(id), counts[id]))
	}
	return parts
}

// ranked orders what was counted, the most frequent first, then by id.
func ranked(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

// noTopics says why there is nothing to talk about first. It tells a group that agrees from one that could not disagree.
func noTopics(doc *team.Document) string {
	compared := questionsCompared(doc)
	switch {
	case doc.Respondents < 2:
		return "One person answered, so there is nothing to compare yet."
	case compared == 0:
		return "No question has answers from two people, so there is nothing to compare yet."
	case doc.Withheld != nil:
		return "No single question divides the group: small differences add up to different verdicts. Look at all answers."
	case slices.ContainsFunc(doc.Questions, func(question team.Question) bool { return optionsChosen(&question) > 1 }):
		return "The answers differ in small ways only; none has to be talked about first."
	case compared == len(doc.Questions):
		return "Nobody disagrees about anything that was asked."
	}
	return fmt.Sprintf("Nobody disagrees about the %s that two people or more answered; %d of %d cannot be compared.",
		english.Count(compared, "question"), len(doc.Questions)-compared, len(doc.Questions))
}

// questionsCompared counts the questions that two people or more said something about, not knowing included.
func questionsCompared(doc *team.Document) int {
	count := 0
	for i := range doc.Questions {
		respondents := 0
		for _, answer := range doc.Questions[i].Distribution {
			if answers.Status(answer.Status) != answers.Skipped {
				respondents += answer.Count
			}
		}
		if respondents > 1 {
			count++
		}
	}
	return count
}

// optionsChosen is how many options were chosen by at least one person.
func optionsChosen(question *team.Question) int {
	count := 0
	for _, answer := range question.Distribution {
		if answer.Option != "" && answer.Count > 0 {
			count++
		}
	}
	return count
}

// agreedSentence says on how many questions the group agrees and, in full, on which. Both are empty where agreement is not
// measured.
func agreedSentence(doc *team.Document) (count, full string) {
	measured := 0
	for i := range doc.Questions {
		if doc.Questions[i].Consensus != nil {
			measured++
		}
	}
	switch {
	case measured == 0:
		return "", ""
	case len(doc.Agreed) == 0:
		count = "There is no question on which the group agrees strongly."
		return count, count
	}
	count = fmt.Sprintf("The group agrees strongly on %d of the %s with enough answers to tell",
		len(doc.Agreed), english.Count(measured, "question"))
	return count + ".", count + ": " + english.List(agreedTitles(doc)) + "."
}

// unansweredSentence names the questions that some say they do not know and nobody answered: no disagreement, and no
// knowledge. It is empty where there is none.
func unansweredSentence(doc *team.Document) string {
	var titles []string
	for i := range doc.Questions {
		given := map[answers.Status]int{}
		for _, answer := range doc.Questions[i].Distribution {
			given[answers.Status(answer.Status)] += answer.Count
		}
		if given[answers.Answered] == 0 && given[answers.DontKnow] > 0 {
			titles = append(titles, said(doc.Questions[i].Title))
		}
	}
	if len(titles) == 0 {
		return ""
	}
	return fmt.Sprintf("Nobody could answer %s: %s.", english.Count(len(titles), "question"), english.List(titles))
}

// agreedTitles are the titles of the questions on which the group agrees strongly.
func agreedTitles(doc *team.Document) []string {
	var titles []string
	for i := range doc.Questions {
		if slices.Contains(doc.Agreed, doc.Questions[i].ID) {
			titles = append(titles, said(doc.Questions[i].Title))
		}
	}
	return titles
}

// questionFigures are the figures of a question, each short enough for a narrow column.
func questionFigures(question *team.Question) []string {
	var parts []string
	if question.Mean != nil {
		parts = append(parts, "mean "+meanOfQuestion(question))
	}
	if question.Consensus != nil {
		parts = append(parts, "consensus "+report.Consensus(question.Consensus), string(question.Agreement)+" agreement")
	}
	if question.RoleGap != nil {
		width := " out of 2"
		if question.Measures == string(questionnaire.Readiness) {
			width = " out of 4"
		}
		parts = append(parts, "roles "+report.Distance(question.RoleGap)+width+" apart")
	}
	return parts
}

// meanOfQuestion is a place on the line or, for readiness, a level.
func meanOfQuestion(question *team.Question) string {
	if question.Measures == string(questionnaire.Readiness) {
		return report.Level(question.Mean)
	}
	return report.Signed(question.Mean)
}

// answerCounts lists the answers that somebody gave: "3× Both alike; 1× don't know".
func answerCounts(question *team.Question) string {
	var parts []string
	for _, answer := range question.Distribution {
		if answer.Count > 0 {
			parts = append(parts, fmt.Sprintf("%d× %s", answer.Count, said(answer.Text)))
		}
	}
	return strings.Join(parts, "; ")
}
