package evidence

import (
	"bytes"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

// finder looks for an expression in text, line by line: a match begins in a line, and ends there or in the next one. Only
// lines with one of the literals that every match holds are tried, which makes it many times faster than the expression
// alone; and of a line that goes on for ever, only the part around them.
type finder struct {
	expression *regexp.Regexp
	// literals may be none; then every place is tried.
	literals [][]byte
	// atLine reports an expression that begins with the start of a line.
	atLine bool
}

// reach is how far around a literal a long line is tried.
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
	for _, literal := range required(parsed.Simplify()) {
		f.literals = append(f.literals, []byte(literal))
	}
	return f, nil
}

// required returns texts of which every match holds one; none where nothing can be said.
func required(e *syntax.Regexp) []string {
	switch e.Op {
	case syntax.OpLiteral:
		if e.Flags&syntax.FoldCase == 0 {
			return []string{string(e.Rune)}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return required(e.Sub[0])
	case syntax.OpConcat:
		var best []string
		for _, part := range e.Sub {
			if found := required(part); shortest(found) > shortest(best) {
				best = found
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, part := range e.Sub {
			found := required(part)
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

// shortest is the length of the shortest text, 0 for none.
func shortest(texts []string) int {
	if len(texts) == 0 {
		return 0
	}
	return len(slices.MinFunc(texts, func(a, b string) int { return len(a) - len(b) }))
}

// find returns where matches begin and end, at most a number of them. Of several in one line the first stands for all.
func (f *finder) find(text []byte, most int) [][]int {
	if len(f.literals) == 0 {
		return f.expression.FindAllIndex(text, most)
	}
	var found [][]int
	hits := newHits(text, f.literals)
	for at := hits.next(0); at >= 0 && len(found) < most; {
		start, end, next := around(text, at)
		if place := f.expression.FindIndex(text[start:end]); place != nil {
			found = append(found, []int{start + place[0], start + place[1]})
			next = max(start+place[1], at+1)
		}
		at = hits.next(next)
	}
	return found
}

// matches reports whether there is a match.
func (f *finder) matches(text []byte) bool { return len(f.find(text, 1)) > 0 }

// around returns the line that a place is in and the line after it, both cut where they are long, and where to go on if there
// is no match.
func around(text []byte, at int) (start, end, next int) {
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

// hits finds the next place of any of several texts; each of them is looked for once over the whole.
type hits struct {
	text     []byte
	literals [][]byte
	// places are the next ones; len(text) for no more.
	places []int
}

func newHits(text []byte, literals [][]byte) *hits {
	return &hits{text: text, literals: literals, places: slices.Repeat([]int{-1}, len(literals))}
}

// next returns the first place from one on, -1 for none.
func (h *hits) next(from int) int {
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
