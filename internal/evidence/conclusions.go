package evidence

import (
	"fmt"
	"math"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
)

// How much is needed for a conclusion. Numbers without a source are judgements.
const (
	// usableReleaseDays and fewReleaseDays are numbers of release days, or releases, for statements about releasing.
	usableReleaseDays = 6
	fewReleaseDays    = 3
	// usableGaps are the gaps between release days needed for a rate; their median and their mean must not be further
	// apart than evenGaps times.
	usableGaps = 10
	evenGaps   = 2.0
	// leadCommits are the commits needed for a lead time, revertCommits for a share of reverts, minorReleases the x.y.0
	// releases for what follows them. Below minorGap, the usual days between forward releases, every patch is close to
	// something.
	leadCommits   = 30
	revertCommits = 200
	minorReleases = 5
	minorGap      = 14.0
	// BacksRatio is how many times longer than claimed an interval may be and still back the claim; from FarRatio on it
	// contradicts.
	BacksRatio = 1.5
	FarRatio   = 3.0
	// SpreadWorthTelling is how many numbers there must be to show quartiles beside the median.
	SpreadWorthTelling = 5
	// mergeShare is the share of merges below which they say nothing about how work is integrated.
	mergeShare = 0.1
)

// concluder draws conclusions from figures.
type concluder struct {
	*Scan
	*caveats
}

// buildConclusions returns one sentence for each subject, always in this order, with its caveats. What a repository is
// kept for comes first, and what it documents about its releases beside them; most repositories have neither.
func buildConclusions(r *reading, t *timeline, scan *Scan) []Conclusion {
	c := concluder{Scan: scan, caveats: newDoubts(r, t, scan)}
	list := concludeDelivery(scan.Delivery)
	if scan.Deployments.By != nil {
		list = append(list, c.concludeDeployments())
	}
	list = append(list, c.concludeCadence(), c.concludeFeatures())
	if len(scan.Documented) > 0 {
		list = append(list, c.concludeDocumented())
	}
	list = append(list,
		c.concludeLeadTime(), c.concludeBatch(), c.concludeHotfix(), c.concludeReverts(), c.concludeReverted(),
		c.concludeBranches(), c.concludeReview(), c.concludePeople(), c.concludeBots(), c.concludeTaggers(),
	)
	if t != nil {
		t.addProofs(scan, list)
	}
	return list
}

// nothingAbout starts the sentence when nothing can be concluded.
const nothingAbout = "Nothing is concluded about "

// MatterText returns what an empty conclusion is about, without a verb: "the lead time".
func (c *Conclusion) MatterText() string {
	return strings.TrimSuffix(strings.TrimPrefix(c.Text, nothingAbout), ".")
}

// newConclusion joins a sentence and its strongest caveat. When nothing can be concluded, the sentence says so.
func newConclusion(id, matter string, against []caveat, sentence func() string) Conclusion {
	c := Conclusion{ID: id, Trust: Usable, Proof: []Proof{}}
	for _, d := range against {
		if d.reason != "" && trustRank(d.trust) > trustRank(c.Trust) {
			c.Trust, c.Reason = d.trust, new(d.reason)
		}
	}
	if c.Trust == None {
		c.Text = nothingAbout + matter + "."
		return c
	}
	c.Text = sentence()
	return c
}

func trustRank(t Trust) int {
	switch t {
	case None:
		return 2
	case Few:
		return 1
	case Usable:
	}
	return 0
}

func (c *concluder) concludeCadence() Conclusion {
	against := c.collectCaveats(c.aboutReleases, c.enoughReleaseDays, c.stoppedCaveat, c.calendarCaveat, c.unevenReleases)
	return newConclusion("release_cadence", "how often something is released", against,
		func() string {
			return c.describeRate(*c.Releases.Events, *c.Releases.Days, "release", c.Releases.GapDays)
		})
}

func (c *concluder) concludeFeatures() Conclusion {
	against := c.collectCaveats(c.aboutReleases, c.calendarVersions, c.enoughMinorDays, c.stoppedCaveat, c.unevenMinors)
	return newConclusion("minor_cadence", "how often a minor version is released", against, func() string {
		minor := c.Releases.Minor
		return c.describeRate(*minor.Events, minor.days(), "minor release", minor.GapDays)
	})
}

