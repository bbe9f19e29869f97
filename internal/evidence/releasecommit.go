package evidence

import (
	"bytes"
	"slices"
	"strings"
)

// releaseCommits marks the commits that only make a release: they waited for nothing and are no part of what is
// released. A tagged commit is one unless it is all that its release brings, as where each change is released at once.
func (t *timeline) releaseCommits() []bool {
	marked := make([]bool, len(t.commits))
	others, arrivals := make([]int, len(t.releases)), make([]int, len(t.releases))
	for i := range t.commits {
		c := &t.commits[i]
		marked[i] = c.known && c.said&makesRelease != 0
		if first := t.first[i]; first != none && !c.isMerge() && !marked[i] {
			others[first]++
		}
	}
	for _, at := range t.line {
		if first := t.first[at]; first != none && !marked[at] {
			arrivals[first]++
		}
	}
	for i, r := range t.releases {
		c := &t.commits[r.commit]
		switch {
		case t.first[r.commit] != int32(i):
		case c.isMerge():
			marked[r.commit] = marked[r.commit] || arrivals[i] > 1
		default:
			marked[r.commit] = marked[r.commit] || others[i] > 1
		}
	}
	return marked
}

// isReleaseSubject reports whether a subject is one that people and programs give to the commit that makes a release:
// "chore(main): release 1.2.0", "v1.2.0", "Bump version to 1.2.0", "Version Packages". A version that something is set to
// without a word about what has to be an own one: "Update to 1.42" may be about what the project uses.
func isReleaseSubject(subject []byte, own *ownVersions) bool {
	rest := withoutLabels(subject)
	text, _, _ := bytes.Cut(rest, []byte(" ["))
	return mayStartRelease(text) && makesReleaseOf(text, string(subject[:len(subject)-len(rest)]), own)
}

// makesReleaseOf is isReleaseSubject for a subject without its labels.
func makesReleaseOf(text []byte, labels string, own *ownVersions) bool {
	const longest = 100
	words := strings.Fields(strings.ToLower(string(text[:min(len(text), longest)])))
	if last := len(words) - 1; last > 0 && hasNumberMark([]byte(words[last])) {
		words = words[:last]
	}
	if len(words) < 2 {
		return len(words) == 1 && isVersionWord(words[0]) && isLabelOfAll(labels)
	}
	switch words[0] {
	case "release", "releasing", "released", "cut", "tag", "publish":
		return namesVersion(words[1:], 2)
	case "version":
		return len(words) == 2 && (words[1] == "packages" || words[1] == "bump") || namesVersion(words[1:], 1) && isLabelOfAll(labels)
	case "prepare":
		return hasPrefix(strings.Join(words[1:], " "), "release", "for release", "the release",
			"for next development iteration", "next development iteration")
	case "bump", "set", "update", "increment":
		return setsVersion(words[1:], own) && isLabelOfAll(labels)
	}
	return false
}

// isLabelOfAll reports whether the labels of a subject speak of the whole, as in "chore(release): ": "parser: bump to
// 1.2.0" is about a part, or about something that the whole uses.
func isLabelOfAll(labels string) bool {
	for label := range strings.FieldsSeq(strings.ToLower(labels)) {
		name, scope, _ := strings.Cut(strings.Trim(label, "[]:!"), "(")
		if strings.HasPrefix(scope, "dep") || !strings.Contains(name, "release") &&
			!slices.Contains([]string{"", "*", "all", "build", "chore", "ci", "maint", "misc", "skip", "version"}, name) {
			return false
		}
	}
	return true
}

// mayStartRelease reports whether a subject can be one of those by its first word: nearly all cannot.
func mayStartRelease(text []byte) bool {
	for first := range bytes.FieldsSeq(text) {
		if bytes.ContainsAny(first, "0123456789") {
			return true
		}
		const longest = len("increment")
		return len(first) <= longest && slices.Contains([]string{
			"release", "releasing", "released", "cut", "tag", "publish", "version", "prepare", "bump", "set", "update", "increment",
		}, strings.ToLower(string(first)))
	}
	return false
}

// setsVersion reports whether the words after "bump" are about the version of the whole: "version to 1.2.0", "to 1.2.0".
func setsVersion(words []string, own *ownVersions) bool {
	if words[0] == "the" || words[0] == "project" || words[0] == "to" {
		words = words[1:]
	}
	switch {
	case len(words) == 0:
		return false
	case len(words) == 1 && !strings.Contains(words[0], "@") && isVersionWord(words[0]):
		return own.hold(words[0])
	}
	switch strings.TrimRight(words[0], ".:") {
	case "versions":
		return len(words) == 1
	case "version":
		return len(words) == 1 || isVersionWord(words[1]) ||
			slices.Contains([]string{"to", "from", "for", "number", "numbers"}, strings.TrimRight(words[1], "."))
	}
	return false
}

// namesVersion reports whether a version is among the first words, and there is little else.
func namesVersion(words []string, within int) bool {
	const most = 4
	return len(words) <= most && slices.ContainsFunc(words[:min(len(words), within)], isVersionWord)
}

// isVersionWord reports whether a word is a version, "v1.2.0" or "shop@1.2.0".
func isVersionWord(word string) bool {
	word = strings.Trim(word[strings.LastIndexByte(word, '@')+1:], `'"`+"`,.")
	word = strings.TrimPrefix(word, "v")
	before, after, found := bytes.Cut([]byte(word), []byte("."))
	return found && len(after) > 0 && isNumber(string(before)) && isDigit(after[0])
}
