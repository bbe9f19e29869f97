// Package english formats counts, lists and numbers for sentences. It holds the only rule of rounding of the program.
package english

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
)

// Count formats a number with its noun: "1 answer", "3 answers". The plural of the noun must end in s.
func Count(n int, noun string) string { return CountOf(n, noun, noun+"s") }

// CountOf is Count for a noun with an irregular plural: "1 person", "3 people".
func CountOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Number writes a count as a word up to ten, "two", and in digits beyond.
func Number(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < 0 || n >= len(words) {
		return strconv.Itoa(n)
	}
	return words[n]
}

// List joins texts with commas and a final "and".
func List(texts []string) string { return ListWith(texts, "and") }

// ListWith is List with another word before the last text.
func ListWith(texts []string, word string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	last := len(texts) - 1
	return strings.Join(texts[:last], ", ") + " " + word + " " + texts[last]
}

// Quote puts other people's words in quotation marks. Escaping is up to writers.
func Quote(text string) string { return `"` + text + `"` }

// Capital and Lower change only the first letter.
func Capital(text string) string { return first(text, unicode.ToUpper) }

// Lower is the reverse of Capital.
func Lower(text string) string { return first(text, unicode.ToLower) }

func first(text string, change func(rune) rune) string {
	runes := []rune(text)
	if len(runes) > 0 {
		runes[0] = change(runes[0])
	}
	return string(runes)
}

// Fixed formats a number with a fixed number of decimals, halves away from zero as people round: 2.15 is 2.2 and -0.125
// is -0.13, although the nearest binary fraction of the one lies below it and the other has an even neighbour. Zero has
// no sign. "?" for nil.
func Fixed(value *float64, decimals int) string {
	if value == nil {
		return "?"
	}
	text := round(*value, decimals)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return text
}

// Plain is Fixed without trailing zeros.
func Plain(value *float64, decimals int) string {
	text := Fixed(value, decimals)
	if strings.Contains(text, ".") && !strings.Contains(text, "e") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// Percent formats a share 0..1 as whole percent, "87 %"; "?" for nil. Only all is "100 %" and only none is "0 %": 299 of 300 are
// 99 %, and 1 of 300 is "under 1 %".
func Percent(share *float64) string {
	const one = 0.01
	switch {
	case share == nil:
		return "?"
	case 0 < *share && *share < one:
		return "under 1 %"
	}
	scaled := *share * 100
	if 1-one < *share && *share < 1 {
		scaled = 99
	}
	return Plain(&scaled, 0) + " %"
}

// Share formats a share 0..1 with two decimals, "0.87"; "?" for nil. Only all is 1 and only none is 0, as with Percent.
func Share(share *float64) string {
	const least, most = 0.01, 0.99
	if share == nil || *share <= 0 || *share >= 1 {
		return Plain(share, 2)
	}
	kept := min(max(*share, least), most)
	return Plain(&kept, 2)
}

// round is the only rule of rounding. Numbers that only a broken file can hold are kept short.
func round(value float64, decimals int) string {
	const beyond = 1e6
	if math.Abs(value) >= beyond || math.IsNaN(value) {
		return strconv.FormatFloat(value, 'g', 3, 64)
	}
	exact, _ := new(big.Rat).SetString(strconv.FormatFloat(value, 'g', -1, 64))
	return exact.FloatString(decimals)
}

// Exact formats a fraction with all its decimals if they are few, and rounded to four otherwise.
func Exact(r *big.Rat) string {
	const most = 4
	digits, exact := r.FloatPrec()
	if !exact || digits > most {
		digits = most
	}
	return r.FloatString(digits)
}

// SignedExact is Exact with a plus sign for positive numbers.
func SignedExact(r *big.Rat) string {
	if r.Sign() > 0 {
		return "+" + Exact(r)
	}
	return Exact(r)
}
