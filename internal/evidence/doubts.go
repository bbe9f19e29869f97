package evidence

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
)

// doubt is a reason to trust a conclusion less; one without a reason is none.
type doubt struct {
	reason string
	trust  Trust
}

func never(reason string) doubt { return doubt{reason: reason, trust: None} }

// enough doubts a count that is below what is usable, and more so one that is below few.
func enough(count, few, usable int, noun string) doubt {
	switch {
	case count >= usable:
		return doubt{}
	case count >= few:
		return doubt{trust: Few, reason: fmt.Sprintf("there %s only %s; %d would be enough", be(count), counted(count, noun), usable)}
	case count == 0:
		return never("there is no " + noun)
	}
	return never(fmt.Sprintf("there %s only %s; it takes %d at least", be(count), counted(count, noun), few))
}

// doubts knows what speaks against conclusions from a scan.
type doubts struct {
	scan *Scan
	// lost says why there is no history, cut why the one that is there is not taken for whole.
	lost, cut string
	unfetched bool
	// calendarTags reports versions that are dates, calendarJob that a program makes them on one day of each month.
	calendarTags, calendarJob bool
	// copies counts releases that changes reach as copies.
	copies int
}

func newDoubts(r *reading, t *timeline, scan *Scan) *doubts {
	d := &doubts{scan: scan, lost: r.lost, unfetched: r.unfetched}
	state := r.repo.State()
	switch {
	case state.Partial:
		d.cut = "the clone is partial, so that objects may be missing"
	case state.Rewritten:
		d.cut = "grafts or replacements show another history than the one that was written"
	}
	if t != nil {
		d.calendarTags, d.calendarJob = t.calendar()
		d.copies = t.copies()
	}
	return d
}

// all gathers doubts in order; of equally strong ones the first is told.
func (d *doubts) all(questions ...func() doubt) []doubt {
	var list []doubt
	for _, question := range questions {
		found := question()
		list = append(list, found)
		if found.reason != "" && found.trust == None {
			// Figures that later questions would need may not be there.
			break
		}
	}
	return list
}

func (d *doubts) aboutHistory() doubt {
	if d.lost != "" {
		return never(d.lost)
	}
	return never(d.cut)
}

// aboutReleases asks whether tags tell of releases at all.
func (d *doubts) aboutReleases() doubt {
	if found := d.aboutHistory(); found.reason != "" {
		return found
	}
	switch {
	case d.unfetched:
		return never("a change log lists versions, but there are no tags: they were not fetched; git fetch --tags brings them")
	case *d.scan.Tags.Stable+*d.scan.Tags.Counter == 0:
		return never("there are no release tags here")
	case d.scan.Deployments.By != nil:
		return never("commits here look like deployments (" + *d.scan.Deployments.By + "), so that tags do not tell when something went live")
	case *d.scan.Releases.Events == 0:
		return never("no release lies in the window")
	}
	return doubt{}
}

func (d *doubts) enoughReleaseDays() doubt {
	return enough(*d.scan.Releases.Days, fewReleaseDays, usableReleaseDays, "release day")
}

func (d *doubts) enoughReleases() doubt {
	if d.scan.Batch.Max == nil {
		return never("there is only the first release ever")
	}
	return enough(*d.scan.Releases.Events, fewReleaseDays, usableReleaseDays, "release")
}

func (d *doubts) enoughMinorDays() doubt {
	return enough(*d.scan.Releases.Minor.GapDays.N+min(1, *d.scan.Releases.Minor.Events), fewReleaseDays, usableReleaseDays,
		"day with an x.y.0 release")
}

// stopped is a repository whose last release is longer ago than three of its long gaps, and a quarter of a year.
func (d *doubts) stopped() doubt {
	const quarter = 90.0
	limit := quarter
	if p90 := d.scan.Releases.GapDays.P90; p90 != nil {
		limit = max(limit, 3**p90)
	}
	if since := *d.scan.Releases.SinceLast; since > limit {
		return never("the last release was " + english.Days(since) + " ago: releases seem to have stopped")
	}
	return doubt{}
}

func (d *doubts) calendar() doubt {
	if d.calendarJob {
		return never("versions are dates that come on one day of each month, as a scheduled job makes them")
	}
	return doubt{}
}

