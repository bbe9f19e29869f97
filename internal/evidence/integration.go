package evidence

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
)

// squashedAtMerge is the time up to which the one commit of a branch may be older than its merge and count as made by
// it: a forge that squashes a branch at the merge dates the commit so, and with that the life of the branch is lost.
const squashedAtMerge = 5 * 60

// integrationFigures counts how the commits of the main line in the window came there.
func (t *timeline) integrationFigures() Integration {
	merges, reviewed, plain := 0, 0, 0
	for _, at := range t.arrivedCommits() {
		switch c := &t.commits[at]; {
		case c.isMerge():
			merges++
		case t.notes[c.note].reviewed:
			reviewed++
		default:
			plain++
		}
	}
	branches, squashed := t.measuredBranches()
	lives := make([]float64, 0, len(branches))
	for _, branch := range branches {
		lives = append(lives, branch.days)
	}
	slices.Sort(lives)
	return Integration{
		Commits: new(merges + reviewed + plain), Merges: new(merges), ReviewedSingle: new(reviewed), Plain: new(plain),
		BranchLife: BranchLife{
			N: new(len(lives)), Median: quantile(lives, 0.5), P90: quantile(lives, 0.9), Squashed: new(squashed),
		},
		WorkBranch: t.workBranch,
	}
}

// measuredBranches returns the merges of the window that show how long a branch lived, and how many were left out
// because they brought only a commit that was made for the merge. Branches that programs wrote and those that live on
// say nothing about how long work waits.
func (t *timeline) measuredBranches() (branches []sample, squashed int) {
	for i, at := range t.line {
		c := &t.commits[at]
		if !c.isMerge() || !t.window.containsTime(c.committed) || t.oldest[i] == nothing ||
			!t.byPeople[at] || t.notes[c.note].merged != "" {
			continue
		}
		life := c.committed - t.oldest[i]
		if t.brought[i] == 1 && 0 <= life && life <= squashedAtMerge {
			squashed++
			continue
		}
		days := toDays(max(0, life))
		branches = append(branches, sample{
			place: at, index: i, days: days,
			say: func() string { return "merged after " + english.Days(days) },
		})
	}
	return branches, squashed
}
