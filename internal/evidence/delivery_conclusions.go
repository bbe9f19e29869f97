package evidence

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/delivery"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

// concludeDelivery returns one sentence for each of the five metrics; none without exports.
func concludeDelivery(d *Delivery) []Conclusion {
	if d == nil {
		return nil
	}
	list := []Conclusion{
		d.conclude("deployment_frequency", "how often something is deployed", d.Frequency.GapDays.N, d.describeFrequency, d.unevenDays),
		d.conclude("change_lead_time", "how long a change takes to production", d.ChangeLeadTime.N, d.describeLeadTime, d.aboutCommits),
		d.conclude("recovery_time", "how long a failed deployment takes to be repaired", d.RecoveryTime.N, d.describeRecovery,
			d.unusableIncidents, d.mostlyNear),
		d.conclude("change_fail_rate", "how many deployments fail", d.ChangeFailRate.Deployments, d.describeFailures,
			d.unusableIncidents, d.incompleteIncidents, d.mostlyNear),
		d.conclude("rework_rate", "how many deployments repair something", d.ReworkRate.Deployments, d.describeRework,
			d.unusableIncidents, d.incompleteIncidents, d.mostlyChance),
	}
	for i := range list {
		if list[i].ID == "change_lead_time" && list[i].Trust != None {
			list[i].Proof = append(list[i].Proof, d.leadProof...)
		}
	}
	return list
}

// conclude draws one conclusion from so many cases.
func (d *Delivery) conclude(id, matter string, cases *int, sentence func() string, special ...func() caveat) Conclusion {
	need := deliveryNeeds()[id]
	against := (&caveats{}).collectCaveats(append([]func() caveat{
		d.anyDeployment,
		func() caveat { return d.computed(id, cases) },
		func() caveat { return countCaveat(*cases, need.few, need.usable, need.noun) },
		d.manyServices, d.unusableDeployments,
	}, special...)...)
	return newConclusion(id, matter, against, sentence)
}

// anyDeployment checks that there is anything to count.
func (d *Delivery) anyDeployment() caveat {
	s := &d.Deployments
	switch {
	case s.Used > 0:
		return caveat{}
	case s.Rows == 0:
		return fatalCaveat("the export of deployments has no rows")
	case s.PassedOver.Environments > 0:
		return fatalCaveat("no deployment to production is in the export; it names " + namesIn(s.Environments))
	case s.PassedOver.Services > 0:
		return fatalCaveat("no deployment of the service is in the export; it names " + namesIn(s.Services))
	}
	return fatalCaveat("no row of the export could be used")
}

// namesIn quotes the commonest names of a file.
func namesIn(names []delivery.Name) string {
	const shown = 5
	if len(names) == 0 {
		return "very many others"
	}
	var quoted []string
	for _, name := range names[:min(len(names), shown)] {
		quoted = append(quoted, diag.Quote(name.Name))
	}
	return english.List(quoted)
}

// computed says why a metric is not known at all.
func (d *Delivery) computed(id string, cases *int) caveat {
	switch {
	case id == "change_lead_time" && cases == nil:
		return fatalCaveat(cmp.Or(d.lost, "there is no history to find the commits in"))
	case cases == nil:
		return fatalCaveat("the deployments have no outcome, and there is no file of incidents; --incidents names one")
	case id == "change_lead_time" && *d.ChangeLeadTime.Known == 0 && *d.ChangeLeadTime.Unknown == 0:
		return fatalCaveat("the deployments name no commits")
	case id == "change_lead_time" && *d.ChangeLeadTime.Known == 0:
		return fatalCaveat("the deployments name commits that are not in the history of this repository")
	case id == "recovery_time" && *d.ChangeFailRate.Failed == 0:
		return fatalCaveat("no deployment failed, as far as the files say")
	case *d.Frequency.Events == 0:
		return fatalCaveat("no deployment lies in the window")
	case id == "deployment_frequency" && *cases == 0:
		return fatalCaveat("there is only one day with a deployment")
	}
	return caveat{}
}

func (d *Delivery) manyServices() caveat {
	if d.Services < 2 {
		return caveat{}
	}
	return caveat{trust: Few, reason: fmt.Sprintf(
		"%d services are counted together; services: [NAME] in .opsfit.yaml chooses one", d.Services)}
}

// unusableDeployments and unusableIncidents are about files of which much could not be read.
func (d *Delivery) unusableDeployments() caveat {
	return unusableCaveat(&d.Deployments, delivery.OfDeployments)
}

func (d *Delivery) unusableIncidents() caveat {
	return unusableCaveat(d.Incidents, delivery.OfIncidents)
}

func unusableCaveat(s *delivery.Summary, kind delivery.Kind) caveat {
	if s == nil || float64(s.Unusable) <= mostUnusable*float64(s.Rows) {
		return caveat{}
	}
	return caveat{trust: Few, reason: fmt.Sprintf("%d of %s of the %s could not be used", s.Unusable, formatCount(s.Rows, "row"), kind)}
}

// unevenDays is about deployments that come in clusters: no interval is the usual one.
func (d *Delivery) unevenDays() caveat {
	if d.Frequency.GapDays.areEven() {
		return caveat{}
	}
	return caveat{trust: Few, reason: "the days with a deployment come unevenly"}
}

// aboutCommits is about deployments that name no commit of this history.
func (d *Delivery) aboutCommits() caveat {
	l := d.ChangeLeadTime
	if others := *l.Unknown + *l.Unnamed; others > *l.Known {
		return caveat{trust: Few, reason: fmt.Sprintf("only %d of %s name a commit of this history",
			*l.Known, formatCount(*l.Known+others, "deployment"))}
	}
	return caveat{}
}

