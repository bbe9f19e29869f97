package text

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/page"
)

// blocks writes blocks with an empty line between them; where they are tight, not between those that read as lines of one
// thing.
func (w *writer) blocks(blocks []page.Block, indent int, tight bool) {
	for i, block := range blocks {
		isNext := tight && i > 0 && isLine(block) && isLine(blocks[i-1])
		if i > 0 && !isNext {
			w.blank()
		}
		if i > 0 && isLine(blocks[i-1]) && isCode(block) {
			w.block(block, indent+sectionIndent)
		} else {
			w.block(block, indent)
		}
	}
}

// isCode reports a block that is set apart from the text before it.
func isCode(block page.Block) bool {
	switch block.(type) {
	case page.Preformatted, page.Commands:
		return true
	}
	return false
}

func isLine(block page.Block) bool {
	switch block.(type) {
	case page.Text, page.Quiet, page.Facts, page.List:
		return true
	}
	return false
}

func (w *writer) block(block page.Block, indent int) {
	switch b := block.(type) {
	case page.Headline:
		w.text(max(0, indent-sectionIndent), strong, string(b))
	case page.Text:
		w.text(indent, plain, string(b))
	case page.Quiet:
		w.text(indent, faint, string(b))
	case page.Preformatted:
		w.preformatted(indent, string(b))
	case page.Commands:
		w.commands(indent, b)
	case page.Table:
		w.table(indent, &b)
	case page.Cards:
		w.cards(indent, b)
	case page.Columns:
		w.blocks(slices.Concat(b...), indent, false)
	case page.Fold:
		w.fold(indent, b)
	case page.Hidden: // Only Markdown has it.
	case page.Chart, page.Plot, page.History, page.Course, page.Matrix:
		w.drawn(indent, block)
	default:
		w.listed(indent, block)
	}
}

// listed writes a block that is a list of one kind of things.
func (w *writer) listed(indent int, block page.Block) {
	switch b := block.(type) {
	case page.List:
		w.list(indent, b)
	case page.Counts:
		w.list(indent, b.Sentences())
	case page.Facts:
		if !b.Tiles || !w.tiles(indent, b.Items) {
			w.facts(indent, b.Items)
		}
	case page.Changes:
		w.changes(indent, b)
	case page.Formulas:
		w.formulas(indent, b)
	case page.Entries:
		w.entries(indent, b)
	case page.Contents:
		w.contents(indent, b)
	}
}

// drawn writes a block that is a picture elsewhere.
func (w *writer) drawn(indent int, block page.Block) {
	switch b := block.(type) {
	case page.Chart:
		w.caption(indent, b.Caption)
		if w.spoken {
			w.spokenChart(indent, &b)
		} else {
			w.chart(indent, &b)
		}
		w.text(indent, faint, b.Note)
	case page.History:
		w.caption(indent, b.Caption)
		if w.spoken {
			w.spokenHistory(indent, &b)
		} else {
			w.history(indent, &b)
		}
		w.text(indent, faint, b.Note)
	case page.Course:
		w.caption(indent, b.Caption)
		w.course(indent, &b)
		w.text(indent, faint, b.Note)
	case page.Matrix:
		table := b.Table()
		w.table(indent, &table)
		w.text(indent, faint, b.Reading)
		w.text(indent, faint, b.Note)
	case page.Plot:
		w.plot(indent, &b)
	}
}

// plot writes what stands for a picture of two scales: lines of characters have one.
func (w *writer) plot(indent int, p *page.Plot) {
	if p.Instead != nil {
		w.block(p.Instead, indent)
	} else {
		w.caption(indent, p.Caption)
		w.text(indent, plain, p.Spoken)
	}
	w.text(indent, faint, p.Note)
}

// caption writes a title above a table or a chart, unless the title above says the same.
func (w *writer) caption(indent int, text string) {
	if page.Plain(text) != page.Plain(w.above) {
		w.text(indent, strong, text)
	}
}

func (w *writer) list(indent int, texts []string) {
	for _, text := range texts {
		w.labelled(label{indent: indent, width: 2, style: faint, text: w.bullet}, plain, text)
	}
}

// facts writes labels and values in two columns. Facts in a row with one label have it once.
func (w *writer) facts(indent int, facts []page.Fact) {
	width := 0
	for _, fact := range facts {
		width = max(width, ansi.StringWidth(w.oneLine(fact.Label))+2)
	}
	last := ""
	for _, fact := range facts {
		l := label{indent: indent, width: width, style: faint, text: fact.Label}
		if fact.Label == last {
			l.text = ""
		}
		w.labelled(l, plain, fact.Value)
		last = fact.Label
	}
}

