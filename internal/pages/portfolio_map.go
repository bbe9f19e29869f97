package pages

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
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

// serviceMap shows how services work across, and what their situations call for upwards.
func serviceMap(s *serviceSurvey) page.Plot {
	table := mapTable(s)
	return page.Plot{
		ID: "map", Caption: "How services work, and what their situations call for",
		X: lineScale(), Y: lineScale(), XTitle: "how they work", YTitle: "what the situation calls for", Diagonal: true,
		Points: mapPoints(s),
		Keys: []page.Key{
			{Kind: page.Value, Text: "a service"},
			{Kind: page.Group, Text: "several close together"},
			{Kind: page.Equal, Text: "practice and situation agree"},
		},
		Note: offMapNote(s.offMap),
		Spoken: "Services by practice, from SysOps at the left to DevOps at the right, and by situation, from SysOps below to DevOps " +
			"above. The table of the figures counts them by band.",
		Instead: page.Columns{{table, page.Quiet(
			"Rows: what the situation calls for. Columns: how they work, from strong SysOps to strong DevOps. [ ]: both agree.",
		)}},
		Behind: &table,
	}
}

// mapPoints are the fields of the map that hold a service, by situation and then by practice: at the service where there is
// one, at the middle of the field where there are more.
func mapPoints(s *serviceSurvey) []page.Point {
	points := make([]page.Point, 0, len(s.fields))
	for at, field := range s.fields {
		practice, situation := middleOf(at[1]), middleOf(at[0])
		if field.count == 1 {
			practice, situation = field.practice, field.situation
		}
		points = append(points, page.Point{X: &practice, Y: &situation, Count: field.count, Name: fieldWords(field)})
	}
	slices.SortFunc(points, func(a, b page.Point) int { return cmp.Or(cmp.Compare(*a.Y, *b.Y), cmp.Compare(*a.X, *b.X)) })
	return points
}

// fieldWords says which services a field holds, and for a single one where it is.
func fieldWords(field *mapField) string {
	names := sayAll(field.names)
	if field.count == 1 {
		return fmt.Sprintf("%s: practice %s, situation %s", names[0], report.Signed(&field.practice), report.Signed(&field.situation))
	}
	if left := field.count - len(names); left > 0 {
		names = append(names, fmt.Sprintf("%d more", left))
	}
	return english.Count(field.count, "service") + ": " + english.List(names)
}

// mapTable counts services by band, DevOps first downwards; in brackets where practice and situation lie in one.
func mapTable(s *serviceSurvey) page.Table {
	table := page.Table{Caption: "Services by situation, down, and practice, across", Columns: []page.Column{{Title: "Situation"}}}
	for _, column := range bands() {
		table.Columns = append(table.Columns, page.Column{
			Title: report.BandWord(report.Text(column.band)), Short: column.letters, Number: true, Brief: true,
		})
	}
	var rows [][]string
	for i, row := range slices.Backward(bands()) {
		cells := []string{report.BandWord(report.Text(row.band))}
		for column, count := range s.bands[i] {
			cell := fmt.Sprint(count)
			if column == i {
				cell = "[" + cell + "]"
			}
			cells = append(cells, cell)
		}
		rows = append(rows, cells)
	}
	table.Rows = page.RowsOf(rows...)
	return table
}

// offMapNote says how many services have no place on the map; empty where all have one.
func offMapNote(missing int) string {
	if missing == 0 {
		return ""
	}
	return "Not on the map: " + english.Count(missing, "service") + " without a value for practice or for the situation."
}
