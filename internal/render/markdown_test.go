package render

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
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

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// attack is short enough to read in a golden file and tries something in each of the ways to break out.
const attack = "# <b onclick=x>&amp;</b> | `code` *a* _b_ [x](javascript:x) ![y](http://e.com) @ops #12 www.e.com\n- \x1b[31m\u202e\n```"

func TestMarkdownGolden(t *testing.T) {
	t.Parallel()
	for _, sample := range append(textDocuments(t), namedDocument{"hostile", hostileShop(t)}) {
		t.Run(sample.name, func(t *testing.T) {
			t.Parallel()
			golden(t, "markdown/"+sample.name+".md", markdownOf(t, sample.doc))
		})
	}
}

// hostileShop has the attack in one place of each kind, so that its golden file can still be read.
func hostileShop(t testing.TB) *report.Document {
	doc := talkedShop(t)
	finding := &doc.Evidence[0]
	finding.Text, finding.Reason, finding.Proof[0].Name, finding.Proof[1].Text, doc.Repository.Head = attack, attack, attack, attack, attack
	doc.Evidence[2].Reason, doc.Evidence[3].Question = attack, attack
	doc.Subject, doc.Axes[0].Title, doc.Warnings[1].Text, doc.Recommendations[0].Title = attack, attack, attack, attack
	doc.Answers[0].Text, doc.Answers[1].Note, doc.Answers[2].Evidence = attack, attack, attack
	doc.Answers[3].Evidence = report.Text("https://example.com/?" + strings.Split(attack, "\n")[0])
	doc.Answers[4].Evidence = "javascript:alert(1)"
	return doc
}

func TestMarkdownHasOneForm(t *testing.T) {
	t.Parallel()
	doc := shop(t)
	want := markdownOf(t, doc)
	for _, options := range []Options{{Width: 40}, {Width: 200}, {Color: true}, {ASCII: true}} {
		var out bytes.Buffer
		if err := Markdown(&out, doc, options); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), out.String()); diff != "" {
			t.Errorf("%+v changes the text (-want +got):\n%s", options, diff)
		}
	}
}

func TestMarkdownPassesOnTheErrorOfTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	if err := Markdown(brokenWriter{broken}, shop(t), Options{}); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestMarkdownStructure(t *testing.T) {
	t.Parallel()
	for _, sample := range textDocuments(t) {
		t.Run(sample.name, func(t *testing.T) {
			t.Parallel()
			checkStructure(t, sample.doc, outlineOf(t, markdownOf(t, sample.doc)))
		})
	}
}

// A reader of Markdown drops the cells that are too many and fills up those that are missing, so the raw form is counted.
func TestMarkdownTablesHaveWholeRows(t *testing.T) {
	t.Parallel()
	for _, sample := range append(textDocuments(t), namedDocument{"hostile", hostileShop(t)}) {
		cells, rows := 0, 0
		for line := range strings.Lines(string(markdownOf(t, sample.doc))) {
			if !strings.HasPrefix(line, "|") {
				cells = 0
				continue
			}
			got := strings.Count(strings.NewReplacer(`\\`, "", `\|`, "").Replace(line), "|") - 1
			if cells == 0 {
				cells = got
			}
			if rows++; got != cells {
				t.Errorf("%s: %d cells where the head has %d: %s", sample.name, got, cells, line)
			}
		}
		if rows == 0 {
			t.Errorf("%s: no table", sample.name)
		}
	}
}

// TestYearsOfPublishedShares holds that no year is claimed that the questionnaire does not give.
func TestYearsOfPublishedShares(t *testing.T) {
	t.Parallel()
	tests := []struct {
		years          []int
		text, markdown string
	}{
		{[]int{2025, 2025}, "respondents of 2025 who gave", "Gave this answer in 2025 |"},
		{[]int{2027, 2027}, "respondents of 2027 who gave", "Gave this answer in 2027 |"},
		{[]int{2027, 2025}, "respondents of 2025 and 2027 who gave", "Gave this answer in 2025 and 2027 |"},
		{nil, "", "Gave this answer |"},
	}
	for _, test := range tests {
		doc := outcomes(t)
		for i := range doc.Metrics {
			doc.Metrics[i].Share, doc.Metrics[i].ShareYear = nil, 0
		}
		for i, year := range test.years {
			doc.Metrics[i].Share, doc.Metrics[i].ShareYear = new(12.5), report.Year(year)
		}
		text, markdown := textOf(t, doc, Options{Width: 200}), string(markdownOf(t, doc))
		if !strings.Contains(text, test.text) || !strings.Contains(markdown, test.markdown) {
			t.Errorf("%v: want %q in\n%s\nand %q in\n%s", test.years, test.text, text, test.markdown, markdown)
		}
		if test.years == nil && strings.Contains(text, "same: respondents") {
			t.Errorf("a column without figures is explained:\n%s", text)
		}
	}
}

