// Package text writes pages for a terminal or a log: all of a page, what a reader looks up behind a divider, or its one screen. No
// line is wider than the options say, except commands and examples, which have to be copied.
//
// It knows pages and nothing of what they are about. Width, colour and character set enter as Options: nothing here looks at an
// environment or a terminal. Tables behind charts are left out, since the figures stand beside the marks.
package text

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// Options say what the place that the output goes to can show.
type Options struct {
	// Width is the number of columns, 40 to 200; 0 counts as 80.
	Width int
	// Rows is the number of lines of the terminal for WriteScreen; 0 counts as 24.
	Rows int
	// Color permits colours and weight; meaning never depends on them. Hues are the 256 colours of xterm: without them weight stands
	// in for colour.
	Color, Hues bool
	// ASCII replaces box, bar and marker characters beyond ASCII. Texts of a person stay as they are.
	ASCII bool
	// Spoken writes charts as sentences and draws no line, for readers who hear a page.
	Spoken bool
	// BareCommands writes each command alone on one line, for shells that know neither # behind a command nor \ at the end of a line.
	BareCommands bool
	// WrapFindings breaks the one line of a finding at blanks, for a terminal. Without it tools can read the line.
	WrapFindings bool
}

// columns returns the usable width.
func (o Options) columns() int {
	if o.Width == 0 {
		return 80
	}
	return min(max(o.Width, 40), 200)
}

// Write writes a page. Rows of tables are written as they come, so that a long table needs no more memory than a short one. It
// fails only when w does.
func Write(w io.Writer, p page.Page, opt Options) error {
	out := bufio.NewWriter(w)
	newWriter(out, opt).page(&p)
	return out.Flush()
}

// writer writes a page line by line. Every method that takes a text of a page makes it visible before it is styled, so that
// nothing a person wrote reaches the terminal as a control sequence.
type writer struct {
	styler

	// out keeps the first error to itself, until it is flushed.
	out *bufio.Writer
	// spoken writes sentences in place of charts, bareCommands commands alone on one line.
	spoken, bareCommands bool
	// width is that of text, chartWidth that of charts and tables, which gain from all the room there is.
	width, chartWidth int
	// begun tells that there is a line, due that an empty one belongs before the next.
	begun, due bool
	// unfolds tells that folds are written where they stand: below the divider.
	unfolds bool
	// above is the title above what is written now: a caption that says the same is left out.
	above string
}

func newWriter(out *bufio.Writer, opt Options) *writer {
	return &writer{
		styler: newStyler(opt), out: out, spoken: opt.Spoken, bareCommands: opt.BareCommands,
		width: min(opt.columns(), readable), chartWidth: opt.columns(),
	}
}

// sectionIndent is that of blocks below the title of their section.
const sectionIndent = 2

func (w *writer) page(p *page.Page) {
	w.title(p)
	w.facts(0, p.Facts)
	front, details := parts(p)
	for i := range front {
		w.section(&front[i])
	}
	if details = append(inFull(front), details...); len(details) > 0 {
		w.divider("Details")
	}
	w.unfolds = true
	for i := range details {
		w.section(&details[i])
	}
	w.blank()
	w.text(0, faint, p.Footer)
}

// title is left out where a fact begins with it.
func (w *writer) title(p *page.Page) {
	title := page.Plain(p.Title)
	named := slices.ContainsFunc(p.Facts, func(fact page.Fact) bool { return strings.HasPrefix(page.Plain(fact.Value), title) })
	if !named {
		w.text(0, strong, p.Title)
		w.blank()
	}
}

// parts divides the sections: what stands in front, and what a reader looks up.
func parts(p *page.Page) (front, details []page.Section) {
	for _, section := range p.Ordered() {
		if section.Part == page.Detail || !slices.ContainsFunc(section.Blocks, isOpen) {
			details = append(details, section)
		} else {
			front = append(front, section)
		}
	}
	return front, details
}

// isOpen reports that something of a block is seen without opening it.
func isOpen(block page.Block) bool {
	_, folded := block.(page.Fold)
	return !folded
}

// inFull makes a section of details of what is folded in the sections in front.
func inFull(front []page.Section) []page.Section {
	var details []page.Section
	for _, section := range front {
		if blocks := unfolded(section.Blocks); len(blocks) > 0 {
			details = append(details, page.Section{Title: section.Title + ", in full", Blocks: blocks})
		}
	}
	return details
}

// unfolded returns what is folded, each under the title of its card or, outside of cards, under its own.
func unfolded(blocks []page.Block) []page.Block {
	var found []page.Block
	for _, block := range blocks {
		switch b := block.(type) {
		case page.Fold:
			found = append(found, page.Cards{Items: []page.Card{{Title: b.Title, Blocks: b.Blocks}}})
		case page.Columns:
			for _, column := range b {
				found = append(found, unfolded(column)...)
			}
		case page.Cards:
			found = append(found, unfoldedCards(b)...)
		}
	}
	return found
}

func unfoldedCards(cards page.Cards) []page.Block {
	var found []page.Block
	for i, card := range cards.Items {
		var blocks []page.Block
		for _, block := range card.Blocks {
			if fold, ok := block.(page.Fold); ok {
				blocks = append(blocks, fold.Blocks...)
			}
		}
		if len(blocks) == 0 {
			continue
		}
		one := page.Cards{Items: []page.Card{{Title: card.Title, Blocks: blocks}}}
		if cards.From > 0 {
			one.From = cards.From + i
		}
		found = append(found, one)
	}
	return found
}

// section writes the title and the blocks. A headline needs no title above it.
func (w *writer) section(section *page.Section) {
	w.above = section.Title
	if beginsWithHeadline(section.Blocks) {
		w.blank()
	} else {
		w.heading(section.Title)
	}
	w.blocks(section.Blocks, sectionIndent, false)
	if command := section.ExplainCommand(); command != "" {
		w.blank()
		w.explained(command)
	}
}

// explained names the command that explains the numbers of a section: on a line of its own where it would be torn.
func (w *writer) explained(command string) {
	line := page.ExplainedBy + " " + command
	if fit([]string{line}, w.width-sectionIndent) {
		w.text(sectionIndent, faint, line)
		return
	}
	w.text(sectionIndent, faint, page.ExplainedBy)
	w.commands(sectionIndent, page.Commands{{Line: command}})
}

func beginsWithHeadline(blocks []page.Block) bool {
	switch first := blocks[0].(type) {
	case page.Headline:
		return true
	case page.Columns:
		return len(first) > 0 && len(first[0]) > 0 && beginsWithHeadline(first[0])
	}
	return false
}
