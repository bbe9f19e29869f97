package evidence

import (
	"bytes"
	"slices"
	"strings"
)

// revert says whether a message takes something back.
type revert uint8

const (
	noRevert revert = iota
	// looseRevert says so in its own words.
	looseRevert
	// strictRevert was written by git or a forge, or names the change that it takes back.
	strictRevert
)

// readMessage extracts what is needed from a commit message.
func readMessage(message []byte) note {
	subject, body := splitSubject(message)
	n := note{
		shape: shapeOf(subject), numbered: isNumbered(subject), reviewed: hasNumberMark(subject) || hasReviewTrailer(body),
		rollout: readRollout(subject), merged: longLivedBranch(subject),
	}
	n.revert, n.target = readRevert(subject, body)
	n.sources = pickSources(body)
	return n
}

func readSaid(message []byte, kind revert, own *ownVersions) said {
	var s said
	if subject, _ := splitSubject(message); isReleaseSubject(subject, own) {
		s |= makesRelease
	}
	if kind == strictRevert {
		s |= takesBack
	}
	return s
}

// isNumbered reports whether a subject has a number, besides that of a review, among at least three words.
func isNumbered(subject []byte) bool {
	const fewest = 3
	words, digits := 0, false
	for word := range bytes.FieldsSeq(subject) {
		if hasNumberMark(word) {
			continue
		}
		words++
		digits = digits || bytes.ContainsAny(word, "0123456789")
	}
	return words >= fewest && digits
}

// splitSubject splits a message after its first line.
func splitSubject(message []byte) (subject, body []byte) {
	subject, body, _ = bytes.Cut(message, []byte("\n"))
	return bytes.TrimSpace(subject), body
}

// readRevert classifies a message as a revert and returns the start of the hash that it names.
func readRevert(subject, body []byte) (revert, string) {
	title := withoutLabels(subject)
	// git calls the revert of a revert Reapply since 2.43; Gerrit calls it Revert^2, others Reland.
	for _, again := range []string{`Reapply "`, `Revert "Revert`, `Revert^2`} {
		if bytes.HasPrefix(title, []byte(again)) {
			return noRevert, ""
		}
	}
	const longest = 100
	lower := string(bytes.ToLower(title[:min(len(title), longest)]))
	if hasPrefix(lower, "reland") {
		return noRevert, ""
	}
	target, named := revertTarget(body)
	switch {
	case named, bytes.HasPrefix(title, []byte(`Revert "`)):
		return strictRevert, target
	}
	if target, named = namedReversal(lower); named {
		return strictRevert, target
	}
	if isLooseReversal(string(bytes.ToLower(subject[:len(subject)-len(title)])), lower) {
		return looseRevert, ""
	}
	return noRevert, ""
}

// hasPrefix reports whether a text begins with one of several others.
func hasPrefix(text string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(text, prefix) })
}

// withoutLabels removes "[label] " and "component: " from the start of a subject, as often as they come.
func withoutLabels(subject []byte) []byte {
	for {
		rest := withoutBracket(subject)
		if len(rest) == len(subject) {
			rest = withoutComponent(subject)
		}
		if len(rest) == len(subject) {
			return subject
		}
		subject = rest
	}
}

func withoutBracket(subject []byte) []byte {
	if !bytes.HasPrefix(subject, []byte("[")) {
		return subject
	}
	_, rest, found := bytes.Cut(subject, []byte("]"))
	if !found {
		return subject
	}
	return bytes.TrimLeft(rest, " :")
}

// withoutComponent removes "name: " unless the name is itself the word that is looked for.
func withoutComponent(subject []byte) []byte {
	name, rest, found := bytes.Cut(subject, []byte(": "))
	isWord := hasPrefix(string(bytes.ToLower(name)), "revert", "rollback", "backout", "reland", "reapply")
	if !found || isWord || len(name) == 0 || bytes.ContainsAny(name, " \"'") {
		return subject
	}
	return rest
}

// revertTarget finds the sentence that git, GitLab and GitHub write into a revert. The hash is empty when it names
// none.
func revertTarget(body []byte) (target string, named bool) {
	for line := range bytes.Lines(body) {
		line = bytes.TrimSpace(line)
		if rest, found := bytes.CutPrefix(line, []byte("This reverts ")); found {
			if hash, found := bytes.CutPrefix(rest, []byte("commit")); found {
				return hashAt(bytes.TrimLeft(hash, " ")), true
			}
			if hasPrefix(string(rest), "merge request", "pull request") {
				return "", true
			}
		}
		if rest, found := bytes.CutPrefix(line, []byte("Reverts ")); found && isForeignNumber(rest) {
			return "", true
		}
	}
	return "", false
}

// hashAt returns the hash that a text begins with, in lower case.
func hashAt(text []byte) string {
	end := 0
	for end < len(text) && isHexDigit(text[end]) {
		end++
	}
	if end < shortestHash {
		return ""
	}
	return string(bytes.ToLower(text[:end]))
}

// isForeignNumber reports whether a text is "owner/name#12".
func isForeignNumber(text []byte) bool {
	place, number, found := bytes.Cut(text, []byte("#"))
	return found && bytes.Count(place, []byte("/")) >= 1 && !bytes.Contains(place, []byte(" ")) && len(number) > 0 && isDigit(number[0])
}

// hasNumberMark reports whether a subject has the number of a pull or merge request, "(#12)" or "(!12)".
func hasNumberMark(subject []byte) bool {
	for rest := subject; ; {
		at := bytes.IndexByte(rest, '(')
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
		if len(rest) < 3 || rest[0] != '#' && rest[0] != '!' {
			continue
		}
		end := 1
		for end < len(rest) && isDigit(rest[end]) {
			end++
		}
		if end > 1 && end < len(rest) && rest[end] == ')' {
			return true
		}
	}
}

// hasReviewTrailer reports whether a message has a line by which Node.js, Gerrit and others point to a review.
func hasReviewTrailer(body []byte) bool {
	for line := range bytes.Lines(body) {
		for _, trailer := range []string{"PR-URL:", "Reviewed-on:", "Change-Id:"} {
			if bytes.HasPrefix(line, []byte(trailer)) {
				return true
			}
		}
	}
	return false
}
