// Package man writes pages as manual pages, in the macros of roff that man, mandoc and groff read.
//
// It knows pages and nothing of what they are about, and writes no date or version of its own. Charts are left to their
// tables: a manual page has no pictures.
package man

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// Options say where a page stands among the manual pages.
type Options struct {
	// Name is what the page is called by: man NAME.
	Name string
	// Section is 1 for commands, 7 for anything else that is explained.
	Section int
	// Date is the day of the text, as 2026-10-14; Source is the program and its version.
	Date, Source string
}

// Write writes a page; its title says in a few words what it is about. It fails only when w does.
func Write(w io.Writer, p page.Page, opt Options) error {
	out := bufio.NewWriter(w)
	m := &writer{out: out}
	m.line(fmt.Sprintf(`.TH "%s" "%d" "%s" "%s"`, quoted(strings.ToUpper(opt.Name)), opt.Section, opt.Date, quoted(opt.Source)))
	m.line(".SH NAME")
	m.line(escape(opt.Name) + ` \-`)
	m.text(p.Title, plain)
	for _, section := range p.Ordered() {
		m.section(&section)
	}
	return out.Flush()
}

// writer writes a page line by line.
type writer struct {
	// out keeps the first error to itself, until it is flushed.
	out *bufio.Writer
	// begun tells that something stands below the last heading: only then a break comes first.
	begun bool
}

// line writes a line of roff.
func (w *writer) line(roff string) { _, _ = w.out.WriteString(roff + "\n") }

func (w *writer) section(section *page.Section) {
	if len(section.Blocks) == 0 {
		return
	}
	w.heading(".SH", strings.ToUpper(section.Title))
	w.blocks(section.Blocks)
	if command := section.ExplainCommand(); command != "" {
		w.paragraph(page.ExplainedBy + " " + command)
	}
}

func (w *writer) heading(macro, title string) {
	w.line(macro + ` "` + quoted(oneLine(title)) + `"`)
	w.begun = false
}

func (w *writer) blocks(blocks []page.Block) {
	for _, block := range blocks {
		w.block(block)
		w.begun = true
	}
}

func (w *writer) block(block page.Block) {
	switch b := block.(type) {
	case page.Headline:
		w.apart()
		w.text(string(b), bold)
	case page.Text:
		w.paragraph(string(b))
	case page.Quiet:
		w.paragraph(string(b))
	case page.Commands:
		w.example(b.Lines())
	case page.Preformatted:
		w.example(strings.Split(strings.Trim(string(b), "\n"), "\n"))
	case page.List:
		for _, text := range b {
			w.line(`.IP \(bu 2`)
			w.text(text, plain)
		}
	case page.Facts:
		w.facts(b.Items)
	case page.Table:
		w.table(&b)
	case page.Changes:
		table := b.Table()
		w.table(&table)
	case page.Hidden: // Only Markdown has it.
	default:
		w.group(block)
	}
}

// group writes a block that holds others, or that is a picture elsewhere.
func (w *writer) group(block page.Block) {
	switch b := block.(type) {
	case page.Cards:
		for i := range b.Items {
			w.heading(".SS", b.Items[i].Name())
			w.blocks(b.Items[i].Blocks)
		}
	case page.Columns:
		w.blocks(slices.Concat(b...))
	case page.Fold:
		w.heading(".SS", b.Title)
		w.blocks(b.Blocks)
	case page.Chart:
		w.picture(b.Caption, b.Behind, b.Note)
	case page.History:
		w.picture(b.Caption, b.Behind, b.Note)
	case page.Plot:
		w.paragraph(b.Caption)
		if b.Instead != nil {
			w.block(b.Instead)
		}
		w.paragraph(page.Joined(b.Spoken, b.Note))
	default:
		w.listed(block)
	}
}

func (w *writer) listed(block page.Block) {
	switch b := block.(type) {
	case page.Contents:
		for _, link := range b {
			w.labelled(link.Section, link.Title)
		}
	case page.Entries:
		for i := range b {
			w.labelled(b[i].Prompt, b[i].Answer)
			for _, remark := range b[i].Remarks {
				w.line(".br")
				w.text(page.Joined(remark.Label, remark.Text.String()), plain)
			}
		}
	case page.Formulas:
		for _, formula := range b {
			w.labelled(formula.Name, page.Joined(formula.Text, formula.Where))
		}
	}
}

// picture writes the table behind a picture.
func (w *writer) picture(caption string, behind *page.Table, note string) {
	w.paragraph(caption)
	if behind != nil {
		w.table(behind)
	}
	w.paragraph(note)
}

func (w *writer) facts(facts []page.Fact) {
	for _, fact := range facts {
		w.labelled(fact.Label, fact.Value)
	}
}

// table writes each row under its first cell, since a terminal has no room for columns of sentences.
func (w *writer) table(t *page.Table) {
	for row := range t.Limited() {
		var rest []string
		for i, cell := range row[1:] {
			switch {
			case cell == "":
			case len(row) == 2:
				rest = append(rest, cell)
			default:
				rest = append(rest, page.Joined(english.Lower(t.Columns[i+1].Title), cell))
			}
		}
		w.labelled(row[0], strings.Join(rest, "; "))
	}
	w.paragraph(t.Rest)
}

func (w *writer) labelled(label, text string) {
	w.line(".TP")
	w.text(label, bold)
	w.text(text, plain)
}

func (w *writer) paragraph(text string) {
	if oneLine(text) == "" {
		return
	}
	w.apart()
	w.text(text, plain)
	w.begun = true
}

// apart begins a paragraph. Right below a heading it would be empty.
func (w *writer) apart() {
	if w.begun {
		w.line(".PP")
	}
}

// example writes lines as they are.
func (w *writer) example(lines []string) {
	w.apart()
	w.line(".RS 2")
	w.line(".EX")
	for _, line := range lines {
		w.line(escape(strings.ReplaceAll(page.Plain(line), "\t", "    ")))
	}
	w.line(".EE")
	w.line(".RE")
}

// face is how a text is set.
type face string

const (
	plain face = ""
	bold  face = ".B "
)

// text writes a text in lines of a moderate length: roff fills them again. A bold one stands on one line, which macros need.
func (w *writer) text(text string, face face) {
	const width = 72
	if face == bold {
		w.line(string(bold) + `"` + quoted(oneLine(text)) + `"`)
		return
	}
	lines := english.Wrap(page.Plain(text), width)
	if len(lines) == 0 {
		lines = []string{`\&`}
		w.line(lines[0])
		return
	}
	for _, line := range lines {
		w.line(escape(line))
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(page.Plain(text)), " ") }

// escape escapes what roff would interpret: backslashes and hyphens, and dots and quotes at the start of a line.
func escape(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(text)
	if strings.HasPrefix(text, ".") {
		text = `\&` + text
	}
	return text
}

// quoted escapes a text for an argument of a macro between double quotes.
func quoted(text string) string { return strings.ReplaceAll(escape(text), `"`, `\(dq`) }
