package render

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/ast"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// writers are a comparison or a trend that each format can write.
type writers struct {
	name string
	text func(io.Writer, Options) error
	page func(io.Writer) error
	json func(io.Writer) error
	html func(io.Writer) error
}

func allWriters(t testing.TB) []writers {
	t.Helper()
	var list []writers
	for _, pair := range pairs(t) {
		list = append(list, comparisonWriters("comparison/"+pair.name, pair.c))
	}
	for _, history := range histories(t) {
		list = append(list, trendWriters("trend/"+history.name, history.trend))
	}
	return list
}

func comparisonWriters(name string, c *comparison.Comparison) writers {
	return writers{
		name: name,
		text: func(w io.Writer, opt Options) error { return ComparisonText(w, c, opt) },
		page: func(w io.Writer) error { return ComparisonMarkdown(w, c, Options{}) },
		json: func(w io.Writer) error { return JSON(w, c, Options{}) },
		html: func(w io.Writer) error { return web.Comparison(w, c) },
	}
}

func trendWriters(name string, trend *comparison.Trend) writers {
	return writers{
		name: name,
		text: func(w io.Writer, opt Options) error { return TrendText(w, trend, opt) },
		page: func(w io.Writer) error { return TrendMarkdown(w, trend, Options{}) },
		json: func(w io.Writer) error { return JSON(w, trend, Options{}) },
		html: func(w io.Writer) error { return web.Trend(w, trend) },
	}
}

func (w writers) textAt(t testing.TB, opt Options) string {
	t.Helper()
	return string(written(t, func(out io.Writer) error { return w.text(out, opt) }))
}

func TestComparisonGolden(t *testing.T) {
	t.Parallel()
	for _, w := range allWriters(t) {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			for _, width := range []int{40, 80} {
				golden(t, fmt.Sprintf("%s.%d.txt", w.name, width), []byte(w.textAt(t, Options{Width: width})))
			}
			golden(t, w.name+".md", written(t, w.page))
			golden(t, w.name+".json", written(t, w.json))
			golden(t, w.name+".html", written(t, w.html))
		})
	}
}

// TestComparisonGoldenColor keeps the escape sequences readable, so that a change of a tone shows in review.
func TestComparisonGoldenColor(t *testing.T) {
	t.Parallel()
	for _, w := range []writers{comparisonWriters("comparison/moved", pairs(t)[0].c), trendWriters("trend/short", histories(t)[0].trend)} {
		got, _, _ := strings.Cut(w.textAt(t, Options{Color: true}), "Keep in mind")
		golden(t, w.name+".color.txt", []byte(strings.ReplaceAll(got, "\x1b[", "<ESC>[")))
		golden(t, w.name+".ascii.txt", []byte(w.textAt(t, Options{ASCII: true})))
	}
}

func TestComparisonIsASCIIWhenAsked(t *testing.T) {
	t.Parallel()
	for _, w := range allWriters(t) {
		if strings.HasSuffix(w.name, "hostile") {
			continue
		}
		for _, width := range []int{40, 100} {
			got := w.textAt(t, Options{Width: width, ASCII: true})
			if at := strings.IndexFunc(got, func(r rune) bool { return r > 0x7e }); at >= 0 {
				t.Errorf("%s at %d columns: %q is not ASCII", w.name, width, got[at:min(at+20, len(got))])
			}
		}
	}
}

func TestColorAddsNothingToAComparison(t *testing.T) {
	t.Parallel()
	for _, w := range allWriters(t) {
		for _, width := range []int{40, 80, 200} {
			if diff := cmp.Diff(w.textAt(t, Options{Width: width}), ansi.Strip(w.textAt(t, Options{Width: width, Color: true}))); diff != "" {
				t.Errorf("%s at %d columns (-plain +coloured):\n%s", w.name, width, diff)
			}
		}
	}
}

// seasons makes spring and autumn anew each time it is called, so that a test may spoil them.
func seasons(t testing.TB) func() []*report.Document {
	t.Helper()
	quick := questionnairetest.Shipped(t, "quick")
	first, second := reporttest.Answers(t, quick, spring), reporttest.Answers(t, quick, autumn)
	return func() []*report.Document {
		return []*report.Document{reporttest.Reread(t, first), reporttest.Reread(t, second)}
	}
}

// strangers fills every text of results with what strangers write.
func strangers(r *rapid.T, docs []*report.Document) {
	keep := rapid.Bool().Draw(r, "keep words of ours")
	for i, doc := range docs {
		reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
			if keep && !strings.Contains(path, "Text") && !strings.Contains(path, "Title") && !strings.Contains(path, "Prompt") {
				return
			}
			text.SetString(strangersText().Draw(r, fmt.Sprint(i)+path))
		})
	}
}

