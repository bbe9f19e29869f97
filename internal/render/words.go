package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// causesShown is how many answers a because-list gives in words; the others are named by id, since a condition on a whole
// axis rests on many.
const causesShown = 3

// causeWords names the first answers that something follows from: each id with the words of the answer.
func causeWords(causes []report.Cause) []string {
	var parts []string
	for _, cause := range causes[:min(len(causes), causesShown)] {
		said := `"` + cause.Text + `"`
		if cause.Option == "" {
			said = "(" + cause.Text + ")"
		}
		parts = append(parts, cause.Question+" "+said)
	}
	return parts
}

// becauseInShort counts the causes beyond the first ones; the full account of the same item stands in the details.
func becauseInShort(causes []report.Cause) string {
	parts := causeWords(causes)
	if rest := len(causes) - len(parts); rest > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", rest))
	}
	return strings.Join(parts, "; ")
}

// becauseInFull names the causes beyond the first ones by their ids.
func becauseInFull(causes []report.Cause) string {
	words := strings.Join(causeWords(causes), "; ")
	if len(causes) <= causesShown {
		return words
	}
	var ids []string
	for _, cause := range causes[causesShown:] {
		ids = append(ids, cause.Question)
	}
	return words + "; also " + strings.Join(ids, ", ")
}

type answerChapter struct {
	axis    report.Text
	title   string
	answers []*report.Answer
}

// answerChapters keeps the order of the axes; answers about no axis come last.
func answerChapters(doc *report.Document) []answerChapter {
	var groups []answerChapter
	for _, axis := range doc.Axes {
		groups = append(groups, answerChapter{axis: report.Text(axis.ID), title: axis.Title})
	}
	rest := answerChapter{title: "The situation"}
	if doc.Verdict.Quadrant != nil {
		rest.title = "Metrics"
	}
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		at := slices.IndexFunc(groups, func(group answerChapter) bool { return group.axis == answer.Axis })
		if at < 0 {
			rest.answers = append(rest.answers, answer)
			continue
		}
		groups[at].answers = append(groups[at].answers, answer)
	}
	groups = append(groups, rest)
	return slices.DeleteFunc(groups, func(group answerChapter) bool { return len(group.answers) == 0 })
}

// gateWord says how a gate came out.
func gateWord(gate report.GateLine) string {
	if gate.Met {
		return "met"
	}
	return "not met"
}

// gateFigures puts what is required beside what is there.
func gateFigures(gate report.GateLine) string {
	if gate.Required == "" {
		return "actual " + gate.Actual
	}
	return "required " + gate.Required + ", actual " + gate.Actual
}
