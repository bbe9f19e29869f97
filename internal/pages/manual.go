package pages

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// Surroundings are what the manual page of every command says beside its help.
type Surroundings struct {
	// Environment and Files say what a command reads.
	Environment, Files []page.Block
	// Related are the names of other manual pages, each with its section.
	Related []string
}

// CommandManual is the manual page of a command: the same as its help, in the order of manual pages.
func CommandManual(h *Help, around Surroundings) page.Page {
	return page.Page{Kind: "Manual", Title: h.Short, Sections: []page.Section{
		{ID: "synopsis", Title: "Synopsis", Blocks: []page.Block{withoutNotes(h.Usage)}},
		{ID: "about", Title: "Description", Blocks: paragraphs(h.About)},
		{ID: "commands", Title: "Commands", Blocks: groupCards(h.Commands)},
		{ID: "flags", Title: "Options", Blocks: groupCards(h.Flags)},
		{ID: "exits", Title: "Exit status", Blocks: []page.Block{page.Facts{Items: h.Exits}}},
		{ID: "environment", Title: "Environment", Blocks: around.Environment},
		{ID: "files", Title: "Files", Blocks: around.Files},
		{ID: "examples", Title: "Examples", Blocks: []page.Block{h.Examples}},
		{ID: "see", Title: "See also", Blocks: seeAlso(around.Related)},
	}}
}

// TopicManual is the manual page of a help topic: its text, and the pages beside it.
func TopicManual(topic page.Page, related []string) page.Page {
	sections := slices.Clone(topic.Sections)
	if len(sections) > 0 && sections[0].Title == "" {
		sections[0].Title = "Description"
	}
	topic.Sections = append(sections, page.Section{ID: "see", Title: "See also", Blocks: seeAlso(related)})
	return topic
}

func withoutNotes(commands page.Commands) page.Commands {
	lines := make(page.Commands, len(commands))
	for i, command := range commands {
		lines[i].Line = command.Line
	}
	return lines
}

// groupCards shows each group under its title; none for no groups.
func groupCards(groups []HelpGroup) []page.Block {
	if len(groups) == 0 {
		return nil
	}
	cards := page.Cards{Layout: page.Stack}
	for _, group := range groups {
		cards.Items = append(cards.Items, page.Card{Title: group.Title, Blocks: []page.Block{page.Facts{Items: group.Items}}})
	}
	return []page.Block{cards}
}

func seeAlso(related []string) []page.Block {
	if len(related) == 0 {
		return nil
	}
	return []page.Block{page.Text(strings.Join(related, ", "))}
}
