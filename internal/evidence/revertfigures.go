package evidence

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/gitrepo"
)

// reverted is a strict revert and the commit that it names.
type reverted struct {
	by, target int32
}

// revertFigures counts reverts among the commits of the main branch in the window, without merges.
func (t *timeline) revertFigures() Reverts {
	commits, strict, loose := 0, 0, 0
	named := map[int32]string{}
	t.eachOnMain(func(place int32, c *commit) {
		commits++
		switch n := t.notes[c.note]; n.revert {
		case strictRevert:
			strict++
			if n.target != "" {
				named[place] = n.target
			}
		case looseRevert:
			loose++
		case noRevert:
		}
	})
	var waits []float64
	released := 0
	list := t.resolveReverts(named)
	for _, r := range list {
		by, target := &t.commits[r.by], &t.commits[r.target]
		waits = append(waits, toDays(max(0, by.committed-target.committed)))
		if first := t.first[r.target]; first != none && t.releases[first].at < by.committed {
			released++
		}
	}
	slices.Sort(waits)
	return Reverts{
		Commits: new(commits), Strict: new(strict), Share: shareOf(strict, commits), Loose: new(strict + loose),
		Resolved: new(len(list)), AfterRelease: new(released), MedianDays: quantile(waits, 0.5), Before: t.revertsBefore(),
	}
}

// revertsBefore counts reverts in the time before the window.
func (t *timeline) revertsBefore() RevertsBefore {
	commits, strict := 0, 0
	past := t.window.previousWindow()
	for i := range t.commits {
		if c := &t.commits[i]; c.known && !c.isMerge() && past.containsTime(c.committed) && t.onMain(int32(i)) {
			commits++
			if c.tookBack {
				strict++
			}
		}
	}
	return RevertsBefore{Commits: new(commits), Strict: new(strict), Share: shareOf(strict, commits)}
}

// compareWithPast compares the reverts with the repository's own past, if that is long enough.
func (r *Reverts) compareWithPast() string {
	if *r.Before.Commits < revertCommits {
		return ". There is too little history to compare with"
	}
	return fmt.Sprintf("; in as long a time before, it was %s of %d%s", english.Percent(r.Before.Share), *r.Before.Commits, r.withinChance())
}

// withinChance returns a remark when the two shares differ by no more than two standard errors of their difference.
func (r *Reverts) withinChance() string {
	n, m := float64(*r.Commits), float64(*r.Before.Commits)
	pooled := float64(*r.Strict+*r.Before.Strict) / (n + m)
	const widths = 2 // of a standard error: one in twenty such differences is chance
	apart := math.Abs(*r.Share - *r.Before.Share)
	if apart > 0 && apart <= widths*math.Sqrt(pooled*(1-pooled)*(1/n+1/m)) {
		return ", which is no more than chance"
	}
	return ""
}

// resolveReverts finds the commits that reverts name by the start of a hash. An ambiguous start names none.
func (t *timeline) resolveReverts(named map[int32]string) []reverted {
	wanted := map[[3]byte][]int32{}
	found := map[int32][]int32{}
	for by, target := range named {
		if whole, ok := gitrepo.ParseHash([]byte(target)); ok {
			found[by] = []int32{t.findCommit(whole)}
		} else if start, err := hex.DecodeString(target[:6]); err == nil {
			wanted[[3]byte(start)] = append(wanted[[3]byte(start)], by)
		}
	}
	if len(wanted) > 0 {
		for hash, place := range t.places {
			for _, by := range wanted[hash.Start()] {
				if strings.HasPrefix(hash.String(), named[by]) {
					found[by] = append(found[by], place)
				}
			}
		}
	}
	var list []reverted
	for by, targets := range found {
		if len(targets) == 1 && targets[0] != none && targets[0] != by && t.commits[targets[0]].known {
			list = append(list, reverted{by: by, target: targets[0]})
		}
	}
	slices.SortFunc(list, func(a, b reverted) int { return cmp.Compare(a.by, b.by) })
	return list
}
