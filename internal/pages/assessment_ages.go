package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// ages say which answers are over the limit that was set; answers of one age share a sentence.
func ages(doc *report.Document) []string {
	f := doc.Freshness
	if f == nil {
		return nil
	}
	sentences := []string{fmt.Sprintf("On %s an answer may be %s old: given or reviewed on %s or later.",
		said(doc.AsOf), ageInWords(f.MaxAge), said(f.Since))}
	for rest := f.Stale; len(rest) > 0; {
		var questions []string
		day := rest[0]
		for len(rest) > 0 && rest[0].Date == day.Date {
			questions, rest = append(questions, titleOfQuestion(doc.Answers, rest[0].Question)), rest[1:]
		}
		sentences = append(sentences,
			fmt.Sprintf("%s old (%s): %s.", english.Count(day.Days, "day"), said(day.Date), strings.Join(questions, ", ")))
	}
	if len(f.Undated) > 0 {
		sentences = append(sentences, "Without a date, or dated in the future: "+strings.Join(titlesOf(doc.Answers, f.Undated), ", ")+".")
	}
	if len(f.Stale)+len(f.Undated) == 0 {
		sentences = append(sentences, noneOld(doc))
	}
	return sentences
}

// ageInWords puts an age such as 180d, 6m or 1y into words; another text stays as it is.
func ageInWords(age string) string {
	for _, unit := range []struct{ end, name string }{{"d", "day"}, {"m", "month"}, {"y", "year"}} {
		digits, found := strings.CutSuffix(age, unit.end)
		if n, err := strconv.Atoi(digits); found && err == nil {
			return english.Count(n, unit.name)
		}
	}
	return said(age)
}

func noneOld(doc *report.Document) string {
	if !slices.ContainsFunc(doc.Answers, func(a report.Answer) bool { return a.States() }) {
		return "There is no answer that could be too old."
	}
	return "Every answer is recent enough."
}
