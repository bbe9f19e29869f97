package prose_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/prose"
)

func TestRead(t *testing.T) {
	t.Parallel()
	const source = `# About tests
## First {#first}
A paragraph
in two lines.

- a point
  in two lines
- another

| Name | Value |
|---|---|
| edge \| bar | |

` + "```sh\nopsfit scan\n\n| - # kept\n```\nLast."
	want := []prose.Block{
		prose.Heading{Level: 1, Title: "About tests"},
		prose.Heading{Level: 2, Title: "First", ID: "first"},
		prose.Paragraph("A paragraph in two lines."),
		prose.List{{"a point", "in two lines"}, {"another"}},
		prose.Table{Head: []string{"Name", "Value"}, Rows: [][]string{{"edge | bar", ""}}},
		prose.Code{Kind: "sh", Lines: []string{"opsfit scan", "", "| - # kept"}},
		prose.Paragraph("Last."),
	}
	got, err := prose.Read(source)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"# A\n\n```sh\nopsfit":     "line 3: ```sh is never closed",
		"| A | B |\n|---|---|\n|a": `line 3: the row "|a" has not as many cells as the head`,
	} {
		if _, err := prose.Read(source); err == nil || err.Error() != want {
			t.Errorf("%q gives %v, want %s", source, err, want)
		}
	}
}

// TestReadNeverFails holds that any text is read, or refused, without a panic.
func TestReadNeverFails(t *testing.T) {
	t.Parallel()
	line := rapid.OneOf(rapid.SampledFrom([]string{"", "# a {#", "- ", "- a", "|", "| a | b |", "|---|", "```", "```sh", "  a"}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		_, _ = prose.Read(strings.Join(rapid.SliceOfN(line, 0, 12).Draw(t, "lines"), "\n"))
	})
}

// TestShippedTextsAreMarkdown holds that a parser for all of Markdown finds the same blocks in the texts that come with the
// program: what people see of them in a browser is what the program shows.
func TestShippedTextsAreMarkdown(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../topics/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no help topics", err)
	}
	for _, file := range append(files, "../methodology/methodology.md") {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks, err := prose.Read(string(source))
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		var got []string
		for _, block := range blocks {
			got = append(got, kindOf(block))
		}
		if diff := cmp.Diff(kindsIn(source), got); diff != "" {
			t.Errorf("%s (-goldmark +prose):\n%s", file, diff)
		}
	}
}

func kindOf(block prose.Block) string {
	switch b := block.(type) {
	case prose.Heading:
		return strings.Repeat("#", b.Level)
	case prose.Paragraph:
		return "paragraph"
	case prose.List:
		return "list of " + strings.Repeat("|", len(b))
	case prose.Table:
		return "table of " + strings.Repeat("|", len(b.Rows))
	case prose.Code:
		return "code of " + strings.Repeat("|", len(b.Lines))
	}
	return "unknown"
}

func kindsIn(source []byte) []string {
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(source))
	var kinds []string
	for node := markdown.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Heading:
			kinds = append(kinds, strings.Repeat("#", n.Level))
		case *ast.Paragraph:
			kinds = append(kinds, "paragraph")
		case *ast.List:
			kinds = append(kinds, "list of "+strings.Repeat("|", n.ChildCount()))
		case *extast.Table:
			kinds = append(kinds, "table of "+strings.Repeat("|", n.ChildCount()-1))
		case *ast.FencedCodeBlock:
			kinds = append(kinds, "code of "+strings.Repeat("|", n.Lines().Len()))
		default:
			kinds = append(kinds, n.Kind().String())
		}
	}
	return kinds
}
