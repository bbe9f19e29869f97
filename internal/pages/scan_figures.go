package pages

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/page"
)

// scanFigures are the figures by what they are about. What was not computed is left out, and with it a card that has nothing
// else.
func scanFigures(scan *evidence.Scan) page.Section {
	cards := page.Cards{Layout: page.Grid}
	for _, group := range []struct {
		title string
		facts factList
	}{
		{"Deployments to production", frequencyFacts(scan.Delivery)},
		{"From commit to production", changeLeadFacts(scan.Delivery)},
		{"Failed deployments and repairs", failureFacts(scan.Delivery)},
		{"Exports", exportFacts(scan.Delivery)},
		{"Releases", releaseFacts(scan)},
		{"Waiting for a release", leadFacts(scan)},
		{"What is reverted or patched", revertFacts(scan)},
		{"How changes arrive", integrationFacts(scan.Integration)},
		{"Deployments", deploymentFacts(scan.Deployments)},
		{"People and programs", peopleFacts(scan.People)},
	} {
		if len(group.facts) > 0 {
			cards.Items = append(cards.Items, page.Card{Title: group.title, Blocks: []page.Block{page.Facts{Items: group.facts}}})
		}
	}
	section := page.Section{ID: "figures", Title: "Figures", Part: page.Detail}
	if len(cards.Items) > 0 {
		section.Blocks = []page.Block{cards}
	}
	return section
}

func releaseFacts(scan *evidence.Scan) factList {
	tags := tagFacts(scan.Tags)
	r := scan.Releases
	if r.Events == nil {
		return tags
	}
	var facts factList
	facts.add("Releases", english.Count(*r.Events, "release")+" on "+english.Count(*r.Days, "day")+seriesWords(r.Series))
	facts.addSpread("Days between", r.GapDays, "gap")
	if *r.Minor.Events > 0 {
		facts.add("Minor", english.Count(*r.Minor.Events, "release"))
		facts.addSpread("Days between", r.Minor.GapDays, "gap")
	}
	if *r.Backports > 0 {
		facts.add("Backports", english.Count(*r.Backports, "release"))
	}
	if r.Last != nil {
		facts.add("Last", lastRelease(&r))
	}
	if r.Weekday != nil {
		facts.add("Commonest day", *r.Weekday+", "+english.Percent(r.WeekdayShare)+" of the release days")
	}
	if len(scan.Documented) > 0 {
		facts.add("Documented", claimWords(scan.Documented))
	}
	if b := scan.Batch; b.Median != nil {
		facts.add("Commits in one", fmt.Sprintf("median %s, one in ten %s or more, most %d",
			english.Rounded(*b.Median), english.Rounded(*b.P90), *b.Max))
	}
	return append(facts, tags...)
}

func lastRelease(r *evidence.Releases) string {
	text := said(*r.Last) + " on " + dayOf(*r.LastAt)
	if *r.SinceLast > 0 {
		text += ", " + english.Days(*r.SinceLast) + " before"
	}
	return text
}

// claimWords names the first documents that say how often something is released.
func claimWords(claims []evidence.Documented) string {
	const shown = 3
	var texts []string
	for _, c := range claims[:min(len(claims), shown)] {
		texts = append(texts, fmt.Sprintf("every %s (%s)", english.Days(c.Days), said(c.Path)))
	}
	return strings.Join(texts, ", ")
}

func tagFacts(t evidence.Tags) factList {
	var facts factList
	if t.Total == nil {
		return facts
	}
	if *t.Total == 0 {
		facts.add("Tags", "none")
		return facts
	}
	facts.add("Tags", fmt.Sprintf("%d: %s, %d before a release, %d numbered, %s",
		*t.Total, english.Count(*t.Stable, "version"), *t.Pre, *t.Counter, english.Count(*t.Other, "other")))
	var shapes []string
	for _, shape := range t.LeftOver {
		shapes = append(shapes, fmt.Sprintf("%s (%d)", said(shape.Pattern), shape.Count))
	}
	if len(shapes) > 0 {
		facts.add("Left over", strings.Join(shapes, ", "))
	}
	return facts
}

