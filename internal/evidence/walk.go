package evidence

import (
	"math"
	"slices"
)

// mainline is the first-parent line of the examined commit, and how each of its ancestors arrived there.
type mainline struct {
	// line runs from the oldest commit to the newest.
	line []int32
	// arrival holds for each commit the commit of the line that brought it; none for commits that are ancestors of
	// none.
	arrival []int32
	// oldest holds, for each commit of the line, the earliest author time of what it brought besides itself, or
	// nothing.
	oldest []int64
	// brought holds how many commits it brought besides itself.
	brought []int
}

// followMainline finds the line that ends in head and walks it oldest first, so that each ancestor belongs to the first
// commit that brought it. It visits every commit once.
func (h *history) followMainline(head int32) mainline {
	var line []int32
	for at := head; at != none && h.commits[at].known; at = h.firstParent(at) {
		line = append(line, at)
	}
	slices.Reverse(line)
	return h.followLine(line, nil)
}

// followLine walks a line of commits, oldest first. Passed commits arrived by themselves, though they are not on the
// line.
func (h *history) followLine(line, passed []int32) mainline {
	m := mainline{line: line, arrival: filledSlice(len(h.commits)), brought: make([]int, len(line))}
	m.oldest = slices.Repeat([]int64{nothing}, len(m.line))
	walk := walk{history: h, mark: m.arrival}
	for _, at := range passed {
		m.arrival[at] = at
	}
	for i, at := range m.line {
		m.arrival[at] = at
		if h.commits[at].isMerge() {
			m.oldest[i], m.brought[i] = walk.markReachable(h.parentsOf(at)[1:], at)
		}
	}
	for _, at := range passed {
		walk.markReachable(h.parentsOf(at), at)
	}
	return m
}

func (h *history) firstParent(place int32) int32 {
	if parents := h.parentsOf(place); len(parents) > 0 {
		return parents[0]
	}
	return none
}

func filledSlice(n int) []int32 { return slices.Repeat([]int32{none}, n) }

// walk marks commits that were not marked before.
type walk struct {
	*history
	mark  []int32
	stack []int32
}

// nothing is later than any time.
const nothing = math.MaxInt64

// markReachable marks everything that can be reached and is not marked yet, and returns the earliest author time of it,
// or nothing, and how many commits it is.
func (w *walk) markReachable(starts []int32, with int32) (oldest int64, count int) {
	oldest = nothing
	w.stack = append(w.stack[:0], starts...)
	for len(w.stack) > 0 {
		at := w.stack[len(w.stack)-1]
		w.stack = w.stack[:len(w.stack)-1]
		if w.mark[at] != none || !w.commits[at].known {
			continue
		}
		w.mark[at] = with
		count++
		oldest = min(oldest, w.commits[at].authored)
		w.stack = append(w.stack, w.parentsOf(at)...)
	}
	return oldest, count
}

// firstReleases returns for each commit the first of the sorted releases that contains it; none for no release. It
// visits every commit once.
func (h *history) firstReleases(releases []*release) []int32 {
	walk := walk{history: h, mark: filledSlice(len(h.commits))}
	for i, r := range releases {
		walk.markReachable([]int32{r.commit}, int32(i))
	}
	return walk.mark
}

// commitDepths numbers the commits so that each is above its parents.
func (h *history) commitDepths() []int32 {
	depth := filledSlice(len(h.commits))
	var stack []int32
	next := int32(0)
	for start := range h.commits {
		stack = append(stack, int32(start))
		for len(stack) > 0 {
			at := stack[len(stack)-1]
			if depth[at] >= 0 {
				stack = stack[:len(stack)-1]
				continue
			}
			before := len(stack)
			for _, parent := range h.parentsOf(at) {
				if depth[parent] == none {
					stack = append(stack, parent)
				}
			}
			if len(stack) == before {
				depth[at] = next
				next++
				stack = stack[:len(stack)-1]
			}
		}
	}
	return depth
}
