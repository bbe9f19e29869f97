package evidence

import (
	"slices"
	"strconv"
	"strings"
)

// class is what the name of a tag says that it is.
type class int

const (
	otherTag class = iota
	stableTag
	preTag
	counterTag
)

// tagName is the parsed name of a tag.
type tagName struct {
	class class
	// series is the component that has its own versions; "" for the main one.
	series string
	// version holds the numbers, then what follows them as further numbers: a patch level (P1), a letter (u) or a revision (-2).
	// For a counter it is the number alone. It is empty for a tag that only a pattern makes a release.
	version []int64
}

// isRelease reports whether a tag makes a release of its commit.
func (n *tagName) isRelease() bool { return n.class == stableTag || n.class == counterTag }

// separators are the characters between the parts of a name.
const separators = "/@-_"

// maxNumbers is how many numbers a version may have; with a fifth it is something else.
const maxNumbers = 4

// readTagName reads "[component sep][v|release-…]N(.|_)N[(.|_)N[(.|_)N]][suffix]"; the first run of numbers that looks like a
// version wins. One that follows a separator or a word for "release" is preferred to one that hangs on another word.
func readTagName(name string) tagName {
	found, ok := findVersion(name, true)
	if !ok {
		found, ok = findVersion(name, false)
	}
	date, dated := findDate(name)
	dated = dated && (!ok || date.start <= found.start)
	switch {
	case dated:
		found = date
	case !ok:
		return readCounter(name)
	}
	series := stripRelease(name[:found.start])
	read := readSuffix(name[found.end:], found.numbers)
	read.series = series
	if read.class != otherTag && isPreComponent(series, name[:found.start]) {
		read.class = preTag
	}
	if dated && read.class == stableTag && !isDatedSeries(strings.ToLower(series)) {
		return tagName{}
	}
	return read
}

// run is a run of numbers within a name.
type run struct {
	start, end int
	numbers    []int64
}

// findVersion finds the first run of two to four numbers. With atBoundary the letters before it must be a word for "release".
func findVersion(name string, atBoundary bool) (run, bool) {
	for i := 0; i < len(name); i++ {
		if !isDigit(name[i]) {
			continue
		}
		found := readRun(name, i)
		letters := lettersBefore(name, i)
		if len(found.numbers) >= 2 && (!atBoundary || letters == "" || isReleaseWord(letters)) {
			return found, true
		}
		i = found.end - 1
	}
	return run{}, false
}

// readRun reads numbers joined by dots or underscores, at most maxNumbers of them.
func readRun(name string, start int) run {
	found := run{start: start, end: start}
	for at := start; at < len(name) && len(found.numbers) < maxNumbers; {
		end := at
		for end < len(name) && isDigit(name[end]) {
			end++
		}
		if end == at {
			break
		}
		found.numbers = append(found.numbers, parseNumber(name[at:end]))
		found.end = end
		if end == len(name) || name[end] != '.' && name[end] != '_' {
			break
		}
		at = end + 1
	}
	return found
}

// parseNumber parses digits; a number that is too long becomes a very large one.
func parseNumber(digits string) int64 {
	const largest = 1 << 40
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return largest
	}
	return min(n, largest)
}

func lettersBefore(name string, end int) string {
	start := end
	for start > 0 && isLetter(name[start-1]) {
		start--
	}
	return name[start:end]
}

// isReleaseWord reports whether a word only says that something is a version.
func isReleaseWord(word string) bool {
	return slices.Contains([]string{"v", "ver", "version", "r", "rel", "release", "releases", "tag", "tags"}, strings.ToLower(word))
}

// stripRelease removes the words for "release" from both ends of what precedes a version; the rest names the series.
func stripRelease(text string) string {
	for {
		text = strings.TrimRight(text, separators+".")
		last := text[strings.LastIndexAny(text, separators)+1:]
		if !isReleaseWord(last) {
			break
		}
		text = strings.TrimSuffix(text, last)
	}
	for {
		at := strings.IndexAny(text, separators)
		if at < 0 || !isReleaseWord(text[:at]) {
			return text
		}
		text = strings.TrimLeft(text[at:], separators)
	}
}

// isPreComponent reports whether a component is itself a word for a pre-release, as in rc-8_22_0, or for what never left
// the team. Before a slash or an @ the word may also name a module, so only words that no module is called count there.
func isPreComponent(series, before string) bool {
	word := strings.ToLower(series)
	if isTestPlace(word) {
		return true
	}
	if end := strings.TrimRight(before, "vV"); strings.HasSuffix(end, "/") || strings.HasSuffix(end, "@") {
		return slices.Contains([]string{
			"rc", "alpha", "beta", "pre", "prerelease", "preview", "milestone", "canary", "nightly", "snapshot", "weekly",
		}, word)
	}
	return isPreWord(word) || word == "build" || word == "ci"
}

// isTestPlace reports whether a word names a place where something is tried before users get it.
func isTestPlace(word string) bool {
	return slices.Contains([]string{"staging", "stage", "uat", "qa", "preprod", "preproduction"}, word)
}

func isPreWord(word string) bool {
	return slices.Contains([]string{
		"a", "b", "rc", "cr", "alpha", "beta", "pre", "prerelease", "preview", "dev", "ea", "eap", "m", "milestone", "next", "canary",
		"nightly", "snapshot", "weekly", "test", "testing", "temp", "tmp", "experimental", "unstable", "edge", "wip", "draft",
	}, word)
}

// readCounter reads release_123, deploy-42 and prod-7. No other word counts: build_5 and preview_5 are not releases.
func readCounter(name string) tagName {
	at := strings.IndexAny(name, separators)
	if at < 0 {
		return tagName{}
	}
	word, digits := strings.ToLower(name[:at]), name[at+1:]
	if !slices.Contains([]string{"release", "deploy", "prod"}, word) || !isNumber(digits) {
		return tagName{}
	}
	return tagName{class: counterTag, series: word, version: []int64{parseNumber(digits)}}
}

func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
