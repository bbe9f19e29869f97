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
	for _, literal := range requiredTexts(parsed.Simplify()) {
		f.literals = append(f.literals, []byte(literal))
	}
	return f, nil
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
	if len(f.literals) == 0 {
		return f.expression.FindAllIndex(text, most)
	}
	var found [][]int
	hits := newHits(text, f.literals)
	for at := hits.nextHit(0); at >= 0 && len(found) < most; {
		start, end, next := linesAround(text, at)
		if place := f.expression.FindIndex(text[start:end]); place != nil {
			found = append(found, []int{start + place[0], start + place[1]})
			next = max(start+place[1], at+1)
		}
		at = hits.nextHit(next)
	}
	return found
}

// hasMatch reports whether there is a match.
func (f *finder) hasMatch(text []byte) bool { return len(f.findMatches(text, 1)) > 0 }

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
