package evidence

import (
	"fmt"
	"math"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
)

// How much there must be before something is concluded. Those without a source are judgements.
const (
	// usableReleaseDays and fewReleaseDays are release days, or releases, for statements about releasing.
	usableReleaseDays = 6
	fewReleaseDays    = 3
	// leadCommits are commits for a lead time, revertCommits for a share of reverts, minorReleases x.y.0 releases for what
	// follows them, minorGap the median days between forward releases below which every patch is close to something.
	leadCommits   = 30
	revertCommits = 200
	minorReleases = 5
	minorGap      = 14.0
	// BacksRatio is how many times a rhythm may be as long as what somebody says and still back it, FarRatio from when on it is
	// another rhythm.
	BacksRatio = 1.5
	FarRatio   = 3.0
	// SpreadWorthTelling is how many numbers there must be before their quartiles say more than their median.
	SpreadWorthTelling = 5
	// mergeShare is the part of merges below which they do not speak for how work is integrated.
	mergeShare = 0.1
)

// judge draws the conclusions from figures.
type judge struct {
	*Scan
	*doubts
}

// conclusions are one sentence on each matter, always in this order, with what speaks against it. What a repository is kept for
// comes first, and what it says of its releases beside them; most repositories have neither.
func conclusions(r *reading, t *timeline, scan *Scan) []Conclusion {
	j := judge{Scan: scan, doubts: newDoubts(r, t, scan)}
	var list []Conclusion
	if scan.Deployments.By != nil {
		list = append(list, j.deploys())
	}
	list = append(list, j.cadence(), j.features())
	if len(scan.Documented) > 0 {
		list = append(list, j.documented())
	}
	list = append(list,
		j.lead(), j.batch(), j.hotfix(), j.reverts(), j.reverted(), j.branches(), j.review(), j.people(), j.bots(), j.taggers(),
	)
	if t != nil {
		t.prove(scan, list)
	}
	return list
}

// nothingAbout begins the sentence of a conclusion that is none.
const nothingAbout = "Nothing is concluded about "

// Matter returns what a conclusion that is none is about, without a verb: "the lead time".
func (c *Conclusion) Matter() string {
	return strings.TrimSuffix(strings.TrimPrefix(c.Text, nothingAbout), ".")
}

