package evidence

import (
	"github.com/opsfit/opsfit/internal/gitrepo"
)

// namedTag is a tag and what its name says.
type namedTag struct {
	gitrepo.Tag
	tagName
	// tagger is the number of who made it among the authors of the history; none for a lightweight tag.
	tagger int32
}

// timeline is the history put in order: what all figures are computed from.
type timeline struct {
	*history
	// head is the place of the commit looked at.
	head int32
	mainline
	// releases are all up to the end of the window, the earliest first; later counts those after it.
	releases []*release
	later    int
	// imported and late count release tags.
	imported, late int
	// first names for each commit the first release that contains it.
	first []int32
	crowd crowd
}

// newTimeline puts a history in order. given reports that somebody chose the end of the window; else it is the time of head.
func newTimeline(h *history, head int32, list []namedTag, people crowd, given bool) *timeline {
	t := &timeline{history: h, head: head, crowd: people}
	t.mainline = h.follow(t.head)
	tags, imported := h.releaseTags(list)
	t.imported, t.late = imported, lateTags(tags, h)
	for _, r := range h.releases(tags) {
		if r.at <= t.window.asOf || !given && t.isOfHead(r) {
			t.releases = append(t.releases, r)
		} else {
			t.later++
		}
	}
	t.first = h.firstReleases(t.releases)
	return t
}

// lateTag is how long after its commit a tag may be made before it is called late.
const lateTag = 30 * day

// isOfHead reports a release of the very commit that figures are as of. Its tag cannot but be younger than it.
func (t *timeline) isOfHead(r *release) bool {
	return r.commit == t.head && r.at-t.window.asOf <= lateTag
}

// counts reports a release in the window.
func (t *timeline) counts(r *release) bool { return r.at > t.window.from }

// counted are the releases in the window.
func (t *timeline) counted() []*release {
	for i, r := range t.releases {
		if t.counts(r) {
			return t.releases[i:]
		}
	}
	return nil
}

// onMain reports a commit behind the commit looked at.
func (t *timeline) onMain(place int32) bool { return t.arrival[place] != none }

// eachOnMain visits the commits of the main branch in the window that are no merges.
func (t *timeline) eachOnMain(visit func(place int32, c *commit)) {
	for i := range t.commits {
		c := &t.commits[i]
		if c.known && !c.isMerge() && t.window.holds(c.committed) && t.onMain(int32(i)) {
			visit(int32(i), c)
		}
	}
}
