package web

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/comparison"
)

// storySections lays out the parts of a story of comparisons.
func storySections(parts []comparison.Section) []Section {
	var sections []Section
	for i, part := range parts {
		section := Section{ID: fmt.Sprintf("part-%d", i+1), Title: part.Title, Beside: len(part.Chapters) == 0}
		if len(part.Sentences) > 0 {
			section.Blocks = append(section.Blocks, Block{List: part.Sentences})
		}
		cards := &Cards{Layout: Stack}
		for _, chapter := range part.Chapters {
			if chapter.Title == "" {
				section.Blocks = append(section.Blocks, itemBlock(chapter.Items))
				continue
			}
			cards.Items = append(cards.Items, Card{Title: chapter.Title, Blocks: []Block{itemBlock(chapter.Items)}})
		}
		if len(cards.Items) > 0 {
			section.Blocks = append(section.Blocks, Block{Cards: cards})
		}
		sections = append(sections, section)
	}
	return sections
}

// itemBlock is a list of texts, or of entries where an item has a name or something below its text.
func itemBlock(items []comparison.Item) Block {
	var texts []string
	var entries []Entry
	isPlain := true
	for _, item := range items {
		texts = append(texts, item.Text)
		isPlain = isPlain && item.Label == "" && len(item.Details) == 0
		entry := Entry{ID: item.Label, Prompt: item.Text}
		for i, detail := range item.Details {
			if i == 0 {
				entry.Said = detail
				continue
			}
			entry.Remarks = append(entry.Remarks, Remark{Text: detail})
		}
		entries = append(entries, entry)
	}
	if isPlain {
		return Block{List: texts}
	}
	return Block{Entries: entries}
}
