package comparison

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// trendNotes are remarks about how far the results are one series.
func trendNotes(t *Trend) []string {
	notes := []string{"All results are self-reported: what changed is what people say, not what was measured."}
	if subjects := t.subjects(); len(subjects) > 1 {
		notes = append(notes, fmt.Sprintf("The results are about several services (%s): they are no history of one of them.",
			report.Shortened(subjects)))
	}
	notes = append(notes, t.breakNotes()...)
	if slices.ContainsFunc(t.Points, func(p Point) bool { return p.Supposed }) {
		notes = append(notes, "At least one of the results is a what-if: some of its answers are supposed and were not given.")
	}
	if people := t.each(func(p *Point) string { return string(p.Respondent.Name) }); len(people) > 1 {
		notes = append(notes, fmt.Sprintf("Several people answered (%s): a difference can be one of view.", report.Shortened(people)))
	}
	return append(notes, t.orderNotes()...)
}

func (t *Trend) breakNotes() []string {
	var places []string
	for i := range t.Points {
		if point := &t.Points[i]; point.Break {
			places = append(places, fmt.Sprintf("%s (%s)", point.Name(), versioned(point.Questionnaire.ID, point.Questionnaire.Version)))
		}
	}
	if len(places) == 0 {
		return nil
	}
	return []string{
		"The questionnaire counts otherwise from " + report.Shortened(places) + " on: values before and after are not on one scale.",
		"To see the team alone, follow the answers files: all are then scored with one questionnaire.",
	}
}

func (t *Trend) orderNotes() []string {
	var undated, tied int
	var last report.Text
	for i := range t.Points {
		date := t.Points[i].Date
		switch _, known := day(date); {
		case !known:
			undated++
		case date == last:
			tied++
		default:
			last = date
		}
	}
	var notes []string
	if undated > 0 {
		notes = append(notes, fmt.Sprintf("%s no date and %s behind the one named before.",
			have(undated), keeps(undated)))
	}
	if tied > 0 {
		notes = append(notes, "Results of the same day are in the order in which the files were named.")
	}
	return notes
}

func have(n int) string {
	if n == 1 {
		return "1 result has"
	}
	return english.Count(n, "result") + " have"
}

func keeps(n int) string {
	if n == 1 {
		return "stays"
	}
	return "stay"
}