// mostlyNear is about failures that are known only from an incident that was opened soon after them.
func (d *Delivery) mostlyNear() caveat {
	c := d.ChangeFailRate
	said := *c.ByOutcome + *c.ByCause
	switch {
	case *c.Failed > 0 && float64(said) < leastSaid*float64(*c.Failed):
		return caveat{trust: Few, reason: "most failures are known only from an incident that was opened within 7 days after them, " +
			"and before any other deployment; a cause in the file of incidents would tell"}
	case *c.Failed == 0 && d.Incidents != nil && d.Incidents.Used == 0:
		return caveat{trust: Few, reason: "there is no incident in the file to count"}
	}
	return caveat{}
}

// incompleteIncidents is about an export of incidents that does not reach back as far as the deployments.
func (d *Delivery) incompleteIncidents() caveat {
	if !d.lateIncidents {
		return caveat{}
	}
	return caveat{trust: Few, reason: "the incidents begin only in the second half of the time of the deployments; --window shortens that"}
}

// mostlyChance is about incidents that stay open for so long that planned deployments fall into that time.
func (d *Delivery) mostlyChance() caveat {
	r := d.ReworkRate
	if r.ByChance != nil && *r.ByIncident > 0 && *r.ByChance > mostChance*float64(*r.ByIncident) {
		return caveat{trust: Few, reason: "incidents stay open for so long that planned deployments fall into that time"}
	}
	if d.Incidents != nil && d.Incidents.Used == 0 && *r.Rework == 0 {
		return caveat{trust: Few, reason: "there is no incident in the file to count"}
	}
	return caveat{}
}

func (d *Delivery) describeFrequency() string {
	f := d.Frequency
	text := fmt.Sprintf("There were %s on %s in %s",
		formatCount(*f.Events, "deployment"), formatCount(*f.Days, "day"), describeWindow(d.examined))
	if !f.GapDays.ShowsRate() {
		return text + "."
	}
	text += ", one every " + describeGaps(f.GapDays)
	if *f.PerDay > 1 {
		text += ", with " + english.Rounded(*f.PerDay) + " deployments on such a day (median)"
	}
	return text + "."
}

func (d *Delivery) describeLeadTime() string {
	lead, whose := d.LeadingWait(), ""
	if *lead.N < *d.ChangeLeadTime.N {
		whose = ", those of programs left out"
	}
	return fmt.Sprintf("A change runs in production %s after its commit (median of %s%s, half of them %s).",
		english.Days(*lead.Median), formatCount(*lead.N, "change"), whose, english.DaysBetween(*lead.P25, *lead.P75))
}

// LeadingWait is the time from commit to production: that of people where programs wrote a third of what was deployed, or more.
func (d *Delivery) LeadingWait() Lead {
	l := d.ChangeLeadTime
	if l.N != nil && *l.People.N >= leadCommits && 3*(*l.N-*l.People.N) >= *l.N {
		return l.People
	}
	return l.Lead
}

func (d *Delivery) describeRecovery() string {
	r := d.RecoveryTime
	text := fmt.Sprintf("A failed deployment is repaired after %s (median of %s",
		english.Days(*r.Median), formatCount(*r.N, "failed deployment"))
	if *r.N >= SpreadWorthTelling {
		text += ", half of them " + english.DaysBetween(*r.P25, *r.P75)
	}
	text += ")"
	switch {
	case *r.ByDeployment == 0:
		text += ", from the opening of its incident until it was resolved"
	case *r.ByIncident == 0:
		text += ", by the next deployment that did not fail"
	default:
		text += fmt.Sprintf(": %d as their incidents say, %d by the next deployment", *r.ByIncident, *r.ByDeployment)
	}
	if *r.Open > 0 {
		text += fmt.Sprintf("; %d not repaired yet", *r.Open)
	}
	return text + "."
}

func (d *Delivery) describeFailures() string {
	c := d.ChangeFailRate
	if *c.Failed == 0 {
		return fmt.Sprintf("None of %s failed.", formatCount(*c.Deployments, "deployment"))
	}
	parts := countedParts(part{*c.ByOutcome, "as their outcome says"}, part{*c.ByCause, "as an incident says"},
		part{*c.ByTime, "as an incident soon after suggests"})
	return fmt.Sprintf("%d of %s failed (%s): %s.", *c.Failed, formatCount(*c.Deployments, "deployment"), english.Percent(c.Share), parts)
}

func (d *Delivery) describeRework() string {
	r := d.ReworkRate
	if *r.Rework == 0 {
		return fmt.Sprintf("None of %s repaired something.", formatCount(*r.Deployments, "deployment"))
	}
	parts := countedParts(part{*r.ByKind, "as their kind says"}, part{*r.ByIncident, "as the last before an incident was resolved"},
		part{*r.ByFailure, "as the first after a failed one"})
	return fmt.Sprintf("%d of %s repaired something (%s): %s.",
		*r.Rework, formatCount(*r.Deployments, "deployment"), english.Percent(r.Share), parts)
}

// part is how many of a whole are known in one way.
type part struct {
	count int
	how   string
}

// countedParts lists the parts that there are.
func countedParts(parts ...part) string {
	var texts []string
	for _, p := range parts {
		if p.count > 0 {
			texts = append(texts, fmt.Sprintf("%d %s", p.count, p.how))
		}
	}
	return strings.Join(texts, ", ")
}