func (w *writer) contents(indent int, links page.Contents) {
	facts := make([]page.Fact, len(links))
	for i, link := range links {
		facts[i] = page.Fact{Label: link.Section, Value: link.Title}
	}
	w.facts(indent, facts)
}

// tiles writes two facts a line; false where they have no room for that.
func (w *writer) tiles(indent int, facts []page.Fact) bool {
	var labels, values [2]int
	for i, fact := range facts {
		labels[i%2] = max(labels[i%2], ansi.StringWidth(w.oneLine(fact.Label))+2)
		values[i%2] = max(values[i%2], ansi.StringWidth(w.oneLine(fact.Value))+2)
	}
	if indent+labels[0]+values[0]+labels[1]+values[1]-2 > w.width {
		return false
	}
	var line strings.Builder
	for i, fact := range facts {
		line.WriteString(w.paint(faint, w.padded(fact.Label, labels[i%2])) + w.padded(fact.Value, values[i%2]))
		if i%2 == 1 || i+1 == len(facts) {
			w.line(strings.Repeat(" ", indent) + line.String())
			line.Reset()
		}
	}
	return true
}

func (w *writer) changes(indent int, c page.Changes) {
	w.caption(indent, c.Caption)
	var facts []page.Fact
	for _, change := range c.Items {
		words := change.Before + " -> " + change.After
		if change.Before == change.After {
			words = "unchanged: " + change.After
		}
		facts = append(facts, page.Fact{Label: change.Label, Value: words})
	}
	w.facts(indent, facts)
}

func (w *writer) formulas(indent int, formulas []page.Formula) {
	for i, formula := range formulas {
		if i > 0 {
			w.blank()
		}
		w.text(indent, strong, formula.Name)
		w.text(indent+4, plain, formula.Text)
		w.text(indent+2, faint, formula.Where)
	}
}

// preformatted keeps lines as they are, even one that is too long, so that they can be copied.
func (w *writer) preformatted(indent int, text string) {
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		w.line(strings.Repeat(" ", indent) + w.visible(strings.ReplaceAll(line, "\t", "    ")))
	}
}

// fold writes a fold in place below the divider; above it, inFull has moved it there.
func (w *writer) fold(indent int, fold page.Fold) {
	if !w.unfolds {
		return
	}
	if page.Plain(fold.Title) != page.Plain(w.above) {
		w.text(indent, strong, fold.Title)
		w.above = fold.Title
	}
	w.blocks(fold.Blocks, indent, false)
}

// cards writes cards with an empty line between them; titles alone stand below each other like the lines of a list.
func (w *writer) cards(indent int, cards page.Cards) {
	width := 0
	for _, card := range cards.Items {
		width = max(width, ansi.StringWidth(w.oneLine(card.Tag))+2)
	}
	dense := !slices.ContainsFunc(cards.Items, func(card page.Card) bool { return len(card.Blocks) > 0 })
	for i, card := range cards.Items {
		if i > 0 && !dense {
			w.blank()
		}
		l := label{indent: indent, width: width, room: comfortable, style: styleOfWeight(card.Weight), text: card.Tag}
		if cards.From > 0 {
			number := strconv.Itoa(cards.From + i)
			l = label{indent: indent, width: len(strconv.Itoa(cards.From+len(cards.Items)-1)) + 2, style: strong, text: number}
		}
		if dense {
			w.labelled(l, plain, card.Title)
		} else {
			w.card(l, card)
		}
	}
}

// card writes a title beside its number or tag, and the blocks below the title.
func (w *writer) card(l label, card page.Card) {
	inner := l.indent + 2
	if l.text == "" {
		w.text(l.indent, strong, card.Title)
	} else {
		w.labelled(l, strong, card.Title)
		inner = w.under(l)
	}
	w.above = card.Title
	w.blocks(w.shown(card.Blocks), inner, true)
}

// shown returns the blocks of a card that are written where they stand. What is folded goes on below the rest, without a title
// of its own: that would say no more than the card's.
func (w *writer) shown(blocks []page.Block) []page.Block {
	var shown []page.Block
	for _, block := range blocks {
		switch fold, ok := block.(page.Fold); {
		case !ok:
			shown = append(shown, block)
		case w.unfolds:
			shown = append(shown, fold.Blocks...)
		}
	}
	return shown
}

func styleOfWeight(weight page.Weight) style {
	switch weight {
	case page.Heaviest:
		return alarm
	case page.Heavy:
		return caution
	case page.Light:
	}
	return faint
}
