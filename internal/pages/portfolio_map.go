package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// bandCount is how many bands there are on the line.
const bandCount = 5

type shortBand struct {
	band    score.Band
	letters string
}

// bands are the bands from the SysOps to the DevOps pole, with letters for where there is little room.
func bands() []shortBand {
	return []shortBand{
		{score.StrongSysOps, "S+"},
		{score.LeaningSysOps, "S"},
		{score.Hybrid, "h"},
		{score.LeaningDevOps, "D"},
		{score.StrongDevOps, "D+"},
	}
}

// drawnOneByOne is how many services are drawn as dots; more of them are counted by bands.
const drawnOneByOne = 60

// serviceMap shows how services work across, and what their situations call for upwards.
func serviceMap(s *serviceSurvey) page.Block {
	matrix := serviceMatrix(s)
	if len(s.few) > drawnOneByOne {
		return matrix
	}
	table := matrix.Table()
	return page.Plot{
		ID: "map", Caption: furthestCaption(s.few),
		X: lineScale(), Y: lineScale(), XTitle: matrix.XTitle, YTitle: matrix.YTitle, Diagonal: true,
		Points: mapPoints(s.few),
		Keys: []page.Key{
			{Kind: page.Value, Text: "a service"},
			{Kind: page.Group, Text: "several at one place"},
			{Kind: page.Equal, Text: "practice and situation agree"},
		},
		Note: strings.Join(nonEmpty(furthestNote(s.few), offMapNote(s.offMap)), " "),
		Spoken: "Services by practice, from SysOps at the left to DevOps at the right, and by situation, from SysOps below to DevOps " +
			"above. The table of the figures counts them by band.",
		Instead: page.Columns{{table, page.Quiet(matrix.Reading)}}, Behind: &table,
	}
}

// serviceMatrix counts services by the bands of their situation and of their practice.
func serviceMatrix(s *serviceSurvey) page.Matrix {
	matrix := page.Matrix{
		ID: "map", Caption: matrixCaption(s), XTitle: "how they work", YTitle: "what the situation calls for", Note: offMapNote(s.offMap),
		Head:    "Situation",
		Reading: "Rows: what the situation calls for. Columns: how they work, from strong SysOps to strong DevOps. [ ]: both agree.",
	}
	for _, band := range bands() {
		matrix.Bands = append(matrix.Bands, report.BandWord(report.Text(band.band)))
		matrix.Short = append(matrix.Short, band.letters)
	}
	for up := range s.names {
		var fields []page.Field
		for across, names := range s.names[up] {
			title := fmt.Sprintf("%s: %s in practice, %s called for", english.Count(len(names), "service"), matrix.Bands[across], matrix.Bands[up])
			fields = append(fields, page.Field{Title: title, Names: names})
		}
		matrix.Fields = append(matrix.Fields, fields)
	}
	return matrix
}

// matrixCaption names the pair of bands that most services have, the first from the SysOps end on a tie.
func matrixCaption(s *serviceSurvey) string {
	most, where := 0, [2]int{}
	for up := range s.names {
		for across, names := range s.names[up] {
			if len(names) > most {
				most, where = len(names), [2]int{up, across}
			}
		}
	}
	words := bands()
	practice, situation := report.BandWord(report.Text(words[where[1]].band)), report.BandWord(report.Text(words[where[0]].band))
	switch {
	case most == 0:
		return "How services work, and what their situations call for"
	case where[0] == where[1]:
		return fmt.Sprintf("Most frequent (%d): %s, as called for", most, practice)
	}
	return fmt.Sprintf("Most frequent (%d): %s in practice, %s called for", most, practice, situation)
}

