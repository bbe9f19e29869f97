package comparison

import (
	"fmt"
	"slices"
	"time"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// NotesWith returns Notes with every text from a person or a file passed through say, for formats that mark such text.
func (t *Trend) NotesWith(say func(string) string) []string {
	notes := []string{"All results are self-reported: what changed is what people say, not what was measured."}
	if subjects := t.Each(func(p *Point) string { return string(p.Subject) }); len(subjects) > 1 {
		notes = append(notes, fmt.Sprintf("The results are about several services (%s): they are not the history of one.",
			shortenTexts(subjects, say)))
	}
	notes = append(notes, t.breakNotes(say)...)
	if slices.ContainsFunc(t.Points, func(p Point) bool { return p.Supposed }) {
		notes = append(notes, "At least one of the results is a what-if: some of its answers are supposed and were not given.")
	}
	switch people := t.people(); {
	case len(people) > 1:
		notes = append(notes, fmt.Sprintf("Several people answered (%s): a difference can be one of view.", shortenTexts(people, say)))
	case t.severalPeople:
		notes = append(notes, "Several people answered: a difference can be one of view.")
	}
	return append(notes, t.orderNotes()...)
}

// people returns who answered, each once.
func (t *Trend) people() []string {
	return t.Each(func(p *Point) string { return string(p.Respondent.Name) })
}

func shortenTexts(texts []string, say func(string) string) string {
	said := make([]string, len(texts))
	for i, text := range texts {
		said[i] = say(text)
	}
	return report.Shortened(said)
}

// Each returns the texts of the points without duplicates and empty ones, in order. Of texts that differ only by case and blanks
// the first stands for all.
func (t *Trend) Each(text func(*Point) string) []string {
	var found []string
	seen := map[string]bool{"": true}
	for i := range t.Points {
		text := text(&t.Points[i])
		if key := english.NameKey(text); !seen[key] {
			seen[key] = true
			found = append(found, text)
		}
	}
	return found
}

// Day returns the day of a point, and whether it has one.
func (p *Point) Day() (time.Time, bool) { return parseDay(p.Date) }

// Name returns the date of a point, which is its name.
func (p *Point) Name() string {
	if _, dated := p.Day(); dated {
		return string(p.Date)
	}
	return "no date"
}

func (t *Trend) breakNotes(say func(string) string) []string {
	var places []string
	for i := range t.Points {
		if point := &t.Points[i]; point.Break {
			from := nameWithVersion(point.Questionnaire.ID, point.Questionnaire.Version, say)
			places = append(places, fmt.Sprintf("%s (%s)", point.Name(), from))
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
		switch _, known := parseDay(date); {
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
		notes = append(notes, english.CountOf(undated, "result has no date and stays", "results have no date and stay")+
			" behind the one named before.")
	}
	if tied > 0 {
		notes = append(notes, "Results of the same day are in the order in which the files were named.")
	}
	return notes
}