func TestNoLineOfAComparisonIsTooWide(t *testing.T) {
	t.Parallel()
	fresh := seasons(t)
	rapid.Check(t, func(r *rapid.T) {
		docs := fresh()
		strangers(r, docs)
		opt := Options{Width: rapid.IntRange(40, 200).Draw(r, "width"), ASCII: rapid.Bool().Draw(r, "ascii")}
		list := []writers{
			comparisonWriters("", comparison.Compare(docs[0], docs[1])), trendWriters("", comparison.Follow(docs)),
		}
		for _, w := range list {
			plain := w.textAt(t, opt)
			checkLines(r, plain, opt.Width)
			coloured := opt
			coloured.Color = true
			if diff := cmp.Diff(plain, withoutStyles(w.textAt(t, coloured))); diff != "" {
				r.Fatalf("colour changes the text (-plain +coloured):\n%s", diff)
			}
		}
	})
}

// TestNothingOfAComparisonReachesTheTerminal spoils one kind of field after the other.
func TestNothingOfAComparisonReachesTheTerminal(t *testing.T) {
	t.Parallel()
	fresh := seasons(t)
	for _, name := range fieldNames(fresh()[1]) {
		docs := fresh()
		for _, doc := range docs {
			reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
				if fieldName(path) == name {
					text.SetString(hostilePayload)
				}
			})
		}
		for _, w := range []writers{
			comparisonWriters("comparison", comparison.Compare(docs[0], docs[1])), trendWriters("trend", comparison.Follow(docs)),
		} {
			all := withoutStyles(w.textAt(t, Options{Color: true})) + string(written(t, w.page)) + string(written(t, w.json))
			got := strings.ReplaceAll(all, "\n", " ")
			if at := leak(got); at >= 0 {
				t.Errorf("%s lets %s through: %q", w.name, name, got[at:min(at+8, len(got))])
			}
		}
	}
}

func TestNoNumberBreaksTheWidthOfAComparison(t *testing.T) {
	t.Parallel()
	fresh := seasons(t)
	for _, number := range []float64{-1e300, 1e300, 1e17, 5e-324} {
		docs := fresh()
		for i, doc := range docs {
			reporttest.EachNumber(reflect.ValueOf(doc), func(value reflect.Value) { value.SetFloat(number / float64(i+1)) })
		}
		for _, width := range []int{40, 80} {
			checkLines(t, comparisonWriters("", comparison.Compare(docs[0], docs[1])).textAt(t, Options{Width: width}), width)
			checkLines(t, trendWriters("", comparison.Follow(docs)).textAt(t, Options{Width: width}), width)
		}
	}
}

// TestComparisonMarkdownKeepsItsShape holds that whatever stands in the results, the page has the shape that it has with an
// ordinary word in every place.
func TestComparisonMarkdownKeepsItsShape(t *testing.T) {
	t.Parallel()
	fresh := seasons(t)
	filled := func(with string) []writers {
		docs := fresh()
		for _, doc := range docs {
			for i := range doc.Answers {
				doc.Answers[i].Prompt, doc.Answers[i].Text, doc.Answers[i].Note = with, report.Text(with), report.Text(with)
			}
			for i := range doc.Axes {
				doc.Axes[i].Title = with
			}
			for i := range doc.Recommendations {
				doc.Recommendations[i].Title, doc.Recommendations[i].FirstStep = with, with
			}
			for i := range doc.Warnings {
				doc.Warnings[i].Text = with
			}
			doc.Subject, doc.Team, doc.Respondent.Name, doc.Tool.Name = report.Text(with), report.Text(with), report.Text(with), with
		}
		return []writers{
			comparisonWriters("comparison", comparison.Compare(docs[0], docs[1])), trendWriters("trend", comparison.Follow(docs)),
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		bad := rapid.OneOf(rapid.Just(attack), nastyText()).Filter(func(s string) bool { return folded(s) != "" }).Draw(r, "text")
		plain, hostile := filled("word"), filled(bad)
		for i := range plain {
			want, got := outlineOf(t, written(t, plain[i].page)), outlineOf(t, written(t, hostile[i].page))
			if diff := cmp.Diff(want.nodes, got.nodes); diff != "" {
				r.Fatalf("the shape of the %s differs (-want +got):\n%s", plain[i].name, diff)
			}
			for _, piece := range got.html {
				if piece != apart && piece != string(lineBreak) {
					r.Fatalf("raw HTML: %q", piece)
				}
			}
			if len(got.links) > 0 || got.count(ast.KindAutoLink.String()) > 0 {
				r.Fatalf("links: %v", got.links)
			}
		}
	})
}

