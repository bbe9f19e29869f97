package render

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
)

func methodologyPage(t testing.TB) *methodology.Document {
	t.Helper()
	doc, err := methodology.Build(report.Tool{Name: "opsfit", Version: "1.0.0"}, methodology.Shipped{
		Full: questionnairetest.Shipped(t, "full"), Metrics: questionnairetest.Shipped(t, "dora"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func methodologyTextOf(t rapid.TB, doc *methodology.Document, opt Options) string {
	t.Helper()
	return string(formatted(t, MethodologyText, doc, opt))
}

func methodologyMarkdownOf(t rapid.TB, doc *methodology.Document) string {
	t.Helper()
	return string(formatted(t, MethodologyMarkdown, doc, Options{}))
}

func TestMethodologyGolden(t *testing.T) {
	t.Parallel()
	doc := methodologyPage(t)
	golden(t, "methodology/page.80.txt", []byte(methodologyTextOf(t, doc, Options{Width: 80})))
	golden(t, "methodology/page.md", []byte(methodologyMarkdownOf(t, doc)))
	some := doc.Only([]string{"bands", "fit"})
	golden(t, "methodology/fit.40.txt", []byte(methodologyTextOf(t, some, Options{Width: 40})))
	golden(t, "methodology/fit.color.txt", []byte(methodologyTextOf(t, some, Options{Color: true})))
	for name, shown := range map[string]*methodology.Document{"page": doc, "fit": some} {
		page := formatted(t, plain(web.Methodology), shown, Options{})
		golden(t, "methodology/"+name+".html", page)
		holdsTexts(t, name, methodologyTexts(shown), page)
	}
	golden(t, "methodology/fit.md", []byte(methodologyMarkdownOf(t, some)))
}

func TestMethodologyFitsEveryWidth(t *testing.T) {
	t.Parallel()
	doc := methodologyPage(t)
	for _, width := range []int{40, 60, 80, 120, 200} {
		checkLines(t, methodologyTextOf(t, doc, Options{Width: width}), width)
		checkLines(t, methodologyTextOf(t, doc, Options{Width: width, ASCII: true}), width)
	}
}

// TestMethodologySaysTheSameInEveryFormat holds that no format leaves out a sentence, a formula or a figure.
func TestMethodologySaysTheSameInEveryFormat(t *testing.T) {
	t.Parallel()
	doc := methodologyPage(t)
	text := words(methodologyTextOf(t, doc, Options{Width: 200}))
	markdown := words(strings.NewReplacer(`\`, "", "`", "", "&lt;", "<", "&gt;", ">", "&amp;", "&", apart, "").Replace(methodologyMarkdownOf(t, doc)))
	for _, said := range everythingSaid(doc) {
		if !strings.Contains(text, words(said)) {
			t.Errorf("the text does not say %q", said)
		}
		if !strings.Contains(markdown, words(said)) {
			t.Errorf("the Markdown does not say %q", said)
		}
	}
}

func words(text string) string { return strings.Join(strings.Fields(text), " ") }

func everythingSaid(doc *methodology.Document) []string {
	said := slices.Clone(doc.Lead)
	for _, section := range doc.Sections {
		said = slices.Concat(said, []string{section.Title}, section.Text, section.Points, section.Reasons)
		for _, formula := range section.Formulas {
			said = append(said, formula.Name, formula.Formula, formula.Where)
		}
		for _, table := range section.Tables {
			said = append(said, table.Title)
			for _, row := range table.Rows {
				said = append(said, row...)
			}
		}
		for _, example := range section.Examples {
			said = append(said, example.Text)
			for _, step := range example.Steps {
				said = append(said, step.Name, step.Working, step.Result)
			}
		}
	}
	return said
}

// TestMethodologyMarkdownStructure holds that every section has its anchor, and every link of the contents leads to one.
func TestMethodologyMarkdownStructure(t *testing.T) {
	t.Parallel()
	doc := methodologyPage(t)
	source := methodologyMarkdownOf(t, doc)
	outline := outlineOf(t, []byte(source))
	if n := outline.count(fmt.Sprint(ast.KindHeading, " 1")); n != 1 {
		t.Errorf("%d headings of the first level", n)
	}
	if n := outline.count(fmt.Sprint(ast.KindHeading, " 2")); n != len(doc.Sections)+1 {
		t.Errorf("%d headings of the second level, want one a section and the contents", n)
	}
	var anchors []string
	for _, match := range regexp.MustCompile(`<a id="([a-z]+)">`).FindAllStringSubmatch(source, -1) {
		anchors = append(anchors, "#"+match[1])
	}
	if !slices.Equal(anchors, outline.links) || len(anchors) != len(doc.Sections) {
		t.Errorf("anchors %q, links %q", anchors, outline.links)
	}
	cells := 0
	for line := range strings.Lines(source) {
		if !strings.HasPrefix(line, "|") {
			cells = 0
			continue
		}
		got := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") - 1
		if cells == 0 {
			cells = got
		}
		if got != cells {
			t.Errorf("%d cells where the head has %d: %s", got, cells, line)
		}
	}
}

func TestCodeCannotBeLeft(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a * b": "`a * b`", "a`b": "a\\`b", "a\nb": "a b", "": "", "\x1b[1m": "`\\x1b[1m`",
	} {
		if got := string(code(text)); got != want {
			t.Errorf("code(%q) = %q, want %q", text, got, want)
		}
	}
}

func BenchmarkMethodology(b *testing.B) {
	doc := methodologyPage(b)
	for _, format := range Methodologies() {
		b.Run(format.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var out bytes.Buffer
				if err := format.Write(&out, doc, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// methodologyTexts is every text of the page on the method.
func methodologyTexts(doc *methodology.Document) []string {
	told := append([]string{doc.Title}, doc.Lead...)
	for i := range doc.Sections {
		section := &doc.Sections[i]
		told = append(append(append(append(told, section.Title), section.Text...), section.Points...), section.Reasons...)
		for _, formula := range section.Formulas {
			told = append(told, formula.Name, formula.Formula, formula.Where)
		}
		for _, table := range section.Tables {
			told = append(told, table.Title)
			for _, row := range table.Rows {
				told = append(told, row...)
			}
		}
		for _, example := range section.Examples {
			told = append(told, example.Text)
			for _, step := range example.Steps {
				told = append(told, step.Name, step.Working, step.Result)
			}
		}
	}
	return told
}

// holdsTexts looks for texts in what a page says.
func holdsTexts(t *testing.T, name string, told []string, page []byte) {
	t.Helper()
	words := strings.Join(strings.Fields(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(page), " "))), " ")
	for _, text := range told {
		if want := strings.Join(strings.Fields(diag.VisibleLines(strings.ReplaceAll(text, "\x00", "\ufffd"))), " "); !strings.Contains(words, want) {
			t.Errorf("%s: the page does not say %q", name, want)
		}
	}
}
