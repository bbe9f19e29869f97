package reach

import "slices"

// settle takes into the box what all goals demand together, and returns those that leave a choice. It is false when the box
// is then empty.
func (b *box) settle(goals []*goal) (open []*goal, possible bool) {
	for {
		open = b.take(goals, nil)
		if open == nil || !b.possible() {
			return nil, false
		}
		forced := false
		for i, g := range open {
			kept, met := b.ways(g)
			if !met && len(kept) == 0 {
				return nil, false
			}
			forced = forced || met || len(kept) == 1
			open[i] = remaining(kept, met)
		}
		if !forced {
			return open, true
		}
		goals = open
	}
}

// take puts the goals that leave no choice into the box, appends the others to the open ones, and returns these. It returns
// nil when the box is then empty.
func (b *box) take(goals, open []*goal) []*goal {
	if open == nil {
		open = make([]*goal, 0, len(goals))
	}
	possible := true
	for _, g := range goals {
		switch g.kind {
		case certain:
		case impossible:
			possible = false
		case choice:
			possible = b.restrict(g.question, g.states)
		case measure:
			possible = b.demand(g.figure, g.limit)
		case both:
			open = b.take(g.of, open)
			possible = open != nil
		case either:
			open = append(open, g)
		}
		if !possible {
			return nil
		}
	}
	return open
}

// remaining is a goal with the ways to meet it that are left.
func remaining(ways []*goal, met bool) *goal {
	switch {
	case met:
		return &goal{kind: certain}
	case len(ways) == 1:
		return ways[0]
	}
	return &goal{kind: either, of: ways}
}

// ways returns the ways to meet a goal that the box does not rule out; met reports that every sheet of the box meets it.
func (b *box) ways(g *goal) (kept []*goal, met bool) {
	for _, way := range g.of {
		switch {
		case b.fulfils(way):
			return nil, true
		case b.allows(way):
			kept = append(kept, way)
		}
	}
	return kept, false
}

// fulfils reports that every sheet of the box meets a single choice or measure.
func (b *box) fulfils(g *goal) bool {
	switch g.kind {
	case choice:
		return b.domains[g.question].within(g.states)
	case measure:
		return b.value(g.figure).fulfils(g.limit)
	default:
		return g.kind == certain
	}
}

// allows is false where no sheet of the box meets the goal as far as its own parts, each alone, show it.
func (b *box) allows(g *goal) bool {
	switch g.kind {
	case choice:
		return b.domains[g.question]&g.states != 0
	case measure:
		return b.value(g.figure).meets(g.limit)
	case both:
		return !slices.ContainsFunc(g.of, func(part *goal) bool { return !b.allows(part) })
	case either:
		return slices.ContainsFunc(g.of, b.allows)
	default:
		return g.kind == certain
	}
}
