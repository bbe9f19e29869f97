package evidence

import "slices"

// integrationFigures counts how the commits of the main line in the window came there.
func (t *timeline) integrationFigures() Integration {
	merges, reviewed, plain := 0, 0, 0
	var lives []float64
	for i, at := range t.line {
		c := &t.commits[at]
		switch {
		case !t.window.containsTime(c.committed):
		case c.isMerge():
			merges++
			if t.oldest[i] != nothing {
				lives = append(lives, toDays(max(0, c.committed-t.oldest[i])))
			}
		case t.notes[c.note].reviewed:
			reviewed++
		default:
			plain++
		}
	}
	slices.Sort(lives)
	return Integration{
		Commits: new(merges + reviewed + plain), Merges: new(merges), ReviewedSingle: new(reviewed), Plain: new(plain),
		BranchLife: BranchLife{N: new(len(lives)), Median: quantile(lives, 0.5), P90: quantile(lives, 0.9)},
	}
}
