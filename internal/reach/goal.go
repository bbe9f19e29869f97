package reach

import (
	"slices"
	"strconv"
	"strings"
)

// goal is what a sheet has to fulfil, brought into one form: no negation is left, only choices of states and limits on
// figures, joined by both and either.
type goal struct {
	kind goalKind
	// question and states are of a choice.
	question int
	states   set
	// figure and limit are of a measure.
	figure figure
	limit  limit
	// of are the parts of both and either, in an order that does not depend on the file.
	of []*goal
	// key tells goals apart and orders them.
	key string
}

type goalKind int

const (
	certain goalKind = iota
	impossible
	choice
	measure
	both
	either
)

func choose(question int, states, whole set) *goal {
	switch states & whole {
	case 0:
		return &goal{kind: impossible}
	case whole:
		return &goal{kind: certain}
	}
	key := "q" + strconv.Itoa(question) + ":" + strconv.FormatUint(uint64(states), 16)
	return &goal{kind: choice, question: question, states: states & whole, key: key}
}

func limited(f figure, l limit) *goal {
	if l.empty() {
		return &goal{kind: impossible}
	}
	return &goal{kind: measure, figure: f, limit: l, key: "m" + f.metric.String() + "." + f.axis + ":" + l.key()}
}

// allOf joins goals that must all be met. Choices about one question become one, and so do measures of one figure; what
// contradicts itself shows at once.
func (s *Space) allOf(parts []*goal) *goal {
	joined := merge(flat(parts, both), func(a, b *goal) *goal {
		if a.kind == choice {
			return choose(a.question, a.states&b.states, s.questions[a.question].whole)
		}
		return limited(a.figure, a.limit.meet(b.limit))
	})
	return gather(both, impossible, certain, joined)
}

// anyOf joins goals of which one must be met.
func (s *Space) anyOf(parts []*goal) *goal {
	joined := merge(flat(parts, either), func(a, b *goal) *goal {
		if a.kind == choice {
			return choose(a.question, a.states|b.states, s.questions[a.question].whole)
		}
		return limited(a.figure, a.limit.join(b.limit))
	})
	return gather(either, certain, impossible, joined)
}

// flat resolves parts that are joined in the same way.
func flat(parts []*goal, kind goalKind) []*goal {
	var list []*goal
	for _, part := range parts {
		if part.kind == kind {
			list = append(list, part.of...)
			continue
		}
		list = append(list, part)
	}
	return list
}

// merge joins the choices about each question, and the measures of each figure, into one.
func merge(parts []*goal, join func(a, b *goal) *goal) []*goal {
	type subject struct {
		kind     goalKind
		question int
		figure   figure
	}
	var merged []*goal
	first := map[subject]int{}
	for _, part := range parts {
		about := subject{part.kind, part.question, part.figure}
		same, found := first[about]
		// What was joined may have become certain or impossible, and is no longer about anything.
		if found && merged[same].kind == part.kind {
			merged[same] = join(merged[same], part)
			continue
		}
		if part.kind == choice || part.kind == measure {
			first[about] = len(merged)
		}
		merged = append(merged, part)
	}
	return merged
}

// gather makes one goal of several: the one that decides alone, or those that are left without the ones that say nothing.
func gather(kind, decides, says goalKind, parts []*goal) *goal {
	kept := make([]*goal, 0, len(parts))
	for _, part := range parts {
		switch part.kind {
		case decides:
			return part
		case says:
		default:
			kept = append(kept, part)
		}
	}
	slices.SortFunc(kept, func(a, b *goal) int { return strings.Compare(a.key, b.key) })
	kept = slices.CompactFunc(kept, func(a, b *goal) bool { return a.key == b.key })
	switch len(kept) {
	case 0:
		return &goal{kind: says}
	case 1:
		return kept[0]
	}
	keys := make([]string, 0, len(kept))
	for _, part := range kept {
		keys = append(keys, part.key)
	}
	return &goal{kind: kind, of: kept, key: "g" + strconv.Itoa(int(kind)) + "(" + strings.Join(keys, ";") + ")"}
}
