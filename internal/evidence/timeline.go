package evidence

import (
	"github.com/opsfit/opsfit/internal/gitrepo"
)

// namedTag is a tag and its parsed name.
type namedTag struct {
	gitrepo.Tag
	tagName
	// tagger is the index of its maker among the authors of the history; none for a lightweight tag.
	tagger int32
}

// timeline is the history in order, from which all figures are computed.
type timeline struct {
	*history
	// head is the index of the commit that is examined.
	head int32
	mainline
	// workBranch is the name of the branch that the line follows instead of the first-parent line of head; nil where it
	// does not, "" when the name is not known.
	workBranch *string
	// releases are those up to the end of the window, earliest first; later counts those after it.
	releases []*release
	later    int
	// imported and late count release tags.
	imported, late int
	// first holds for each commit the first release that contains it.
	first []int32
	// picks are the commits of the main branch that a release before that contains as a copy; copies are all commits that
	// are known to be a copy of one on the main branch, or what it was copied from.
	picks  map[int32]pick
	copies map[int32]bool
	// ofRelease marks the commits that only make a release.
	ofRelease  []bool
	identities identities
	// byPeople marks the commits of the line that are, or brought, a person's work.
	byPeople []bool
}

// newTimeline orders a history. given: somebody chose the end of the window; else it is the time of head.
func newTimeline(h *history, head int32, list []namedTag, people identities, given bool) *timeline {
	t := &timeline{history: h, head: head, identities: people}
	t.mainline = h.followMainline(t.head)
	tags, imported := h.releaseTags(list)
	t.imported, t.late = imported, lateTags(tags, h)
	for _, r := range h.groupReleases(tags) {
		if r.at <= t.window.asOf || !given && t.isOfHead(r) {
			t.releases = append(t.releases, r)
		} else {
			t.later++
		}
	}
	t.first = h.firstReleases(t.releases)
	if name, takes := t.takesFromWorkBranch(); takes {
		t.workBranch, t.mainline = &name, t.workline()
	}
	t.ofRelease, t.byPeople = t.releaseCommits(), t.arrivalsOfPeople()
	t.findPicks()
	return t
}

// startTime is that of the oldest commit of the line.
func (t *timeline) startTime() int64 {
	if len(t.line) == 0 {
		return t.window.from
	}
	return t.commits[t.line[0]].committed
}

// lateTag is how long after its commit a tag may be made before it counts as late.
const lateTag = 30 * day

// isOfHead reports whether a release is of the very commit that figures are as of; its tag is necessarily younger.
func (t *timeline) isOfHead(r *release) bool {
	ofHead := r.commit == t.head || t.standIns[r.commit] && t.firstParent(r.commit) == t.head
	return ofHead && r.at-t.window.asOf <= lateTag
}

// inWindow reports whether a release is in the window.
func (t *timeline) inWindow(r *release) bool { return r.at > t.window.from }

// releasesInWindow returns the releases in the window.
func (t *timeline) releasesInWindow() []*release {
	for i, r := range t.releases {
		if t.inWindow(r) {
			return t.releases[i:]
		}
	}
	return nil
}

// onMain reports whether a commit is an ancestor of head.
func (t *timeline) onMain(place int32) bool { return t.arrival[place] != none }

// eachOnMain yields the commits of the main branch in the window that are not merges.
func (t *timeline) eachOnMain(visit func(place int32, c *commit)) {
	for i := range t.commits {
		c := &t.commits[i]
		if c.known && !c.isMerge() && t.window.containsTime(c.committed) && t.onMain(int32(i)) {
			visit(int32(i), c)
		}
	}
}
