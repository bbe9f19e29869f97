package outline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/outline"
)

// list writes blocks as one line each, indented by their depth.
func list(blocks []outline.Block, depth int) string {
	var b strings.Builder
	names := map[outline.Kind]string{
		outline.Heading: "heading", outline.Item: "item", outline.Paragraph: "paragraph", outline.Definition: "definition",
		outline.Code: "code", outline.Quote: "quote", outline.Table: "table", outline.Markup: "markup", outline.Front: "front",
	}
	for _, block := range blocks {
		name := names[block.Kind]
		switch {
		case block.Kind == outline.Heading:
			name += fmt.Sprint(block.Level)
		case block.Done:
			name = "ticked"
		case block.Task:
			name = "box"
		case block.Ordered:
			name = "number"
		case block.Kind == outline.Definition:
			name += " " + block.Label
		}
		fmt.Fprintf(&b, "%s%d:%d %s %q\n", strings.Repeat("  ", depth), block.Line, block.Column, name, block.Text)
		b.WriteString(list(block.Blocks, depth+1))
	}
	return b.String()
}

func TestRead(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ source, want string }{
		"headings": {
			"# One #\n##  Two\nThree\n---\nFour\n===\n#not\n\n#\n",
			"1:1 heading1 \"One\"\n2:1 heading2 \"Two\"\n3:1 heading2 \"Three\"\n5:1 heading1 \"Four\"\n7:1 paragraph \"#not\"\n9:1 heading1 \"\"\n",
		},
		"tasks": {
			"- [ ] open\n- [x] done\n* [X] big\n+ [] none\n1. [ ] numbered\n2) other\n",
			"1:1 box \"open\"\n2:1 ticked \"done\"\n3:1 ticked \"big\"\n4:1 item \"[] none\"\n5:1 box \"numbered\"\n6:1 number \"other\"\n",
		},
		"lists in lists": {
			"- a\n  continued\n  - b\n\n    text of b\n    - [ ] c\n- d\nlazy\n",
			"1:1 item \"a\\ncontinued\"\n  3:3 item \"b\"\n    5:5 paragraph \"text of b\"\n    6:5 box \"c\"\n7:1 item \"d\\nlazy\"\n",
		},
		"tabs": {"-\ta\n\t- b\n", "1:1 item \"a\"\n  2:2 item \"b\"\n"},
		"what stays as it is": {
			"---\ntitle: x\n---\n```sh\n- no\n```\n> said\n> so\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- note\n- no\n-->\n<details>\n\n    code\n\n***\n",
			"1:1 front \"---\\ntitle: x\\n---\"\n4:1 code \"```sh\\n- no\\n```\"\n7:1 quote \"> said\\n> so\"\n" +
				"10:1 table \"| a | b |\\n|---|---|\\n| 1 | 2 |\"\n14:1 markup \"<!-- note\\n- no\\n-->\"\n17:1 markup \"<details>\"\n19:1 code \"    code\"\n",
		},
		"definition":      {"[a b]: <https://example.org> \"title\"\n", "1:1 definition a b \"https://example.org\"\n"},
		"code in an item": {"- a\n  ```\n- b\n  ```\n- c\n", "1:1 item \"a\"\n  2:3 code \"```\"\n3:1 item \"b\"\n  4:3 code \"```\"\n5:1 item \"c\"\n"},
		"line ends":       {"# a\r\n- b\r- c", "1:1 heading1 \"a\"\n2:1 item \"b\"\n3:1 item \"c\"\n"},
		"nothing":         {"", ""},
		"no front":        {"---\n\ntext\n---\n", "3:1 heading2 \"text\"\n"},
		"open fence":      {"~~~\n- a\n", "1:1 code \"~~~\\n- a\"\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, list(outline.Read(test.source), 0)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	in := outline.NewInline(outline.Read("[Runbook]: https://example.org/run\n\n- a\n\n  [local]: ./here.md\n"))
	for source, want := range map[string]string{
		"**Backups** are *tested*, _often_ and __well__": "Backups are tested, often and well []",
		"***all***":                 "all []",
		"snake_case_name and 2*3*4": "snake_case_name and 234 []",
		"`a*b*` and ``c``":          "a*b* and c []",
		`\*kept\*`:                  "*kept* []",
		"see [the page](https://a.example/x_(y) \"t\")": "see the page [https://a.example/x_(y)]",
		"[ours](docs/run.md)":                           "ours (docs/run.md) []",
		"![chart](https://a.example/c.png)":             "chart [https://a.example/c.png]",
		"[Runbook] and [how][runbook] and [x][]":        "Runbook and how and [x][] [https://example.org/run https://example.org/run]",
		"[local][]":                                     "local (./here.md) []",
		"<https://b.example> x":                         "https://b.example x []",
		"two\nlines":                                    "two lines []",
		"[ ] left":                                      "[ ] left []",
		"":                                              " []",
	} {
		plain, links := in.Plain(source)
		if got := fmt.Sprint(plain, " ", links); got != want {
			t.Errorf("%q gives %s, want %s", source, got, want)
		}
	}
}

// TestReadLikeGitHub compares headings, items and boxes with what a parser for all of Markdown finds.
func TestReadLikeGitHub(t *testing.T) {
	t.Parallel()
	piece := rapid.SampledFrom([]string{
		"# One", "## Two", "- a", "- [ ] b", "- [x] c", "  - d", "    - [ ] e", "1. f", "   - g", "3. h", "* i", "text", "  more", "    deep",
		"", "", "```", "> q", "\n| a | b |\n|---|---|\n", "***", "\t- tab", "-\ttab", "\t- [ ] x", "   1) j", "- - k",
	})
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "lines"), "\n") + "\n"
		if diff := cmp.Diff(known(source), ours(outline.Read(source), 0)); diff != "" {
			t.Fatalf("%s\n(-goldmark +outline):\n%s", source, diff)
		}
	})
}

