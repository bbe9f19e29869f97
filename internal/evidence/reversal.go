package evidence

import (
	"slices"
	"strings"
)

// reversalWords begin the subjects by which other systems than git, and people, take something back.
func reversalWords() []string {
	return []string{"automated rollback", "backed out", "back out", "backout", "roll back", "rollback", "reverting", "reverted", "revert"}
}

// namedReversal reports whether a title, in lower case, says which change it takes back: "revert r1234" (Subversion),
// "backed out changeset 0123456789ab" (Mercurial), "automated rollback of commit 0123456" (Google), "revert merge
// branch". It returns the start of the hash if it is one.
func namedReversal(title string) (target string, named bool) {
	for _, verb := range reversalWords() {
		rest, found := strings.CutPrefix(title, verb)
		if !found {
			continue
		}
		words := strings.Fields(strings.TrimLeft(rest, ":"))
		if len(words) > 1 && (isNumber(words[0]) && words[1] == "changesets" || words[0] == "merge" && isMergeWord(words[1])) {
			return "", true
		}
		const most = 3
		for i := 0; i < min(len(words), most+1); i++ {
			if isReference(words[i]) {
				return hashAt([]byte(strings.Trim(words[i], `"'():,.`))), true
			}
			if !isReferenceNoun(words[i]) {
				return "", false
			}
		}
		return "", false
	}
	return "", false
}

func isMergeWord(word string) bool {
	return slices.Contains([]string{"branch", "pull", "request", "commit", "remote-tracking", "tag", "of"}, word)
}

// isReferenceNoun reports whether a word may stand between the verb and the name of a change.
func isReferenceNoun(word string) bool {
	return slices.Contains([]string{
		"of", "commit", "commits", "changeset", "changesets", "changelist", "cl", "revision", "rev", "svn",
		"pr", "mr", "pull", "merge", "request",
	}, word)
}

// isReference reports whether a word names a change: r1234, #12, !12, [1234] or the start of a hash.
func isReference(word string) bool {
	word = strings.Trim(word, `"'():,.`)
	for _, sign := range []string{"r", "#", "!", "["} {
		if rest, found := strings.CutPrefix(word, sign); found && isNumber(strings.TrimSuffix(rest, "]")) {
			return true
		}
	}
	return len(word) >= shortestHash && len(hashAt([]byte(word))) == len(word) && strings.ContainsAny(word, "0123456789")
}

// isLooseReversal reports whether a title, in lower case, says only in its own words that it takes something back. After
// a label such as "fix" the words are about what the program does, and to "back out of" something reverts nothing.
func isLooseReversal(label, title string) bool {
	if hasPrefix(label, "fix", "feat", "docs", "doc", "test", "refactor", "perf", "style") {
		return false
	}
	switch {
	case hasPrefix(title, "back out of", "backout of", "backed out of", "roll back of"):
		return false
	case hasPrefix(title, "revert:", "revert(", "back out", "backout", "backed out", "roll back", "rollback"):
		return true
	}
	return label != "" && strings.HasPrefix(title, "revert")
}
