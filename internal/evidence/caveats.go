package evidence

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
)

// caveat is a reason to trust a conclusion less; without a reason it is none.
type caveat struct {
	reason string
	trust  Trust
}

func fatalCaveat(reason string) caveat { return caveat{reason: reason, trust: None} }

// countCaveat returns a caveat for a count below usable, and a stronger one below few.
func countCaveat(count, few, usable int, noun string) caveat {
	switch {
	case count >= usable:
		return caveat{}
	case count >= few:
		return caveat{trust: Few, reason: fmt.Sprintf("there %s only %s; %d would be enough", isOrAre(count), formatCount(count, noun), usable)}
	case count == 0:
		return fatalCaveat("there is no " + noun)
	}
	return fatalCaveat(fmt.Sprintf("there %s only %s; it takes %d at least", isOrAre(count), formatCount(count, noun), few))
}

// caveats finds what speaks against conclusions from a scan.
type caveats struct {
	scan *Scan
	// lost says why there is no history, cut why the history that is there may be incomplete.
	lost, cut string
	// unfetched: a change log lists versions without tags; untagged: the clone was made without tags; patterned: somebody
	// said which tags are releases.
	unfetched, untagged, patterned bool
	// calendarTags: versions are dates. calendarJob: a program makes them on one day of each month.
	calendarTags, calendarJob bool
	// examined are the days of the window that the history reaches into.
	examined float64
	// untraced counts releases that contain changes only as copies, most of which are not found.
	untraced int
}

func newDoubts(r *reading, t *timeline, scan *Scan) *caveats {
	c := &caveats{scan: scan, lost: r.lost, unfetched: r.unfetched, untagged: r.repo.State().Untagged, patterned: r.Pattern != nil}
	if r.repo.State().Rewritten {
		c.cut = "grafts or replacements show another history than the one that was written"
	}
	if t != nil {
		c.calendarTags, c.calendarJob = t.detectCalendar()
		c.untraced = t.countUntraced()
		c.examined = toDays(r.window.asOf - max(r.window.from, t.startTime()))
	}
	return c
}

// collectCaveats returns the caveats in order; of equally strong ones the first is shown.
func (c *caveats) collectCaveats(questions ...func() caveat) []caveat {
	var list []caveat
	for _, question := range questions {
		found := question()
		list = append(list, found)
		if found.reason != "" && found.trust == None {
			// Later checks may need figures that are missing.
			break
		}
	}
	return list
}

func (c *caveats) aboutHistory() caveat {
	if c.lost != "" {
		return fatalCaveat(c.lost)
	}
	return fatalCaveat(c.cut)
}

// aboutReleases checks whether tags stand for releases at all.
func (c *caveats) aboutReleases() caveat {
	if found := c.aboutHistory(); found.reason != "" {
		return found
	}
	switch total := *c.scan.Tags.Total; {
	case c.untagged && total <= 1:
		return fatalCaveat("the clone was made without tags; git fetch --tags brings them")
	case c.unfetched && total == 1:
		return fatalCaveat("a change log lists versions, but there is one tag: the others were not fetched; git fetch --tags brings them")
	case c.unfetched:
		return fatalCaveat("a change log lists versions, but there are no tags: they were not fetched; git fetch --tags brings them")
	case total == 0:
		return fatalCaveat("there are no tags here; if there are some elsewhere, git fetch --tags brings them")
	case *c.scan.Tags.Stable+*c.scan.Tags.Counter == 0 && c.patterned:
		return fatalCaveat("no tag matches --tag-pattern")
	case *c.scan.Tags.Stable+*c.scan.Tags.Counter == 0:
		return fatalCaveat("there are no release tags here")
	case c.scan.Deployments.By != nil:
		return fatalCaveat("commits here look like deployments (" + *c.scan.Deployments.By +
			"), so tags do not tell when something went live")
	case total == 1:
		return fatalCaveat("there is one tag here; if there are more elsewhere, git fetch --tags brings them")
	case *c.scan.Releases.Events == 0:
		return fatalCaveat("no release lies in the window")
	}
	return caveat{}
}

