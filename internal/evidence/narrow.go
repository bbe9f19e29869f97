package evidence

import (
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// ErrPath means that nothing of a repository lies at the paths that were asked for.
var ErrPath = errors.New("no commit touches it; a path is relative to the root of the repository")

// ParsePath returns a path in a repository as git spells it, relative to the root.
func ParsePath(text string) (string, error) {
	name := path.Clean(strings.ReplaceAll(text, `\`, "/"))
	switch {
	case text == "":
		return "", errors.New("write a folder or file in the repository")
	case name == ".":
		return "", errors.New("that is the whole repository; leave it out")
	case path.IsAbs(name) || name == ".." || strings.HasPrefix(name, "../") || strings.ContainsAny(name, "\x00\n"):
		return "", errors.New("write it relative to the root of the repository, as services/ledger")
	}
	return name, nil
}

// liesBelow reports whether a file is one of the paths, or below one; without paths all are.
func liesBelow(paths []string, file string) bool {
	return len(paths) == 0 || slices.ContainsFunc(paths, func(path string) bool {
		rest, found := strings.CutPrefix(file, path)
		return found && (rest == "" || rest[0] == '/')
	})
}

// narrowing makes a history of those commits that touch some paths, as if the repository held nothing else.
type narrowing struct {
	*history
	// touches marks the commits that touch the paths, brings the merges of the first-parent line that brought such a one.
	touches, brings, onLine []bool
	kept                    *history
	// stand holds the commit of kept that stands for each commit: itself, or the nearest before it; none for no such one.
	stand []int32
	// seen holds for each commit of kept the last one that has it among its parents.
	seen   []int32
	hashes []gitrepo.Hash
}

// narrowTo returns the history of the commits that touch some paths, and of the merges that brought them. A tag on
// another commit is then one on a stand-in, which comes after the nearest commit that is kept. It visits each commit a
// few times.
func (h *history) narrowTo(touches []bool, head gitrepo.Hash, tags []namedTag) (*history, error) {
	n := &narrowing{
		history: h, touches: touches, brings: make([]bool, len(h.commits)), onLine: make([]bool, len(h.commits)),
		kept: newHistory(h.window, nil), stand: filledSlice(len(h.commits)), seen: filledSlice(len(h.commits)),
		hashes: make([]gitrepo.Hash, len(h.commits)),
	}
	n.kept.notes, n.kept.authors, n.kept.standIns = h.notes, h.authors, map[int32]bool{}
	for hash, at := range h.places {
		n.hashes[at] = hash
	}
	line := h.followMainline(h.findCommit(head))
	for _, at := range line.line {
		n.onLine[at] = true
	}
	for at, arrival := range line.arrival {
		if arrival != none && touches[at] {
			n.brings[arrival] = true
		}
	}
	for _, at := range h.parentsFirst() {
		n.stand[at] = n.standFor(at)
	}
	start := h.findCommit(head)
	if start == none || n.stand[start] == none {
		return nil, ErrPath
	}
	n.placeTags(tags)
	n.kept.places[head] = n.stand[start]
	n.kept.wider, n.kept.stand = h, n.stand
	return n.kept, nil
}

// parentsFirst returns all commits in an order in which each comes after its parents.
func (h *history) parentsFirst() []int32 {
	order := make([]int32, len(h.commits))
	for at, depth := range h.commitDepths() {
		order[depth] = int32(at)
	}
	return order
}

// standFor keeps a commit, or returns what stands for it.
func (n *narrowing) standFor(at int32) int32 {
	c := &n.commits[at]
	if !c.known {
		return none
	}
	parents := n.parentStands(at)
	switch {
	case !c.isMerge() && n.touches[at]:
		n.kept.places[n.hashes[at]] = n.keep(at, parents)
		return n.kept.places[n.hashes[at]]
	case len(parents) == 0:
		return none
	}
	first := n.stand[n.firstParent(at)]
	switch {
	case n.onLine[at] && !n.brings[at] && first != none:
		return first
	case len(parents) > 1 && (!n.onLine[at] || first != none):
		n.kept.places[n.hashes[at]] = n.keep(at, parents)
		return n.kept.places[n.hashes[at]]
	}
	return parents[0]
}

// parentStands returns what stands for the parents of a commit, each once.
func (n *narrowing) parentStands(at int32) []int32 {
	var list []int32
	for _, parent := range n.parentsOf(at) {
		if stand := n.stand[parent]; stand != none && n.seen[stand] != at {
			n.seen[stand] = at
			list = append(list, stand)
		}
	}
	return list
}

// keep adds a copy of a commit with other parents.
func (n *narrowing) keep(at int32, parents []int32) int32 {
	c := n.commits[at]
	c.first, c.count = uint32(len(n.kept.parents)), uint16(min(len(parents), 1<<16-1))
	n.kept.parents = append(n.kept.parents, parents...)
	n.kept.commits = append(n.kept.commits, c)
	return int32(len(n.kept.commits) - 1)
}

// placeTags puts each release tag on a commit that is kept, or on a stand-in after it. Releases that bring nothing new
// share the stand-in of the first one.
func (n *narrowing) placeTags(tags []namedTag) {
	shared := map[int32]int32{}
	for i := range tags {
		at := n.findCommit(tags[i].Commit)
		if !tags[i].isRelease() || at == none || n.stand[at] == none {
			continue
		}
		if _, kept := n.kept.places[tags[i].Commit]; kept {
			continue
		}
		after := n.stand[at]
		place, found := shared[after]
		if !found {
			// With two parents it is no change of its own.
			place = n.keep(at, []int32{after, after})
			n.kept.commits[place].note, n.kept.commits[place].said = none, 0
			shared[after], n.kept.standIns[place] = place, true
		}
		stand := &n.kept.commits[place]
		stand.committed = min(stand.committed, n.commits[at].committed)
		n.kept.places[tags[i].Commit] = place
	}
}
