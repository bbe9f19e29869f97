package markdown

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/pagetest"
)

var update = flag.Bool("update", false, "write the golden files")

func plain(s string) string { return s }

func TestGolden(t *testing.T) {
	t.Parallel()
	said := false
	for name, say := range map[string]func(string) string{
		"plain": plain,
		"hostile": func(string) string {
			said = !said
			if said {
				return page.Said(pagetest.Attack).String()
			}
			return pagetest.Attack
		},
	} {
		got := written(t, pagetest.Page(say))
		file := "testdata/" + name + ".md"
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

func TestContentsLinkToSections(t *testing.T) {
	t.Parallel()
	p := page.Page{Kind: "Methodology", Sections: []page.Section{
		{ID: "about", Title: "About", Blocks: []page.Block{page.Contents{{Section: "fit", Title: "Fit: how near *both* are"}}}},
		{ID: "fit", Title: "Fit: how near *both* are", Part: page.Body, Blocks: []page.Block{page.Text("Near.")}},
	}}
	want := "# Methodology\n\n" +
		"## <a id=\"about\"></a>About\n\n" +
		"- [Fit: how near \\*both\\* are](#fit): `fit`\n\n" +
		"## <a id=\"fit\"></a>Fit: how near \\*both\\* are\n\nNear.\n"
	if diff := cmp.Diff(want, string(written(t, p))); diff != "" {
		t.Errorf("page (-want +got):\n%s", diff)
	}
}

func written(t rapid.TB, p page.Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWritePassesOnTheErrorOfTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	if err := Write(brokenWriter{broken}, pagetest.Page(plain)); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

// A reader of Markdown drops the cells that are too many and fills up those that are missing, so the raw form is counted.
func TestTablesHaveWholeRows(t *testing.T) {
	t.Parallel()
	cells, rows := 0, 0
	for line := range strings.Lines(string(written(t, pagetest.Page(func(string) string { return pagetest.Attack })))) {
		if !strings.HasPrefix(line, "|") {
			cells = 0
			continue
		}
		got := strings.Count(strings.NewReplacer(`\\`, "", `\|`, "").Replace(line), "|") - 1
		if cells == 0 {
			cells = got
		}
		if rows++; got != cells {
			t.Errorf("%d cells where the head has %d: %s", got, cells, line)
		}
	}
	if rows == 0 {
		t.Error("no table")
	}
}

// A long table is never held whole: what is written leaves before the last row is made.
func TestLongTablesStream(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	const rows = 5000
	early := 0
	p := page.Page{Sections: []page.Section{{Title: "Services", Blocks: []page.Block{page.Table{
		Columns: []page.Column{{Title: "Service"}, {Title: "Fit", Number: true}},
		Rows: func(yield func([]string) bool) {
			for i := range rows {
				if i == rows-1 {
					early = strings.Count(out.String(), "\n")
				}
				if !yield([]string{fmt.Sprintf("service-%04d%s", i, strings.Repeat("x", i/(rows-1))), "1"}) {
					return
				}
			}
		},
	}}}}}
	if err := Write(&out, p); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != rows+4 || lines[2] != "| Service      | Fit |" || lines[rows+3] != "| service-4999x |   1 |" {
		t.Errorf("%d lines, %q to %q", len(lines), lines[2], lines[len(lines)-1])
	}
	if early < rows/2 {
		t.Errorf("only %d lines are written before the last row is made", early)
	}
}

// A table with a limit says what it leaves out.
func TestLongTablesAreCut(t *testing.T) {
	t.Parallel()
	got := string(written(t, page.Page{Sections: []page.Section{{Title: "All", Blocks: []page.Block{page.Table{
		Columns: []page.Column{{Title: "Service"}, {Title: "Fit", Number: true}},
		Rows:    page.RowsOf([]string{"billing", "71"}, []string{"left-out", "90"}),
		Limit:   1, Rest: "1 more service is not listed.",
	}}}}}))
	want := "| Service | Fit |\n| ------- | --: |\n| billing |  71 |\n\n1 more service is not listed.\n"
	if !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want the end %q", got, want)
	}
}

func TestStructure(t *testing.T) {
	t.Parallel()
	checkStructure(t, outlineOf(t, written(t, pagetest.Page(plain))))
}

// Whatever stands in a page, it has the same shape as with an ordinary word in every place.
func TestShapeIsKeptUnderHostileText(t *testing.T) {
	t.Parallel()
	want := outlineOf(t, written(t, pagetest.Page(func(string) string { return "word" })))
	rapid.Check(t, func(r *rapid.T) {
		bad := rapid.OneOf(rapid.Just(pagetest.Attack), pagetest.NastyText()).Draw(r, "text")
		checkShape(r, want, bad, rapid.Bool().Draw(r, "said"))
	})
}

func FuzzWrite(f *testing.F) {
	for _, text := range pagetest.Nasty() {
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, said bool) {
		checkShape(t, outlineOf(t, written(t, pagetest.Page(func(string) string { return "word" }))), text, said)
	})
}

func checkShape(t rapid.TB, want shape, bad string, said bool) {
	t.Helper()
	// A text of nothing leaves out the place that it would stand in.
	if said {
		bad = page.Said(bad).String()
	}
	if fold(bad) == "" || fold(page.Said(bad).String()) == "" {
		return
	}
	got := outlineOf(t, written(t, pagetest.Page(func(string) string { return bad })))
	if diff := cmp.Diff(want.nodes, got.nodes); diff != "" {
		t.Fatalf("the shape differs (-want +got):\n%s", diff)
	}
	checkStructure(t, got)
}

// shape is what a Markdown text turns out to be.
type shape struct {
	// nodes are the kinds of all nodes but text, line breaks and links, with the depth of each.
	nodes []string
	// html are the raw pieces of HTML inside of lines, and the first lines of blocks.
	html  []string
	links []string
}

func outlineOf(t rapid.TB, source []byte) shape {
	t.Helper()
	var found shape
	depth := 0
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		found.enter(n, depth, source)
		depth++
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func (s *shape) enter(n ast.Node, depth int, source []byte) {
	switch n := n.(type) {
	case *ast.Text, *ast.String:
	case *ast.Link:
		s.links = append(s.links, string(n.Destination))
	case *ast.RawHTML:
		s.html = append(s.html, string(n.Segments.Value(source)))
	case *ast.HTMLBlock:
		first := n.Lines().At(0)
		s.html = append(s.html, string(first.Value(source)))
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind()))
	case *ast.Heading:
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind(), n.Level))
	default:
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind()))
	}
}

func (s *shape) count(node string) int {
	count := 0
	for _, n := range s.nodes {
		if strings.TrimLeft(n, "0123456789 ") == node {
			count++
		}
	}
	return count
}

func checkStructure(t rapid.TB, got shape) {
	t.Helper()
	for node, want := range map[string]int{
		fmt.Sprint(ast.KindHeading, " 1"): 1, extast.KindTaskCheckBox.String(): 2, ast.KindBlockquote.String(): 1,
		extast.KindTable.String(): 9, ast.KindFencedCodeBlock.String(): 5, ast.KindHTMLBlock.String(): 11,
		ast.KindImage.String(): 0, ast.KindAutoLink.String(): 0, ast.KindCodeBlock.String(): 0, extast.KindStrikethrough.String(): 0,
	} {
		if n := got.count(node); n != want {
			t.Errorf("%d nodes of the kind %s, want %d", n, node, want)
		}
	}
	for _, piece := range got.html {
		if !slices.Contains([]string{"<details>\n", "</details>\n", "<!-- facts\n", apart, string(lineBreak)}, piece) {
			t.Errorf("raw HTML: %q", piece)
		}
	}
	if diff := cmp.Diff([]string{"https://example.com"}, got.links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}
