package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/evidence"
)

// ScanMarkdown writes what a repository shows as GitHub-flavoured Markdown. It has one form only; the options play no part.
// The only error is one of the writer.
func ScanMarkdown(w io.Writer, scan *evidence.Scan, _ Options) error {
	story := evidence.Tell(scan)
	var m manuscript
	m.heading(1, escape(story.Title))
	m.list(scanFacts(story.Asked))
	m.sentences(evidence.TitleConcluded, story.Concluded)
	m.sentences(evidence.TitleOpen, story.Open)
	m.sentences(evidence.TitleNotes, story.Notes)
	if len(story.Sections) > 0 {
		m.heading(2, "Figures")
	}
	for _, section := range story.Sections {
		m.heading(3, escape(section.Title))
		m.list(scanFacts(section.Facts))
	}
	m.signs(story)
	m.block("---")
	m.block("Read from a git repository by " + escape(scan.Tool.Name+" "+scan.Tool.Version) + ". Nothing in it was run.")
	return m.writeTo(w)
}

func scanFacts(facts []evidence.Fact) []markup {
	var items []markup
	for _, fact := range facts {
		items = append(items, labelled(escape(fact.Label), escape(fact.Value)))
	}
	return items
}

func (m *manuscript) signs(story evidence.Story) {
	if len(story.Families) == 0 && story.Absent == "" {
		return
	}
	m.heading(2, evidence.TitleSignals)
	for _, family := range story.Families {
		m.heading(3, escape(family.Title))
		table := grid{head: []markup{"Signal", "Speaks for", "Files", "Remarks"}}
		for _, sign := range family.Signs {
			table.rows = append(table.rows, []markup{escape(sign.Title), escape(sign.Leaning), escape(sign.Files), remarksOf(sign)})
		}
		m.table(table)
	}
	m.block(escape(story.Absent))
}

func remarksOf(sign evidence.Sign) markup {
	var parts []markup
	if sign.Weak != "" {
		parts = append(parts, strong("weak:")+" "+escape(sign.Weak)+".")
	}
	if sign.Caution != "" {
		parts = append(parts, escape(sign.Caution))
	}
	return joined(parts, lineBreak)
}
