package evidence

import (
	"fmt"
	"strconv"
	"strings"
)

// sections tell the figures. What was not computed is left out, and with it a section that has nothing else.
func sections(scan *Scan) []Section {
	var list []Section
	for _, s := range []Section{
		{"Releases", releaseFacts(scan)},
		{"Waiting for a release", leadFacts(scan)},
		{"What is taken back or patched", revertFacts(scan)},
		{"How changes arrive", integrationFacts(scan.Integration)},
		{"Deployments", deploymentFacts(scan.Deployments)},
		{"People and programs", peopleFacts(scan.People)},
	} {
		if len(s.Facts) > 0 {
			list = append(list, s)
		}
	}
	return list
}

func releaseFacts(scan *Scan) []Fact {
	tags := tagFacts(scan.Tags)
	r := scan.Releases
	if r.Events == nil {
		return tags
	}
	facts := []Fact{{"Releases", counted(*r.Events, "release") + " on " + counted(*r.Days, "day") + seriesWords(r.Series)}}
	facts = appendSpread(facts, "Days between", r.GapDays, "gap")
	if *r.Minor.Events > 0 {
		facts = append(facts, Fact{"x.y.0", counted(*r.Minor.Events, "release")})
		facts = appendSpread(facts, "Days between", r.Minor.GapDays, "gap")
	}
	if *r.Backports > 0 {
		facts = append(facts, Fact{"Backports", counted(*r.Backports, "release")})
	}
	if r.Last != nil {
		text := *r.Last + " on " + dateOf(*r.LastAt)
		if *r.SinceLast > 0 {
			text += ", " + length(*r.SinceLast) + " before"
		}
		facts = append(facts, Fact{"Last", text})
	}
	if r.Weekday != nil {
		facts = append(facts, Fact{"Commonest day", *r.Weekday + ", " + percent(*r.WeekdayShare) + " of the release days"})
	}
	if len(scan.Documented) > 0 {
		facts = append(facts, Fact{"Documented", claimWords(scan.Documented)})
	}
	if b := scan.Batch; b.Median != nil {
		text := fmt.Sprintf("median %s, one in ten %s or more, most %d", figure(*b.Median), figure(*b.P90), *b.Max)
		facts = append(facts, Fact{"Commits in one", text})
	}
	return append(facts, tags...)
}

// claimWords names the first documents that say how often something is released.
func claimWords(claims []Documented) string {
	const shown = 3
	var texts []string
	for _, c := range claims[:min(len(claims), shown)] {
		texts = append(texts, fmt.Sprintf("every %s (%s)", length(c.Days), c.Path))
	}
	return strings.Join(texts, ", ")
}

func tagFacts(t Tags) []Fact {
	if t.Total == nil {
		return nil
	}
	text := fmt.Sprintf("%d: %s, %d before a release, %d numbered, %s", *t.Total, counted(*t.Stable, "version"), *t.Pre, *t.Counter,
		counted(*t.Other, "other"))
	facts := []Fact{{"Tags", text}}
	var shapes []string
	for _, shape := range t.LeftOver {
		shapes = append(shapes, fmt.Sprintf("%s (%d)", shape.Pattern, shape.Count))
	}
	if len(shapes) > 0 {
		facts = append(facts, Fact{"Left over", strings.Join(shapes, ", ")})
	}
	return facts
}

