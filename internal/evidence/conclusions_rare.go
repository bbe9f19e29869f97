package evidence

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
)

// concludeDeployments appears only where commits, not tags, look like deployments.
func (c *concluder) concludeDeployments() Conclusion {
	against := c.collectCaveats(c.aboutHistory, c.enoughDeployments)
	return newConclusion("deployments", "how often something is deployed", against, func() string {
		d := c.Deployments
		what := "change"
		if d.Named {
			what = "merge of a version for production"
		}
		text := fmt.Sprintf("Commits here look like deployments (%s): %s on %s", *d.By, formatCount(*d.Events, what), formatCount(*d.Days, "day"))
		if d.PerWeek.Median != nil {
			text += fmt.Sprintf(", %s a week (median of %s)", english.Rounded(*d.PerWeek.Median), formatCount(*d.PerWeek.N, "week"))
		}
		return text + describePromotion(d.Promotion) + "."
	})
}

// fewMinorDays are the days with a minor release from which on they are what a documented rhythm is about.
const fewMinorDays = 2

// concludeDocumented appears only where the repository says how often something is released. That is a claim like an
// answer, so it is compared with the releases.
func (c *concluder) concludeDocumented() Conclusion {
	says := c.Documented[0]
	where := "A document here"
	if says.Kind == InSchedule {
		where = "A scheduled job here"
	}
	gaps, what, enough := c.Releases.GapDays, "releases come", c.severalReleaseDays
	if minor := c.Releases.Minor.GapDays; minor.N != nil && *minor.N >= fewMinorDays-1 && !c.Releases.areIndependent() && !c.calendarTags {
		gaps, what, enough = minor, "minor versions come", c.severalMinorDays
	}
	against := c.collectCaveats(c.aboutReleases, enough, c.stoppedCaveat)
	conclusion := newConclusion("documented_cadence", "whether releases come as documented", against, func() string {
		return fmt.Sprintf("%s says that a release comes every %s; %s every %s, %s.",
			where, english.Days(says.Days), what, describeGaps(gaps), asDocumented(says.Days, *gaps.Median))
	})
	if conclusion.Trust != None {
		conclusion.Proof = append(conclusion.Proof, Proof{PathProof, says.Path, says.Text})
	}
	return conclusion
}

// asDocumented compares two intervals as answers are compared.
func asDocumented(says, measured float64) string {
	switch ratio := max(says, measured) / min(says, measured); {
	case ratio <= BacksRatio:
		return "which fits"
	case ratio <= FarRatio:
		return "which differs"
	}
	return "which is so far from it that what is documented may be out of date"
}

// describePromotion says how long a version takes from one environment to the next, when enough versions show it.
func describePromotion(p Promotion) string {
	const few = 5
	if p.N == nil || *p.N < few {
		return ""
	}
	return fmt.Sprintf("; a version goes from %s to %s in %s (median of %d)", *p.From, *p.To, english.Days(*p.Median), *p.N)
}
