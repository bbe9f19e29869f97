package reach

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Work is counted in questions looked at and not in time, so that a goal gets the same verdict on every machine.
const (
	// mostWork is what one search may take. All conditions of the shipped catalogue together take less.
	mostWork = 20_000
	// totalWork is what all searches in one space may take together: a few seconds, whatever the file.
	totalWork = 200_000
)

// Find decides whether some sheet fulfils all parts. With Found comes such a sheet, on which each part was checked by the
// score and advice rooms. The work of all searches in a space is bounded; when it is used up, the verdict is Undecided.
func (s *Space) Find(parts ...Part) (Verdict, *answers.Sheet) {
	cost := costOf(parts)
	if cost > min(mostWork, s.left) {
		return Undecided, nil
	}
	s.left -= cost
	wanted := s.compile(parts)
	if wanted.kind == impossible {
		return Never, nil
	}
	deep := slices.ContainsFunc(parts, func(p Part) bool { return p.condition.NeedsRobustness() })
	if sample := s.sampled(parts, deep); sample != nil {
		return Found, sample.sheet
	}
	may := min(mostWork, s.left)
	f := &search{space: s, parts: parts, deep: deep, left: may}
	verdict := f.solve(s.newBox(), []*goal{wanted})
	s.left -= may - max(f.left, 0)
	return verdict, f.found
}

// costOf is the work of looking at what is asked, before any search: little for each question, more for a very long one. From
// a hundred tests on it grows with their square, as joining them does, so that a hostile condition costs more than it may.
func costOf(parts []Part) int {
	const least, few, many = 5, 4, 100
	tests := 0
	for i := range parts {
		tests += countTests(&parts[i].condition)
	}
	return least + tests/few + tests*(tests/many)
}

func countTests(c *condition.Condition) int {
	count := 1
	for i := range c.Of {
		count += countTests(&c.Of[i])
	}
	return count
}

// search looks for one sheet.
type search struct {
	space *Space
	parts []Part
	deep  bool
	// left is the work that may still be done.
	left  int
	found *answers.Sheet
}

// spend counts work and reports whether it may still be done.
func (f *search) spend(work int) bool {
	f.left -= work
	return f.left >= 0
}

// solve decides whether the box holds a sheet that meets the goals. It takes what the goals leave no choice about, proves
// the box empty where the bounds do, tries a likely sheet, and else splits the box and decides about each part.
func (f *search) solve(b *box, goals []*goal) Verdict {
	if !f.spend(len(b.domains)) {
		return Undecided
	}
	open, possible := b.settle(goals)
	if !possible {
		return Never
	}
	if len(open) > 0 {
		return f.branch(b, open)
	}
	guesses := b.guesses()
	if slices.ContainsFunc(guesses, f.try) {
		return Found
	}
	return f.split(b, guesses[0])
}

// try checks a guess on the rooms that decide.
func (f *search) try(states []int) bool {
	if !f.spend(len(states) * (1 + len(f.space.axes)/8)) {
		return false
	}
	made := f.space.evaluate(f.space.sheet(states), f.deep)
	if !made.meets(f.parts) {
		return false
	}
	f.found = made.sheet
	return true
}

// branch tries each way to meet the goal that has the fewest.
func (f *search) branch(b *box, open []*goal) Verdict {
	fewest := slices.MinFunc(open, func(x, y *goal) int { return len(x.of) - len(y.of) })
	rest := slices.DeleteFunc(slices.Clone(open), func(g *goal) bool { return g == fewest })
	verdict := Never
	for _, way := range fewest.of {
		switch f.solve(b.clone(), append(slices.Clip(rest), way)) {
		case Found:
			return Found
		case Undecided:
			verdict = Undecided
		case Never:
		}
	}
	return verdict
}

// split cuts the box at the weightiest question that the demands depend on, and looks first where the guess lies. Without
// such a question every sheet of the box is as good as the one that was tried, and that one failed.
func (f *search) split(b *box, guess []int) Verdict {
	place := b.weightiest()
	if place < 0 {
		if f.left < 0 {
			return Undecided
		}
		return Never
	}
	first, second := b.parts(place)
	if second.has(guess[place]) {
		first, second = second, first
	}
	verdict := Never
	for _, states := range []set{first, second} {
		part := b.clone()
		part.restrict(place, states)
		switch f.solve(part, nil) {
		case Found:
			return Found
		case Undecided:
			verdict = Undecided
		case Never:
		}
	}
	return verdict
}

// parts separates answers from the ways not to answer, and then cuts in half.
func (b *box) parts(place int) (first, second set) {
	domain, answered := b.domains[place], b.space.questions[place].answered
	if b.mixed(place) {
		return domain & answered, domain &^ answered
	}
	return domain.halves()
}

// weightiest is the undecided question that a demand depends on and that promises most, and -1 when there is none.
func (b *box) weightiest() int {
	best := -1
	for i := range b.domains {
		if b.domains[i].size() > 1 && b.bearings(i) > 0 && (best < 0 || b.goesBefore(i, best)) {
			best = i
		}
	}
	return best
}

// goesBefore prefers what several demands depend on, for that is where they get in each other's way; then a question of
// which not even that is decided, whether it is answered, for on that depends which figures there are; then weight.
func (b *box) goesBefore(place, other int) bool {
	mine, others := b.bearings(place), b.bearings(other)
	switch {
	case mine != others:
		return mine > others
	case b.mixed(place) != b.mixed(other):
		return b.mixed(place)
	}
	return b.space.questions[place].Weight.Cmp(b.space.questions[other].Weight) > 0
}

// mixed reports that a question may be answered and may be not.
func (b *box) mixed(place int) bool {
	answered := b.space.questions[place].answered
	return b.domains[place]&answered != 0 && !b.domains[place].within(answered)
}

// bearings counts the demands that may depend on a question.
func (b *box) bearings(place int) int {
	count := 0
	for _, d := range b.demands {
		if b.space.questions[place].bearsOn(d.figure) {
			count++
		}
	}
	return count
}

// bearsOn reports that a figure may depend on a question; it is never false where it does.
func (q *question) bearsOn(f figure) bool {
	metric := f.metric.Definition()
	isOn := f.axis == condition.Overall || q.Axis == f.axis || q.affects(f.axis)
	switch f.metric {
	case condition.DontKnows:
		return isOn
	case condition.Shortfall:
		// It rests on floors that an answer may name on any axis, and on the pace of delivery.
		return isOn || q.Measures != questionnaire.Readiness
	default:
		return isOn && metric.RestsOn(string(q.Measures))
	}
}

// Range encloses what a metric can be on an axis, or on condition.Overall, over all sheets; known is false when it can
// never be computed.
func (s *Space) Range(metric condition.Metric, axis string) (low, high *big.Rat, known bool) {
	all := s.newBox().enclose(figure{metric, cmp.Or(axis, condition.Overall)})
	return all.low, all.high, all.known
}
