package gate

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// listFreshness returns the answers that are too old; nil when no limit was set.
func (s Set) listFreshness(c Case) *report.Freshness {
	day, known := dayOf(c.Day)
	if !s.NeedsDay() || !known {
		return nil
	}
	since := s.maxAge.earliestDay(day)
	fresh := &report.Freshness{
		MaxAge: s.maxAge.String(), Since: since.Format(time.DateOnly), Stale: []report.Aged{}, Undated: []string{},
	}
	for _, aged := range agesOf(c.Document, day) {
		switch {
		case aged.Date == "":
			fresh.Undated = append(fresh.Undated, aged.Question)
		case aged.Date < fresh.Since:
			fresh.Stale = append(fresh.Stale, aged)
		}
	}
	slices.SortStableFunc(fresh.Stale, func(a, b report.Aged) int { return cmp.Compare(b.Days, a.Days) })
	return fresh
}

// agesOf returns the age of each answer that states something, in the order of the questionnaire, counted from the day
// of its review or else of the answers. An answer without a day, or with a future day, has no age.
func agesOf(doc *report.Document, day time.Time) []report.Aged {
	var ages []report.Aged
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		if !answer.States() {
			continue
		}
		aged := report.Aged{Question: answer.Question}
		written := string(cmp.Or(answer.Reviewed, doc.Date))
		// In time zones further east it may already be tomorrow.
		if from, ok := dayOf(written); ok && daysBetween(day, from) <= 1 {
			aged.Date, aged.Days = written, max(0, daysBetween(from, day))
		}
		ages = append(ages, aged)
	}
	return ages
}

// ageGates requires that no answer is too old. An answer without a date could be of any age.
func (s Set) ageGates(c Case) []report.Gate {
	fresh := c.Document.Freshness
	if fresh == nil {
		return nil
	}
	day, _ := dayOf(c.Day)
	since, _ := dayOf(fresh.Since)
	gate := report.Gate{
		Gate: "max-age " + fresh.MaxAge, Kind: report.AgeGate, Op: condition.LTE, Required: countValue(daysBetween(since, day)),
	}
	ages := agesOf(c.Document, day)
	for _, aged := range ages {
		if oldest := gate.Actual.Number; aged.Date != "" && (oldest == nil || float64(aged.Days) > *oldest) {
			gate.Actual = countValue(aged.Days)
		}
	}
	gate.Met = len(ages) > 0 && len(fresh.Stale)+len(fresh.Undated) == 0
	switch {
	case len(ages) == 0:
		gate.Reason = "No question is answered, so that there is not an age to look at."
	case !gate.Met:
		gate.Reason = report.Text(tooOld(len(fresh.Stale), len(fresh.Undated)))
	}
	return []report.Gate{gate}
}

func tooOld(stale, undated int) string {
	old, bare := fmt.Sprintf("%d answers are too old", stale), fmt.Sprintf("%d have no date, or one in the future", undated)
	if stale == 1 {
		old = "1 answer is too old"
	}
	if undated == 1 {
		bare = "1 has no date, or one in the future"
	}
	switch {
	case undated == 0:
		return old + "."
	case stale == 0:
		return "Of the answers, " + bare + "."
	}
	return old + ", and " + bare + "."
}

func countValue(n int) report.Value { return report.Number(new(float64(n))) }
