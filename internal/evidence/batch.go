package evidence

import "slices"

// batchFigures counts the commits that each release of the window is the first to contain, without the first release
// ever and without the commits that only make a release.
func (t *timeline) batchFigures() Batch {
	all, people := map[*release]int{}, map[*release]int{}
	t.eachReleased(func(_ int32, c *commit, r *release) {
		if c.isMerge() {
			return
		}
		all[r]++
		if !t.identities.isBot(c.author) {
			people[r]++
		}
	})
	batch := Batch{People: PeopleBatch{Releases: new(len(people))}}
	batch.Median, batch.P90, batch.Max = describeSizes(t.sizesOf(all))
	batch.People.Median, batch.People.P90, batch.People.Max = describeSizes(valuesOf(people))
	batch.People.Changes, _, _ = describeSizes(valuesOf(t.changesOfPeople()))
	minors := t.minorSizes(people)
	batch.Minor.Releases = new(len(minors))
	batch.Minor.Median, _, _ = describeSizes(minors)
	return batch
}

// minorSizes adds up the sizes of the forward releases from one minor release of the window to the next. Components that are
// released one by one have minor releases of their own, so there it returns none.
func (t *timeline) minorSizes(sizes map[*release]int) []float64 {
	list := []float64{}
	releases := t.releasesInWindow()
	if areIndependent(releases) {
		return list
	}
	begun, sum := false, 0
	for _, r := range releases {
		if r.isForward() {
			sum += sizes[r]
		}
		if r.isMinor() {
			if begun {
				list = append(list, float64(sum))
			}
			begun, sum = true, 0
		}
	}
	return list
}

// rebasedTogether is how close in time the commits of one rebase are to each other, in seconds.
const rebasedTogether = 60

// changesOfPeople counts, for each release of the window, what arrived on the main branch: merges, and single commits, of
// which those that one rebase wrote are one change.
func (t *timeline) changesOfPeople() map[*release]int {
	changes := map[*release]int{}
	var last *commit
	for _, at := range t.line {
		r := t.releaseOf(at)
		if r == nil || !t.byPeople[at] {
			continue
		}
		c := &t.commits[at]
		if changes[r] == 0 || last == nil || !areTogether(last, c) {
			changes[r]++
		}
		last = c
	}
	return changes
}

// areTogether reports whether one rebase may have written two commits that follow each other.
func areTogether(first, second *commit) bool {
	apart := second.committed - first.committed
	return !first.isMerge() && !second.isMerge() && 0 <= apart && apart <= rebasedTogether
}

// sizesOf returns one size for each release of the window but the first ever; 0 for one that brings nothing.
func (t *timeline) sizesOf(sizes map[*release]int) []float64 {
	list := []float64{}
	for _, r := range t.releasesInWindow() {
		if r != t.releases[0] {
			list = append(list, float64(sizes[r]))
		}
	}
	return list
}

func valuesOf(sizes map[*release]int) []float64 {
	var list []float64
	for _, size := range sizes {
		list = append(list, float64(size))
	}
	return list
}

// describeSizes sorts sizes in place.
func describeSizes(sizes []float64) (median, p90 *float64, largest *int) {
	slices.Sort(sizes)
	if len(sizes) > 0 {
		largest = new(int(sizes[len(sizes)-1]))
	}
	return quantile(sizes, 0.5), quantile(sizes, 0.9), largest
}
