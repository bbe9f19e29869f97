package methodology

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
)

// The text of the document is Markdown, so that people can read and edit it as it is:
//
//   - "## Title {#id}" begins a section; its paragraphs and the first list follow.
//   - "### Formulas" heads a list of "name: `formula`", each with what its letters stand for on the next lines.
//   - "### Example" heads a paragraph and {{steps NAME}}, "### Why so" a list of reasons.
//   - Any other "### Title" heads a table: written out, or {{table NAME}}. Those with the title "Judged values" are marked as judged.
//   - {{name}} stands for a value that the program uses.
//
// Blank lines part one block from the next.
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
	for block := range strings.SplitSeq(text, "\n\n") {
		p.parseBlock(strings.Split(strings.Trim(block, "\n"), "\n"))
	}
	return errors.Join(p.faults...)
}

func (p *parser) parseBlock(lines []string) {
	first := lines[0]
	switch {
	case strings.HasPrefix(first, "# "):
		p.doc.Title = p.fillIn(first[len("# "):])
		return
	case strings.HasPrefix(first, "## "):
		p.startSection(first[len("## "):])
		return
	case len(p.doc.Sections) == 0:
		p.doc.Lead = append(p.doc.Lead, p.joinLines(lines))
		return
	}
	section := &p.doc.Sections[len(p.doc.Sections)-1]
	switch {
	case strings.HasPrefix(first, "### "):
		p.startPart(section, p.fillIn(first[len("### "):]))
	case strings.HasPrefix(first, "{{table "), strings.HasPrefix(first, "|"):
		table := p.parseTable(lines)
		table.Title, table.Judged = p.part, table.Judged || p.part == TitleJudged
		section.Tables = append(section.Tables, table)
	case strings.HasPrefix(first, "- "):
		p.addList(section, lines)
	default:
		p.addParagraph(section, lines)
	}
}

func (p *parser) startSection(heading string) {
	title, id, found := strings.Cut(strings.TrimSuffix(heading, "}"), " {#")
	if !found {
		p.failf("the section %q has no id", heading)
	}
	p.part = ""
	p.doc.Sections = append(p.doc.Sections, Section{ID: id, Title: p.fillIn(title)})
}

func (p *parser) startPart(section *Section, title string) {
	p.part = title
	if title == TitleExample {
		section.Examples = append(section.Examples, Example{})
	}
}

// addParagraph adds a text to a section, or the text or the steps to its last example.
func (p *parser) addParagraph(section *Section, lines []string) {
	switch p.part {
	case "":
		section.Text = append(section.Text, p.joinLines(lines))
	case TitleExample:
		example := &section.Examples[len(section.Examples)-1]
		if name, found := strings.CutPrefix(lines[0], "{{steps "); found {
			example.Steps = callNamed(p, p.steps, name)
		} else {
			example.Text = p.joinLines(lines)
		}
	default:
		p.failf("%q cannot stand under %q", lines[0], p.part)
	}
}

func (p *parser) addList(section *Section, lines []string) {
	var items [][]string
	for _, line := range lines {
		if item, found := strings.CutPrefix(line, "- "); found {
			items = append(items, []string{item})
		} else {
			last := len(items) - 1
			items[last] = append(items[last], strings.TrimSpace(line))
		}
	}
	for _, item := range items {
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
}

func (p *parser) parseFormula(item []string) Formula {
	name, rest, found := strings.Cut(item[0], ": `")
	if !found {
		p.failf("%q is no formula with a name", item[0])
	}
	return Formula{Name: p.fillIn(name), Formula: p.fillIn(strings.TrimSuffix(rest, "`")), Where: p.joinLines(item[1:])}
}

// parseTable parses a table that is written out, or calls the function that builds it.
func (p *parser) parseTable(lines []string) Table {
	if name, found := strings.CutPrefix(lines[0], "{{table "); found {
		return callNamed(p, p.tables, name)
	}
	const heads = 2
	var table Table
	for _, title := range p.splitCells(lines[0]) {
		table.Columns = append(table.Columns, Column{Title: title})
	}
	for _, line := range lines[min(heads, len(lines)):] {
		row := p.splitCells(line)
		if len(row) != len(table.Columns) {
			p.failf("the row %q has not as many cells as the head", line)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// splitCells splits a row at its bars; one that belongs to a cell is written \|.
func (p *parser) splitCells(line string) []string {
	const bar = "\x00"
	line = strings.ReplaceAll(strings.Trim(line, "| "), `\|`, bar)
	cells := strings.Split(line, "|")
	for i, cell := range cells {
		cells[i] = p.fillIn(strings.TrimSpace(strings.ReplaceAll(cell, bar, "|")))
	}
	return cells
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