func TestMarkdownLinksEvidenceAlone(t *testing.T) {
	t.Parallel()
	doc := shop(t)
	got := outlineOf(t, markdownOf(t, doc)).links
	if diff := cmp.Diff([]string{string(doc.Answers[0].Evidence)}, got); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

// Whatever stands in a document, its report has the same shape as with an ordinary word in every place.
func TestMarkdownKeepsItsShapeUnderHostileText(t *testing.T) {
	t.Parallel()
	samples := textDocuments(t)
	rapid.Check(t, func(r *rapid.T) {
		sample := rapid.SampledFrom(samples).Draw(r, "sample")
		texts := nastyText().Filter(func(s string) bool { return folded(s) != "" })
		bad := rapid.OneOf(rapid.Just(attack), texts).Draw(r, "text")
		plain, hostile := reporttest.Reread(r, sample.doc), reporttest.Reread(r, sample.doc)
		fill(plain, "word")
		fill(hostile, bad)
		want, got := outlineOf(t, markdownOf(t, plain)), outlineOf(t, markdownOf(t, hostile))
		if diff := cmp.Diff(want.nodes, got.nodes); diff != "" {
			r.Fatalf("the shape differs (-want +got):\n%s", diff)
		}
		checkStructure(r, hostile, got)
	})
}

func BenchmarkMarkdown(b *testing.B) {
	doc := shop(b)
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Markdown(&out, doc, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func markdownOf(t rapid.TB, doc *report.Document) []byte {
	t.Helper()
	return formatted(t, Markdown, doc, Options{})
}

// fill puts one text into every text of a document but those that decide which of several things is shown.
func fill(doc *report.Document, with string) {
	reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
		for _, kept := range []string{".Axis", ".Measures", ".Status"} {
			if strings.HasSuffix(path, kept) {
				return
			}
		}
		text.SetString(with)
	})
}

// shape is what a Markdown text turns out to be.
type shape struct {
	// nodes are the kinds of all nodes but text, line breaks and links, with the depth of each.
	nodes []string
	// html are the raw pieces of HTML, without repetition and in the order of their first occurrence.
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
		s.addHTML(string(n.Segments.Value(source)))
	case *ast.HTMLBlock:
		s.addHTML(string(n.Lines().Value(source)))
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind()))
	case *ast.Heading:
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind(), n.Level))
	default:
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind()))
	}
}

func (s *shape) addHTML(piece string) {
	if !slices.Contains(s.html, piece) {
		s.html = append(s.html, piece)
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

func checkStructure(t interface{ Errorf(string, ...any) }, doc *report.Document, got shape) {
	if n := got.count(fmt.Sprint(ast.KindHeading, " 1")); n != 1 {
		t.Errorf("%d headings of the first level", n)
	}
	if want, n := len(report.Tell(doc).First), got.count(extast.KindTaskCheckBox.String()); n != want {
		t.Errorf("%d tasks, want %d", n, want)
	}
	for _, kind := range []ast.NodeKind{ast.KindImage, ast.KindAutoLink, ast.KindCodeBlock, extast.KindStrikethrough} {
		if n := got.count(kind.String()); n != 0 {
			t.Errorf("%d nodes of the kind %s", n, kind)
		}
	}
	allowed := []string{"<details>\n<summary>All answers</summary>\n", "</details>\n", apart, string(lineBreak)}
	for _, piece := range got.html {
		if !slices.Contains(allowed, piece) {
			t.Errorf("raw HTML: %q", piece)
		}
	}
	if n := got.count(ast.KindHTMLBlock.String()); n != 2 {
		t.Errorf("%d lines of HTML blocks, want the beginning and the end of the details", n)
	}
	for _, link := range got.links {
		if !strings.HasPrefix(strings.ToLower(link), "http://") && !strings.HasPrefix(strings.ToLower(link), "https://") {
			t.Errorf("a link leads to %q", link)
		}
	}
}