func ours(blocks []outline.Block, depth int) []string {
	var found []string
	for _, b := range blocks {
		if b.Kind == outline.Heading {
			found = append(found, fmt.Sprintf("%d heading%d", depth, b.Level))
		}
		if b.Kind == outline.Item {
			found = append(found, fmt.Sprintf("%d item %t %t", depth, b.Task, b.Done))
			found = append(found, ours(b.Blocks, depth+1)...)
		}
	}
	return found
}

func known(source string) []string {
	var found []string
	var walk func(n ast.Node, depth int)
	walk = func(n ast.Node, depth int) {
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			switch n := child.(type) {
			case *ast.Heading:
				if depth == 0 || child.PreviousSibling() != nil {
					found = append(found, fmt.Sprintf("%d heading%d", depth, n.Level))
				}
			case *ast.List:
				walk(n, depth)
			case *ast.ListItem:
				task, done := box(n)
				found = append(found, fmt.Sprintf("%d item %t %t", depth, task, done))
				walk(n, depth+1)
			}
		}
	}
	walk(goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader([]byte(source))), 0)
	return found
}

func box(item ast.Node) (task, done bool) {
	first := item.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return false, false
	}
	mark, found := first.FirstChild().(*extast.TaskCheckBox)
	return found, found && mark.IsChecked
}

func FuzzRead(f *testing.F) {
	f.Add("# a\n- [ ] b\n  - c\n")
	f.Add("1. a\n\n   ```\n   x\n| a |\n|-|\n")
	f.Fuzz(func(t *testing.T, source string) {
		blocks := outline.Read(source)
		in := outline.NewInline(blocks)
		for _, b := range blocks {
			if b.Line < 1 || b.Column < 1 {
				t.Errorf("a block at %d:%d", b.Line, b.Column)
			}
			in.Plain(b.Text)
		}
	})
}
