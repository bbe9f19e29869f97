package evidence

import (
	"cmp"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// reverted is a strict revert and the commit that it names.
type reverted struct {
	by, target int32
}

// revertFigures counts reverts among the commits of the main branch in the window, merges left out.
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
	list := t.resolve(named)
	for _, r := range list {
		by, target := &t.commits[r.by], &t.commits[r.target]
		waits = append(waits, days(max(0, by.committed-target.committed)))
		if first := t.first[r.target]; first != none && t.releases[first].at < by.committed {
			released++
		}
	}
	slices.Sort(waits)
	return Reverts{
		Commits: new(commits), Strict: new(strict), Share: share(strict, commits), Loose: new(strict + loose),
		Resolved: new(len(list)), AfterRelease: new(released), MedianDays: quantile(waits, 0.5),
	}
}

// resolve finds the commits that reverts name by the start of a hash. One that fits several commits names none.
func (t *timeline) resolve(named map[int32]string) []reverted {
	wanted := map[[3]byte][]int32{}
	found := map[int32][]int32{}
	for by, target := range named {
		if whole, ok := gitrepo.ParseHash([]byte(target)); ok {
			found[by] = []int32{t.find(whole)}
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
