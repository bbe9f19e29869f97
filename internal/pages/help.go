package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/page"
)

// Help is what the help and the manual page of a command are made from.
type Help struct {
	// Name is the whole command, such as "opsfit questionnaire show"; Short says in one line what it does.
	Name, Short     string
	Usage, Examples page.Commands
	// About says in a few paragraphs what the command does.
	About []string
	// Commands are those below this one, Flags its own and those of every command. Neither has an empty group.
	Commands, Flags []HelpGroup
	// Exits are the exit codes that the command can end with.
	Exits []page.Fact
	// See are further commands that help to understand this one.
	See page.Commands
}

// HelpGroup are flags or commands under a title, each with what it does.
type HelpGroup struct {
	Title string
	Items []page.Fact
}

// CommandHelp is the help of a command: how it is used first, then what it does, then every flag.
func CommandHelp(h *Help) page.Page {
	p := page.Page{Kind: "Help", Title: h.Name + ": " + h.Short, Sections: []page.Section{
		{ID: "usage", Title: "Usage", Blocks: []page.Block{h.Usage}},
		{ID: "examples", Title: "Examples", Blocks: []page.Block{h.Examples}},
		{ID: "about", Title: "What it does", Blocks: paragraphs(h.About)},
	}}
	for _, group := range slices.Concat(h.Commands, h.Flags) {
		p.Sections = append(p.Sections, page.Section{Title: group.Title, Blocks: []page.Block{page.Facts{Items: group.Items}}})
	}
	p.Sections = append(p.Sections, page.Section{ID: "exits", Title: "Exit codes", Blocks: []page.Block{page.Facts{Items: h.Exits}}})
	if len(h.See) > 0 {
		p.Sections = append(p.Sections, page.Section{ID: "see", Title: "See also", Blocks: []page.Block{h.See}})
	}
	return p
}

func paragraphs(texts []string) []page.Block {
	blocks := make([]page.Block, len(texts))
	for i, text := range texts {
		blocks[i] = page.Text(text)
	}
	return blocks
}