// TestComparisonFormatsShowTheSameSections holds that no format is silent about what another one tells.
func TestComparisonFormatsShowTheSameSections(t *testing.T) {
	t.Parallel()
	for _, pair := range pairs(t) {
		text := strings.Split(comparisonWriters("", pair.c).textAt(t, Options{Width: 200}), "\n")
		page := strings.Split(string(written(t, comparisonWriters("", pair.c).page)), "\n")
		for _, section := range comparison.Tell(pair.c).Sections {
			if !slices.Contains(text, section.Title) || !slices.Contains(page, "## "+section.Title) {
				t.Errorf("%s: the section %q is missing in a format", pair.name, section.Title)
			}
		}
	}
}

func TestComparisonReportsTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	c, trend := pairs(t)[0].c, histories(t)[0].trend
	for name, err := range map[string]error{
		"text": ComparisonText(failing{broken}, c, Options{}), "markdown": ComparisonMarkdown(failing{broken}, c, Options{}),
		"trend text": TrendText(failing{broken}, trend, Options{}), "trend markdown": TrendMarkdown(failing{broken}, trend, Options{}),
		"json": JSON(failing{broken}, c, Options{}),
	} {
		if !errors.Is(err, broken) {
			t.Errorf("%s: got %v, want %v", name, err, broken)
		}
	}
}

// TestLongTrendsAreSampled holds that what a picture leaves out is said.
func TestLongTrendsAreSampled(t *testing.T) {
	t.Parallel()
	long, short := histories(t)[1].trend, histories(t)[0].trend
	for _, test := range []struct {
		name  string
		trend *comparison.Trend
		width int
		want  string
	}{
		{"long", long, 80, "The chart shows 50 of the 60 results"},
		{"long strips", long, 80, "Each strip shows 50 of the 60 results"},
		{"long and narrow", long, 40, "Each strip shows 37 of the 60 results"},
		{"short", short, 40, ""},
	} {
		got := strings.Join(strings.Fields(trendWriters("", test.trend).textAt(t, Options{Width: test.width})), " ")
		if !strings.Contains(got, test.want) || test.want == "" && strings.Contains(got, "evenly spread") {
			t.Errorf("%s: want %q", test.name, test.want)
		}
	}
}

func BenchmarkComparison(b *testing.B) {
	c, trend := pairs(b)[0].c, histories(b)[1].trend
	for _, w := range []writers{comparisonWriters("comparison", c), trendWriters("trend of 60", trend)} {
		b.Run(w.name+"/text", func(b *testing.B) {
			for b.Loop() {
				if err := w.text(new(bytes.Buffer), Options{Width: 80}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(w.name+"/markdown", func(b *testing.B) {
			for b.Loop() {
				if err := w.page(new(bytes.Buffer)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestComparisonPagesTellTheWholeStory holds that a page for a browser says every sentence of the story, every figure and
// every cell.
func TestComparisonPagesTellTheWholeStory(t *testing.T) {
	t.Parallel()
	for _, pair := range pairs(t) {
		holdsStory(t, pair.name, comparison.Tell(pair.c), formatted(t, plain(web.Comparison), pair.c, Options{}))
	}
	for _, history := range histories(t) {
		page := formatted(t, plain(web.Trend), history.trend, Options{})
		holdsStory(t, history.name, comparison.TellTrend(history.trend), page)
	}
}

func holdsStory(t *testing.T, name string, story comparison.Story, page []byte) {
	t.Helper()
	told := append([]string{story.Title, story.Headline}, story.Why...)
	for _, fact := range story.Asked {
		told = append(told, fact.Label, fact.Value)
	}
	for _, row := range story.Figures {
		told = append(told, row.Label, row.Before, row.After, row.Change)
	}
	for _, row := range append(story.Results.Rows, story.Results.Head) {
		told = append(told, row...)
	}
	for _, section := range story.Sections {
		told = append(append(told, section.Title), section.Sentences...)
		for _, chapter := range section.Chapters {
			told = append(told, chapter.Title)
			for _, item := range chapter.Items {
				told = append(append(told, item.Label, item.Text), item.Details...)
			}
		}
	}
	holdsTexts(t, name, told, page)
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
