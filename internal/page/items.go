package page

// Item is one item of a list, for writers that set texts which belong together below each other.
type Item struct {
	// Label stands before the text; empty for none.
	Label, Text string
	// Strong makes the text stand out; Code keeps it apart as a formula.
	Strong, Code bool
	Below        []Item
}

// Items returns what a block says as items of a list, and false for a block that is more than texts, such as a table.
func Items(block Block) ([]Item, bool) {
	var items []Item
	switch b := block.(type) {
	case Headline:
		return []Item{{Text: string(b), Strong: true}}, true
	case Text:
		return []Item{{Text: string(b)}}, true
	case Quiet:
		return []Item{{Text: string(b)}}, true
	case List:
		for _, text := range b {
			items = append(items, Item{Text: text})
		}
		return items, true
	case Counts:
		return Items(b.Sentences())
	case Facts:
		return FactItems(b.Items), true
	case Formulas:
		for _, formula := range b {
			item := Item{Label: formula.Name, Text: formula.Text, Code: true}
			if formula.Where != "" {
				item.Below = []Item{{Text: formula.Where}}
			}
			items = append(items, item)
		}
		return items, true
	case Fold:
		below, rest := SplitItems(b.Blocks)
		return []Item{{Text: b.Title, Below: below}}, len(rest) == 0
	}
	return nil, false
}

// FactItems returns facts as items of a list.
func FactItems(facts []Fact) []Item {
	items := make([]Item, len(facts))
	for i, fact := range facts {
		items[i] = Item{Label: fact.Label, Text: fact.Value}
	}
	return items
}

// SplitItems returns the items of those blocks that are texts, and the other blocks.
func SplitItems(blocks []Block) (items []Item, rest []Block) {
	for _, block := range blocks {
		if own, ok := Items(block); ok {
			items = append(items, own...)
		} else {
			rest = append(rest, block)
		}
	}
	return items, rest
}

// AreList reports whether cards read well as items of one list: those that are ticked off, and lines of texts alone. Others
// need a heading each.
func (c *Cards) AreList() bool {
	if c.Checklist || c.Layout != Lines {
		return c.Checklist
	}
	for _, card := range c.Items {
		if _, rest := SplitItems(card.Blocks); len(rest) > 0 {
			return false
		}
	}
	return true
}

// Name returns the title of a card behind its tag.
func (c *Card) Name() string { return Joined(c.Tag, c.Title) }

// Lead returns the text that a card begins with, empty for none, and the blocks behind it.
func (c *Card) Lead() (string, []Block) {
	if len(c.Blocks) > 0 {
		if text, ok := c.Blocks[0].(Text); ok {
			return string(text), c.Blocks[1:]
		}
	}
	return "", c.Blocks
}

// Joined sets one text before another with a colon between them, where both say something.
func Joined(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return first + ": " + second
}
