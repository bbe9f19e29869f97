package evidence

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// rhythms finds in prose how often something is released.
type rhythms struct {
	phrases []*regexp.Regexp
}

// newRhythms compiles the phrases. Each has an optional number and a unit, or one word for both. A phrase has to
// mention releases itself: documents speak of many things that happen every week.
func newRhythms() *rhythms {
	const (
		number = `(?:(\d{1,3}|other|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -])`
		unit   = `(day|week|month|quarter|year)s?\b`
		cycle  = `(?:cycle|cadence|schedule|interval|train|rhythm)s?\b`
	)
	return &rhythms{phrases: compiledAll(
		`\b(?:releas(?:e|es|ed|ing)|ships|shipped)\b[^.;]{0,40}?\b(?:every|each) `+number+`?`+unit,
		`\b(?:every|each) `+number+`?`+unit+`,? (?:(?:we|a|an|the|there is|there are|new|minor|major|feature|stable) )*`+
			`releas(?:e|es|ed)\b`,
		`\b`+number+unit+` (?:\([^)]*\) )?release `+cycle,
		`\brelease `+cycle+`[^.;]{0,50}?\b(?:is|of|lasts|takes|spans) (?:(?:about|around|approximately|roughly|usually|every) )?`+number+unit,
		`\b(weekly|fortnightly|monthly|quarterly|yearly|annual) (?:minor |major |feature |stable )?release(?: `+cycle+`|s\b)`,
		`\b(?:release(?: it| them)?|releas(?:es|ed)\b[^.;,]{0,25}?) (weekly|fortnightly|monthly|quarterly|yearly|annually)\b`,
	)}
}

func compiledAll(phrases ...string) []*regexp.Regexp {
	list := make([]*regexp.Regexp, 0, len(phrases))
	for _, phrase := range phrases {
		list = append(list, regexp.MustCompile(phrase))
	}
	return list
}

// findClaim returns the first sentence of a document that says how often something is released, and the days between two releases.
func (r *rhythms) findClaim(document string) (sentence string, days float64, found bool) {
	for _, sentence := range sentencesOf(document) {
		text := strings.ToLower(sentence)
		if !strings.Contains(text, "releas") {
			continue
		}
		for _, phrase := range r.phrases {
			if at := phrase.FindStringSubmatchIndex(text); at != nil && !isAboutPeople(text[at[1]:]) {
				return sentence, daysIn(phrase.FindStringSubmatch(text)[1:]), true
			}
		}
	}
	return "", 0, false
}

// isAboutPeople reports whether a phrase goes on with people or things that have to do with releases, and so is not
// about the releases themselves.
func isAboutPeople(rest string) bool {
	next := strings.FieldsFunc(rest[:min(len(rest), longestWord)], func(r rune) bool { return r < 'a' || r > 'z' })
	return len(next) > 0 && strings.HasPrefix(rest, " ") && slices.Contains([]string{
		"manager", "managers", "team", "shepherd", "captain", "meeting", "meetings", "call", "sync", "note", "notes", "candidate", "candidates",
	}, next[0])
}

// longestWord is how far a phrase is read on.
const longestWord = 20

// daysIn reads "six", "week" or "monthly". A month is a twelfth of a year of 365 days.
func daysIn(words []string) float64 {
	const year = 365.0
	length := map[string]float64{
		"day": 1, "week": 7, "weekly": 7, "fortnightly": 14, "month": year / 12, "monthly": year / 12, "quarter": year / 4,
		"quarterly": year / 4, "year": year, "yearly": year, "annual": year, "annually": year,
	}
	if len(words) == 1 {
		return length[words[0]]
	}
	return numberIn(words[0]) * length[words[1]]
}

// numberIn reads digits or a word; "" is one, and "other" two.
func numberIn(word string) float64 {
	words := []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if word == "other" {
		word = "two"
	}
	if at := slices.Index(words, word); at >= 0 {
		return float64(max(at, 1))
	}
	n, _ := strconv.Atoi(word)
	return float64(max(n, 1))
}

// sentencesOf splits prose into sentences, without tables and blocks of code.
func sentencesOf(document string) []string {
	var list []string
	var paragraph []string
	end := func() {
		list = append(list, cutSentences(strings.Join(paragraph, " "))...)
		paragraph = nil
	}
	code := false
	for line := range strings.Lines(document) {
		line = strings.TrimSpace(line)
		switch fence := strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~"); {
		case fence:
			code = !code
			end()
		case code || strings.HasPrefix(line, "|"):
		case line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* "):
			end()
			paragraph = append(paragraph, strings.TrimLeft(line, "#-* "))
		default:
			paragraph = append(paragraph, line)
		}
	}
	end()
	return list
}

// cutSentences ends a sentence at a stop before a space, and takes the marks of emphasis out.
func cutSentences(text string) []string {
	text = strings.Join(strings.Fields(strings.NewReplacer("*", "", "`", "", "_", " ").Replace(text)), " ")
	return strings.Split(strings.NewReplacer(". ", ".\n", "? ", "?\n", "! ", "!\n").Replace(text), "\n")
}
