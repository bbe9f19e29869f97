package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/page"
)

// Methodology is the page that explains every number, or some sections of it.
func Methodology(doc *methodology.Document) page.Page {
	p := page.Page{
		Kind: "Methodology", Title: doc.Title, Footer: "Written by " + doc.Tool.Name + " " + doc.Tool.Version + ".",
	}
	if len(doc.Lead) > 0 {
		about := append(texts(doc.Lead), page.Quiet("Each section alone: opsfit methodology SECTION"))
		p.Sections = append(p.Sections, page.Section{
			ID: "about", Title: "About this page", Part: page.Lead, Blocks: append(about, methodContents(doc)),
		})
	}
	for i := range doc.Sections {
		p.Sections = append(p.Sections, methodSection(&doc.Sections[i]))
	}
	return p
}

func methodContents(doc *methodology.Document) page.Contents {
	var contents page.Contents
	for i := range doc.Sections {
		contents = append(contents, page.Link{Section: doc.Sections[i].ID, Title: doc.Sections[i].Title})
	}
	return contents
}

// texts are paragraphs.
func texts(paragraphs []string) []page.Block {
	var blocks []page.Block
	for _, text := range paragraphs {
		blocks = append(blocks, page.Text(text))
	}
	return blocks
}

func methodSection(section *methodology.Section) page.Section {
	blocks := texts(section.Text)
	if len(section.Points) > 0 {
		blocks = append(blocks, page.List(section.Points))
	}
	if len(section.Formulas) > 0 {
		blocks = append(blocks, methodFormulas(section.Formulas))
	}
	for i := range section.Tables {
		blocks = append(blocks, methodTable(section.ID, &section.Tables[i]))
	}
	cards := page.Cards{Layout: page.Lines}
	for i := range section.Examples {
		cards.Items = append(cards.Items, methodExample(&section.Examples[i]))
	}
	if len(section.Reasons) > 0 {
		why := page.Card{Title: methodology.TitleReasons, Blocks: []page.Block{page.List(section.Reasons)}}
		cards.Items = append(cards.Items, why)
	}
	if len(cards.Items) > 0 {
		blocks = append(blocks, cards)
	}
	return page.Section{ID: section.ID, Title: section.Title, Part: page.Body, Blocks: blocks}
}

func methodFormulas(list []methodology.Formula) page.Formulas {
	var formulas page.Formulas
	for _, formula := range list {
		formulas = append(formulas, page.Formula{Name: formula.Name, Text: formula.Formula, Where: formula.Where})
	}
	return formulas
}

func methodTable(section string, t *methodology.Table) page.Table {
	table := page.Table{Caption: t.Title, Rows: slices.Values(t.Rows)}
	if t.Title == methodology.TitleJudged {
		table.Caption += " (" + section + ")"
	}
	for _, column := range t.Columns {
		table.Columns = append(table.Columns, page.Column{Title: column.Title, Number: column.Figures})
	}
	return table
}

func methodExample(example *methodology.Example) page.Card {
	var steps page.Facts
	for _, step := range example.Steps {
		value := step.Result
		if step.Working != "" {
			value = step.Working + " = " + step.Result
		}
		steps.Items = append(steps.Items, page.Fact{Label: step.Name, Value: value})
	}
	return page.Card{Title: methodology.TitleExample, Blocks: []page.Block{page.Text(example.Text), steps}}
}
