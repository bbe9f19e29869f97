package markdown

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/page"
)

// item is one item of a list with those below it.
type item struct {
	text  markup
	below []item
}

func (d *document) items(items []item) { d.lines(itemLines(items, "")...) }

func itemLines(items []item, indent markup) []markup {
	var lines []markup
	for _, it := range items {
		if it.text == "" && len(it.below) == 0 {
			continue
		}
		lines = append(lines, indent+"- "+it.text)
		lines = append(lines, itemLines(it.below, indent+"  ")...)
	}
	return lines
}

// inList reports that a block is made of texts only, so that it can stand below an item of a list.
func inList(block page.Block) bool {
	switch b := block.(type) {
	case page.Headline, page.Text, page.Quiet, page.List, page.Facts, page.Formulas:
		return true
	case page.Fold:
		return allInList(b.Blocks)
	}
	return false
}

func allInList(blocks []page.Block) bool {
	for _, block := range blocks {
		if !inList(block) {
			return false
		}
	}
	return true
}

// itemsOf turns a block for which inList holds into items.
func itemsOf(block page.Block) []item {
	switch b := block.(type) {
	case page.Headline:
		return []item{{text: strong(escape(string(b)))}}
	case page.Text:
		return []item{{text: escapeLines(string(b))}}
	case page.Quiet:
		return []item{{text: escapeLines(string(b))}}
	case page.List:
		items := make([]item, len(b))
		for i, text := range b {
			items[i].text = escapeLines(text)
		}
		return items
	case page.Facts:
		return factItems(b.Items)
	case page.Contents:
		return linkItems(b)
	case page.Formulas:
		return formulaItems(b)
	case page.Fold:
		return []item{{text: escape(b.Title), below: allItems(b.Blocks)}}
	}
	return nil
}

func allItems(blocks []page.Block) []item {
	var items []item
	for _, block := range blocks {
		items = append(items, itemsOf(block)...)
	}
	return items
}

func factItems(facts []page.Fact) []item {
	items := make([]item, len(facts))
	for i, fact := range facts {
		items[i].text = labelled(escape(fact.Label), escapeLines(fact.Value))
	}
	return items
}

// linkItems are links to sections.
func linkItems(links page.Contents) []item {
	items := make([]item, len(links))
	for i, link := range links {
		id := escapeHTML(link.Section)
		items[i].text = "[" + escape(link.Title) + "](#" + id + "): " + code(link.Section)
	}
	return items
}

func formulaItems(formulas page.Formulas) []item {
	items := make([]item, len(formulas))
	for i, formula := range formulas {
		items[i].text = labelled(escape(formula.Name), code(formula.Text))
		if where := escape(formula.Where); where != "" {
			items[i].below = []item{{text: where}}
		}
	}
	return items
}

// cards writes cards as a list where they are ticked off, or are short enough to stand below each other as lines; else each
// under a heading.
func (d *document) cards(b page.Cards) {
	if !b.Checklist && (b.Layout != page.Lines || !shortCards(b.Items)) {
		for i, card := range b.Items {
			d.heading(d.level, cardNumber(b, i), cardTitle(b.Items[i]))
			d.level++
			d.blocks(card.Blocks)
			d.level--
		}
		return
	}
	var items []item
	for i := range b.Items {
		it, rest := cardItem(b, i)
		items = append(items, it)
		if len(rest) > 0 {
			d.items(items)
			d.blocks(rest)
			items = nil
		}
	}
	d.items(items)
}

func shortCards(cards []page.Card) bool {
	for _, card := range cards {
		if !allInList(card.Blocks) {
			return false
		}
	}
	return true
}

// cardItem returns a card as an item, with what must stand below the list.
func cardItem(b page.Cards, i int) (item, []page.Block) {
	it, blocks := item{text: strong(cardNumber(b, i) + escape(cardTitle(b.Items[i])))}, b.Items[i].Blocks
	if b.Checklist {
		it.text = "[ ] " + it.text
	}
	if len(blocks) > 0 {
		if text, ok := blocks[0].(page.Text); ok && escape(string(text)) != "" {
			it.text += " — " + escape(string(text))
			blocks = blocks[1:]
		}
	}
	var rest []page.Block
	for _, block := range blocks {
		if inList(block) {
			it.below = append(it.below, itemsOf(block)...)
		} else {
			rest = append(rest, block)
		}
	}
	return it, rest
}

func cardTitle(card page.Card) string { return joinTexts(card.Tag, card.Title) }

func cardNumber(b page.Cards, i int) markup {
	if b.From == 0 {
		return ""
	}
	return markup(fmt.Sprintf("%d. ", b.From+i))
}

// strong sets a text in bold; nothing stays nothing, because a bare pair of markers would be a rule.
func strong(text markup) markup {
	if text == "" {
		return ""
	}
	return "**" + text + "**"
}

// labelled writes a label before a text; nothing without a text.
func labelled(label, text markup) markup {
	switch {
	case text == "":
		return ""
	case label == "":
		return text
	}
	return strong(label+":") + " " + text
}