func (d *doubts) calendarVersions() doubt {
	if d.calendarTags {
		return never("versions are dates, so that x.y.0 has no meaning")
	}
	return doubt{}
}

func (d *doubts) enoughLead() doubt {
	lead := d.scan.LeadTime.Mainline
	if d.scan.botsPrevail() && *d.scan.LeadTime.People.N >= leadCommits {
		lead = d.scan.LeadTime.People
	}
	return enough(*lead.N, leadCommits, leadCommits, "released change")
}

func (d *doubts) independent() doubt {
	if d.scan.Releases.areIndependent() {
		return never("components are released each for itself, and a tag of one contains the commits of the others")
	}
	return doubt{}
}

// rewrittenDates are those of changes that are committed anew at their release: a quarter were committed within the hour, but
// written long before.
func (d *doubts) rewrittenDates() doubt {
	committer, author := d.scan.LeadTime.Committer, d.scan.LeadTime.Author
	const hour, week = 1.0 / 24, 7.0
	if committer.Median != nil && *committer.P25 < hour && *author.Median-*committer.Median > week && *author.Median > 3**committer.Median {
		return never("many changes were committed anew at their release, so that their dates say nothing")
	}
	return doubt{}
}

func (d *doubts) cherryPicks() doubt {
	if 2*d.copies > *d.scan.Releases.Events {
		return never("most releases come from maintenance branches, which changes reach as copies")
	}
	return doubt{}
}

// botsPrevail reports that programs wrote more than half of the commits.
func (s *Scan) botsPrevail() bool {
	return s.People.BotShare != nil && *s.People.BotShare > 0.5
}

func (d *doubts) mostlyBots() doubt {
	if d.scan.botsPrevail() && *d.scan.LeadTime.People.N < leadCommits {
		return never("most commits are by programs, and people wrote too few to tell")
	}
	return doubt{}
}

func (d *doubts) enoughMinors() doubt {
	return enough(*d.scan.Hotfix.MinorReleases, minorReleases, minorReleases, "x.y.0 release that is 14 days old")
}

func (d *doubts) denseReleases() doubt {
	if gap := d.scan.Releases.Forward.GapDays.Median; gap != nil && *gap < minorGap {
		return never("releases come so often that the next one is always close")
	}
	return doubt{}
}

func (d *doubts) enoughCommits() doubt {
	return enough(*d.scan.Reverts.Commits, revertCommits, revertCommits, "commit in the window")
}

func (d *doubts) enoughReverts() doubt {
	const few = 5
	return enough(*d.scan.Reverts.Resolved, 1, few, "revert whose commit is known")
}

func (d *doubts) enoughMerges() doubt {
	i := d.scan.Integration
	if float64(*i.Merges) < mergeShare*float64(*i.Commits) {
		return never("fewer than one in ten changes came by a merge")
	}
	const few, usable = 5, 20
	return enough(*i.BranchLife.N, few, usable, "merge of a branch")
}

// branchesOfBots live for seconds, and say nothing of how people integrate.
func (d *doubts) branchesOfBots() doubt {
	if d.scan.botsPrevail() {
		return never("most commits are by programs, whose branches are not those of people")
	}
	return doubt{}
}

func (d *doubts) enoughArrivals() doubt {
	const few, usable = 10, 30
	return enough(*d.scan.Integration.Commits, few, usable, "change on the main branch")
}

func (d *doubts) enoughDeployments() doubt {
	const few, usable = 10, 30
	return enough(*d.scan.Deployments.Events, few, usable, "deployment")
}

func (d *doubts) plainArrivals() doubt {
	if i := d.scan.Integration; 2**i.Plain > *i.Commits {
		return never("most changes are plain commits, which many projects land after a review that leaves no mark")
	}
	return doubt{}
}

func (d *doubts) enoughAuthored() doubt {
	if d.scan.People.BusFactor50 == nil {
		return never("no person's commit lies in the window")
	}
	const few, usable = 10, 50
	return enough(*d.scan.Reverts.Commits, few, usable, "commit in the window")
}

func (d *doubts) enoughTaggers() doubt {
	if *d.scan.People.Taggers.Tags == 0 {
		return never("the release tags do not say who made them")
	}
	return enough(*d.scan.People.Taggers.Tags, fewReleaseDays, usableReleaseDays, "release tag with a name")
}
