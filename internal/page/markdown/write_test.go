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
)

var update = flag.Bool("update", false, "write the golden files")

// samplePage has every block, with texts that say returns: program text and words of a person by turns.
func samplePage(say func(string) string) page.Page {
	figures := page.Table{
		Caption: say("Exact figures"),
		Columns: []page.Column{{Title: say("Axis")}, {Title: say("Practice"), Number: true}, {Title: say("Remark")}},
		Rows: page.RowsOf(
			[]string{say("Delivery"), "+0.67", say("A sentence that is much longer than a column should be padded for")},
			[]string{say("Stability"), "-0.4", ""},
		),
	}
	chart := page.Chart{
		ID: "line", Caption: say("The line"), Scale: page.Scale{Kind: page.Line, Low: -1, High: 1}, Heads: []string{"practice"},
		Rows: []page.Row{
			{Name: say("Delivery"), Marks: []page.Mark{{Kind: page.Practice, At: 0.67}}, Figures: []string{"+0.67"}},
			{Name: say("Stability"), Marks: []page.Mark{{Kind: page.Practice, At: -0.4}}, Figures: []string{"-0.4"}},
		},
		Keys: []page.Key{{Kind: page.Practice, Text: "practice"}}, Note: say("Read it from the left."), Behind: &figures,
	}
	history := page.History{
		ID: "time", Caption: say("Over time"), Scale: page.Scale{Kind: page.Level, High: 4},
		Moments: []page.Moment{{Label: say("2026-10-14")}, {Day: 30, Label: "2026-11-13", Broken: true}},
		Series:  []page.Series{{Name: say("Overall"), Values: []*float64{new(1.5), new(3.0)}, First: "1.5", Last: "3.0"}},
		Behind:  &figures,
	}
	more := page.Fold{Title: say("Why, and what comes then"), Blocks: []page.Block{
		page.Facts{Items: []page.Fact{{Label: "Why", Value: say("A backup is a hope.")}, {Label: "After", Value: say("one") + "\n" + say("two")}}},
	}}
	return page.Page{
		Kind: "Assessment", Title: say("payments-api"), Footer: say("Written by opsfit."),
		Facts:   []page.Fact{{Label: "Service", Value: say("payments-api")}, {Label: say("Answered"), Value: say("by Ines")}},
		Closing: []page.Block{page.Text("In short, for terminals alone")},
		Sections: []page.Section{
			{ID: "answers", Title: say("All answers"), Part: page.Detail, Explain: []string{"answers"}, Blocks: []page.Block{
				page.Quiet(say("An answer counts as a position.")),
				page.Cards{Layout: page.Stack, Items: []page.Card{{Title: say("Delivery"), Blocks: []page.Block{page.Entries{
					{ID: say("batch_size"), Prompt: say("How much goes into a release?"), Answer: say("One feature"), Worth: []string{"+0.5", "effect +0.02"}},
					{
						ID: say("learning"), Prompt: say("What happens after a disruption?"), Answer: "skipped", Open: true,
						Remarks: []page.Remark{
							{Label: "note", Text: page.Said(say("Nobody knows.") + "\n" + say("Ask again."))},
							{Label: "evidence", Text: page.Said(say("example.com")), Address: "https://example.com"},
						},
					},
				}}}}},
			}},
			{ID: "verdict", Title: "Verdict", Part: page.Lead, Explain: []string{"practice", "fit"}, Blocks: []page.Block{
				page.Headline(say("Combine both models.")), page.List{say("First reason."), say("Second reason.")}, chart,
			}},
			{ID: "first", Title: say("What to do first"), Part: page.Body, Blocks: []page.Block{
				page.Cards{From: 1, Checklist: true, Layout: page.Grid, Items: []page.Card{
					{Title: say("Restore"), Blocks: []page.Block{page.Text(say("This week, restore.")), page.Quiet(say("Because of it.")), more}},
					{Title: say("Back out"), Blocks: []page.Block{page.List{say("Write it down.")}, figures}},
				}},
			}},
			{ID: "warnings", Title: "Warnings", Part: page.Body, Blocks: []page.Block{
				page.Cards{Layout: page.Lines, Items: []page.Card{
					{Tag: "CRITICAL", Title: say("Nobody has shown it."), Blocks: []page.Block{page.Text(say("Go slow.")), page.List{say("restore_test")}}},
				}},
			}},
			{ID: "then", Title: "Also", Part: page.Body, Blocks: []page.Block{
				page.Cards{From: 2, Layout: page.Grid, Items: []page.Card{{Title: say("Alarm"), Blocks: []page.Block{page.Text(say("Measure it.")), more}}}},
				page.Cards{Layout: page.Lines, Items: []page.Card{{Title: say("Exact figures"), Blocks: []page.Block{figures}}}},
			}},
			{ID: "rest", Title: "The rest", Part: page.Detail, Blocks: []page.Block{
				page.Columns{{page.Text(say("Left."))}, {page.Text(say("Right."))}},
				page.Changes{
					Caption: say("What if"), What: "Figure", Before: "As answered", After: "What if",
					Items: []page.Change{
						{Label: "Readiness", Before: say("1.63 of 4"), After: "1.96"}, {Label: say("Fit"), Before: "76", After: "76"},
					},
				},
				page.Formulas{{Name: say("Gap"), Text: "G = N - P", Where: say("N is the situation.")}, {Name: "Code", Text: "a `b`"}},
				page.Preformatted("id: full\n  ```\nlast\n"),
				page.Plot{ID: "map", Caption: say("Map"), Instead: figures, Note: say("Without a picture.")},
				page.Plot{ID: "other", Caption: say("Other"), Spoken: say("Nothing is known.")},
				history,
				page.Hidden("facts\n{\"a\": \"-->\"}"),
			}},
			{ID: "empty", Title: "No blocks"},
		},
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

func plain(s string) string { return s }

func TestGolden(t *testing.T) {
	t.Parallel()
	said := false
	for name, say := range map[string]func(string) string{
		"plain": plain,
		"hostile": func(string) string {
			said = !said
			if said {
				return page.Said(attack).String()
			}
			return attack
		},
	} {
		got := written(t, samplePage(say))
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

// attack is short enough to read in a golden file and tries something in each of the ways to break out.
const attack = "# <b onclick=x>&amp;</b> | `code` *a* _b_ [x](javascript:x) ![y](http://e.com) @ops #12 www.e.com\n- \x1b[31m\u202e\n```"

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
	if err := Write(brokenWriter{broken}, samplePage(plain)); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

// A reader of Markdown drops the cells that are too many and fills up those that are missing, so the raw form is counted.
func TestTablesHaveWholeRows(t *testing.T) {
	t.Parallel()
	cells, rows := 0, 0
	for line := range strings.Lines(string(written(t, samplePage(func(string) string { return attack })))) {
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
	checkStructure(t, outlineOf(t, written(t, samplePage(plain))))
}

// Whatever stands in a page, it has the same shape as with an ordinary word in every place.
func TestShapeIsKeptUnderHostileText(t *testing.T) {
	t.Parallel()
	want := outlineOf(t, written(t, samplePage(func(string) string { return "word" })))
	rapid.Check(t, func(r *rapid.T) {
		bad := rapid.OneOf(rapid.Just(attack), nastyText()).Draw(r, "text")
		checkShape(r, want, bad, rapid.Bool().Draw(r, "said"))
	})
}

func FuzzWrite(f *testing.F) {
	for _, text := range nasty() {
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, said bool) {
		checkShape(t, outlineOf(t, written(t, samplePage(func(string) string { return "word" }))), text, said)
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
	got := outlineOf(t, written(t, samplePage(func(string) string { return bad })))
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
		extast.KindTable.String(): 7, ast.KindFencedCodeBlock.String(): 3, ast.KindHTMLBlock.String(): 9,
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
