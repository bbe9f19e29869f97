package text

import (
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// spokenChart writes a sentence for each row, for readers who hear a page. It leaves no columns: a screen reader reads a line from
// its start to its end.
func (w *writer) spokenChart(indent int, c *page.Chart) {
	for i := range c.Rows {
		row := &c.Rows[i]
		name := row.Name
		if row.Note != "" {
			name += " (" + row.Note + ")"
		}
		w.text(indent, plain, page.Joined(name, rowInWords(row, c.Heads)))
	}
}

// spokenHistory writes the table behind a history, or a sentence for each series.
func (w *writer) spokenHistory(indent int, h *page.History) {
	if h.Behind != nil {
		w.records(indent, h.Behind)
		return
	}
	for i := range h.Series {
		w.text(indent, plain, page.Joined(h.Series[i].Name, seriesInWords(&h.Series[i])))
	}
}

// rowInWords is what a row shows and the word at its end; where the builder does not say it, its figures.
func rowInWords(row *page.Row, heads []string) string {
	parts := []string{row.Spoken}
	if row.Spoken == "" {
		parts = figuresInWords(row.Figures, heads)
	}
	if row.Word != "" {
		parts = append(parts, row.Word)
	}
	return strings.Join(parts, ", ")
}

func figuresInWords(figures, heads []string) []string {
	var parts []string
	for i, figure := range figures {
		if figure != "" && figure != "-" && figure != "–" {
			parts = append(parts, strings.TrimSpace(heads[i]+" "+figure))
		}
	}
	return parts
}

// seriesInWords is what a series shows; where the builder does not say it, its ends.
func seriesInWords(series *page.Series) string {
	if series.Spoken != "" {
		return series.Spoken
	}
	if series.First == "" && series.Last == "" {
		return "not known"
	}
	return "first " + series.First + ", last " + series.Last
}
