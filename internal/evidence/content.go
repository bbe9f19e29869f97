package evidence

import "bytes"

// mayFit reports that the content has one of the texts that no fitting content is without.
func (rule *signalRule) mayFit(content []byte) bool {
	for _, text := range rule.Needs {
		if bytes.Contains(content, []byte(text)) {
			return true
		}
	}
	return len(rule.Needs) == 0
}

func (c *check) fits(file string, content []byte) bool {
	switch {
	case c.path != nil && !c.path.MatchString(file):
		return false
	case c.also != nil && !c.also.Match(content):
		return false
	case c.then == nil:
		times := max(c.Times, 1)
		return len(c.match.FindAllIndex(content, times)) == times
	case c.Within == 0:
		first := c.match.FindIndex(content)
		return first != nil && c.then.Match(content[first[1]:])
	}
	return c.isFollowed(content)
}

// isFollowed reports that after one of the matches, and at most Within bytes from its end, the other one begins. The two are
// looked for apart: one expression for both would have to count the bytes between them, which takes hundreds of times longer.
func (c *check) isFollowed(content []byte) bool {
	for _, place := range c.match.FindAllIndex(content, -1) {
		rest, passed := content[place[1]:], 0
		if c.thenBegins() {
			// A slice begins like a line to an expression; only where a line of the content begins may ^ match.
			passed = bytes.IndexByte(rest, '\n') + 1
			if passed == 0 {
				continue
			}
		}
		near := rest[passed:max(passed, min(len(rest), c.Within+longestThen))]
		if found := c.then.FindIndex(near); found != nil && passed+found[0] <= c.Within {
			return true
		}
	}
	return false
}

// longestThen is the most that the second expression of a check may take up itself.
const longestThen = 200

// thenBegins reports a second expression that looks for the start of a line.
func (c *check) thenBegins() bool { return c.Then[0] == '^' }

// withoutComments takes the comments out of YAML: what a pipeline is told to ignore is no proof that it looks for it. Quotes
// protect a # within one line.
func withoutComments(text []byte) []byte {
	if !bytes.Contains(text, []byte("#")) {
		return text
	}
	var clean []byte
	for line := range bytes.Lines(text) {
		end := commentAt(line)
		clean = append(clean, line[:end]...)
		if end < len(line) && line[len(line)-1] == '\n' {
			clean = append(clean, '\n')
		}
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
