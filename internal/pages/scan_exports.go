package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/delivery"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/page"
)

// exportSpreads are the times of the exports from which something is concluded.
func exportSpreads(scan *evidence.Scan) []spread {
	d := scan.Delivery
	if d == nil {
		return nil
	}
	return []spread{
		{
			conclusion: "deployment_frequency", name: "Between deployments", clause: "a deployment comes every %s",
			isRate: true, Spread: d.Frequency.GapDays,
		},
		{
			conclusion: "change_lead_time", name: "From commit to production", short: "To production",
			clause: "a change runs in production %s after its commit", Spread: d.LeadingWait().Spread,
		},
		{
			conclusion: "recovery_time", name: "A failed deployment is repaired", short: "Repair",
			clause: "a failed deployment is repaired after %s", saysMore: true, Spread: d.RecoveryTime.Spread,
		},
	}
}

// summaries are what became of the rows of each export.
func summaries(d *evidence.Delivery) []*delivery.Summary {
	switch {
	case d == nil:
		return nil
	case d.Incidents == nil:
		return []*delivery.Summary{&d.Deployments}
	}
	return []*delivery.Summary{&d.Deployments, d.Incidents}
}

// scannedExports say which files were read, and from when the deployments are that count.
func scannedExports(d *evidence.Delivery) factList {
	var facts factList
	for i, s := range summaries(d) {
		label := []string{"Deployments", "Incidents"}[i]
		text := fmt.Sprintf("%s, %d of %s", said(s.File), s.Used, english.Count(s.Rows, "row"))
		if s.Unusable > 0 {
			text += fmt.Sprintf(", %d not usable", s.Unusable)
		}
		facts.add(label, text)
	}
	if d != nil && d.AsOf != nil {
		facts.add("Deployed", "from "+dayOf(*d.WindowFrom)+" to "+dayOf(*d.AsOf))
	}
	return facts
}

// unusableRows say how many rows could not be used and why, and name the first of each file.
func unusableRows(d *evidence.Delivery) []string {
	var sentences []string
	for _, s := range summaries(d) {
		if s.Unusable == 0 {
			continue
		}
		var reasons []string
		for _, r := range s.Reasons {
			reasons = append(reasons, fmt.Sprintf("%s (%d)", r.Reason, r.Rows))
		}
		sentences = append(sentences, fmt.Sprintf("%s: %d of %s could not be used: %s.",
			said(s.File), s.Unusable, english.Count(s.Rows, "row"), strings.Join(reasons, "; ")))
	}
	return sentences
}

// faultSection lists the first rows that could not be used, with their places.
func faultSection(d *evidence.Delivery) page.Section {
	section := page.Section{ID: "faults", Title: "Where rows could not be used", Part: page.Detail}
	for i, s := range summaries(d) {
		var rows [][]string
		for _, f := range s.First {
			rows = append(rows, []string{fmt.Sprintf("%s:%d:%d", said(s.File), f.Line, f.Column), f.Reason, orDash(said(f.Text))})
		}
		if len(rows) == 0 {
			continue
		}
		section.Blocks = append(section.Blocks, page.Table{
			Caption: []string{"Deployments", "Incidents"}[i],
			Columns: []page.Column{{Title: "Place"}, {Title: "Reason"}, {Title: "Text"}}, Rows: page.RowsOf(rows...),
		})
		if more := s.Unusable - len(rows); more > 0 {
			section.Blocks = append(section.Blocks, page.Text(fmt.Sprintf("%d more rows of %s could not be used.", more, said(s.File))))
		}
	}
	return section
}

func frequencyFacts(d *evidence.Delivery) factList {
	var facts factList
	if d == nil || d.Frequency.Events == nil {
		return facts
	}
	f := d.Frequency
	facts.add("Deployments", english.Count(*f.Events, "deployment")+" on "+english.Count(*f.Days, "day"))
	facts.addSpread("Days between", f.GapDays, "gap")
	if f.PerWeek.Median != nil {
		facts.add("In a week", quartiles(f.PerWeek, "of the weeks")+" ("+english.Count(*f.PerWeek.N, "week")+")")
	}
	if f.PerDay != nil && *f.PerDay > 1 {
		facts.add("On such a day", "median "+english.Rounded(*f.PerDay))
	}
	return facts
}

