package web_test

import (
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/portfolio/portfoliotest"
	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// everyPage is each kind of page with what is hardest for it.
func everyPage(t testing.TB) map[string][]byte {
	pages := map[string][]byte{}
	for name, doc := range everyDocument(t) {
		pages[name] = pageOf(t, doc)
	}
	for name, portfolio := range portfolios(t) {
		pages["portfolio "+name] = bytesOf(t, portfolio, web.Portfolio)
	}
	for _, kind := range []string{"plan"} {
		for name, page := range goldenPages(t, kind) {
			pages[kind+" "+name] = page
		}
	}
	return pages
}

// goldenPages are the golden files of one kind of page, which the tests of the room render hold: it has the documents.
func goldenPages(t testing.TB, kind string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", kind, "*.html"))
	if err != nil || len(files) < 2 {
		t.Fatalf("golden pages of %s: %v, %v", kind, files, err)
	}
	pages := map[string][]byte{}
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages[strings.TrimSuffix(filepath.Base(file), ".html")] = page
	}
	return pages
}

// holdsShape fills each text of a document with hostile ones: its page keeps the elements that it has with plain words.
func holdsShape[D any](t *testing.T, doc D, write func(io.Writer, D) error) {
	t.Helper()
	fillAll(doc, "word")
	want := shapeOf(parsed(t, bytesOf(t, doc, write)))
	for _, bad := range []string{attack, "<", ">", "&", `"`, "'", "{{.}}", "\u2028", "\ufffe", "\xff", "\u202e", "漢", "a\nb", "-->", "]]>"} {
		fillAll(doc, "x"+bad)
		if diff := cmp.Diff(want, shapeOf(parsed(t, bytesOf(t, doc, write)))); diff != "" {
			t.Errorf("%q changes the shape (-word +hostile):\n%s", bad, diff)
		}
	}
}

// fillAll puts one text into every text of a document but those by which its parts find each other.
func fillAll(doc any, with string) {
	reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
		for _, kept := range []string{
			".Axis", ".Measures", ".Status", ".Question", ".Option", ".Agreement", ".Path", ".Kind", ".In", ".Severity", ".Date", ".Reason",
			".Agreed", ".ID", ".Worst",
		} {
			if strings.HasSuffix(strings.TrimRight(path, "[]0123456789"), kept) {
				return
			}
		}
		text.SetString(with)
	})
}

// portfolios are those that pages are tested with.
func portfolios(t testing.TB) map[string]*portfolio.Document {
	return map[string]*portfolio.Document{"samples": portfoliotest.Samples(t), "empty": portfoliotest.Empty(), "many": portfoliotest.Many(t, 300)}
}

// TestPortfolioPageHidesNoService holds that every service, count, clash and fault is on the page.
func TestPortfolioPageHidesNoService(t *testing.T) {
	t.Parallel()
	for name, doc := range portfolios(t) {
		words := textOf(parsed(t, bytesOf(t, doc, web.Portfolio)))
		for _, text := range portfolioTexts(doc) {
			if !strings.Contains(words, shown(text)) {
				t.Errorf("%s does not say %q", name, text)
			}
		}
	}
}

func portfolioTexts(doc *portfolio.Document) []string {
	story := portfolio.Tell(doc)
	told := slices.Concat([]string{story.Title, story.Headline, story.OffMap}, story.Clashes, story.Notes)
	for _, item := range slices.Concat(story.Advice, story.Fit, story.Warnings, story.Steps) {
		told = append(told, item.ID+": "+english.Count(item.Count, "service"))
	}
	for i := range doc.Services {
		s := &doc.Services[i]
		told = append(told, s.Name(), s.Path, string(s.Team), string(s.Date), report.AdviceWord(s.Advice))
	}
	for _, group := range story.Groups {
		told = append(told, group.Name)
		for _, fact := range group.Facts {
			told = append(told, fact.Value)
		}
	}
	for _, file := range doc.Errors {
		told = append(told, portfolio.ComplaintLine(file.Path, file.Diagnostics[0]))
	}
	return told
}

// TestMapStaysSmall holds that the map of very many services has no more marks than fields, each with its number.
func TestMapStaysSmall(t *testing.T) {
	t.Parallel()
	doc := portfoliotest.Many(t, 5000)
	onMap := 0
	for _, service := range doc.Services {
		if service.Practice != nil && service.Situation != nil {
			onMap++
		}
	}
	counted := 0
	for _, picture := range elements(parsed(t, bytesOf(t, doc, web.Portfolio)), "svg") {
		if attribute(picture, "class") != "figure" {
			continue
		}
		if n := len(elements(picture, "circle")); n > 400 {
			t.Errorf("%d marks", n)
		}
		for _, mark := range elements(picture, "circle") {
			if attribute(mark, "class") == "spot" {
				counted++
			}
		}
		for _, label := range elements(picture, "text") {
			if attribute(label, "class") == "number-in" {
				n, err := strconv.Atoi(textOf(label))
				if err != nil {
					t.Fatal(err)
				}
				counted += n
			}
		}
	}
	if counted != onMap {
		t.Errorf("%d of %d services are on the map", counted, onMap)
	}
}

// TestHostilePortfolioChangesNoShape is TestHostileTextChangesNoShape for portfolios.
func TestHostilePortfolioChangesNoShape(t *testing.T) {
	t.Parallel()
	holdsShape(t, portfoliotest.Samples(t), web.Portfolio)
}

func BenchmarkPortfolio(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		doc := portfoliotest.Many(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.ReportMetric(float64(len(bytesOf(b, doc, web.Portfolio))), "page-bytes")
			}
		})
	}
}
