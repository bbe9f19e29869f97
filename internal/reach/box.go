package reach

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
)

// figure is a metric on an axis, or on condition.Overall.
type figure struct {
	metric condition.Metric
	axis   string
}

// demand is what a figure has to be.
type demand struct {
	figure figure
	limit  limit
}

// box is a group of sheets: those on which each question is in one of some states and each figure within its limit.
type box struct {
	space   *Space
	domains []set
	// demands are at most one for each figure.
	demands []demand
	// spans are the figures already enclosed; a change of the box empties it.
	spans map[figure]span
}

func (s *Space) newBox() *box {
	b := &box{space: s, domains: make([]set, len(s.questions)), spans: map[figure]span{}}
	for i := range s.questions {
		b.domains[i] = s.questions[i].whole
	}
	return b
}

func (b *box) clone() *box {
	return &box{space: b.space, domains: slices.Clone(b.domains), demands: slices.Clone(b.demands), spans: map[figure]span{}}
}

// restrict keeps the sheets on which a question is in one of the states. It is false when none is left.
func (b *box) restrict(question int, states set) bool {
	if kept := b.domains[question] & states; kept != b.domains[question] {
		b.domains[question] = kept
		clear(b.spans)
	}
	return b.domains[question] != 0
}

// demand keeps the sheets on which a figure is within the limit. It is false when none can be.
func (b *box) demand(f figure, l limit) bool {
	clear(b.spans)
	for i := range b.demands {
		if b.demands[i].figure == f {
			b.demands[i].limit = b.demands[i].limit.meet(l)
			return !b.demands[i].limit.empty()
		}
	}
	b.demands = append(b.demands, demand{f, l})
	return !l.empty()
}

// possible is false when a figure cannot be what it has to be; then there is no sheet in the box.
func (b *box) possible() bool {
	for _, d := range b.demands {
		if !b.enclose(d.figure).meets(d.limit) {
			return false
		}
	}
	return true
}

// value is the span of a figure on the sheets of the box, with its own limit respected.
func (b *box) value(f figure) span {
	s := b.enclose(f)
	for _, d := range b.demands {
		if d.figure == f {
			return s.narrow(d.limit)
		}
	}
	return s
}

// enclose is the span of a figure on the sheets of the box, its own limit apart.
func (b *box) enclose(f figure) span {
	s, found := b.spans[f]
	if !found {
		s = b.compute(f)
		b.spans[f] = s
	}
	return s
}