func (c *caveats) enoughReleaseDays() caveat {
	return countCaveat(*c.scan.Releases.Days, fewReleaseDays, usableGaps+1, "release day")
}

func (c *caveats) unevenReleases() caveat { return unevenCaveat(c.scan.Releases.GapDays) }

func (c *caveats) unevenMinors() caveat { return unevenCaveat(c.scan.Releases.Minor.GapDays) }

// unevenCaveat is about releases that come in clusters: no gap is the usual one, so there is no rate.
func unevenCaveat(gaps Spread) caveat {
	if gaps.areEven() {
		return caveat{}
	}
	return caveat{trust: Few, reason: fmt.Sprintf("they come in clusters: the median gap is %s, the average %s",
		english.Days(*gaps.Median), english.Days(*gaps.Mean))}
}

// severalReleases is about many changes that waited for the same few releases.
func (c *caveats) severalReleases() caveat {
	return countCaveat(*c.scan.Releases.Events, 0, usableReleaseDays, "release")
}

func (c *caveats) enoughReleases() caveat {
	if c.scan.Batch.Max == nil {
		return fatalCaveat("there is only the first release ever")
	}
	if c.scan.botsPrevail() {
		return countCaveat(*c.scan.Batch.People.Releases, fewReleaseDays, usableReleaseDays, "release with commits by people")
	}
	return countCaveat(*c.scan.Releases.Events, fewReleaseDays, usableReleaseDays, "release")
}

func (c *caveats) enoughMinorDays() caveat {
	return countCaveat(c.scan.Releases.Minor.days(), fewReleaseDays, usableGaps+1, "day with a minor release")
}

// days counts the dates that have a release.
func (c *Cadence) days() int { return *c.GapDays.N + min(1, *c.Events) }

// severalMinorDays is about a documented rhythm: it can be compared with the gap between two minor releases.
func (c *caveats) severalMinorDays() caveat {
	return countCaveat(c.scan.Releases.Minor.days(), fewMinorDays, usableReleaseDays, "day with a minor release")
}

// severalReleaseDays is the same for all releases.
func (c *caveats) severalReleaseDays() caveat {
	return countCaveat(*c.scan.Releases.Days, fewReleaseDays, usableReleaseDays, "release day")
}

// stoppedCaveat is about a repository whose last release is older than three of its long gaps and a quarter of a year.
func (c *caveats) stoppedCaveat() caveat {
	const quarter = 90.0
	limit := quarter
	if p90 := c.scan.Releases.GapDays.P90; p90 != nil {
		limit = max(limit, 3**p90)
	}
	if since := *c.scan.Releases.SinceLast; since > limit {
		return fatalCaveat("the last release was " + english.Days(since) + " ago: releases seem to have stopped")
	}
	return caveat{}
}

func (c *caveats) calendarCaveat() caveat {
	if c.calendarJob {
		return fatalCaveat("versions are dates that come on one day of each month, as a scheduled job makes them")
	}
	return caveat{}
}

func (c *caveats) calendarVersions() caveat {
	if c.calendarTags {
		return fatalCaveat("versions are dates, so there are no minor versions")
	}
	return caveat{}
}

func (c *caveats) enoughLead() caveat {
	lead := c.scan.LeadTime.Mainline
	if c.scan.botsPrevail() && *c.scan.LeadTime.People.N >= leadCommits {
		lead = c.scan.LeadTime.People
	}
	return countCaveat(*lead.N, leadCommits, leadCommits, "released change")
}

func (c *caveats) independentCaveat() caveat {
	if c.scan.Releases.areIndependent() {
		return fatalCaveat("components are released separately, and a tag of one contains the commits of the others")
	}
	return caveat{}
}

// rewrittenDates is about changes that are committed again at their release: a quarter were committed within the hour
// before it, but written long before.
func (c *caveats) rewrittenDates() caveat {
	committer, author := c.scan.LeadTime.Committer, c.scan.LeadTime.Author
	const hour, week = 1.0 / 24, 7.0
	if committer.Median != nil && *committer.P25 < hour && *author.Median-*committer.Median > week && *author.Median > 3**committer.Median {
		return fatalCaveat("many changes were committed again at their release, so their dates say nothing")
	}
	return caveat{}
}

