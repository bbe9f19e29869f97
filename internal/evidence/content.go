package evidence

import "bytes"

// matchesContent reports whether a file's content is what the rule is about.
func (rule *signalRule) matchesContent(file string, c *content) bool {
	for i := range rule.Checks {
		if rule.Checks[i].matchesContent(file, c) {
			return true
		}
	}
	return false
}

func (c *check) matchesContent(file string, in *content) bool {
	const all = 1 << 30
	switch {
	case !c.match.mayOccur(in), c.path != nil && !c.path.MatchString(file):
		return false
	case c.also != nil && !c.also.hasMatch(in.text), c.unless != nil && c.unless.hasMatch(in.text):
		return false
	case c.then == nil:
		return c.match.hasMatches(in, max(c.Times, 1))
	}
	most := all
	if c.Within == 0 {
		most = 1
	}
	for _, end := range c.match.matchesIn(in, most) {
		rest := in.text[end:]
		if c.Within == 0 && c.then.hasMatch(rest) || c.Within > 0 && c.isFollowed(rest) {
			return true
		}
	}
	return false
}

// isFollowed reports whether the second expression starts at most Within bytes later. Two searches are hundreds of
// times faster than one expression that counts the bytes in between.
func (c *check) isFollowed(rest []byte) bool {
	passed := 0
	if c.then.atLine {
		// In a slice, ^ matches at the start; accept that only where a line of the content starts.
		passed = bytes.IndexByte(rest[:min(len(rest), c.Within)], '\n') + 1
		if passed == 0 {
			return false
		}
	}
	// Leave room for the match itself.
	const longest = 200
	found := c.then.findMatches(rest[passed:min(len(rest), c.Within+longest)], 1)
	return found != nil && passed+found[0][0] <= c.Within
}

// cutComments takes the comments out of YAML, in place: a commented-out step is no evidence. Quotes protect a # within one
// line.
func cutComments(text []byte) []byte {
	clean := text[:0]
	for len(text) > 0 {
		at := bytes.IndexByte(text, '#')
		if at < 0 {
			return append(clean, text...)
		}
		start := bytes.LastIndexByte(text[:at], '\n') + 1
		end := len(text)
		if line := bytes.IndexByte(text[at:], '\n'); line >= 0 {
			end = at + line
		}
		clean = append(clean, text[:start+commentAt(text[start:end])]...)
		text = text[end:]
	}
	return clean
}

// commentAt returns the offset of the comment in a line, or its length.
func commentAt(line []byte) int {
	quote := byte(0)
	for i, c := range line {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && (i == 0 || bytes.IndexByte([]byte(" \t[{,(:="), line[i-1]) >= 0):
			quote = c
		case c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return i
		}
	}
	return len(line)
}
