package methodology

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/prose"
)

// The text of the document is Markdown as package prose reads it:
//
//   - "## Title {#id}" begins a section; its paragraphs and the first list follow.
//   - "### Formulas" heads a list of "name: `formula`", each with what its letters stand for on the next lines.
//   - "### Example" heads a paragraph and {{steps NAME}}, "### Why so" a list of reasons.
//   - Any other "### Title" heads a table: written out, or {{table NAME}}. Those with the title "Judged values" are marked as judged.
//   - {{name}} stands for a value that the program uses.
//
//go:embed methodology.md
var source string

// parser builds a document from that text.
type parser struct {
	doc *Document
	// values are what {{name}} stands for; tables and steps build what {{table NAME}} and {{steps NAME}} stand for.
	values map[string]string
	tables map[string]func() Table
	steps  map[string]func() []Step
	// part is the third-level heading above the next block; "" at the start of a section.
	part   string
	faults []error
}

// parse parses the whole text. An error lists every block that is not as described above.
func (p *parser) parse(text string) error {
	blocks, err := prose.Read(text)
	if err != nil {
		return fmt.Errorf("methodology.md: %w", err)
	}
	for _, block := range blocks {
		p.parseBlock(block)
	}
	return errors.Join(p.faults...)
}

func (p *parser) parseBlock(block prose.Block) {
	if heading, ok := block.(prose.Heading); ok {
		p.parseHeading(heading)
		return
	}
	if len(p.doc.Sections) == 0 {
		if lead, ok := block.(prose.Paragraph); ok {
			p.doc.Lead = append(p.doc.Lead, p.fillIn(string(lead)))
		}
		return
	}
	section := &p.doc.Sections[len(p.doc.Sections)-1]
	switch b := block.(type) {
	case prose.Paragraph:
		p.addParagraph(section, string(b))
	case prose.List:
		for _, item := range b {
			p.addItem(section, item)
		}
	case prose.Table:
		p.addTable(section, p.parseTable(b))
	}
}

func (p *parser) parseHeading(heading prose.Heading) {
	title := p.fillIn(heading.Title)
	switch {
	case heading.Level == 1:
		p.doc.Title = title
	case heading.Level == 2:
		if heading.ID == "" {
			p.failf("the section %q has no id", title)
		}
		p.part = ""
		p.doc.Sections = append(p.doc.Sections, Section{ID: heading.ID, Title: title})
	case len(p.doc.Sections) > 0:
		p.startPart(&p.doc.Sections[len(p.doc.Sections)-1], title)
	}
}

func (p *parser) startPart(section *Section, title string) {
	p.part = title
	if title == TitleExample {
		section.Examples = append(section.Examples, Example{})
	}
}

// addParagraph adds a text to a section, or the text or the steps to its last example. {{table NAME}} adds a table.
func (p *parser) addParagraph(section *Section, text string) {
	if name, found := strings.CutPrefix(text, "{{table "); found {
		p.addTable(section, callNamed(p, p.tables, name))
		return
	}
	switch p.part {
	case "":
		section.Text = append(section.Text, p.fillIn(text))
	case TitleExample:
		example := &section.Examples[len(section.Examples)-1]
		if name, found := strings.CutPrefix(text, "{{steps "); found {
			example.Steps = callNamed(p, p.steps, name)
		} else {
			example.Text = p.fillIn(text)
		}
	default:
		p.failf("%q cannot stand under %q", text, p.part)
	}
}

func (p *parser) addTable(section *Section, table Table) {
	table.Title, table.Judged = p.part, table.Judged || p.part == TitleJudged
	section.Tables = append(section.Tables, table)
}

func (p *parser) addItem(section *Section, item []string) {
	switch p.part {
	case "":
		section.Points = append(section.Points, p.joinLines(item))
	case TitleReasons:
		section.Reasons = append(section.Reasons, p.joinLines(item))
	case TitleFormulas:
		section.Formulas = append(section.Formulas, p.parseFormula(item))
	default:
		p.failf("the list %q cannot stand under %q", item[0], p.part)
	}
}

func (p *parser) parseFormula(item []string) Formula {
	name, rest, found := strings.Cut(item[0], ": `")
	if !found {
		p.failf("%q is not a formula with a name", item[0])
	}
	return Formula{Name: p.fillIn(name), Formula: p.fillIn(strings.TrimSuffix(rest, "`")), Where: p.joinLines(item[1:])}
}

// parseTable takes over a table that is written out.
func (p *parser) parseTable(written prose.Table) Table {
	var table Table
	for _, title := range written.Head {
		table.Columns = append(table.Columns, Column{Title: p.fillIn(title)})
	}
	for _, cells := range written.Rows {
		row := make([]string, len(cells))
		for i, cell := range cells {
			row[i] = p.fillIn(cell)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// callNamed calls the function with the name before "}}".
func callNamed[T any](p *parser, functions map[string]func() T, name string) T {
	name = strings.TrimSuffix(name, "}}")
	if build, found := functions[name]; found {
		return build()
	}
	p.failf("the program makes no %q", name)
	return *new(T)
}

func (p *parser) joinLines(lines []string) string { return p.fillIn(strings.Join(lines, " ")) }

// fillIn replaces names by their values.
func (p *parser) fillIn(text string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}}")
		value, known := p.values[name]
		if !known {
			p.failf("there is no value %q", name)
		}
		b.WriteString(value)
		text = after
	}
}

func (p *parser) failf(format string, args ...any) {
	p.faults = append(p.faults, fmt.Errorf("methodology.md: "+format, args...))
}
