package markdown

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/page"
)

func (d *document) items(items []page.Item) { d.lines(itemLines(items, "")...) }

func itemLines(items []page.Item, indent markup) []markup {
	var lines []markup
	for _, item := range items {
		text := itemText(item)
		if text == "" && len(item.Below) == 0 {
			continue
		}
		lines = append(lines, indent+"- "+text)
		lines = append(lines, itemLines(item.Below, indent+"  ")...)
	}
	return lines
}

// itemText leaves out a label without a text.
func itemText(item page.Item) markup {
	text := escapeLines(item.Text)
	if item.Code {
		text = code(item.Text)
	}
	if item.Strong {
		text = strong(text)
	}
	if label := escape(item.Label); label != "" && text != "" {
		return strong(label+":") + " " + text
	}
	return text
}

// contents writes links to sections, each with the id that the program knows it by.
func (d *document) contents(links page.Contents) {
	var lines []markup
	for _, link := range links {
		lines = append(lines, "- ["+escape(link.Title)+"](#"+escapeHTML(link.Section)+"): "+code(link.Section))
	}
	d.lines(lines...)
}

// cards writes cards as a list, or each under a heading.
func (d *document) cards(b page.Cards) {
	if b.AreList() {
		d.cardList(b)
		return
	}
	for i := range b.Items {
		d.heading(d.level, cardNumber(b, i), b.Items[i].Name())
		d.level++
		d.blocks(b.Items[i].Blocks)
		d.level--
	}
}

// cardList writes what is no text below the item that it belongs to, and goes on with the list behind it.
func (d *document) cardList(b page.Cards) {
	var lines []markup
	for i := range b.Items {
		card := &b.Items[i]
		lead, blocks := card.Lead()
		below, rest := page.SplitItems(blocks)
		lines = append(lines, "- "+checkbox(b)+strong(cardNumber(b, i)+escape(card.Name()))+behind(escape(lead)))
		lines = append(lines, itemLines(below, "  ")...)
		if len(rest) > 0 {
			d.lines(lines...)
			d.blocks(rest)
			lines = nil
		}
	}
	d.lines(lines...)
}

func checkbox(b page.Cards) markup {
	if b.Checklist {
		return "[ ] "
	}
	return ""
}

func behind(lead markup) markup {
	if lead == "" {
		return ""
	}
	return " — " + lead
}

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
