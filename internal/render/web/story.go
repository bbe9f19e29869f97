package web

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/report"
)

// storySections lays out the parts of a story of comparisons.
func storySections(parts []comparison.Section) []Section {
	var sections []Section
	for i, part := range parts {
		section := Section{ID: fmt.Sprintf("part-%d", i+1), Title: part.Title, Beside: len(part.Chapters) == 0}
		if len(part.Sentences) > 0 {
			section.Blocks = append(section.Blocks, Block{List: part.Sentences})
		}
		cards := &Cards{Layout: layoutOf(part.Chapters)}
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

// layoutOf sets the titles of short lists beside them; entries need the whole width.
func layoutOf(chapters []comparison.Chapter) Layout {
	for _, chapter := range chapters {
		if len(itemBlock(chapter.Items).Entries) > 0 {
			return Stack
		}
	}
	return Lines
}

// itemBlock is a list of texts, or facts where each has a name, or entries where something stands below a text.
func itemBlock(items []comparison.Item) Block {
	var texts []string
	var facts []report.Fact
	var entries []Entry
	hasMore := false
	for _, item := range items {
		hasMore = hasMore || len(item.Details) > 0
		texts = append(texts, item.Text)
		if item.Label != "" {
			facts = append(facts, report.Fact{Label: item.Label, Value: item.Text})
		}
		entries = append(entries, entryOfItem(item))
	}
	switch {
	case !hasMore && len(facts) == len(items):
		return Block{Facts: facts}
	case !hasMore && len(facts) == 0:
		return Block{List: texts}
	}
	return Block{Entries: entries}
}

func entryOfItem(item comparison.Item) Entry {
	entry := Entry{ID: item.Label, Prompt: item.Text}
	for i, detail := range item.Details {
		if i == 0 {
			entry.Said = detail
			continue
		}
		entry.Remarks = append(entry.Remarks, Remark{Text: detail})
	}
	return entry
}
