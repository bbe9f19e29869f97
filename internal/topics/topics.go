// Package topics holds the help topics: what a reader looks up beside the help of a command. Each is one text in Markdown, which
// becomes a page; the terminal and the manual pages show that page.
//
// It knows no command. Tests of cmd/opsfit run the examples of the topics.
package topics

import (
	"embed"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/prose"
)

//go:embed *.md
var texts embed.FS

// Topic is what a reader asks for, and what it is about in a few words.
type Topic struct{ Name, Title string }

// All returns all topics, in the order in which they are listed.
func All() []Topic {
	return []Topic{
		{"interview", "how questions are asked, and where answers are saved"},
		{"answers", "the file, and how to fill one in"},
		{"formats", "what -o and -f write"},
		{"results", "look further, and look again"},
		{"numbers", "how they come about"},
		{"gates", "when a pipeline fails, and which gates to begin with"},
		{"ci", "opsfit in a pipeline"},
		{"team", "several people on one service"},
		{"colleagues", "six people, one afternoon: answers without a terminal"},
		{"defence", "have others confirm what decides, and defend the advice"},
		{"commitments", "promise what comes first, and see what became of it"},
		{"survey", "answers from a survey tool"},
		{"portfolio", "many services side by side"},
		{"scale", "the services of a whole organisation"},
		{"evidence", "what a repository shows"},
		{"readiness", "reviews before a launch, and your own checklists"},
		{"questionnaires", "what is asked, and your own questions"},
		{"configuration", "settings, and where they come from"},
		{"environment", "variables that opsfit reads"},
	}
}

// Find returns the topic of that name; false for none.
func Find(name string) (Topic, bool) {
	for _, topic := range All() {
		if topic.Name == name {
			return topic, true
		}
	}
	return Topic{}, false
}

// Page returns the text of a topic. It fails only where the program was built from faulty files.
func (t Topic) Page() (page.Page, error) {
	file := t.Name + ".md"
	source, err := texts.ReadFile(file)
	if err != nil {
		return page.Page{}, fmt.Errorf("help topic: %w", err)
	}
	blocks, err := prose.Read(string(source))
	if err != nil {
		return page.Page{}, fmt.Errorf("%s: %w", file, err)
	}
	return build(blocks), nil
}

// build makes a page of the blocks of a topic. What stands above the first heading of a section has none.
func build(blocks []prose.Block) page.Page {
	p := page.Page{Kind: "Help", Sections: []page.Section{{ID: "about"}}}
	for _, block := range blocks {
		section := &p.Sections[len(p.Sections)-1]
		switch b := block.(type) {
		case prose.Heading:
			if b.Level == 1 {
				p.Title = plain(b.Title)
			} else {
				p.Sections = append(p.Sections, page.Section{ID: b.ID, Title: plain(b.Title)})
			}
		case prose.Paragraph:
			section.Blocks = append(section.Blocks, page.Text(plain(string(b))))
		case prose.List:
			section.Blocks = append(section.Blocks, listOf(b))
		case prose.Table:
			section.Blocks = append(section.Blocks, tableOf(b))
		case prose.Code:
			section.Blocks = append(section.Blocks, codeOf(b))
		}
	}
	return p
}

func listOf(list prose.List) page.List {
	var texts page.List
	for _, item := range list {
		texts = append(texts, plain(strings.Join(item, " ")))
	}
	return texts
}

func tableOf(table prose.Table) page.Table {
	written := page.Table{Columns: make([]page.Column, len(table.Head))}
	for i, title := range table.Head {
		written.Columns[i].Title = plain(title)
	}
	var rows [][]string
	for _, cells := range table.Rows {
		row := make([]string, len(cells))
		for i, cell := range cells {
			row[i] = plain(cell)
		}
		rows = append(rows, row)
	}
	written.Rows = page.RowsOf(rows...)
	return written
}

// codeOf makes command lines of what is meant for a shell, and leaves everything else as it is.
func codeOf(code prose.Code) page.Block {
	if code.Kind != "sh" {
		return page.Preformatted(strings.Join(code.Lines, "\n"))
	}
	var commands page.Commands
	for _, line := range code.Lines {
		command, note, _ := strings.Cut(line, "  # ")
		commands = append(commands, page.Command{Line: strings.TrimRight(command, " "), Note: note})
	}
	return commands
}

// plain leaves out the marks of Markdown around code and what is stressed: a terminal shows words alone.
func plain(text string) string { return strings.NewReplacer("`", "", "**", "").Replace(text) }