// conclude puts a sentence together with the strongest of the doubts about it. Where nothing is concluded, the sentence says so.
func conclude(id, matter string, against []doubt, sentence func() string) Conclusion {
	c := Conclusion{ID: id, Trust: Usable, Proof: []Proof{}}
	for _, d := range against {
		if d.reason != "" && weight(d.trust) > weight(c.Trust) {
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

func weight(t Trust) int {
	switch t {
	case None:
		return 2
	case Few:
		return 1
	case Usable:
	}
	return 0
}

func (j *judge) cadence() Conclusion {
	return conclude("release_cadence", "how often something is released", j.all(j.aboutReleases, j.enoughReleaseDays, j.stopped, j.calendar),
		func() string { return "Releases come every " + rhythm(j.Releases.GapDays) + "." })
}

func (j *judge) features() Conclusion {
	return conclude("minor_cadence", "how often a new x.y.0 comes", j.all(j.aboutReleases, j.enoughMinorDays, j.stopped, j.calendarVersions),
		func() string { return "New x.y.0 versions come every " + rhythm(j.Releases.Minor.GapDays) + "." })
}

// rhythm writes a spread of gaps: "7 days (median of 51 gaps, half of them between 6 and 8 days)".
func rhythm(gaps Spread) string {
	every := english.Days(*gaps.Median)
	if *gaps.Median == 1 {
		every = "day"
	}
	text := fmt.Sprintf("%s (median of %s", every, counted(*gaps.N, "gap"))
	if *gaps.N < SpreadWorthTelling {
		return text + ")"
	}
	return text + ", half of them " + english.DaysBetween(*gaps.P25, *gaps.P75) + ")"
}

func (j *judge) lead() Conclusion {
	return conclude("lead_time", "how long changes wait for their release", j.all(
		j.aboutReleases, j.enoughLead, j.independent, j.rewrittenDates, j.cherryPicks, j.mostlyBots,
	), func() string {
		lead, whose := j.LeadTime.Mainline, ""
		if j.botsPrevail() {
			lead, whose = j.LeadTime.People, ", those of programs left out"
		}
		return fmt.Sprintf("A change on the main branch waits %s for its release (median of %s%s, half of them %s).",
			english.Days(*lead.Median), counted(*lead.N, "change"), whose, english.DaysBetween(*lead.P25, *lead.P75))
	})
}

func (j *judge) batch() Conclusion {
	return conclude("batch_size", "how much a release holds", j.all(j.aboutReleases, j.enoughReleases, j.independent), func() string {
		text := "A release holds " + english.Rounded(*j.Batch.Median) + " commits (median)"
		if *j.Batch.Median == 1 {
			text = "A release holds one commit (median)"
		}
		if *j.Batch.P90 > *j.Batch.Median {
			text += "; one in ten holds " + english.Rounded(*j.Batch.P90) + " or more"
		}
		return text + "."
	})
}

func (j *judge) hotfix() Conclusion {
	return conclude("hotfix", "patches soon after a release", j.all(j.aboutReleases, j.enoughMinors, j.denseReleases, j.calendarVersions),
		func() string {
			h := j.Hotfix
			return fmt.Sprintf("Of %s, %d had a patch within 14 days, %d of them within 7 days; some patches may have been planned.",
				counted(*h.MinorReleases, "x.y.0 release"), *h.Within14d, *h.Within7d)
		})
}

func (j *judge) reverts() Conclusion {
	return conclude("reverts", "how much is taken back", j.all(j.aboutHistory, j.enoughCommits), func() string {
		return fmt.Sprintf("%s of %s on the main branch take an earlier one back%s.",
			english.Share(*j.Reverts.Share), counted(*j.Reverts.Commits, "commit"), j.Reverts.beside())
	})
}

func (j *judge) reverted() Conclusion {
	return conclude("reverted_after_release", "changes that failed after their release",
		j.all(j.aboutReleases, j.enoughCommits, j.enoughReverts), func() string {
			return reversals(*j.Reverts.Resolved, *j.Reverts.AfterRelease)
		})
}

// reversals says how many of some reverts took back what had been released.
func reversals(reverts, released int) string {
	switch {
	case reverts == 1 && released == 1:
		return "The one revert whose commit is known took back what had been released."
	case reverts == 1:
		return "The one revert whose commit is known took back what had not been released yet."
	case released == 0:
		return fmt.Sprintf("None of the %d reverts whose commit is known took back what had been released.", reverts)
	}
	return fmt.Sprintf("Of %d reverts whose commit is known, %d took back what had been released.", reverts, released)
}

func (j *judge) branches() Conclusion {
	return conclude("branch_life", "how long branches live", j.all(j.aboutHistory, j.enoughMerges, j.branchesOfBots), func() string {
		life := j.Integration.BranchLife
		text := fmt.Sprintf("Work stays on a branch for %s before it is merged (median of %s)",
			english.Days(*life.Median), counted(*life.N, "merge"))
		if long := english.Days(*life.P90); long != english.Days(*life.Median) {
			text += "; for one branch in ten it is " + long + " or more"
		}
		return text + "."
	})
}

func (j *judge) review() Conclusion {
	return conclude("review", "whether changes are reviewed", j.all(j.aboutHistory, j.enoughArrivals, j.plainArrivals), func() string {
		i := j.Integration
		changes := counted(*i.Commits, "change")
		if *i.Plain == 0 {
			return fmt.Sprintf("All %s to the main branch came by a merge or carry the mark of a review.", changes)
		}
		part := math.Floor(100 * float64(*i.Commits-*i.Plain) / float64(*i.Commits))
		return fmt.Sprintf("At least %.0f %% of %s to the main branch came by a merge or carry the mark of a review.", part, changes)
	})
}

func (j *judge) people() Conclusion {
	return conclude("people", "how many share the work", j.all(j.aboutHistory, j.enoughAuthored), func() string {
		p := j.People
		people := counted(*p.Authors, "person")
		if *p.AuthorsLow < *p.Authors {
			people = fmt.Sprintf("%d to %d people", *p.AuthorsLow, *p.Authors)
		}
		return fmt.Sprintf("%s worked on the main branch; half of the commits are by %s.",
			english.Capital(people), counted(*p.BusFactor50, "person"))
	})
}

func (j *judge) bots() Conclusion {
	return conclude("bots", "the part of programs in the work", j.all(j.aboutHistory, j.enoughAuthored), func() string {
		if *j.People.BotShare == 0 {
			return "No commit on the main branch was seen to be by a program."
		}
		return fmt.Sprintf("Programs wrote %s of the commits on the main branch.", english.Share(*j.People.BotShare))
	})
}

func (j *judge) taggers() Conclusion {
	return conclude("taggers", "who makes releases", j.all(j.aboutReleases, j.enoughTaggers), func() string {
		t := j.People.Taggers
		tags := counted(*t.Tags, "release tag")
		switch {
		case *t.ByBots == *t.Tags:
			return fmt.Sprintf("Programs made all %s: releasing is automated.", tags)
		case *t.ByBots == 0 && *t.People == 1:
			return fmt.Sprintf("One person made all %s.", tags)
		case *t.ByBots == 0:
			return fmt.Sprintf("%s made %s; the busiest of them %s.",
				english.Capital(counted(*t.People, "person")), tags, english.Share(*t.TopShare))
		}
		return fmt.Sprintf("Programs made %d of %s.", *t.ByBots, tags)
	})
}