// describeRate tells a rate as counts, and as an interval only where the gaps are many and even enough for one.
func (c *concluder) describeRate(events, days int, noun string, gaps Spread) string {
	text := fmt.Sprintf("There were %s on %s in %s", formatCount(events, noun), formatCount(days, "day"), describeWindow(c.examined))
	if !gaps.ShowsRate() {
		return text + "."
	}
	return text + ", one every " + describeGaps(gaps) + "."
}

// describeWindow writes a length of time in days, in whole months from two months on.
func describeWindow(days float64) string {
	const month, fewMonths = 365.0 / 12, 2.0
	if months := days / month; months >= fewMonths-0.05 {
		return formatCount(int(math.Round(months)), "month")
	}
	return formatCount(int(math.Ceil(days)), "day")
}

// ShowsRate reports whether gaps are many and even enough for their median to be a rate.
func (s *Spread) ShowsRate() bool { return *s.N >= usableGaps && s.areEven() }

func (s *Spread) areEven() bool {
	return max(*s.Median, *s.Mean) <= evenGaps*min(*s.Median, *s.Mean)
}

// describeGaps describes a spread of gaps: "7 days (median of 51 gaps, half of them between 6 and 8 days)".
func describeGaps(gaps Spread) string {
	every := english.Days(*gaps.Median)
	if *gaps.Median == 1 {
		every = "day"
	}
	text := fmt.Sprintf("%s (median of %s", every, formatCount(*gaps.N, "gap"))
	if *gaps.N < SpreadWorthTelling {
		return text + ")"
	}
	return text + ", half of them " + english.DaysBetween(*gaps.P25, *gaps.P75) + ")"
}

func (c *concluder) concludeLeadTime() Conclusion {
	return newConclusion("lead_time", "how long changes wait for their release", c.collectCaveats(
		c.aboutReleases, c.enoughLead, c.independentCaveat, c.rewrittenDates, c.cherryPicks, c.mostlyBots, c.severalReleases,
	), func() string {
		lead, whose := c.LeadingWait(), ""
		if c.botsPrevail() {
			whose = ", those of programs left out"
		}
		return fmt.Sprintf("A change on %s waits %s for its release (median of %s%s, half of them %s)%s.",
			c.Integration.branchText(), english.Days(*lead.Median), formatCount(*lead.N, "change"), whose, english.DaysBetween(*lead.P25, *lead.P75),
			c.LeadTime.describePicked())
	})
}

// describePicked says how many waits ended with a copy; "" for none.
func (l *LeadTime) describePicked() string {
	switch n := *l.Picked.N; n {
	case 0:
		return ""
	case 1:
		return "; 1 change came out first as a cherry-pick on another branch, after " + english.Days(*l.Picked.Median)
	default:
		return fmt.Sprintf("; %d changes came out first as a cherry-pick on another branch, after %s (median)", n, english.Days(*l.Picked.Median))
	}
}

func (c *concluder) concludeBatch() Conclusion {
	against := c.collectCaveats(c.aboutReleases, c.enoughReleases, c.independentCaveat)
	return newConclusion("batch_size", "how much a release holds", against, func() string {
		median, p90, by := c.Batch.Median, c.Batch.P90, ""
		if c.botsPrevail() {
			median, p90, by = c.Batch.People.Median, c.Batch.People.P90, " by people"
		}
		text := "A release holds " + english.Rounded(*median) + " commits" + by + " (median)"
		if *median == 1 {
			text = "A release holds one commit" + by + " (median)"
		}
		if *p90 > *median {
			text += "; one in ten holds " + english.Rounded(*p90) + " or more"
		}
		return text + "."
	})
}

func (c *concluder) concludeHotfix() Conclusion {
	against := c.collectCaveats(c.aboutReleases, c.enoughMinors, c.denseReleases, c.calendarVersions)
	return newConclusion("hotfix", "patches soon after a release", against,
		func() string {
			h := c.Hotfix
			return fmt.Sprintf("Of %s, %d had a patch within 14 days, %d of them within 7 days; some patches may have been planned.",
				formatCount(*h.MinorReleases, "minor release"), *h.Within14d, *h.Within7d)
		})
}

func (c *concluder) concludeReverts() Conclusion {
	return newConclusion("reverts", "how much is reverted", c.collectCaveats(c.aboutHistory, c.enoughCommits), func() string {
		commits := formatCount(*c.Reverts.Commits, "commit")
		if *c.Reverts.Strict == 0 {
			return fmt.Sprintf("None of the %s on the main branch is a revert%s.", commits, c.Reverts.compareWithPast())
		}
		return fmt.Sprintf("%s of the %s on the main branch are reverts%s.",
			english.Capital(english.Percent(c.Reverts.Share)), commits, c.Reverts.compareWithPast())
	})
}

