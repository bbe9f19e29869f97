package evidence

import "slices"

// waits collects waiting times in days.
type waits struct {
	days    []float64
	clamped int
}

// addWait adds a waiting time; a negative one, from clocks that disagree or a merge after the release, counts as 0.
func (w *waits) addWait(seconds int64) {
	if seconds < 0 {
		w.clamped++
		seconds = 0
	}
	w.days = append(w.days, toDays(seconds))
}

func (w *waits) leadFigures() Lead { return Lead{Spread: spreadOf(w.days), Clamped: new(w.clamped)} }

// leadFigures measures waiting times for the releases of the window. The first release ever is left out, since what it
// contains waited for nothing, and so is the commit that makes a release. Mainline has one value for each commit of the
// first-parent line, so that a change counts once whether merged or squashed; the others have one for each commit that
// is not a merge, on whatever branch it was released.
func (t *timeline) leadFigures() LeadTime {
	var mainline, committer, author, people, picked waits
	t.eachReleased(func(_ int32, c *commit, r *release) {
		if !c.isMerge() {
			committer.addWait(r.at - c.committed)
			author.addWait(r.at - c.authored)
		}
	})
	for _, a := range t.releasedArrivals() {
		mainline.addWait(a.wait)
		if t.byPeople[a.place] {
			people.addWait(a.wait)
		}
		if a.picked {
			picked.addWait(a.wait)
		}
	}
	return LeadTime{
		Mainline: mainline.leadFigures(), Committer: committer.leadFigures(), Author: author.leadFigures(), People: people.leadFigures(),
		Picked: picked.leadFigures(), Unreleased: t.unreleasedWork(),
	}
}

// arrival is a change that arrived on the main branch and was released.
type arrival struct {
	place int32
	// index is that of its commit in the line.
	index   int
	release *release
	// wait is from when it arrived, or a copy of it was committed, until the release, in seconds.
	wait int64
	// picked: the release contains it only as a copy.
	picked bool
}

// releasedArrivals returns the commits of the line that were released in the window, by themselves or as copies.
func (t *timeline) releasedArrivals() []arrival {
	var list []arrival
	for i, at := range t.line {
		r := t.waitedFor(at, t.firstRelease(at))
		if r == nil {
			continue
		}
		since := t.commits[at].committed
		p, picked := t.picks[at]
		if picked {
			since = min(since, p.copied)
		}
		list = append(list, arrival{place: at, index: i, release: r, wait: r.at - since, picked: picked})
	}
	return list
}

// arrivalsOfPeople marks the commits of the first-parent line that are, or brought, a person's work. Who pressed the merge
// button does not count.
func (t *timeline) arrivalsOfPeople() []bool {
	byPeople := make([]bool, len(t.commits))
	for i := range t.commits {
		c, arrival := &t.commits[i], t.arrival[i]
		if c.known && !c.isMerge() && arrival != none && !t.identities.isBot(c.author) {
			byPeople[arrival] = true
		}
	}
	return byPeople
}

// releaseOf returns the first release that contains a commit itself, if the commit waited for it.
func (t *timeline) releaseOf(place int32) *release { return t.waitedFor(place, t.first[place]) }

// waitedFor returns the first release of a commit if that is in the window and not the first ever; else nil, also for a
// commit that makes a release.
func (t *timeline) waitedFor(place, first int32) *release {
	if first > 0 && t.inWindow(t.releases[first]) && !t.ofRelease[place] {
		return t.releases[first]
	}
	return nil
}

// eachReleased yields the commits that have such a release.
func (t *timeline) eachReleased(visit func(place int32, c *commit, r *release)) {
	for i := range t.commits {
		if r := t.releaseOf(int32(i)); r != nil {
			visit(int32(i), &t.commits[i], r)
		}
	}
}

// unreleasedWork is null in a repository without releases, where everything would be unreleased.
func (t *timeline) unreleasedWork() Unreleased {
	if len(t.releases) == 0 {
		return Unreleased{}
	}
	var ages []float64
	people := 0
	for i := range t.commits {
		c := &t.commits[i]
		if !c.known || c.isMerge() || !t.onMain(int32(i)) || t.firstRelease(int32(i)) != none || c.committed > t.window.asOf {
			continue
		}
		ages = append(ages, toDays(t.window.asOf-c.committed))
		if !t.identities.isBot(c.author) {
			people++
		}
	}
	slices.Sort(ages)
	return Unreleased{
		N: new(len(ages)), OldestDays: quantile(ages, 1), MedianDays: quantile(ages, 0.5), People: new(people),
	}
}
