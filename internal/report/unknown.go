package report

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// tally counts the answers by status.
type tally struct {
	answered, dontKnow, notApplicable, skipped int
}

func count(list []Answer) tally {
	var t tally
	for i := range list {
		switch answers.Status(list[i].Status) {
		case answers.Answered:
			t.answered++
		case answers.DontKnow:
			t.dontKnow++
		case answers.NotApplicable:
			t.notApplicable++
		default:
			t.skipped++
		}
	}
	return t
}

func unknown(doc *Document) []string {
	sentences := openSentences(doc)
	if text := unconfirmed(doc.Answers); text != "" {
		sentences = append(sentences, text)
	}
	return sentences
}

func openSentences(doc *Document) []string {
	t := count(doc.Answers)
	if t.dontKnow+t.skipped == 0 {
		return []string{"No question is open" + outOf(t) + "."}
	}
	sentences := []string{open(doc.Answers, t)}
	if v := doc.Verdict.Leaning; v != nil {
		sentences = append(sentences, CouldMove(v, doc.Answers)...)
	}
	return sentences
}

func outOf(t tally) string {
	if t.notApplicable == 0 {
		return ""
	}
	return fmt.Sprintf("; %s left out as not applicable", english.Count(t.notApplicable, "question"))
}

func open(list []Answer, t tally) string {
	var parts []string
	if t.dontKnow > 0 {
		parts = append(parts, fmt.Sprintf("answered \"don't know\": %s", names(list, answers.DontKnow, "")))
	}
	if t.skipped > 0 {
		parts = append(parts, fmt.Sprintf("skipped: %s", names(list, answers.Skipped, "")))
	}
	return fmt.Sprintf("%s open, %s%s.", areOpen(t.dontKnow+t.skipped), strings.Join(parts, "; "), outOf(t))
}

func areOpen(n int) string {
	if n == 1 {
		return "1 question is"
	}
	return english.Count(n, "question") + " are"
}

// longestList is how many question names a sentence carries; the details hold the rest.
const longestList = 6

// names lists the questions with a status, and with a measure when one is given; a long list is cut.
func names(list []Answer, status answers.Status, measure questionnaire.Measure) string {
	var found []string
	for i := range list {
		if list[i].Status == string(status) && (measure == "" || list[i].Measures == string(measure)) {
			found = append(found, list[i].Question)
		}
	}
	return Shortened(found)
}

// Shortened joins names like Listed and counts those beyond the first few.
func Shortened(found []string) string {
	if len(found) > longestList {
		rest := len(found) - longestList + 1
		found = append(found[:longestList-1:longestList-1], fmt.Sprintf("%d more", rest))
	}
	return english.List(found)
}

// CouldMove says how far what is open could move each part of the verdict.
func CouldMove(v *Leaning, list []Answer) []string {
	var sentences []string
	if isOpen(list, questionnaire.Lean) && v.Practice.Low != nil {
		sentences = append(sentences, rangeSentence(v))
	}
	if isOpen(list, questionnaire.Readiness) {
		sentences = append(sentences, "Open readiness questions count as unproven in the lower bound: "+readinessRange(v)+".")
	}
	if isOpen(list, questionnaire.Context) {
		sentences = append(sentences, "Open questions about the situation leave it without their say; each answer could move it.")
	}
	return sentences
}

func isOpen(list []Answer, measure questionnaire.Measure) bool {
	return names(list, answers.DontKnow, measure)+names(list, answers.Skipped, measure) != ""
}

func rangeSentence(v *Leaning) string {
	low, high := BandWord(v.Practice.LowBand), BandWord(v.Practice.HighBand)
	span := fmt.Sprintf("%s (%s) to %s (%s)", Signed(v.Practice.Low), low, Signed(v.Practice.High), high)
	switch {
	case !v.Practice.Scored:
		return "With every open style question at one end or the other, how you work could be anywhere from " + span + "."
	case low == high:
		return fmt.Sprintf("Whatever the open style questions hide, how you work stays %s (%s to %s).",
			low, Signed(v.Practice.Low), Signed(v.Practice.High))
	case SideOf(v.Practice.LowBand) == SideOf(v.Practice.HighBand):
		return "The open style questions could move how you work from " + span + ": another word, the same side."
	}
	return "The open style questions could move how you work from " + span + ": another side, so answer them first."
}

func readinessRange(v *Leaning) string {
	value, bound := english.Plain(v.Readiness.Value, 1), english.Plain(v.Readiness.LowerBound, 1)
	switch {
	case v.Readiness.Value == nil:
		return "none is answered, so readiness is not scored"
	case value == bound:
		return "readiness stays at " + value + " of 4"
	}
	return fmt.Sprintf("readiness is %s of 4 on what is known and %s if they hide nothing", value, bound)
}
