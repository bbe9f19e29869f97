package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
)

// Freshness says which answers are older than a limit. Only answers that state something are looked at: what is open
// cannot get old.
type Freshness struct {
	// MaxAge is the limit as it was asked for: "180d", "6m", "1y".
	MaxAge string `json:"max_age"`
	// Since is the earliest day that is within the limit, YYYY-MM-DD.
	Since string `json:"since"`
	// Stale are the older answers, the oldest first, then in the order of the questionnaire.
	Stale []Aged `json:"stale"`
	// Undated are the questions whose answers have no day, or one that is still to come, in the order of the questionnaire.
	Undated []string `json:"undated"`
}

// Aged is an answer with the day on which it was reviewed, or else the day of the answers.
type Aged struct {
	Question string `json:"question"`
	Date     string `json:"date"`
	// Days is the age on the day of the document.
	Days int `json:"days"`
}

// aged says which answers are over the limit that was set; answers of one age share a sentence.
func aged(doc *Document) []string {
	f := doc.Freshness
	if f == nil {
		return nil
	}
	sentences := []string{fmt.Sprintf("On %s an answer may be %s old: given or reviewed on %s or later.", doc.AsOf, span(f.MaxAge), f.Since)}
	for rest := f.Stale; len(rest) > 0; {
		same := rest[:1]
		for len(same) < len(rest) && rest[len(same)].Date == rest[0].Date {
			same = rest[:len(same)+1]
		}
		sentences = append(sentences, fmt.Sprintf("%s old (%s): %s.", english.Count(rest[0].Days, "day"), rest[0].Date, questionsOf(same)))
		rest = rest[len(same):]
	}
	if len(f.Undated) > 0 {
		sentences = append(sentences, "Without a date, or dated in the future: "+strings.Join(f.Undated, ", ")+".")
	}
	if len(f.Stale)+len(f.Undated) == 0 {
		sentences = append(sentences, recent(doc))
	}
	return sentences
}

// span puts an age such as 180d, 6m or 1y into words; another text stays as it is.
func span(age string) string {
	units := []struct{ end, name string }{{"d", "day"}, {"m", "month"}, {"y", "year"}}
	for _, unit := range units {
		digits, found := strings.CutSuffix(age, unit.end)
		if n, err := strconv.Atoi(digits); found && err == nil {
			return english.Count(n, unit.name)
		}
	}
	return age
}

func questionsOf(list []Aged) string {
	var names []string
	for _, answer := range list {
		names = append(names, answer.Question)
	}
	return strings.Join(names, ", ")
}

func recent(doc *Document) string {
	if !slices.ContainsFunc(doc.Answers, func(a Answer) bool { return a.States() }) {
		return "There is no answer that could be too old."
	}
	return "Every answer is recent enough."
}

// States reports that an answer says something about the service, which may get out of date: an option, or that the
// question does not apply.
func (a *Answer) States() bool {
	return a.Status == string(answers.Answered) || a.Status == string(answers.NotApplicable)
}