// bandCounts say how many services are far from what is called for, in either direction, and how many are not; what applies to
// none is left out.
func bandCounts(s *serviceSurvey) page.Counts {
	var devOps, within, sysOps int
	for up := range s.names {
		for across, names := range s.names[up] {
			switch page.HueOfField(up, across) {
			case page.DevOps:
				devOps += len(names)
			case page.SysOps:
				sysOps += len(names)
			case page.Neutral:
				within += len(names)
			}
		}
	}
	const further = " two bands or more closer to "
	counts := page.Counts{
		{Figure: fmt.Sprint(devOps), Hue: page.DevOps, Text: callFor(devOps) + further + "DevOps than they work (upper left)"},
		{Figure: fmt.Sprint(within), Text: workWord(within) + " within one band of what the situation calls for"},
		{Figure: fmt.Sprint(sysOps), Hue: page.SysOps, Text: callFor(sysOps) + further + "SysOps than they work (lower right)"},
	}
	return slices.DeleteFunc(counts, func(c page.Count) bool { return c.Figure == "0" })
}

func callFor(n int) string {
	if n == 1 {
		return "calls for a way"
	}
	return "call for a way"
}

func workWord(n int) string {
	if n == 1 {
		return "works"
	}
	return "work"
}

// namedOnMap is how many services have their names on the map: those that are furthest from what is called for.
const namedOnMap = 10

// byDistance are services with those first whose practice is furthest from what is called for; ties by path.
func byDistance(services []portfolio.Service) []*portfolio.Service {
	list := make([]*portfolio.Service, len(services))
	for i := range services {
		list[i] = &services[i]
	}
	slices.SortFunc(list, func(a, b *portfolio.Service) int {
		return cmp.Or(cmp.Compare(apartBy(b), apartBy(a)), cmp.Compare(a.Path, b.Path))
	})
	return list
}

func apartBy(s *portfolio.Service) float64 { return math.Abs(*s.Situation - *s.Practice) }

func furthestCaption(services []portfolio.Service) string {
	if len(services) == 0 {
		return "How services work, and what their situations call for"
	}
	furthest := byDistance(services)[0]
	practice, situation := report.BandWord(furthest.PracticeBand), report.BandWord(furthest.SituationBand)
	if practice == situation {
		return fmt.Sprintf("Furthest apart: %s, still %s as called for", said(furthest.Name()), practice)
	}
	return fmt.Sprintf("Furthest apart: %s, %s in practice, %s called for", said(furthest.Name()), practice, situation)
}

// furthestNote names the services that have their names on the map where there is room; empty where all can be seen at once.
func furthestNote(services []portfolio.Service) string {
	if len(services) <= namedOnMap {
		return ""
	}
	var names []string
	for _, service := range byDistance(services)[:namedOnMap] {
		names = append(names, said(service.Name()))
	}
	return "Furthest from what is called for: " + english.List(names) + "."
}

// mapPoints are the places of services, by situation and then by practice. Those at one place are one point.
func mapPoints(services []portfolio.Service) []page.Point {
	named := map[string]bool{}
	for _, service := range byDistance(services)[:min(len(services), namedOnMap)] {
		named[service.Path] = true
	}
	places := map[[2]float64][]*portfolio.Service{}
	for i := range services {
		at := [2]float64{*services[i].Situation, *services[i].Practice}
		places[at] = append(places[at], &services[i])
	}
	points := make([]page.Point, 0, len(places))
	for _, here := range places {
		point := page.Point{X: here[0].Practice, Y: here[0].Situation, Count: len(here), Name: placeWords(here)}
		if i := slices.IndexFunc(here, func(s *portfolio.Service) bool { return named[s.Path] }); i >= 0 {
			point.Label = said(here[i].Name())
			if len(here) > 1 {
				point.Label += fmt.Sprintf(" and %d more", len(here)-1)
			}
		}
		points = append(points, point)
	}
	slices.SortFunc(points, func(a, b page.Point) int { return cmp.Or(cmp.Compare(*a.Y, *b.Y), cmp.Compare(*a.X, *b.X)) })
	return points
}

// placeWords says which services lie at one place, and where it is.
func placeWords(services []*portfolio.Service) string {
	names := make([]string, len(services))
	for i, service := range services {
		names[i] = said(service.Name())
	}
	return fmt.Sprintf("%s: practice %s, situation %s", english.List(names), report.Signed(services[0].Practice),
		report.Signed(services[0].Situation))
}

// offMapNote says how many services have no place on the map; empty where all have one.
func offMapNote(missing int) string {
	if missing == 0 {
		return ""
	}
	return "Not on the map: " + english.Count(missing, "service") + " without a value for practice or for the situation."
}
