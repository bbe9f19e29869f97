package render

import (
	"io"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/report"
)

// MethodologyText writes the page on the method for a terminal. No line is wider than the options say. The only error is
// one of the writer.
func MethodologyText(w io.Writer, doc *methodology.Document, opt Options) error {
	p := newPage(w, opt)
	if len(doc.Lead) > 0 {
		p.text(0, strongTone, doc.Title)
		p.paragraphs(doc.Lead)
		p.contents(doc)
	}
	for i := range doc.Sections {
		p.methodSection(&doc.Sections[i])
	}
	return p.writeTo(w)
}

func (p *page) contents(doc *methodology.Document) {
	p.heading(contentsTitle + ", each also alone: opsfit methodology SECTION")
	var facts []report.Fact
	for i := range doc.Sections {
		facts = append(facts, report.Fact{Label: doc.Sections[i].ID, Value: doc.Sections[i].Title})
	}
	p.facts(2, facts)
}

func (p *page) methodSection(section *methodology.Section) {
	p.sectionTitle(section.Title)
	p.paragraphs(section.Text)
	if len(section.Points) > 0 {
		p.blank()
		p.items(section.Points)
	}
	for _, formula := range section.Formulas {
		p.blank()
		p.text(2, strongTone, formula.Name)
		p.text(6, plainTone, formula.Formula)
		p.text(4, faintTone, formula.Where)
	}
	for i := range section.Tables {
		p.heading(section.Tables[i].Title)
		p.table(section.Tables[i])
	}
	for _, example := range section.Examples {
		p.example(example)
	}
	p.section(methodology.TitleReasons, section.Reasons)
}

// sectionTitle is a divider where the title fits on its line: nothing of it may be cut.
func (p *page) sectionTitle(title string) {
	const around = 4
	if ansi.StringWidth(title) > p.width-around {
		p.heading(title)
		return
	}
	p.divider(title)
}

func (p *page) paragraphs(texts []string) {
	for _, text := range texts {
		p.blank()
		p.text(0, plainTone, text)
	}
}

func (p *page) example(example methodology.Example) {
	p.heading(methodology.TitleExample)
	p.text(2, plainTone, example.Text)
	p.blank()
	var facts []report.Fact
	for _, step := range example.Steps {
		facts = append(facts, report.Fact{Label: step.Name, Value: stepWords(step)})
	}
	p.facts(4, facts)
}
