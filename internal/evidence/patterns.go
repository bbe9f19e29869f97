package evidence

import (
	"path"
	"slices"
	"time"
)

// detectCalendar reports whether the versions of the window are dates, and whether a scheduled job makes them: nine
// in ten on the same day of the month, and none tagged by a person.
func (t *timeline) detectCalendar() (versions, job bool) {
	counted := t.releasesInWindow()
	dated, byPeople := 0, false
	onDay := map[int]int{}
	for _, r := range counted {
		lead := r.leadTag()
		if lead.class == stableTag && isCalendar(lead.version) {
			dated++
			onDay[time.Unix(r.at, 0).UTC().Day()]++
		}
		byPeople = byPeople || lead.tagger != none && !t.identities.program[lead.tagger]
	}
	most := 0
	for _, n := range onDay {
		most = max(most, n)
	}
	versions = dated > 0 && 2*dated > len(counted)
	return versions, versions && !byPeople && len(counted) >= fewReleaseDays && 10*most >= 9*len(counted)
}

// countUntraced counts the releases of the window that share nothing with the main line: their commits are not merged
// into it, they are not the first to contain any of its commits, and at most half of what they bring is known to be a
// copy of one. What they contain was picked from it, or will be.
func (t *timeline) countUntraced() int {
	brings := map[*release]bool{}
	for _, at := range t.line {
		if r := t.releaseOf(at); r != nil {
			brings[r] = true
		}
	}
	known, all := map[*release]int{}, map[*release]int{}
	t.eachReleased(func(place int32, c *commit, r *release) {
		if !c.isMerge() {
			all[r]++
			if t.copies[place] {
				known[r]++
			}
		}
	})
	return len(filterSlice(t.releasesInWindow(), func(r *release) bool {
		return !brings[r] && !t.onMain(r.commit) && 2*known[r] <= all[r]
	}))
}

// areIndependent reports whether components are released one by one: in three of ten releases, no series is in the
// release before as well. A renamed series changes only once. The share is a judgement.
func areIndependent(releases []*release) bool {
	changes := 0
	for i := 1; i < len(releases); i++ {
		before := releases[i-1].seriesNames()
		if !slices.ContainsFunc(releases[i].seriesNames(), func(name string) bool { return isIn(before, name) }) {
			changes++
		}
	}
	return len(releases) > 1 && 10*changes >= 3*(len(releases)-1) || releaseBesideOthers(releases)
}

// releaseBesideOthers reports whether a series has a rhythm of its own beside a busier one: it has at least fewReleaseDays
// releases, and from its first to its last they are no more than half of all. A renamed series ends where the new one
// begins, and components that are released together are in most releases.
func releaseBesideOthers(releases []*release) bool {
	type extent struct{ first, last, count int }
	extents := map[string]*extent{}
	for i, r := range releases {
		for _, name := range r.seriesNames() {
			if extents[name] == nil {
				extents[name] = &extent{first: i}
			}
			extents[name].last = i
			extents[name].count++
		}
	}
	for _, e := range extents {
		if e.count >= fewReleaseDays && 2*e.count <= e.last-e.first+1 {
			return true
		}
	}
	return false
}

// isIn searches a sorted list: a hostile repository may have as many tags on a release as it likes.
func isIn(sorted []string, text string) bool {
	_, found := slices.BinarySearch(sorted, text)
	return found
}

// areIndependent is false where it is not known.
func (r *Releases) areIndependent() bool { return r.Independent != nil && *r.Independent }

// deploymentReason says why the commits of a repository look like deployments; "" when they do not.
func (r *reading) deploymentReason() string {
	if branch := path.Base(r.revision.Ref); slices.Contains([]string{"production", "prod", "live", "deploy"}, branch) {
		return "the branch is called " + branch
	}
	if r.files == nil {
		return ""
	}
	for _, found := range r.files.foundSignals(r.repo.State().Name, r.Ships) {
		if found.Weak {
			continue
		}
		switch found.ID {
		case "cd.gitops_image_tags":
			return "image tags are kept for each environment"
		case "cd.gitops_argo", "cd.gitops_flux":
			return "a cluster follows this repository"
		case "cd.env_dirs":
			// An application may keep some files for production beside its code; a repository of environments is full of them.
			const few, part = 5, 20
			if found.Files >= few && part*found.Files >= r.files.total {
				return "there are folders for environments"
			}
		}
	}
	return ""
}
