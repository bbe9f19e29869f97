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
	var mainline, committer, author, people waits
	t.eachReleased(func(_ int32, c *commit, r *release) {
		if !c.isMerge() {
			committer.addWait(r.at - c.committed)
			author.addWait(r.at - c.authored)
		}
	})
	byPeople := t.arrivalsOfPeople()
	for _, at := range t.line {
		r := t.releaseOf(at)
		if r == nil {
			continue
		}
		wait := r.at - t.commits[at].committed
		mainline.addWait(wait)
		if byPeople[at] {
			people.addWait(wait)
		}
	}
	return LeadTime{
		Mainline: mainline.leadFigures(), Committer: committer.leadFigures(), Author: author.leadFigures(), People: people.leadFigures(),
		Unreleased: t.unreleasedWork(),
	}
}

// arrivalsOfPeople returns the commits of the first-parent line that are, or brought, a person's work. Who pressed the
// merge button does not count.
func (t *timeline) arrivalsOfPeople() map[int32]bool {
	byPeople := map[int32]bool{}
	for i := range t.commits {
		c, arrival := &t.commits[i], t.arrival[i]
		if c.known && !c.isMerge() && arrival != none && !t.identities.isBot(c.author) {
			byPeople[arrival] = true
		}
	}
	return byPeople
}

// releaseOf returns the release that a commit waited for: its first, if that is in the window and not the first ever;
// else nil, also for a commit that makes a release.
func (t *timeline) releaseOf(place int32) *release {
	if first := t.first[place]; first > 0 && t.inWindow(t.releases[first]) && !t.ofRelease[place] {
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
		if !c.known || c.isMerge() || !t.onMain(int32(i)) || t.first[i] != none || c.committed > t.window.asOf {
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
