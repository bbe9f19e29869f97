package export

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// titleOf is the short title of a question; its id for one that the document does not have.
func titleOf(doc *report.Document, question string) string {
	if answer := answerTo(doc, question); answer != nil && answer.Title != "" {
		return answer.Title
	}
	return question
}

// answerTo is nil for a question that the document does not have.
func answerTo(doc *report.Document, question string) *report.Answer {
	at := slices.IndexFunc(doc.Answers, func(a report.Answer) bool { return a.Question == question })
	if at < 0 {
		return nil
	}
	return &doc.Answers[at]
}

// causesShown is to how many questions a line of a log gives the answers in words; the others are named.
const causesShown = 3

// because names the answers that something follows from, the first ones in words: a condition on a whole axis rests on many.
func because(causes []report.Cause) string {
	var said []string
	for i, cause := range causes {
		name := report.Named(cause.Title, cause.Question)
		switch {
		case i >= causesShown:
			said = append(said, name)
		case cause.Option == "":
			said = append(said, name+": "+cause.Text)
		default:
			said = append(said, name+": "+english.Quote(cause.Text))
		}
	}
	if len(said) <= causesShown {
		return strings.Join(said, "; ")
	}
	return strings.Join(said[:causesShown], "; ") + "; also " + strings.Join(said[causesShown:], ", ")
}
