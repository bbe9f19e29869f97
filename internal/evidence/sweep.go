package evidence

import (
	"bytes"
	"slices"
	"strings"
)

// content is the text of a file.
type content struct {
	text []byte
	// places are where the texts of a vocabulary stand, by their number; nil where they were not looked up beforehand.
	places []places
}

// places are positions in a text, in order.
type places []int

// nextPlace returns the first position from one on, -1 for none.
func (p places) nextPlace(from int) int {
	at, _ := slices.BinarySearch(p, from)
	if at == len(p) {
		return -1
	}
	return p[at]
}

// vocabulary numbers the texts that are looked up in contents.
type vocabulary struct {
	numbers map[string]int
	texts   [][]byte
}

func (v *vocabulary) numberOf(text []byte) int {
	number, known := v.numbers[string(text)]
	if !known {
		number = len(v.texts)
		if v.numbers == nil {
			v.numbers = map[string]int{}
		}
		v.numbers[string(text)] = number
		v.texts = append(v.texts, text)
	}
	return number
}

// sweep looks up many texts of a vocabulary. It looks for the rarest byte of each, which costs one pass for all texts that
// share it, and compares a text only where that byte stands.
type sweep struct {
	passes []pass
	// size is that of the vocabulary.
	size int
}

type pass struct {
	rarest  byte
	needles []needle
}

// needle is a text with the offset of its rarest byte.
type needle struct {
	text           []byte
	offset, number int
}

// newSweep returns a sweep for some texts, by their numbers.
func newSweep(v *vocabulary, numbers []int) *sweep {
	s := &sweep{size: len(v.texts)}
	for _, number := range numbers {
		one := needle{text: v.texts[number], number: number}
		one.offset = rarestByte(one.text)
		rarest := one.text[one.offset]
		at := slices.IndexFunc(s.passes, func(p pass) bool { return p.rarest == rarest })
		if at < 0 {
			at = len(s.passes)
			s.passes = append(s.passes, pass{rarest: rarest})
		}
		s.passes[at].needles = append(s.passes[at].needles, one)
	}
	return s
}

// rarestByte returns the offset of the byte that is the rarest in files of YAML.
func rarestByte(text []byte) int {
	// The commonest first, as counted in charts and manifests; the others are rarer. A colon counts as rarer than it is because
	// many texts share it.
	const common = " etsroain\nlpcud:.mbh-\"gf{}1yvj_02/xk53w48q769#)(,VSPTR'ACN@=IMED|LOFUB$GYzHKWX"
	best, rarest := 0, -1
	for offset, b := range text {
		rank := strings.IndexByte(common, b)
		if rank < 0 {
			rank = len(common)
		}
		if rank > rarest {
			best, rarest = offset, rank
		}
	}
	return best
}

// findAll returns where the texts stand in a content, by their number. It reuses what it returned before.
func (s *sweep) findAll(text []byte, reused []places) []places {
	found := slices.Grow(reused[:0], s.size)[:s.size]
	for i := range found {
		found[i] = found[i][:0]
	}
	for i := range s.passes {
		p := &s.passes[i]
		for at := bytes.IndexByte(text, p.rarest); at >= 0; {
			for k := range p.needles {
				if start := at - p.needles[k].offset; start >= 0 && bytes.HasPrefix(text[start:], p.needles[k].text) {
					number := p.needles[k].number
					found[number] = append(found[number], start)
				}
			}
			next := bytes.IndexByte(text[at+1:], p.rarest)
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return found
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