func (c *caveats) cherryPicks() caveat {
	if 2*c.untraced > *c.scan.Releases.Events {
		return fatalCaveat("most releases come from maintenance branches, and it is not known which changes they hold as copies")
	}
	return caveat{}
}

// botsPrevail reports whether programs wrote so much, a third of the commits or more, that figures of people lead.
func (s *Scan) botsPrevail() bool {
	return s.People.BotShare != nil && *s.People.BotShare >= 1.0/3
}

func (c *caveats) mostlyBots() caveat {
	if c.scan.botsPrevail() && *c.scan.LeadTime.People.N < leadCommits {
		return fatalCaveat("bots wrote a third of the commits or more, and people wrote too few to tell")
	}
	return caveat{}
}

func (c *caveats) enoughMinors() caveat {
	return countCaveat(*c.scan.Hotfix.MinorReleases, minorReleases, minorReleases, "minor release that is 14 days old")
}

func (c *caveats) denseReleases() caveat {
	gaps := c.scan.Releases.Forward.GapDays
	// Where each release needs a patch soon, half of the gaps are short; releases that come often have a short mean too.
	if gaps.Median != nil && max(*gaps.Median, *gaps.Mean) < minorGap {
		return fatalCaveat("releases come so often that the next one is always close")
	}
	return caveat{}
}

func (c *caveats) enoughCommits() caveat {
	return countCaveat(*c.scan.Reverts.Commits, revertCommits, revertCommits, "commit in the window")
}

func (c *caveats) enoughReverts() caveat {
	const few = 5
	return countCaveat(*c.scan.Reverts.Resolved, 1, few, "revert whose commit is known")
}

func (c *caveats) enoughMerges() caveat {
	i := c.scan.Integration
	measured, squashed := *i.BranchLife.N, *i.BranchLife.Squashed
	switch {
	case float64(*i.Merges) < mergeShare*float64(*i.Commits):
		return fatalCaveat("fewer than one in ten changes came by a merge")
	case squashed > measured:
		return fatalCaveat(fmt.Sprintf("%d of %s brought a single commit made for the merge, which hides how long the work took",
			squashed, formatCount(measured+squashed, "merge")))
	}
	const few, usable = 5, 20
	return countCaveat(measured, few, usable, "merge of a person's branch")
}

// singleChanges is about changes that came without a branch: the branches that there are need not be the usual case.
func (c *caveats) singleChanges() caveat {
	if i := c.scan.Integration; 2**i.BranchLife.N < *i.Commits {
		return caveat{trust: Few, reason: fmt.Sprintf("only %d of %s show how long their branch lived",
			*i.BranchLife.N, formatCount(*i.Commits, "change"))}
	}
	return caveat{}
}

func (c *caveats) enoughArrivals() caveat {
	const few, usable = 10, 30
	return countCaveat(*c.scan.Integration.Commits, few, usable, "change on the main branch")
}

func (c *caveats) enoughDeployments() caveat {
	const few, usable = 10, 30
	return countCaveat(*c.scan.Deployments.Events, few, usable, "deployment")
}

func (c *caveats) plainArrivals() caveat {
	if i := c.scan.Integration; 2**i.Plain > *i.Commits {
		return fatalCaveat("most changes are plain commits, which many projects land after a review that leaves no mark")
	}
	return caveat{}
}

func (c *caveats) enoughAuthored() caveat {
	if c.scan.People.BusFactor50 == nil {
		return fatalCaveat("no person's commit lies in the window")
	}
	const few, usable = 10, 50
	return countCaveat(*c.scan.Reverts.Commits, few, usable, "commit in the window")
}

func (c *caveats) enoughTaggers() caveat {
	if *c.scan.People.Taggers.Tags == 0 {
		return fatalCaveat("the release tags do not say who made them")
	}
	return countCaveat(*c.scan.People.Taggers.Tags, fewReleaseDays, usableReleaseDays, "release tag with a name")
}
