package condition

// Reduce returns a condition without the tests that can never hold. possible is false when the whole can never hold then; the empty
// condition is left of one that always holds.
func (c *Condition) Reduce(canHold func(test *Condition) bool) (rest Condition, possible bool) {
	switch {
	case c.Kind == Always:
		return Condition{}, true
	case c.IsTest() && canHold(c):
		return *c, true
	case c.IsTest():
		return Condition{}, false
	}
	rest = Condition{Kind: c.Kind, Pos: c.Pos}
	for i := range c.Of {
		part, partPossible := c.Of[i].Reduce(canHold)
		always := partPossible && part.Kind == Always
		switch {
		case c.Kind == All && !partPossible, c.Kind == None && always:
			return Condition{}, false
		case c.Kind == Any && always:
			return Condition{}, true
		case partPossible && !always:
			rest.Of = append(rest.Of, part)
		}
	}
	if len(rest.Of) == 0 {
		return Condition{}, c.Kind != Any
	}
	return rest, true
}
