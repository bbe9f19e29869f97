package answers

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/opsfit/opsfit/internal/diag"
)

// LongestExemption is for how many years from the day of a run a danger can be accepted. Longer is no exception any more: whoever
// needs that has to look at it again.
const LongestExemption = 1

// leastReasonLetters is the number of letters below which a reason cannot say what was weighed.
const leastReasonLetters = 10

// leastDifferentLetters tells words from keys that were held down.
const leastDifferentLetters = 4

// fillers are the words that reasons made of nothing else consist of.
func fillers() []string {
	return []string{
		"a", "accept", "accepted", "all", "and", "approved", "are", "as", "at", "because", "before", "business", "by", "do", "done", "exempt",
		"exempted", "exemption", "exception", "false", "fine", "fix", "fixed", "for", "good", "i", "ignore", "ignored", "in", "is", "it", "just",
		"known", "later", "lorem", "ipsum", "n", "na", "need", "needed", "no", "none", "nope", "not", "now", "of", "ok", "okay", "on", "one",
		"placeholder", "please", "positive", "reason", "reasons", "required", "risk", "see", "skip", "some", "soon", "tba", "tbc", "tbd",
		"temp", "temporarily", "temporary", "test", "that", "the", "this", "to", "todo", "us", "waived", "warning", "we", "will", "wip",
		"work", "wontfix", "x", "xx", "xxx", "yes", "yet",
	}
}

// saysNothing reports a reason with too few letters, or of filler alone.
func saysNothing(reason string) bool {
	letters := map[rune]int{}
	count := 0
	for _, r := range strings.ToLower(reason) {
		if unicode.IsLetter(r) {
			letters[r]++
			count++
		}
	}
	if count < leastReasonLetters || len(letters) < leastDifferentLetters {
		return true
	}
	known := fillers()
	words := strings.FieldsFunc(strings.ToLower(reason), func(r rune) bool { return !unicode.IsLetter(r) })
	return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(known, word) })
}

// CheckExemptions reports exemptions that end later than is allowed on a day, YYYY-MM-DD, in the file of that name.
func (s *Sheet) CheckExemptions(file, day string) diag.List {
	now, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return nil // Without a day nothing can be too late.
	}
	last := now.AddDate(LongestExemption, 0, 0).Format(time.DateOnly)
	var found diag.List
	for _, e := range s.Exemptions {
		if e.Until > last { // Days in this form are ordered as texts are.
			found = append(found, diag.Diagnostic{
				Severity: diag.Error, Code: "long-exemption", File: file, Pos: e.UntilPos, Length: len(e.Until),
				Message: "the exemption of " + diag.Quote(e.Warning) + " ends more than a year from now",
				Hint:    "name a day up to " + last + ", and look at it again then",
			})
		}
	}
	return found
}
