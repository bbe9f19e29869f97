package evidence

// countSkew counts signs of clocks that disagree, over the whole history of the main branch.
func (t *timeline) countSkew() Skew {
	const hour = 60 * 60
	older, ahead, after := 0, 0, 0
	for i := range t.commits {
		c := &t.commits[i]
		if !c.known || !t.onMain(int32(i)) {
			continue
		}
		if c.authored > c.committed+hour {
			ahead++
		}
		if c.committed > t.window.asOf {
			after++
		}
		for _, parent := range t.parentsOf(int32(i)) {
			if p := &t.commits[parent]; p.known && p.committed > c.committed {
				older++
			}
		}
	}
	return Skew{ChildOlder: new(older), AuthorAhead: new(ahead), AfterAsOf: new(after)}
}
