package markdown

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// entries writes a table with a row for each question, without the columns that would be empty.
func (d *document) entries(entries page.Entries) {
	columns := []struct {
		title string
		cell  func(page.Entry) markup
	}{
		{"Id", func(e page.Entry) markup { return escape(e.ID) }},
		{"Question", func(e page.Entry) markup { return escapeLines(e.Prompt) }},
		{"Answer", answerCell},
		{"Counts as", func(e page.Entry) markup { return escape(strings.Join(e.Worth, ", ")) }},
	}
	var g grid
	rows := make([][]markup, len(entries))
	for _, column := range columns {
		cells := make([]markup, len(entries))
		for i, entry := range entries {
			cells[i] = column.cell(entry)
		}
		if !slices.ContainsFunc(cells, func(text markup) bool { return text != "" }) {
			continue
		}
		g.columns = append(g.columns, page.Column{Title: column.title})
		for i, text := range cells {
			rows[i] = append(rows[i], text)
		}
	}
	d.grid(g, slices.Values(rows))
}

// answerCell writes an answer with what was added to it on lines below; one that is none is set in italics.
func answerCell(entry page.Entry) markup {
	answer := escapeLines(entry.Answer)
	if entry.Open && answer != "" {
		answer = "*" + answer + "*"
	}
	lines := []markup{answer}
	for _, remark := range entry.Remarks {
		lines = append(lines, labelled(remark.Label, remarkText(remark)))
	}
	return join(slices.DeleteFunc(lines, func(line markup) bool { return line == "" }), lineBreak)
}

func labelled(label string, text markup) markup {
	if label == "" || text == "" {
		return text
	}
	return strong(escape(english.Capital(label))+":") + " " + text
}

func remarkText(remark page.Remark) markup {
	var lines []string
	for line := range strings.Lines(string(remark.Text)) {
		lines = append(lines, page.Said(line).String())
	}
	text := escapeLines(strings.Join(lines, "\n"))
	if text == "" || !isWebAddress(remark.Address) {
		return text
	}
	return "[" + text + "](<" + destination(remark.Address) + ">)"
}
