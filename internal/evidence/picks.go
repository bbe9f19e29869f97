package evidence

import (
	"bytes"
	"cmp"
)

// pick is the first release of a change that contains it only as a copy: picked to a branch that is maintained for
// releases, or from there.
type pick struct {
	release int32
	// copied is when the copy was committed, of several the first.
	copied int64
}

// pickMarks surround the hash of the commit that a line of a message says it was picked from.
func pickMarks() [][2]string {
	return [][2]string{
		{"(cherry picked from commit ", ")"},
		{"(cherry-picked from commit ", ")"},
		{"(backported from commit ", ")"},
		// Linux writes so.
		{"[ Upstream commit ", " ]"},
		{"commit ", " upstream."},
	}
}

// pickSources returns the starts of the hashes of the commits that a message says it was picked from.
func pickSources(body []byte) []string {
	const most = 100
	var list []string
	for line := range bytes.Lines(body) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] != '(' && line[0] != '[' && line[0] != 'c' || len(list) == most {
			continue
		}
		for _, mark := range pickMarks() {
			rest, found := bytes.CutPrefix(line, []byte(mark[0]))
			if hash, end := bytes.CutSuffix(rest, []byte(mark[1])); found && end && len(hashAt(hash)) == len(hash) && len(hash) > 0 {
				list = append(list, hashAt(hash))
			}
		}
	}
	return list
}

// firstRelease returns the first release that contains a commit, or a copy of it; none for no release.
func (t *timeline) firstRelease(place int32) int32 {
	if p, found := t.picks[place]; found {
		return p.release
	}
	return t.first[place]
}

// findPicks finds the commits of the main branch whose first release contains a copy of them and not themselves. A merge
// is released so when all that it brought is. Only commits of the window can be copies, or be found equal to one.
func (t *timeline) findPicks() {
	t.picks, t.copies = map[int32]pick{}, map[int32]bool{}
	for place, copies := range t.copiesOnMain() {
		best := pick{release: t.first[place]}
		for _, other := range copies {
			t.copies[other] = true
			found := pick{release: t.first[other], copied: t.commits[other].committed}
			if isBefore(found.release, best.release) || found.release == best.release && found.copied < best.copied {
				best = found
			}
		}
		if best.release != t.first[place] {
			t.picks[place] = best
		}
	}
	t.addPickedMerges()
}

// addPickedMerges adds the merges of which every commit was released before they were, some as copies.
func (t *timeline) addPickedMerges() {
	merges := map[int32]pick{}
	for place, p := range t.picks {
		if arrival := t.arrival[place]; arrival != place {
			merges[arrival] = pick{copied: min(p.copied, cmp.Or(merges[arrival].copied, p.copied))}
		}
	}
	for i := range t.commits {
		last, found := merges[t.arrival[i]]
		if found && !t.commits[i].isMerge() {
			last.release = laterRelease(last.release, t.firstRelease(int32(i)))
			merges[t.arrival[i]] = last
		}
	}
	for arrival, p := range merges {
		if _, direct := t.picks[arrival]; !direct && isBefore(p.release, t.first[arrival]) {
			t.picks[arrival] = p
		}
	}
}

// laterRelease returns the later of two releases; none is later than all.
func laterRelease(a, b int32) int32 {
	if isBefore(a, b) {
		return b
	}
	return a
}

// isBefore reports whether a release comes before another, which may be none.
func isBefore(release, other int32) bool {
	return release != none && (other == none || release < other)
}

// copiesOnMain returns the commits of the main branch that have copies, with these: one names the other as what it was picked
// from, or both have the same author, author's time and subject, and no other commit on the main branch has.
func (t *timeline) copiesOnMain() map[int32][]int32 {
	copies := map[int32][]int32{}
	add := func(a, b int32) {
		if t.onMain(a) && a != b {
			copies[a] = append(copies[a], b)
		}
	}
	for place, sources := range t.pickedFrom() {
		for _, source := range sources {
			add(source, place)
			// What the main branch took from itself waited again; what it took from several was complete with the last of them.
			if len(sources) == 1 && !t.onMain(source) {
				add(place, source)
			}
		}
	}
	for _, alike := range t.equalCommits() {
		main := filterSlice(alike, t.onMain)
		if len(main) != 1 {
			continue
		}
		for _, other := range alike {
			add(main[0], other)
		}
	}
	return copies
}

// pickedFrom returns the commits that others say they were picked from.
func (t *timeline) pickedFrom() map[int32][]int32 {
	var names []string
	for i := range t.notes {
		names = append(names, t.notes[i].sources...)
	}
	found := t.findNamed(names)
	sources := map[int32][]int32{}
	for i := range t.commits {
		if c := &t.commits[i]; c.note != none {
			for _, name := range t.notes[c.note].sources {
				if source, ok := found[name]; ok {
					sources[int32(i)] = append(sources[int32(i)], source)
				}
			}
		}
	}
	return sources
}

// equalCommits groups the commits of the window that are alike, as git cherry-pick and git rebase leave them; groups of one
// are left out, and all where everything is on the main branch.
func (t *timeline) equalCommits() [][]int32 {
	type key struct {
		author   int32
		authored int64
		shape    uint64
	}
	keyOf := func(c *commit) key { return key{c.author, c.authored, t.notes[c.note].shape} }
	groups := map[key][]int32{}
	for i := range t.commits {
		if c := &t.commits[i]; c.note != none && !c.isMerge() && !t.onMain(int32(i)) {
			groups[keyOf(c)] = append(groups[keyOf(c)], int32(i))
		}
	}
	if len(groups) > 0 {
		t.eachOnMain(func(place int32, c *commit) {
			if list, found := groups[keyOf(c)]; found {
				groups[keyOf(c)] = append(list, place)
			}
		})
	}
	var list [][]int32
	for _, group := range groups {
		if len(group) > 1 {
			list = append(list, group)
		}
	}
	return list
}
