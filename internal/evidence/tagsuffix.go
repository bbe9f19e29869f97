package evidence

import (
	"slices"
	"strings"
)

// readSuffix reads what follows the numbers of a version.
func readSuffix(suffix string, numbers []int64) tagName {
	// A build number does not make another version.
	suffix, _, _ = strings.Cut(suffix, "+")
	if len(suffix) == 1 && isLetter(suffix[0]) {
		// One letter, as in 1.0.2u, is a patch.
		return tagName{class: stableTag, version: append(numbers, int64(suffix[0]|0x20-'a')+1)}
	}
	parts := strings.FieldsFunc(suffix, func(r rune) bool { return strings.ContainsRune("-_.~/@", r) })
	if suffix != "" && len(parts) == 0 {
		return tagName{}
	}
	if isPre(parts) {
		return tagName{class: preTag, version: numbers}
	}
	for _, part := range parts {
		switch word, digits := wordAndNumber(part); {
		case word == "p" && digits != "", word == "" && suffix[0] == '-' && len(parts) == 1:
			// A patch level (OpenSSH) or a revision (Debian). Numbers that npm puts after a dash for pre-releases look
			// the same.
			numbers = append(numbers, parseNumber(digits))
		case !isFinalWord(word) || digits != "":
			return tagName{}
		}
	}
	return tagName{class: stableTag, version: numbers}
}

// isPre reports whether one of the parts marks a pre-release; a single letter does so before a number only.
func isPre(parts []string) bool {
	for i, part := range parts {
		word, digits := wordAndNumber(part)
		if isPreWord(word) && (len(word) > 1 || digits != "" || i+1 < len(parts) && isNumber(parts[i+1])) {
			return true
		}
	}
	return false
}

// wordAndNumber splits "rc1" into its letters, in lower case, and its digits. For any other form the word is "".
func wordAndNumber(part string) (word, digits string) {
	end := 0
	for end < len(part) && isLetter(part[end]) {
		end++
	}
	word, digits = strings.ToLower(part[:end]), part[end:]
	if digits != "" && !isNumber(digits) {
		return part, ""
	}
	return word, digits
}

// isFinalWord reports whether a word says that a version is a release. Others, such as eol, retract, branchpoint, last,
// base or start, mark something else, and unknown ones may mean anything.
func isFinalWord(word string) bool {
	return slices.Contains([]string{"final", "ga", "release", "ce", "lts"}, word)
}

// compareVersions orders versions by their numbers; missing ones are 0.
func compareVersions(a, b []int64) int { return slices.Compare(trimZeros(a), trimZeros(b)) }

// trimZeros drops zeros at the end: 1.2 and 1.2.0 are the same version.
func trimZeros(version []int64) []int64 {
	for len(version) > 0 && version[len(version)-1] == 0 {
		version = version[:len(version)-1]
	}
	return version
}

// isMinor reports whether a version has only zeros after its second number.
func isMinor(version []int64) bool { return len(version) >= 2 && len(trimZeros(version)) <= 2 }

// isCalendar reports whether a version begins with a year.
func isCalendar(version []int64) bool {
	return len(version) >= 2 && isYear(version[0])
}

func isYear(n int64) bool { return n >= 1990 && n <= 2100 }