func changeLeadFacts(d *evidence.Delivery) factList {
	var facts factList
	if d == nil || d.ChangeLeadTime.N == nil {
		return facts
	}
	l := d.ChangeLeadTime
	facts.addWait("All commits", l.Spread, "commit")
	if *l.People.N < *l.N {
		facts.addWait("Without programs", l.People.Spread, "commit")
	}
	if *l.Clamped > 0 {
		facts.add("Before the commit", fmt.Sprintf("%d, taken as none", *l.Clamped))
	}
	facts.add("Deployments", fmt.Sprintf("%d with a commit of this history, %d with another one, %d without",
		*l.Known, *l.Unknown, *l.Unnamed))
	if *l.LeftOut > 0 {
		facts.add("Left out", english.Count(*l.LeftOut, "commit")+": what was deployed before them is not known")
	}
	return facts
}

func failureFacts(d *evidence.Delivery) factList {
	var facts factList
	if d == nil || d.ChangeFailRate.Failed == nil {
		return facts
	}
	c, r, w := d.ChangeFailRate, d.RecoveryTime, d.ReworkRate
	facts.add("Failed", fmt.Sprintf("%d of %s: %d by outcome, %d by cause, %d by time",
		*c.Failed, english.Count(*c.Deployments, "deployment"), *c.ByOutcome, *c.ByCause, *c.ByTime))
	if i := c.Incidents; i.ByCause != nil {
		facts.add("Incidents", fmt.Sprintf("%d name a deployment, %d follow one within 7 days, %d have another cause, %d follow none",
			*i.ByCause, *i.ByTime, *i.Elsewhere, *i.Unlinked))
	}
	facts.addWait("Repaired after", r.Spread, "failed deployment")
	if *r.Open > 0 {
		facts.add("Not repaired", english.Count(*r.Open, "failed deployment"))
	}
	facts.add("Repairs", fmt.Sprintf("%d of %s: %d by kind, %d before an incident was resolved, %d after a failed one",
		*w.Rework, english.Count(*w.Deployments, "deployment"), *w.ByKind, *w.ByIncident, *w.ByFailure))
	return facts
}

// exportFacts say what became of the rows of each file, and where its fields were found.
func exportFacts(d *evidence.Delivery) factList {
	var facts factList
	for i, s := range summaries(d) {
		over := s.PassedOver
		facts.add([]string{"Deployments", "Incidents"}[i], said(s.File)+": "+rowWords([]rowCount{
			{s.Used, "used"},
			{over.Services, "of other services"},
			{over.Environments, "of other environments"},
			{over.NotDeployed, "not deployed"},
			{over.Severities, "of other severities"},
			{s.Unusable, "not usable"},
		}))
		var columns []string
		for _, c := range s.Columns {
			columns = append(columns, columnWords(c))
		}
		facts.add("Columns", strings.Join(columns, ", "))
		facts.add("Services", severalNames(s.Services))
		facts.add("Environments", severalNames(s.Environments))
		if s.WithoutZone > 0 {
			facts.add("Times", fmt.Sprintf("%d without a zone of their own%s", s.WithoutZone, repeatedWords(s.Repeated)))
		}
	}
	if d != nil && d.Merged > 0 {
		facts.add("Same deployment", english.Count(d.Merged, "row")+" about a service and a time that another row has")
	}
	if d != nil && d.Later > 0 {
		facts.add("Later", english.Count(d.Later, "deployment")+" after the time these figures are as of")
	}
	return facts
}

// severalNames lists the commonest names of a file and their rows, where there are several.
func severalNames(names []delivery.Name) string {
	if len(names) < 2 {
		return ""
	}
	const shown = 4
	var texts []string
	for _, name := range names[:min(len(names), shown)] {
		texts = append(texts, fmt.Sprintf("%s (%d)", said(name.Name), name.Rows))
	}
	text := strings.Join(texts, ", ")
	if more := len(names) - len(texts); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// columnWords name a field, and its column where that is called otherwise.
func columnWords(c delivery.Column) string {
	if c.Field == c.Column {
		return c.Field
	}
	return c.Field + " from " + said(c.Column)
}

func repeatedWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d of which clocks showed twice (the earlier one is taken)", n)
}

// rowCount is a number of rows and what they are.
type rowCount struct {
	rows int
	what string
}

// rowWords list what there is, "40 used, 2 not usable".
func rowWords(list []rowCount) string {
	var texts []string
	for _, c := range list {
		if c.rows > 0 {
			texts = append(texts, fmt.Sprintf("%d %s", c.rows, c.what))
		}
	}
	return strings.Join(texts, ", ")
}
