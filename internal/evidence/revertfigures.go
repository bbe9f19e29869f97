package evidence

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"maps"
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
		if first := t.firstRelease(r.target); first != none && t.releases[first].at < by.committed {
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
			if c.said&takesBack != 0 {
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

// resolveReverts finds the commits that reverts name.
func (t *timeline) resolveReverts(named map[int32]string) []reverted {
	var list []reverted
	targets := t.findNamed(slices.Collect(maps.Values(named)))
	for by, name := range named {
		if target, found := targets[name]; found && target != by {
			list = append(list, reverted{by: by, target: target})
		}
	}
	slices.SortFunc(list, func(a, b reverted) int { return cmp.Compare(a.by, b.by) })
	return list
}

// findNamed finds commits by their hashes or the starts of these, at least shortestHash digits. An ambiguous start names
// none.
func (h *history) findNamed(names []string) map[string]int32 {
	starts := map[[3]byte][]string{}
	found := map[string]int32{}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		if whole, ok := gitrepo.ParseHash([]byte(name)); ok {
			found[name] = h.findCommit(whole)
		} else if start, err := hex.DecodeString(name[:6]); err == nil {
			starts[[3]byte(start)] = append(starts[[3]byte(start)], name)
		}
	}
	if len(starts) > 0 {
		for hash := range h.places {
			for _, name := range starts[hash.Start()] {
				if !strings.HasPrefix(hash.String(), name) {
					continue
				}
				if _, again := found[name]; again {
					found[name] = none
				} else {
					found[name] = h.findCommit(hash)
				}
			}
		}
	}
	maps.DeleteFunc(found, func(_ string, place int32) bool { return place == none })
	return found
}