// seriesWords names the series where there are several, the most frequent ones.
func seriesWords(series []evidence.Series) string {
	if len(series) < 2 {
		return ""
	}
	const shown = 4
	var names []string
	for _, s := range series[:min(len(series), shown)] {
		name := said(s.Name)
		if name == "" {
			name = "without a name"
		}
		names = append(names, fmt.Sprintf("%s (%d)", name, s.Events))
	}
	text := ", in " + english.Count(len(series), "component") + ": " + strings.Join(names, ", ")
	if more := len(series) - len(names); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

func leadFacts(scan *evidence.Scan) factList {
	var facts factList
	l := scan.LeadTime
	facts.addWait("On the main branch", l.Mainline.Spread, "change")
	if bots := scan.People.BotShare; bots != nil && *bots > 0 {
		facts.addWait("Without programs", l.People.Spread, "change")
	}
	facts.addWait("Cherry-picked", l.Picked.Spread, "change")
	facts.addWait("Since committed", l.Committer.Spread, "commit")
	facts.addWait("Since written", l.Author.Spread, "commit")
	if u := l.Unreleased; u.N != nil && *u.N > 0 {
		facts.add("Not released", fmt.Sprintf("%s, the oldest for %s, the median for %s",
			english.Count(*u.N, "commit"), english.Days(*u.OldestDays), english.Days(*u.MedianDays)))
	} else if u.N != nil {
		facts.add("Not released", "nothing")
	}
	return facts
}

func revertFacts(scan *evidence.Scan) factList {
	var facts factList
	r, h := scan.Reverts, scan.Hotfix
	if r.Commits == nil {
		return facts
	}
	facts.add("Reverts", fmt.Sprintf("%d of %s", *r.Strict, english.Count(*r.Commits, "commit")))
	if *r.Loose > *r.Strict {
		facts.add("In other words", fmt.Sprintf("%d more", *r.Loose-*r.Strict))
	}
	if *r.Resolved > 0 {
		facts.add("Of these known", fmt.Sprintf("%d, of which %d after the release; median %s later",
			*r.Resolved, *r.AfterRelease, english.Days(*r.MedianDays)))
	}
	if *r.Before.Commits > 0 {
		facts.add("As long before", fmt.Sprintf("%d of %s", *r.Before.Strict, english.Count(*r.Before.Commits, "commit")))
	}
	if *h.MinorReleases > 0 {
		facts.add("Patched minor", fmt.Sprintf("%d of %d within 7 days, %d within 14 days", *h.Within7d, *h.MinorReleases, *h.Within14d))
	}
	return facts
}

func integrationFacts(i evidence.Integration) factList {
	var facts factList
	if i.Commits == nil || *i.Commits == 0 {
		return facts
	}
	facts.add("Changes", fmt.Sprintf("%d: %s, %d single with the mark of a review, %d plain",
		*i.Commits, english.Count(*i.Merges, "merge"), *i.ReviewedSingle, *i.Plain))
	if b := i.BranchLife; b.Median != nil {
		facts.add("Time on a branch", usualTime(*b.Median, *b.P90)+" ("+english.Count(*b.N, "merge")+")")
	}
	return facts
}

func deploymentFacts(d evidence.Deployments) factList {
	var facts factList
	if d.By == nil {
		return facts
	}
	facts.add("Deployments", fmt.Sprintf("%d on %s", *d.Events, english.Count(*d.Days, "day")))
	if w := d.PerWeek; w.Median != nil {
		facts.add("In a week", quartiles(w, "of the weeks")+" ("+english.Count(*w.N, "week")+")")
	}
	facts.addSpread("Days between", d.GapDays, "gap")
	if len(d.Environments) > 0 {
		var names []string
		for _, e := range d.Environments {
			names = append(names, fmt.Sprintf("%s (%d)", said(e.Name), e.Events))
		}
		facts.add("Merges name", english.List(names))
	}
	if p := d.Promotion; p.Median != nil {
		facts.add(said(english.Capital(*p.From))+" to "+said(*p.To), usualTime(*p.Median, *p.P90)+" ("+english.Count(*p.N, "version")+")")
	}
	return facts
}

func peopleFacts(p evidence.People) factList {
	var facts factList
	if p.Authors == nil {
		return facts
	}
	people := strconv.Itoa(*p.Authors)
	if *p.AuthorsLow < *p.Authors {
		people = fmt.Sprintf("%d to %d", *p.AuthorsLow, *p.Authors)
	}
	facts.add("People", people)
	if p.BusFactor50 != nil && *p.Authors > 1 {
		facts.add("Half of it by", english.CountOf(*p.BusFactor50, "person", "people"))
	}
	if p.BotShare != nil && *p.BotShare > 0 {
		text := english.Percent(p.BotShare) + " of the commits"
		if len(p.Bots) > 0 {
			const shown = 4
			text += ": " + firstOf(p.Bots, shown, len(p.Bots))
		}
		facts.add("Programs", text)
	}
	if t := p.Taggers; *t.Tags > 0 {
		facts.add("Release tags", fmt.Sprintf("%d with a name, by %s; %d by programs",
			*t.Tags, english.CountOf(*t.People, "person", "people"), *t.ByBots))
	}
	return facts
}