func (c *concluder) concludeReverted() Conclusion {
	return newConclusion("reverted_after_release", "changes that failed after their release",
		c.collectCaveats(c.aboutReleases, c.enoughCommits, c.enoughReverts), func() string {
			return describeReversals(*c.Reverts.Resolved, *c.Reverts.AfterRelease)
		})
}

// describeReversals says how many of some reverts took back what had been released.
func describeReversals(reverts, released int) string {
	switch {
	case reverts == 1 && released == 1:
		return "The one revert whose commit is known undid a released change."
	case reverts == 1:
		return "The one revert whose commit is known undid a change that was not released yet."
	case released == 0:
		return fmt.Sprintf("None of the %d reverts whose commit is known undid a released change.", reverts)
	}
	return fmt.Sprintf("Of %d reverts whose commit is known, %d undid released changes.", reverts, released)
}

func (c *concluder) concludeBranches() Conclusion {
	against := c.collectCaveats(c.aboutHistory, c.enoughMerges, c.singleChanges)
	return newConclusion("branch_life", "how long branches live", against, func() string {
		life := c.Integration.BranchLife
		text := fmt.Sprintf("Work stays on a branch for %s before it is merged (median of %s)",
			english.Days(*life.Median), formatCount(*life.N, "merge"))
		if long := english.Days(*life.P90); long != english.Days(*life.Median) {
			text += "; for one branch in ten it is " + long + " or more"
		}
		return text + "."
	})
}

func (c *concluder) concludeReview() Conclusion {
	against := c.collectCaveats(c.aboutHistory, c.enoughArrivals, c.plainArrivals)
	return newConclusion("review", "whether changes are reviewed", against, func() string {
		i := c.Integration
		changes := formatCount(*i.Commits, "change")
		if *i.Plain == 0 {
			return fmt.Sprintf("All %s to %s came by a merge or show a review.", changes, i.branchText())
		}
		part := math.Floor(100*float64(*i.Commits-*i.Plain)/float64(*i.Commits)) / 100
		return fmt.Sprintf("At least %s of %s to %s came by a merge or show a review.", english.Percent(&part), changes, i.branchText())
	})
}

func (c *concluder) concludePeople() Conclusion {
	return newConclusion("people", "how many people share the work", c.collectCaveats(c.aboutHistory, c.enoughAuthored), func() string {
		p := c.People
		people := formatCount(*p.Authors, "person")
		if *p.AuthorsLow < *p.Authors {
			people = fmt.Sprintf("%d to %d people", *p.AuthorsLow, *p.Authors)
		}
		if *p.Authors == 1 {
			return "1 person made all commits on the main branch that are not by bots."
		}
		return fmt.Sprintf("%s worked on the main branch; half of the commits are by %s.",
			english.Capital(people), formatCount(*p.BusFactor50, "person"))
	})
}

func (c *concluder) concludeBots() Conclusion {
	return newConclusion("bots", "the share of bots in the work", c.collectCaveats(c.aboutHistory, c.enoughAuthored), func() string {
		if *c.People.BotShare == 0 {
			return "No commits by bots were found on the main branch."
		}
		return fmt.Sprintf("Bots wrote %s of the commits on the main branch.", english.Percent(c.People.BotShare))
	})
}

func (c *concluder) concludeTaggers() Conclusion {
	return newConclusion("taggers", "who makes releases", c.collectCaveats(c.aboutReleases, c.enoughTaggers), func() string {
		t := c.People.Taggers
		tags := formatCount(*t.Tags, "release tag")
		switch {
		case *t.ByBots == *t.Tags:
			return fmt.Sprintf("Programs made all %s: releasing is automated.", tags)
		case *t.ByBots == 0 && *t.People == 1:
			return fmt.Sprintf("One person made all %s.", tags)
		case *t.ByBots == 0:
			return fmt.Sprintf("%s made %s; the busiest of them %s.",
				english.Capital(formatCount(*t.People, "person")), tags, english.Percent(t.TopShare))
		}
		return fmt.Sprintf("Programs made %d of %s.", *t.ByBots, tags)
	})
}
