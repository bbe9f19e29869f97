package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/page"
)

// scanScreen is what was looked at, what can be concluded from it, and what cannot. Where exports were read it shows all their
// metrics, in figures where there is no room for sentences.
func scanScreen(scan *evidence.Scan) page.Screen {
	concluded, least := concludedSentences(scan.Conclusions, doubtAlone), 1
	about := [][]page.Block{{page.Facts{Items: scanned(scan)}}}
	metrics := deliveryFacts(scan)
	if len(metrics) > 0 {
		least = max(1, len(concludedSentences(deliveryConclusions(scan), doubtAlone)))
		var files factList
		files.add("Dates", scan.Repository.Clock)
		about = append(about, []page.Block{page.Facts{Items: append(files, scannedExports(scan.Delivery)...)}})
	}
	var most []int
	for n := len(concluded) - 1; n >= least; n-- {
		most = append(most, n)
	}
	found := listForms(concluded, most...)
	if len(metrics) > 0 {
		found = append(found, []page.Block{page.Facts{Items: metrics}})
	}
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: about})
	screen.Add(page.ScreenPart{ID: partFound, Forms: found})
	screen.Add(page.ScreenPart{ID: partTopics, Close: true, Forms: listForms(openSentences(scan.Conclusions), 1, 0)})
	screen.Shrink = slices.Concat(
		[]string{page.NextPart, page.NextPart, partTopics, partTopics}, slices.Repeat([]string{partFound}, len(found)),
		[]string{partAbout, page.NextPart})
	return screen
}

// deliveryMetrics are the metrics of dora.dev, with what each is called where there is little room.
func deliveryMetrics() []page.Fact {
	return []page.Fact{
		{Label: "Frequency", Value: "deployment_frequency"},
		{Label: "Lead time", Value: "change_lead_time"},
		{Label: "Recovery", Value: "recovery_time"},
		{Label: "Fail rate", Value: "change_fail_rate"},
		{Label: "Rework rate", Value: "rework_rate"},
	}
}

// deliveryConclusions are the conclusions from exports.
func deliveryConclusions(scan *evidence.Scan) []evidence.Conclusion {
	var list []evidence.Conclusion
	for _, c := range scan.Conclusions {
		if slices.ContainsFunc(deliveryMetrics(), func(m page.Fact) bool { return m.Value == c.ID }) {
			list = append(list, c)
		}
	}
	return list
}

// deliveryFacts are the metrics that exports give in figures; none without exports.
func deliveryFacts(scan *evidence.Scan) []page.Fact {
	d := scan.Delivery
	if d == nil {
		return nil
	}
	days := func(value *float64) string {
		if value == nil {
			return ""
		}
		return english.Days(*value)
	}
	figures := map[string]string{
		"change_lead_time": days(d.LeadingWait().Median), "recovery_time": days(d.RecoveryTime.Median),
		"change_fail_rate": english.Percent(d.ChangeFailRate.Share), "rework_rate": english.Percent(d.ReworkRate.Share),
	}
	switch f := d.Frequency; {
	case f.Interval != nil && f.GapDays.ShowsRate():
		figures["deployment_frequency"] = "one every " + days(f.Interval)
	case f.Events != nil:
		figures["deployment_frequency"] = english.Count(*f.Events, "deployment")
	}
	var facts []page.Fact
	for _, metric := range deliveryMetrics() {
		at := slices.IndexFunc(scan.Conclusions, func(c evidence.Conclusion) bool { return c.ID == metric.Value })
		text := figures[metric.Value]
		switch {
		case at < 0 || scan.Conclusions[at].Trust == evidence.None || text == "":
			text = "not known"
		case scan.Conclusions[at].Trust == evidence.Few:
			text += ", on little"
		}
		facts = append(facts, page.Fact{Label: metric.Label, Value: text})
	}
	return facts
}