// seriesWords names the series where there are several, the most frequent ones.
func seriesWords(series []Series) string {
	if len(series) < 2 {
		return ""
	}
	const shown = 4
	var names []string
	for _, s := range series[:min(len(series), shown)] {
		name := s.Name
		if name == "" {
			name = "without a name"
		}
		names = append(names, fmt.Sprintf("%s (%d)", name, s.Events))
	}
	text := ", in " + counted(len(series), "component") + ": " + strings.Join(names, ", ")
	if more := len(series) - len(names); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

func leadFacts(scan *Scan) []Fact {
	l := scan.LeadTime
	facts := appendWait(nil, "On the main branch", l.Mainline.Spread, "change")
	if bots := scan.People.BotShare; bots != nil && *bots > 0 {
		facts = appendWait(facts, "Without programs", l.People.Spread, "change")
	}
	facts = appendWait(facts, "Since committed", l.Committer.Spread, "commit")
	facts = appendWait(facts, "Since written", l.Author.Spread, "commit")
	if u := l.Unreleased; u.N != nil && *u.N > 0 {
		facts = append(facts, Fact{"Not released", fmt.Sprintf("%s, the oldest for %s, the median for %s",
			counted(*u.N, "commit"), length(*u.OldestDays), length(*u.MedianDays))})
	} else if u.N != nil {
		facts = append(facts, Fact{"Not released", "nothing"})
	}
	return facts
}

func revertFacts(scan *Scan) []Fact {
	r, h := scan.Reverts, scan.Hotfix
	if r.Commits == nil {
		return nil
	}
	facts := []Fact{{"Reverts", fmt.Sprintf("%d of %s", *r.Strict, counted(*r.Commits, "commit"))}}
	if *r.Loose > *r.Strict {
		facts = append(facts, Fact{"In other words", fmt.Sprintf("%d more", *r.Loose-*r.Strict)})
	}
	if *r.Resolved > 0 {
		facts = append(facts, Fact{"Of these known", fmt.Sprintf("%d, of which %d after the release; median %s later",
			*r.Resolved, *r.AfterRelease, length(*r.MedianDays))})
	}
	if *r.Before.Commits > 0 {
		facts = append(facts, Fact{"As long before", fmt.Sprintf("%d of %s", *r.Before.Strict, counted(*r.Before.Commits, "commit"))})
	}
	if *h.MinorReleases > 0 {
		facts = append(facts, Fact{"Patched x.y.0", fmt.Sprintf("%d of %d within 7 days, %d within 14 days",
			*h.Within7d, *h.MinorReleases, *h.Within14d)})
	}
	return facts
}

func integrationFacts(i Integration) []Fact {
	if i.Commits == nil || *i.Commits == 0 {
		return nil
	}
	facts := []Fact{{"Changes", fmt.Sprintf("%d: %s, %d single with the mark of a review, %d plain",
		*i.Commits, counted(*i.Merges, "merge"), *i.ReviewedSingle, *i.Plain)}}
	if b := i.BranchLife; b.Median != nil {
		facts = append(facts, Fact{"Time on a branch", usual(*b.Median, *b.P90) + " (" + counted(*b.N, "merge") + ")"})
	}
	return facts
}

func deploymentFacts(d Deployments) []Fact {
	if d.By == nil {
		return nil
	}
	facts := []Fact{{"Deployments", fmt.Sprintf("%d on %s", *d.Events, counted(*d.Days, "day"))}}
	if w := d.PerWeek; w.Median != nil {
		facts = append(facts, Fact{"In a week", quartiles(w, "of the weeks") + " (" + counted(*w.N, "week") + ")"})
	}
	facts = appendSpread(facts, "Days between", d.GapDays, "gap")
	if len(d.Environments) > 0 {
		var names []string
		for _, e := range d.Environments {
			names = append(names, fmt.Sprintf("%s (%d)", e.Name, e.Events))
		}
		facts = append(facts, Fact{"Merges name", listed(names, "and")})
	}
	if p := d.Promotion; p.Median != nil {
		facts = append(facts, Fact{upper(*p.From) + " to " + *p.To, usual(*p.Median, *p.P90) + " (" + counted(*p.N, "version") + ")"})
	}
	return facts
}

func peopleFacts(p People) []Fact {
	if p.Authors == nil {
		return nil
	}
	people := strconv.Itoa(*p.Authors)
	if *p.AuthorsLow < *p.Authors {
		people = fmt.Sprintf("%d to %d", *p.AuthorsLow, *p.Authors)
	}
	facts := []Fact{{"People", people}}
	if p.BusFactor50 != nil {
		facts = append(facts, Fact{"Half of it by", counted(*p.BusFactor50, "person")})
	}
	if len(p.Bots) > 0 {
		facts = append(facts, Fact{"Programs", percent(*p.BotShare) + " of the commits: " + namesOf(p.Bots)})
	}
	if t := p.Taggers; *t.Tags > 0 {
		facts = append(facts, Fact{"Release tags", fmt.Sprintf("%d with a name, by %s; %d by programs",
			*t.Tags, counted(*t.People, "person"), *t.ByBots)})
	}
	return facts
}

func namesOf(names []string) string {
	const shown = 4
	text := strings.Join(names[:min(len(names), shown)], ", ")
	if more := len(names) - shown; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
