package render

import (
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/methodology"
)

// MethodologyMarkdown writes the page on the method as GitHub-flavoured Markdown, with an anchor for each section: its id.
// An error is one of the writer.
func MethodologyMarkdown(w io.Writer, doc *methodology.Document, _ Options) error {
	var m manuscript
	m.heading(1, escape(doc.Title))
	for _, text := range doc.Lead {
		m.paragraph(text)
	}
	if len(doc.Lead) > 0 {
		m.contents(doc)
	}
	for i := range doc.Sections {
		m.methodSection(&doc.Sections[i])
	}
	m.block("---")
	m.block("Written by " + joined([]markup{escape(doc.Tool.Name), escape(doc.Tool.Version)}, " ") + ".")
	return m.writeTo(w)
}

func (m *manuscript) contents(doc *methodology.Document) {
	m.heading(2, contentsTitle)
	var items []markup
	for i := range doc.Sections {
		section := &doc.Sections[i]
		items = append(items, "["+escape(section.Title)+"](#"+anchor(section.ID)+"), "+code("opsfit methodology "+section.ID))
	}
	m.list(items)
}

func (m *manuscript) methodSection(section *methodology.Section) {
	m.heading(2, `<a id="`+anchor(section.ID)+`"></a>`+escape(section.Title))
	for _, text := range section.Text {
		m.paragraph(text)
	}
	m.list(escaped(section.Points))
	m.formulas(section.Formulas)
	for _, table := range section.Tables {
		m.heading(3, escape(table.Title))
		m.methodTable(table)
	}
	for _, example := range section.Examples {
		m.heading(3, methodology.TitleExample)
		m.paragraph(example.Text)
		m.exampleTable(example)
	}
	if len(section.Reasons) > 0 {
		m.heading(3, methodology.TitleReasons)
		m.list(escaped(section.Reasons))
	}
}

func (m *manuscript) formulas(formulas []methodology.Formula) {
	if len(formulas) > 0 {
		m.heading(3, methodology.TitleFormulas)
	}
	var lines []markup
	for _, formula := range formulas {
		lines = append(lines, "- "+labelled(escape(formula.Name), code(formula.Formula)))
		if formula.Where != "" {
			lines = append(lines, "  - "+escape(formula.Where))
		}
	}
	m.block(lines...)
}

func (m *manuscript) methodTable(t methodology.Table) {
	table := grid{right: map[int]bool{}}
	for i, column := range t.Columns {
		table.head = append(table.head, escape(column.Title))
		table.right[i] = column.Figures
	}
	for _, row := range t.Rows {
		table.rows = append(table.rows, escaped(row))
	}
	m.table(table)
}

func (m *manuscript) exampleTable(example methodology.Example) {
	table := grid{head: []markup{"What", "Worked out", "Result"}}
	for _, step := range example.Steps {
		working := dash
		if step.Working != "" {
			working = code(step.Working)
		}
		table.rows = append(table.rows, []markup{escape(step.Name), working, escape(step.Result)})
	}
	m.table(table)
}

// code sets a text as code. One that could end the code, or a cell, is escaped instead.
func code(text string) markup {
	if strings.ContainsAny(text, "`\n\r") || escape(text) == "" {
		return escape(text)
	}
	return "`" + markup(diag.Visible(text)) + "`"
}

// anchor keeps of an id what is safe as the name of a place in a page.
func anchor(id string) markup {
	return markup(strings.Map(func(r rune) rune {
		if r < 0x80 && (asciiWord(byte(r)) || r == '-' || r == '_') {
			return r
		}
		return -1
	}, id))
}
