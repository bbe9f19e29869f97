package evidence

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// length writes a time given in days, in the unit that fits: "40 minutes", "7 hours", "12 days", "1.5 days".
func length(days float64) string {
	const hour, minute = 1.0 / 24, 1.0 / (24 * 60)
	switch {
	case days < minute:
		return "less than a minute"
	case days < hour:
		return counted(rounded(days/minute), "minute")
	case days < 2:
		if days == 1 {
			return "1 day"
		}
		return counted(rounded(days/hour), "hour")
	}
	return figure(days) + " days"
}

// between writes two times, both in days where they are long.
func between(low, high float64) string {
	first, second := length(low), length(high)
	if first == second {
		return first
	}
	if strings.HasSuffix(second, " days") {
		first = strings.TrimSuffix(strings.TrimSuffix(first, " days"), " day")
	}
	return "between " + first + " and " + second
}

// figure writes a number with one decimal below ten, and none above.
func figure(value float64) string {
	if math.Abs(value) >= 10 || value == math.Trunc(value) {
		return strconv.FormatFloat(math.Round(value), 'f', 0, 64)
	}
	return strings.TrimSuffix(strconv.FormatFloat(value, 'f', 1, 64), ".0")
}

// percent writes a share 0..1, with one decimal below ten per cent; only what is nothing is "0 %", and only all "100 %".
func percent(part float64) string {
	scaled := part * 100
	switch {
	case part > 0 && scaled < 0.05:
		return "less than 0.1 %"
	case part < 1 && scaled >= 99.5:
		return "over 99 %"
	}
	return figure(scaled) + " %"
}

func rounded(value float64) int { return int(math.Round(value)) }

// counted writes a number with its noun, "1 release", "3 releases"; of two words with a preposition the first takes the s.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if noun == "person" {
		return strconv.Itoa(n) + " people"
	}
	head, rest := noun, ""
	for _, word := range []string{" in ", " on ", " of ", " with ", " whose ", " that "} {
		if before, after, found := strings.Cut(noun, word); found && len(before) < len(head) {
			head, rest = before, word+after
		}
	}
	switch rest {
	case " whose commit is known":
	case " that is 14 days old":
		rest = " that are 14 days old"
	}
	return strconv.Itoa(n) + " " + head + "s" + rest
}

func be(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// upper and lower change the first letter alone.
func upper(text string) string { return first(text, unicode.ToUpper) }
func lower(text string) string { return first(text, unicode.ToLower) }

func first(text string, change func(rune) rune) string {
	runes := []rune(text)
	if len(runes) > 0 {
		runes[0] = change(runes[0])
	}
	return string(runes)
}
