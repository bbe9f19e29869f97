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
		marked[i] = c.known && c.note != none && t.notes[c.note].makesRelease
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
// "chore(main): release 1.2.0", "v1.2.0", "Bump version to 1.2.0", "Version Packages".
func isReleaseSubject(subject []byte) bool {
	const longest = 100
	text, _, _ := bytes.Cut(withoutLabels(subject), []byte(" ["))
	words := strings.Fields(strings.ToLower(string(text[:min(len(text), longest)])))
	if last := len(words) - 1; last > 0 && hasNumberMark([]byte(words[last])) {
		words = words[:last]
	}
	if len(words) < 2 {
		return len(words) == 1 && isVersionWord(words[0])
	}
	rest := strings.Join(words[1:], " ")
	switch words[0] {
	case "release", "releasing", "released", "cut", "tag", "publish":
		return namesVersion(words[1:], 2)
	case "version":
		return rest == "packages" || rest == "bump" || namesVersion(words[1:], 1)
	case "prepare":
		return hasPrefix(rest, "release", "for release", "the release", "for next development iteration", "next development iteration")
	case "bump", "set", "update", "increment":
		return setsVersion(words[1:])
	}
	return false
}

// setsVersion reports whether the words after "bump" are about the version of the whole: "version to 1.2.0", "to 1.2.0".
func setsVersion(words []string) bool {
	rest := strings.Join(words, " ")
	return hasPrefix(rest, "version", "the version", "project version") && !strings.Contains(rest, "of ") ||
		namesVersion(words, 1) || len(words) == 2 && words[0] == "to" && isVersionWord(words[1])
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
