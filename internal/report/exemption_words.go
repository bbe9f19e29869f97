package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// ExemptionOf returns the exemption in force for a warning, and nil when there is none.
func ExemptionOf(doc *Document, warning string) *Exemption {
	at := slices.IndexFunc(doc.Exemptions, func(e Exemption) bool {
		return e.Warning == warning && e.Status == ExemptionInForce
	})
	if at < 0 {
		return nil
	}
	return &doc.Exemptions[at]
}

// ExemptedWords says until when an exemption holds, who answers for it, and why.
func ExemptedWords(e *Exemption) string { return e.term() + ": " + e.Reason }

// term is the end of an exemption and its owner.
func (e *Exemption) term() string {
	term := "without an end"
	if e.Until != "" {
		term = "until " + string(e.Until)
	}
	if e.Owner != "" {
		term += ", owner " + string(e.Owner)
	}
	return term
}

// notNeeded is said behind the reason: whoever reads it may take the exemption out.
func notNeeded(e *Exemption) string {
	if strings.HasSuffix(e.Reason, ".") {
		return " The warning does not apply."
	}
	return "; the warning does not apply"
}

func exempted(doc *Document) []string {
	var sentences []string
	for i := range doc.Exemptions {
		e := &doc.Exemptions[i]
		name := e.Warning
		if e.Severity != "" {
			name += " (" + string(e.Severity) + ")"
		}
		switch e.Status {
		case ExemptionExpired:
			name += fmt.Sprintf(": the exemption has expired, it was %s. It was given because: %s", e.term(), e.Reason)
		case ExemptionNotNeeded:
			name += ": exempted " + ExemptedWords(e) + notNeeded(e)
		case ExemptionInForce:
			name += ": exempted " + ExemptedWords(e)
		default:
			name += ": " + e.Reason
		}
		sentences = append(sentences, name)
	}
	return sentences
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
		sentences = append(sentences, fmt.Sprintf("%s old (%s): %s.", Counted(rest[0].Days, "day"), rest[0].Date, questionsOf(same)))
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
			return Counted(n, unit.name)
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
