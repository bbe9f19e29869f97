package evidence

import (
	"bytes"
	"iter"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// finder looks for an expression in text, line by line: a match begins in a line, and ends there or in the next one. It
// only tries lines that contain one of the literals that every match contains, which is many times faster than the
// expression alone; of an endless line it tries only the part around a literal.
type finder struct {
	// expression is compiled when it is first needed: most never are.
	expression func() *regexp.Regexp
	// literals may be empty; then every position is tried.
	literals [][]byte
	// sought are the texts whose places say which lines to try: the literals, or in their place an anchor, a text that every match
	// contains, and those of other expressions too, as "kind:".
	sought   [][]byte
	anchored bool
	// numbers are those of the sought texts in the vocabulary of a catalogue.
	numbers []int
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
	compile := func() *regexp.Regexp { return regexp.MustCompile(text) }
	f := &finder{expression: sync.OnceValue(compile), atLine: strings.HasPrefix(text, "(?m)^")}
	parsed = parsed.Simplify()
	for _, literal := range requiredTexts(parsed) {
		f.literals = append(f.literals, []byte(literal))
	}
	f.sought = f.literals
	if anchor := chooseAnchor(parsed); anchor != "" {
		f.sought, f.anchored = [][]byte{[]byte(anchor)}, true
	}
	return f, nil
}

// findMatches returns where matches begin and end, up to a maximum number. Only the first of several in a line counts.
func (f *finder) findMatches(text []byte, most int) [][]int {
	var found [][]int
	for start, end := range f.matchesIn(&content{text: text}, most) {
		found = append(found, []int{start, end})
	}
	return found
}

// hasMatch reports whether there is a match.
func (f *finder) hasMatch(text []byte) bool { return len(f.findMatches(text, 1)) > 0 }

// hasMatches reports whether there are at least as many matches in a content.
func (f *finder) hasMatches(c *content, count int) bool {
	for range f.matchesIn(c, count) {
		count--
	}
	return count <= 0
}

// matchesIn yields what findMatches returns.
func (f *finder) matchesIn(c *content, most int) iter.Seq2[int, int] {
	if len(f.literals) == 0 {
		return func(yield func(start, end int) bool) {
			for _, place := range f.expression().FindAllIndex(c.text, most) {
				if !yield(place[0], place[1]) {
					return
				}
			}
		}
	}
	return func(yield func(start, end int) bool) {
		found, nextHit := 0, f.hitsIn(c)
		for at := nextHit(0); at >= 0 && found < most; {
			start, end, next := linesAround(c.text, at)
			if f.mayMatch(c.text[start:end]) {
				if place := f.expression().FindIndex(c.text[start:end]); place != nil {
					found++
					if !yield(start+place[0], start+place[1]) {
						return
					}
					next = max(start+place[1], at+1)
				}
			}
			at = nextHit(next)
		}
	}
}

// mayOccur is false where a content was looked through beforehand and holds nothing of what is sought.
func (f *finder) mayOccur(c *content) bool {
	return c.places == nil || len(f.numbers) == 0 || slices.ContainsFunc(f.numbers, func(number int) bool { return len(c.places[number]) > 0 })
}

// mayMatch reports whether lines that hold the anchor, or without one a literal, hold a literal.
func (f *finder) mayMatch(lines []byte) bool {
	return !f.anchored || slices.ContainsFunc(f.literals, func(literal []byte) bool { return bytes.Contains(lines, literal) })
}

// hitsIn returns a function for the next position, from one on, of a text that is sought; it returns -1 for none.
func (f *finder) hitsIn(c *content) func(from int) int {
	if c.places == nil {
		return newHits(c.text, f.sought).nextHit
	}
	return func(from int) int {
		best := -1
		for _, number := range f.numbers {
			if at := c.places[number].nextPlace(from); at >= 0 && (best < 0 || at < best) {
				best = at
			}
		}
		return best
	}
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
