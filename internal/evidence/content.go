package evidence

import "bytes"

// fits reports whether the content of a file is what the rule is about.
func (rule *signalRule) fits(file string, content []byte) bool {
	for i := range rule.Checks {
		if rule.Checks[i].fits(file, content) {
			return true
		}
	}
	return false
}

func (c *check) fits(file string, content []byte) bool {
	const all = 1 << 30
	switch {
	case c.path != nil && !c.path.MatchString(file):
		return false
	case c.also != nil && !c.also.matches(content):
		return false
	case c.then == nil:
		times := max(c.Times, 1)
		return len(c.match.find(content, times)) == times
	case c.Within == 0:
		first := c.match.find(content, 1)
		return first != nil && c.then.matches(content[first[0][1]:])
	}
	for _, place := range c.match.find(content, all) {
		if c.isFollowed(content[place[1]:]) {
			return true
		}
	}
	return false
}

// isFollowed reports that the second expression begins at most Within bytes on. The two are looked for apart: one expression
// for both would have to count the bytes between them, which takes hundreds of times longer.
func (c *check) isFollowed(rest []byte) bool {
	passed := 0
	if c.then.atLine {
		// A slice begins like a line to an expression; only where a line of the content begins may ^ match.
		passed = bytes.IndexByte(rest[:min(len(rest), c.Within)], '\n') + 1
		if passed == 0 {
			return false
		}
	}
	// The expression itself may take up some more.
	const longest = 200
	found := c.then.find(rest[passed:min(len(rest), c.Within+longest)], 1)
	return found != nil && passed+found[0][0] <= c.Within
}

// withoutComments takes the comments out of YAML: what a pipeline is told to ignore is no proof that it looks for it. Quotes
// protect a # within one line.
func withoutComments(text []byte) []byte {
	if !bytes.Contains(text, []byte("#")) {
		return text
	}
	clean := make([]byte, 0, len(text))
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

// commentAt returns where the comment of a line begins, its length for none.
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
