package page

import (
	"slices"
	"strconv"
)

// Matrix counts things by two values that both have bands from the SysOps to the DevOps pole: one field for each pair of bands.
// HTML draws it, and lists what lies in a field where it is opened; other formats have its table.
type Matrix struct {
	// ID is unique in the page, and not the beginning of another ID.
	ID, Caption string
	// XTitle and YTitle name the values across and upwards.
	XTitle, YTitle string
	// Bands name the bands of both, from SysOps to DevOps. Short are shorter names; empty for none.
	Bands, Short []string
	// Fields are by the band upwards, then by the band across.
	Fields [][]Field
	// Note says what is left out.
	Note string
	// Reading says how to read the table of it, Head what heads the names of its rows.
	Reading, Head string
}

// Field is one pair of bands of a matrix.
type Field struct {
	// Title says what lies here, in a sentence without an end; Names are the names of all things here. Their number is what the
	// field counts.
	Title string
	Names []string
}

// Apart is how many bands the value upwards lies above the one across; negative below it.
func Apart(up, across int) int { return up - across }

// HueOfField returns the pole that a field lies towards where its values are two bands apart or more.
func HueOfField(up, across int) Hue {
	const far = 2
	switch apart := Apart(up, across); {
	case apart >= far:
		return DevOps
	case apart <= -far:
		return SysOps
	}
	return Neutral
}

// Table counts by band, DevOps first downwards; in brackets where both values lie in one band.
func (m Matrix) Table() Table {
	table := Table{Caption: m.Caption, Columns: []Column{{Title: m.Head}}}
	for i, band := range m.Bands {
		column := Column{Title: band, Number: true, Brief: true}
		if i < len(m.Short) {
			column.Short = m.Short[i]
		}
		table.Columns = append(table.Columns, column)
	}
	var rows [][]string
	for up, fields := range slices.Backward(m.Fields) {
		cells := []string{m.Bands[up]}
		for across, field := range fields {
			cell := strconv.Itoa(len(field.Names))
			if up == across {
				cell = "[" + cell + "]"
			}
			cells = append(cells, cell)
		}
		rows = append(rows, cells)
	}
	table.Rows = RowsOf(rows...)
	return table
}

// Counts are a few large numbers, each with what it counts.
type Counts []Count

// Count is one number. Figure and Text read as one sentence.
type Count struct {
	Figure string
	Hue    Hue
	Text   string
}

// Sentences are the counts as a list.
func (c Counts) Sentences() List {
	list := make(List, len(c))
	for i, count := range c {
		list[i] = count.Figure + " " + count.Text
	}
	return list
}

func (Matrix) block() {}
func (Counts) block() {}
