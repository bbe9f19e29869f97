package pages_test

import (
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// placed is a text of a page, as it is in the model, and where it stands.
type placed struct {
	text  string
	place place
}

// textsOf returns every text of a page: titles, sentences, facts, cells, figures and notes. The screen is left out, which says
// nothing else.
func textsOf(p page.Page) []placed {
	var c collector
	c.add(anywhere, p.Title, p.Footer)
	c.facts(p.Facts)
	for _, section := range p.Ordered() {
		c.add(title, section.Title)
		c.blocks(section.Blocks)
	}
	return c.found
}

type collector struct{ found []placed }

func (c *collector) add(where place, texts ...string) {
	for _, text := range texts {
		if text != "" {
			c.found = append(c.found, placed{text, where})
		}
	}
}

func (c *collector) facts(facts []page.Fact) {
	for _, fact := range facts {
		c.add(anywhere, fact.Label, fact.Value)
	}
}

func (c *collector) blocks(blocks []page.Block) {
	for _, block := range blocks {
		c.block(block)
	}
}

func (c *collector) block(block page.Block) {
	switch b := block.(type) {
	case page.Headline:
		c.add(anywhere, string(b))
	case page.Text:
		c.add(anywhere, string(b))
	case page.Quiet:
		c.add(anywhere, string(b))
	case page.Preformatted:
		c.add(anywhere, strings.Split(string(b), "\n")...)
	case page.List:
		c.add(anywhere, b...)
	case page.Counts:
		c.add(anywhere, b.Sentences()...)
	case page.Facts:
		c.facts(b.Items)
	case page.Changes:
		c.changes(&b)
	case page.Table:
		c.table(anywhere, &b)
	case page.Entries:
		c.entries(b)
	case page.Hidden:
		c.add(hidden, string(b))
	default:
		c.inside(block)
		c.drawn(block)
	}
}

func (c *collector) inside(block page.Block) {
	switch b := block.(type) {
	case page.Cards:
		for _, card := range b.Items {
			c.add(anywhere, card.Tag, card.Title)
			c.blocks(card.Blocks)
		}
	case page.Columns:
		for _, column := range b {
			c.blocks(column)
		}
	case page.Fold:
		c.add(fold, b.Title)
		c.blocks(b.Blocks)
	case page.Contents:
		for _, link := range b {
			c.add(contents, link.Section)
			c.add(anywhere, link.Title)
		}
	case page.Formulas:
		for _, formula := range b {
			c.add(anywhere, formula.Name, formula.Text, formula.Where)
		}
	}
}

func (c *collector) changes(b *page.Changes) {
	c.add(anywhere, b.Caption)
	for _, change := range b.Items {
		c.add(anywhere, change.Label, change.Before, change.After)
	}
}

func (c *collector) table(where place, t *page.Table) {
	c.add(where, t.Caption)
	hasBrief := false
	for _, column := range t.Columns {
		hasBrief = hasBrief || column.Brief
	}
	placeOf := func(i int) place {
		if where == anywhere && hasBrief && i > 0 && !t.Columns[i].Brief {
			return besides
		}
		return where
	}
	for row := range t.Rows {
		for i, cell := range row {
			c.add(placeOf(i), cell)
		}
	}
}

func (c *collector) entries(entries page.Entries) {
	for _, entry := range entries {
		c.add(anywhere, entry.ID, entry.Prompt, entry.Answer)
		c.add(anywhere, entry.Worth...)
		for _, remark := range entry.Remarks {
			c.add(anywhere, remark.Label)
			for line := range strings.Lines(string(remark.Text)) {
				c.add(anywhere, page.Said(line).String())
			}
		}
	}
}

func (c *collector) drawn(block page.Block) {
	switch b := block.(type) {
	case page.Chart:
		c.add(anywhere, b.Caption, b.Note)
		for _, row := range b.Rows {
			if row.Short != "" {
				c.add(long, row.Name)
			} else {
				c.add(name, row.Name)
			}
			c.add(anywhere, row.Figures...)
		}
		c.behind(b.Behind)
	case page.History:
		c.add(anywhere, b.Caption, b.Note)
		for _, series := range b.Series {
			c.add(anywhere, series.Name, series.First, series.Last)
		}
		c.behind(b.Behind)
	case page.Course:
		c.add(anywhere, b.Caption, b.Note)
		for _, below := range b.Below {
			c.add(anywhere, below.Head)
		}
		c.behind(b.Behind)
	case page.Matrix:
		table := b.Table()
		c.add(anywhere, b.Caption, b.Note, b.XTitle)
		c.table(anywhere, &table)
	case page.Plot:
		c.add(anywhere, b.Note)
		c.behind(b.Behind)
	}
}

func (c *collector) behind(t *page.Table) {
	if t != nil {
		c.table(behind, t)
	}
}
