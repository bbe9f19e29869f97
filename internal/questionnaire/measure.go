package questionnaire

import (
	"slices"
	"strings"
)

// RepositoryMeasure is a figure about a repository that answers can be set beside.
type RepositoryMeasure struct {
	// Name is the place of the figure among the findings of a scan.
	Name string
	// Title says what it is and what it counts.
	Title string
	Unit  Unit
	// Least is the smallest value that it can have.
	Least int
}

// Unit is what a measure counts. It decides how far apart two values are.
type Unit string

const (
	// Days are times; two of them are compared by their ratio.
	Days Unit = "days"
	// Counts are numbers of commits; they are compared by their ratio.
	Counts Unit = "commits"
	// Shares are parts of a whole, 0..1; they are compared by their difference.
	Shares Unit = "of 1"
	// Rates are small parts of a whole, 0..1, such as what goes wrong; they are compared by their ratio.
	Rates Unit = "of 1, by ratio"
)

// IsPart reports whether the unit is of parts of a whole, none of which is above 1.
func (u Unit) IsPart() bool { return u == Shares || u == Rates }

// RepositoryMeasures returns the figures that questions can be mapped to, in the order of a scan.
func RepositoryMeasures() []RepositoryMeasure {
	return []RepositoryMeasure{
		{"releases.gap_days.median", "Days between releases (median)", Days, 1},
		{"releases.minor.gap_days.median", "Days between minor releases (median)", Days, 1},
		{"lead_time.mainline.median", "Days that a change on the main branch waits for its release (median)", Days, 0},
		{"batch.median", "Commits in a release (median)", Counts, 0},
		{"reverts.share", "Share of commits that are reverts", Shares, 0},
		{"hotfix.within_14d_share", "Share of minor releases with a patch within 14 days", Shares, 0},
		{"deployments.gap_days.median", "Days between deployments, where commits are deployments (median)", Days, 1},
		{"integration.branch_life_days.median", "Days that work stays on a branch (median)", Days, 0},
		{"integration.reviewed_share", "Least share of changes that came by a merge or show a review", Shares, 0},
		{"people.taggers.by_bots_share", "Share of release tags made by programs", Shares, 0},
		{"people.taggers.top_share", "Share of release tags made by the busiest person", Shares, 0},
		{"delivery.frequency.interval_days", "Days between deployments, as their export says (median)", Days, 0},
		{"delivery.change_lead_time.median", "Days from a commit to its deployment, as the export says (median)", Days, 0},
		{"delivery.recovery_time.median", "Days until a failed deployment is repaired, as the exports say (median)", Days, 0},
		{"delivery.change_fail_rate.share", "Share of deployments that failed, as the exports say", Rates, 0},
		{"delivery.rework_rate.share", "Share of deployments that repaired something, as the exports say", Rates, 0},
	}
}

// MeasureNamed returns a measure of a repository; found is false for a name that there is not.
func MeasureNamed(name string) (measure RepositoryMeasure, found bool) {
	all := RepositoryMeasures()
	at := slices.IndexFunc(all, func(m RepositoryMeasure) bool { return m.Name == name })
	if at < 0 {
		return RepositoryMeasure{}, false
	}
	return all[at], true
}

// IsOfExports reports whether a measure is one of exports of deployments and incidents, and not of the repository.
func IsOfExports(measure string) bool { return strings.HasPrefix(measure, "delivery.") }

func measureNames() []string {
	var names []string
	for _, m := range RepositoryMeasures() {
		names = append(names, m.Name)
	}
	return names
}
