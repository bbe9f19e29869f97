package score

// setRobustness says how little has to change for another word; nothing when practice is not scored. Only answers
// that were given can change: what unknown answers could do is the range.
func setRobustness(l *Leaning, levers []lever) {
	if !l.Practice.Scored {
		return
	}
	edges := bandEdges()
	g := gridOf(levers, edges[:])
	up, down := g.movesOf(levers)
	toBand := g.exitsFrom(l.Practice.Value, edges[:], up, down)
	toSide := g.exitsFrom(l.Practice.Value, sideEdges(), up, down)
	l.Robustness = &Robustness{Band: smallestFlip(toBand), Side: smallestFlip(toSide)}
	l.Between = nearestEdge(toBand)
	borderline := l.Between != nil
	l.Borderline = &borderline
}

// smallestFlip is the fewest answers and, apart from that, the fewest steps that leave by any of the exits; upward when
// both directions need the same.
func smallestFlip(exits []exit) Flip {
	var flip Flip
	for _, x := range exits {
		set := x.fewestAnswers()
		if set == nil {
			continue
		}
		if flip.Answers == nil || len(set) < *flip.Answers {
			flip.Answers, flip.Questions = new(len(set)), questionsOf(set)
		}
		if steps := x.fewestSteps(set); flip.Steps == nil || steps < *flip.Steps {
			flip.Steps = &steps
		}
	}
	return flip
}

func questionsOf(moves []move) []string {
	ids := make([]string, 0, len(moves))
	for _, m := range moves {
		ids = append(ids, m.question)
	}
	return ids
}

// nearestEdge names the bands around the nearest edge that one step crosses; nil when none does. Of two edges equally
// near it takes the one towards hybrid, and from the very middle the upper one.
func nearestEdge(exits []exit) *[2]Band {
	var nearest *exit
	for i := range exits {
		x := &exits[i]
		if x.isOneStepAway() && (nearest == nil || x.isNearerThan(nearest)) {
			nearest = x
		}
	}
	if nearest == nil {
		return nil
	}
	return &[2]Band{nearest.edge.below, nearest.edge.above}
}
