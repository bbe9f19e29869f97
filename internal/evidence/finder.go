package evidence

import (
	"bytes"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

// finder looks for an expression in text, line by line: a match begins in a line, and ends there or in the next one. It
// only tries lines that contain one of the literals that every match contains, which is many times faster than the
// expression alone; of an endless line it tries only the part around a literal.
type finder struct {
	expression *regexp.Regexp
	// literals may be empty; then every position is tried.
	literals [][]byte
	// anchor is a text that every match contains, and those of other expressions too, as "kind:"; nil for none. Where it stands in a
	// text is looked up once for all of them.
	anchor []byte
	// atLine: the expression begins with the start of a line.
	atLine bool
}

// reach is how far around a literal a long line is searched.
const reach = 1 << 10

// newFinder compiles an expression in which ^ and $ are the ends of a line.
func newFinder(text string) (*finder, error) {
	text = "(?m)" + text
	parsed, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return nil, err
	}
	expression, err := regexp.Compile(text)
	if err != nil {
		return nil, err
	}
	f := &finder{expression: expression, atLine: strings.HasPrefix(text, "(?m)^")}
	parsed = parsed.Simplify()
	for _, literal := range requiredTexts(parsed) {
		f.literals = append(f.literals, []byte(literal))
	}
	f.anchor = f.chooseAnchor(parsed)
	return f, nil
}

// chooseAnchor returns a key of YAML that every match contains, the one literal or another text; nil for none.
func (f *finder) chooseAnchor(e *syntax.Regexp) []byte {
	// Shorter ones stand everywhere.
	const shortest = len("kind:")
	if len(f.literals) == 1 && bytes.HasSuffix(f.literals[0], []byte(":")) {
		return f.literals[0]
	}
	if e.Op != syntax.OpConcat {
		return nil
	}
	for _, part := range e.Sub {
		if required := requiredTexts(part); len(required) == 1 && len(required[0]) >= shortest && strings.HasSuffix(required[0], ":") {
			return []byte(required[0])
		}
	}
	return nil
}

// requiredTexts returns texts of which every match contains at least one; none when nothing can be said.
func requiredTexts(e *syntax.Regexp) []string {
	switch e.Op {
	case syntax.OpLiteral:
		if e.Flags&syntax.FoldCase == 0 {
			return []string{string(e.Rune)}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return requiredTexts(e.Sub[0])
	case syntax.OpConcat:
		var best []string
		for _, part := range e.Sub {
			if found := requiredTexts(part); shortestLen(found) > shortestLen(best) {
				best = found
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, part := range e.Sub {
			found := requiredTexts(part)
			if found == nil {
				return nil
			}
			all = append(all, found...)
		}
		slices.Sort(all)
		return slices.Compact(all)
	default:
	}
	return nil
}

// shortestLen is the length of the shortest text, 0 for none.
func shortestLen(texts []string) int {
	if len(texts) == 0 {
		return 0
	}
	return len(slices.MinFunc(texts, func(a, b string) int { return len(a) - len(b) }))
}

// findMatches returns where matches begin and end, up to a maximum number. Only the first of several in a line counts.
func (f *finder) findMatches(text []byte, most int) [][]int {
	return f.findIn(&content{text: text}, most)
}

func (f *finder) findIn(c *content, most int) [][]int {
	if len(f.literals) == 0 {
		return f.expression.FindAllIndex(c.text, most)
	}
	var found [][]int
	nextHit := newHits(c.text, f.literals).nextHit
	if f.anchor != nil {
		nextHit = c.anchorsOf(f.anchor).nextPlace
	}
	for at := nextHit(0); at >= 0 && len(found) < most; {
		start, end, next := linesAround(c.text, at)
		if f.mayMatch(c.text[start:end]) {
			if place := f.expression.FindIndex(c.text[start:end]); place != nil {
				found = append(found, []int{start + place[0], start + place[1]})
				next = max(start+place[1], at+1)
			}
		}
		at = nextHit(next)
	}
	return found
}

// mayMatch reports whether lines that hold the anchor, or without one a literal, hold a literal.
func (f *finder) mayMatch(lines []byte) bool {
	return f.anchor == nil || slices.ContainsFunc(f.literals, func(literal []byte) bool { return bytes.Contains(lines, literal) })
}

// hasMatch reports whether there is a match.
func (f *finder) hasMatch(text []byte) bool { return len(f.findMatches(text, 1)) > 0 }

// content is the text of a file, in which the same anchors are looked up again and again.
type content struct {
	text    []byte
	anchors map[string]places
}

// places are the positions of a text, in order.
type places []int

// anchorsOf returns where an anchor stands.
func (c *content) anchorsOf(anchor []byte) places {
	list, known := c.anchors[string(anchor)]
	if known {
		return list
	}
	for at := 0; ; at += len(anchor) {
		next := bytes.Index(c.text[at:], anchor)
		if next < 0 {
			break
		}
		at += next
		list = append(list, at)
	}
	if c.anchors == nil {
		c.anchors = map[string]places{}
	}
	c.anchors[string(anchor)] = list
	return list
}

// nextPlace returns the first position from one on, -1 for none.
func (p places) nextPlace(from int) int {
	at, _ := slices.BinarySearch(p, from)
	if at == len(p) {
		return -1
	}
	return p[at]
}

// linesAround returns the line at a position and the line after it, both cut when long, and where to go on when there
// is no match.
func linesAround(text []byte, at int) (start, end, next int) {
	first := max(0, at-reach)
	start = first + bytes.LastIndexByte(text[first:at], '\n') + 1
	last := min(len(text), at+reach)
	next = last
	if line := bytes.IndexByte(text[at:last], '\n'); line >= 0 {
		next = at + line + 1
	}
	end = last
	if line := bytes.IndexByte(text[next:last], '\n'); line >= 0 {
		end = next + line
	}
	return start, end, next
}

// hits finds the next position of any of several texts; each text is searched once over the whole.
type hits struct {
	text     []byte
	literals [][]byte
	// places are the next positions; len(text) for no more.
	places []int
}

func newHits(text []byte, literals [][]byte) *hits {
	return &hits{text: text, literals: literals, places: slices.Repeat([]int{-1}, len(literals))}
}

// nextHit returns the first position from one on, -1 for none.
func (h *hits) nextHit(from int) int {
	best := len(h.text)
	for i, literal := range h.literals {
		if h.places[i] < from {
			h.places[i] = len(h.text)
			if at := bytes.Index(h.text[min(from, len(h.text)):], literal); at >= 0 {
				h.places[i] = from + at
			}
		}
		best = min(best, h.places[i])
	}
	if best == len(h.text) {
		return -1
	}
	return best
}
