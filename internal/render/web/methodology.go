package web

import (
	"io"

	"github.com/opsfit/opsfit/internal/methodology"
)

// Methodology writes the page on the method: every formula with its letters, every judged value, worked examples and reasons.
// Each section can be linked to by its id. An error is one of the writer.
func Methodology(w io.Writer, doc *methodology.Document) error {
	return Write(w, methodologyPage(doc))
}

func methodologyPage(doc *methodology.Document) Page {
	page := Page{
		Kind: "Methodology", Title: doc.Title, Colophon: "Written by " + doc.Tool.Name + " " + doc.Tool.Version + ".",
	}
	if len(doc.Lead) > 0 {
		page.Lead = []Section{{ID: "about", Title: "About this page", Blocks: paragraphs(doc.Lead)}}
	}
	for i := range doc.Sections {
		page.Sections = append(page.Sections, methodSection(&doc.Sections[i]))
	}
	return page
}

func paragraphs(texts []string) []Block {
	var blocks []Block
	for _, text := range texts {
		blocks = append(blocks, Block{Text: text})
	}
	return blocks
}

func methodSection(section *methodology.Section) Section {
	blocks := paragraphs(section.Text)
	if len(section.Points) > 0 {
		blocks = append(blocks, Block{List: section.Points})
	}
	cards := &Cards{Layout: Lines}
	add := func(title string, blocks ...Block) {
		cards.Items = append(cards.Items, Card{Title: title, Blocks: blocks})
	}
	if len(section.Formulas) > 0 {
		add(methodology.TitleFormulas, Block{Formulas: formulasOf(section.Formulas)})
	}
	for i := range section.Tables {
		add(section.Tables[i].Title, Block{Table: methodTable(section.ID, &section.Tables[i])})
	}
	for i := range section.Examples {
		example := &section.Examples[i]
		add(methodology.TitleExample, Block{Text: example.Text}, Block{Table: exampleTable(section.Title, example)})
	}
	if len(section.Reasons) > 0 {
		add(methodology.TitleReasons, Block{List: section.Reasons})
	}
	if len(cards.Items) > 0 {
		blocks = append(blocks, Block{Cards: cards})
	}
	return Section{ID: section.ID, Title: section.Title, Blocks: blocks}
}

func formulasOf(list []methodology.Formula) []Formula {
	var formulas []Formula
	for _, formula := range list {
		formulas = append(formulas, Formula{Name: formula.Name, Text: formula.Formula, Where: formula.Where})
	}
	return formulas
}

func methodTable(section string, t *methodology.Table) *Table {
	table := &Table{Caption: t.Title + " (" + section + ")", Rows: t.Rows}
	for _, column := range t.Columns {
		table.Columns = append(table.Columns, TableColumn{Title: column.Title, Number: column.Figures})
	}
	return table
}

func exampleTable(section string, example *methodology.Example) *Table {
	table := &Table{Caption: "Example: " + section, Columns: []TableColumn{{Title: "What"}, {Title: "Worked out"}, {Title: "Result"}}}
	for _, step := range example.Steps {
		table.Rows = append(table.Rows, []string{step.Name, orDash(step.Working), step.Result})
	}
	return table
}
