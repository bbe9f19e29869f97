package evidence

import "fmt"

// clockRemark says that the newest commit, from which the window counts back, is dated later than now or years before;
// "" when it is neither, or when now is 0.
func clockRemark(newest, now int64) string {
	const years = defaultWindow * day
	switch {
	case now == 0:
	case newest > now+day:
		return fmt.Sprintf("The newest commit is dated %s, which is in the future; --as-of %s leaves it out.", dateText(newest), dateText(now))
	case now-newest > years:
		return fmt.Sprintf("The newest commit is of %s, and the figures are about the time before it, not about today.", dateText(newest))
	}
	return ""
}

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
