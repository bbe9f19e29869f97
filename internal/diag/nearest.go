package diag

import (
	"cmp"
	"strings"
)

// DidYouMean returns a hint such as `did you mean "integration"?` that names the candidate nearest to a name a
// person wrote, or "" when none is near enough to be a plausible slip. Ties go to the earlier candidate.
func DidYouMean(name string, candidates []string) string {
	if near := Nearest(name, candidates); near != "" {
		return "did you mean " + Quote(near) + "?"
	}
	return ""
}

// Nearest returns the candidate with the smallest edit distance to name (swapped neighbours count as one edit;
// case, spaces, hyphens and underscores do not count). When each distance is over a third of the longer of the two, it returns the
// only candidate that begins with the name, of three letters or more, or else "". One edit is always near enough, except between
// single letters, which then have nothing in common.
func Nearest(name string, candidates []string) string {
	best, bestDistance := "", longest
	wanted := []rune(normalizeName(name))
	if len(wanted) == 0 || len(wanted) > longest {
		return ""
	}
	for _, candidate := range candidates {
		letters := []rune(normalizeName(candidate))
		if len(letters) > longest {
			continue
		}
		longer := max(len(letters), len(wanted))
		limit := min(max(1, longer/3), longer-1)
		if d := editDistance(wanted, letters); d <= limit && d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return cmp.Or(best, onlyBeginning(string(wanted), candidates))
}

// onlyBeginning returns the candidate that begins with a normalised name; "" for none, for several, and for too short a name.
func onlyBeginning(name string, candidates []string) string {
	const least = 3
	only := ""
	for _, candidate := range candidates {
		letters := normalizeName(candidate)
		switch {
		case len(name) < least || len(candidate) > longest || !strings.HasPrefix(letters, name):
		case only == "":
			only = candidate
		case letters != normalizeName(only):
			return ""
		}
	}
	return only
}

// longest is the length of the longest name that is compared: an edit distance is quadratic in length, and nobody mistypes a name of
// hundreds of letters.
const longest = 80

func normalizeName(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// Distance is how many letters two names differ by; swapped neighbours count as one. Unlike Nearest it takes names as they are,
// and its time is the product of their lengths.
func Distance(a, b string) int { return editDistance([]rune(a), []rune(b)) }

// editDistance returns the optimal string alignment distance, using three rows.
func editDistance(a, b []rune) int {
	before, previous := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current := make([]int, len(b)+1)
		current[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			current[j] = min(previous[j]+1, current[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				current[j] = min(current[j], before[j-2]+1)
			}
		}
		before, previous = previous, current
	}
	return previous[len(b)]
}
