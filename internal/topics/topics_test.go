package topics_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/topics"
)

// TestTopicsAreComplete holds that every file is a topic with a page, and that its title is the one that is listed.
func TestTopicsAreComplete(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if _, found := topics.Find(strings.TrimSuffix(file, ".md")); !found {
			t.Errorf("%s is not listed in All()", file)
		}
	}
	if len(files) != len(topics.All()) {
		t.Errorf("%d topics for %d files", len(topics.All()), len(files))
	}
	for _, topic := range topics.All() {
		p, err := topic.Page()
		if err != nil {
			t.Fatal(err)
		}
		if name, _, _ := strings.Cut(p.Title, ":"); !strings.EqualFold(name, topic.Name) {
			t.Errorf("the topic %s has the title %q", topic.Name, p.Title)
		}
		if _, title, _ := strings.Cut(p.Title, ": "); !strings.HasPrefix(topic.Title, title) {
			t.Errorf("the topic %s is listed as %q, and its title is %q", topic.Name, topic.Title, title)
		}
	}
}

// TestTopicsFitTheTerminal holds that no line of a topic is wider than a terminal of 80 columns, and none of 40 that is not an
// example of a file.
func TestTopicsFitTheTerminal(t *testing.T) {
	t.Parallel()
	for _, topic := range topics.All() {
		p, err := topic.Page()
		if err != nil {
			t.Fatal(err)
		}
		checkWidth(t, topic.Name, p, 80)
		for i := range p.Sections {
			p.Sections[i].Blocks = slices.DeleteFunc(p.Sections[i].Blocks, func(block page.Block) bool {
				_, isFile := block.(page.Preformatted)
				return isFile
			})
		}
		checkWidth(t, topic.Name, p, 40)
	}
}

func checkWidth(t *testing.T, name string, p page.Page, columns int) {
	t.Helper()
	var out strings.Builder
	if err := text.Write(&out, p, text.Options{Width: columns}); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		if width := ansi.StringWidth(strings.TrimSuffix(line, "\n")); width > columns {
			t.Errorf("%s at %d columns has a line of %d: %s", name, columns, width, line)
		}
	}
}

// TestReadmeListsTopics holds the table of topics in README.md to the list.
func TestReadmeListsTopics(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var rows strings.Builder
	for _, topic := range topics.All() {
		rows.WriteString("| [" + topic.Name + "](internal/topics/" + topic.Name + ".md) | " + topic.Title + " |\n")
	}
	if !strings.Contains(string(text), "| topic | about |\n| --- | --- |\n"+rows.String()+"\n") {
		t.Errorf("README.md has not the table\n%s", rows.String())
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	if topic, found := topics.Find("gates"); !found || topic.Name != "gates" {
		t.Errorf("gates is %+v, %v", topic, found)
	}
	if topic, found := topics.Find("gate"); found {
		t.Errorf("gate is %+v", topic)
	}
}
