package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/comparison"
)

// ComparisonMarkdown writes two results side by side as GitHub-flavoured Markdown. Like Markdown it has one form only: the
// options play no part. An error is one of the writer.
func ComparisonMarkdown(w io.Writer, c *comparison.Comparison, _ Options) error {
	story := comparison.Tell(c)
	var m manuscript
	m.opening("What changed", story)
	m.figureTable([]markup{"Before", "After", "Change"}, story.Figures)
	m.drawing("The picture", func(p *page) { p.journeys(c) })
	m.sections(story.Sections)
	m.written(c.Tool.Name, c.Tool.Version)
	return m.writeTo(w)
}

// opening writes what a reader sees first.
func (m *manuscript) opening(title markup, story comparison.Story) {
	m.heading(1, escape(story.Title))
	m.list(facts(story.Asked))
	m.heading(2, title)
	m.block("> " + strong(escape(story.Headline)))
	m.list(escaped(story.Why))
}

// drawing writes pictures as a terminal shows them, without colour; nothing where there are none.
func (m *manuscript) drawing(title markup, draw func(*page)) {
	p := newPage(io.Discard, Options{})
	draw(p)
	if len(p.lines) > 0 {
		m.heading(2, title)
		m.code(p.lines)
	}
}

// figureTable writes one row for each figure under the heads of the columns behind its name; nothing without figures.
func (m *manuscript) figureTable(heads []markup, rows []comparison.Row) {
	if len(rows) == 0 {
		return
	}
	table := grid{head: append([]markup{"Figure"}, heads...)}
	for _, row := range rows {
		table.rows = append(table.rows, []markup{
			strong(escape(row.Label)), orDash(row.Before), orDash(row.After), orDash(row.Change),
		})
	}
	m.table(table)
}

// sections writes all sections of a story.
func (m *manuscript) sections(sections []comparison.Section) {
	for _, section := range sections {
		m.heading(2, escape(section.Title))
		m.list(escaped(section.Sentences))
		for _, chapter := range section.Chapters {
			if chapter.Title != "" {
				m.heading(3, escape(chapter.Title))
			}
			m.block(entries(chapter.Items)...)
		}
	}
}

// entries are list items with their details below them.
func entries(items []comparison.Item) []markup {
	var lines []markup
	for _, item := range items {
		line := escape(item.Text)
		if item.Label != "" {
			line = labelled(escape(item.Label), line)
		} else if len(item.Details) > 0 {
			line = strong(line)
		}
		lines = append(lines, "- "+line)
		for _, detail := range item.Details {
			lines = append(lines, "  - "+escapeLines(detail))
		}
	}
	return lines
}

// written says what made the page.
func (m *manuscript) written(tool, version string) {
	m.block("---")
	m.block("Self-reported. Written by " + joined([]markup{escape(tool), escape(version)}, " ") + ".")
}
