package pages_test

import (
	"fmt"
	stdhtml "html"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/asciidoc"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/portfolio/portfoliotest"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/team/teamtest"
)

// kind is a kind of page, with some pages of it that are built from frozen input.
type kind struct {
	name  string
	pages func(testing.TB) []page.Page
	// results tells that its numbers are results, which the methodology explains: every section with a chart names where.
	results bool
}

// kinds lists every kind of page. A new kind gets a row.
func kinds() []kind {
	return []kind{
		{name: "assessment", results: true, pages: func(t testing.TB) []page.Page { return each(assessments(t), keep) }},
		{name: "check", pages: func(t testing.TB) []page.Page {
			return []page.Page{
				pages.Check(judgedDocument(t), elsewhere), pages.Check(reporttest.Frozen(t, "typical"), elsewhere),
				pages.Check(reporttest.FrozenLaunch(t, "not_ready"), elsewhere),
			}
		}},
		{name: "methodology", pages: func(t testing.TB) []page.Page {
			doc := methods(t)
			return []page.Page{pages.Methodology(doc), pages.Methodology(doc.Only([]string{"fit"}))}
		}},
		{name: "plan", results: true, pages: func(t testing.TB) []page.Page {
			return []page.Page{pages.Plan(planOf(t, "typical", 10)), pages.Plan(planOf(t, "unknown", 2)), pages.Plan(planOf(t, "outcomes", 2))}
		}},
		{name: "challenge", pages: func(t testing.TB) []page.Page { return each(challenges(t), pages.Challenge) }},
		{name: "record", pages: func(t testing.TB) []page.Page {
			return []page.Page{recordOf(t, reporttest.Frozen(t, "notes")), recordOf(t, reporttest.Frozen(t, "outcomes"))}
		}},
		{name: "amendment", pages: func(t testing.TB) []page.Page { return []page.Page{amendmentOf(t, "notes", "typical")} }},
		{name: "scan", pages: func(t testing.TB) []page.Page {
			var list []page.Page
			for _, name := range []string{"shop", "fleet", "shallow", "empty", "exports"} {
				list = append(list, pages.Scan(readScan(t, name)))
			}
			return list
		}},
		{name: "team", results: true, pages: func(t testing.TB) []page.Page { return each(teamtest.Documents(t), pages.Team) }},
		{name: "agenda", pages: func(t testing.TB) []page.Page { return each(teamtest.Documents(t), pages.TeamAgenda) }},
		{name: "comparison", results: true, pages: func(t testing.TB) []page.Page { return each(pairs(t), pages.Comparison) }},
		{name: "trend", results: true, pages: func(t testing.TB) []page.Page { return each(histories(t), pages.Trend) }},
		{name: "portfolio", results: true, pages: func(t testing.TB) []page.Page {
			return each(map[string]*portfolio.Document{
				"samples": portfoliotest.Samples(t), "filtered": portfoliotest.Filtered(t), "empty": portfoliotest.Empty(),
				"many": portfoliotest.Many(t, 20), "matrix": portfoliotest.Many(t, 90),
			}, pages.Portfolio)
		}},
		{name: "drafts", pages: func(testing.TB) []page.Page { return []page.Page{draftsPage(), pages.Drafts(&interview.DraftList{})} }},
		{name: "questionnaire", pages: func(t testing.TB) []page.Page {
			return []page.Page{
				pages.Questionnaire(questionnairetest.Frozen(t)), pages.Questionnaire(questionnairetest.FrozenLaunch(t)), pages.Questionnaire(questionnairetest.FrozenOutcomes(t)),
				questionnaireListPage(),
			}
		}},
		{name: "question", pages: func(t testing.TB) []page.Page {
			frozen, outcomes, launch := questionnairetest.Frozen(t), questionnairetest.FrozenOutcomes(t), questionnairetest.FrozenLaunch(t)
			return []page.Page{
				pages.Question(launch, launch.Question("alerts")), pages.Question(launch, launch.Question("moved_data")),
				pages.Question(frozen, frozen.Question("restore_test")), pages.Question(outcomes, &outcomes.Questions[0]),
			}
		}},
		{name: "lint", pages: func(t testing.TB) []page.Page {
			l, short := linter(t), questionnairetest.FrozenShort(t)
			rule, _ := l.Rule("never-fires")
			return []page.Page{
				lintPage(t), pages.LintRule(rule), pages.LintRules(l.Rules()),
				pages.Appearances([]pages.Advice{{Questionnaire: short.ID, Appearances: lint.Appearances(short)}}),
			}
		}},
	}
}

func keep(p page.Page) page.Page { return p }

// each builds a page of each document, in the order of their names.
func each[D any](documents map[string]D, build func(D) page.Page) []page.Page {
	var list []page.Page
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		list = append(list, build(documents[name]))
	}
	return list
}

// format is a way to write pages, and what it has no room for.
type format struct {
	name  string
	write func(io.Writer, page.Page) error
	// plain undoes the escaping of the format.
	plain func(string) string
	// leavesOut are the places that the format has no room for.
	leavesOut []place
	// titles returns the titles of the sections in the order in which they are written.
	titles func(written string, p *page.Page) []string
}

// place is where a text stands in a page, as far as formats differ.
type place string

const (
	anywhere place = ""
	// title is that of a section: in a terminal, a headline needs none above it.
	title place = "title"
	// name is that of a row of a chart: in lines of characters, it is broken where it is long.
	name place = "name"
	// long is the name of a row that has a short one, which stands for it in a terminal.
	long place = "long"
	// behind is a table with the figures of a chart, besides a column that a terminal keeps last.
	behind  place = "behind"
	besides place = "besides"
	// fold is the title of what is folded, which a terminal shows in full under the titles around it.
	fold place = "fold"
	// contents are the ids of sections in a list of them.
	contents place = "contents"
	// hidden is for programs.
	hidden place = "hidden"
)

func formats() []format {
	return []format{
		{
			name: "text", write: func(w io.Writer, p page.Page) error { return text.Write(w, p, text.Options{Width: 200}) },
			plain: func(s string) string { return s }, leavesOut: []place{title, long, fold, behind, besides, hidden}, titles: textTitles,
		},
		{
			name: "markdown", write: markdown.Write, plain: plainMarkdown, leavesOut: []place{hidden}, titles: markdownTitles,
		},
		{name: "html", write: html.Write, plain: plainHTML, leavesOut: []place{contents, hidden}, titles: htmlTitles},
		{name: "asciidoc", write: asciidoc.Write, plain: plainAsciidoc, leavesOut: []place{hidden}, titles: asciidocTitles},
	}
}

// TestPagesSayTheSameInEveryFormat holds that every sentence, fact, cell and figure of a page is in each format that has room
// for it, and that the sections stand in the same order.
func TestPagesSayTheSameInEveryFormat(t *testing.T) {
	t.Parallel()
	for _, kind := range kinds() {
		t.Run(kind.name, func(t *testing.T) {
			t.Parallel()
			for i, p := range kind.pages(t) {
				checkParts(t, p)
				for _, format := range formats() {
					out := string(written(t, func(w io.Writer) error { return format.write(w, p) }))
					of := fmt.Sprintf("page %d (%s) as %s", i+1, page.Plain(p.Title), format.name)
					checkTexts(t, of, &format, p, out)
					checkTitles(t, of, &format, p, out)
					checkExplained(t, of, &format, p, out)
				}
			}
		})
	}
}

// TestPagesFitEveryTerminal holds that no page has a line that is torn by the edge of a terminal, nor one that needs colours or
// more than ASCII.
func TestPagesFitEveryTerminal(t *testing.T) {
	t.Parallel()
	for _, kind := range kinds() {
		t.Run(kind.name, func(t *testing.T) {
			t.Parallel()
			for _, p := range kind.pages(t) {
				for _, width := range []int{40, 57, 80, 120, 200} {
					plain := string(written(t, func(w io.Writer) error { return text.Write(w, p, text.Options{Width: width}) }))
					for line := range strings.Lines(plain) {
						if got := ansi.StringWidth(strings.TrimSuffix(line, "\n")); got > width {
							t.Errorf("%s: %d cells where %d are allowed: %q", page.Plain(p.Title), got, width, line)
						}
					}
					coloured := written(t, func(w io.Writer) error { return text.Write(w, p, text.Options{Width: width, Color: true}) })
					if diff := cmp.Diff(plain, ansi.Strip(string(coloured))); diff != "" {
						t.Errorf("%s: colours change the text (-plain +coloured):\n%s", page.Plain(p.Title), diff)
					}
				}
			}
		})
	}
}

func checkTexts(t *testing.T, of string, format *format, p page.Page, written string) {
	t.Helper()
	letters := lettersOf(format.plain(written))
	for _, text := range textsOf(p) {
		words := []string{page.Plain(text.text)}
		if text.place == name {
			words = strings.Fields(words[0])
		}
		missing := func(word string) bool { return !strings.Contains(letters, lettersOf(word)) }
		if !slices.Contains(format.leavesOut, text.place) && slices.ContainsFunc(words, missing) {
			t.Errorf("%s does not say %q", of, page.Plain(text.text))
		}
	}
}

func checkTitles(t *testing.T, of string, format *format, p page.Page, written string) {
	t.Helper()
	var want []string
	for _, section := range p.Ordered() {
		want = append(want, lettersOf(page.Plain(section.Title)))
	}
	got := format.titles(written, &p)
	if format.name == "text" {
		// A section that begins with a headline has no title there, and what is folded stands behind the rest.
		want = slices.DeleteFunc(want, func(title string) bool { return !slices.Contains(got, title) })
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: sections (-page +written):\n%s", of, diff)
	}
}

// checkExplained holds that every section that refers to the methodology does so in each format.
func checkExplained(t *testing.T, of string, format *format, p page.Page, written string) {
	t.Helper()
	letters := lettersOf(format.plain(written))
	for _, section := range p.Ordered() {
		if command := section.ExplainCommand(); !strings.Contains(letters, lettersOf(command)) {
			t.Errorf("%s: the section %q does not say %q", of, section.ID, command)
		}
	}
}

// TestExplanationsExist holds that every section of the methodology that a page refers to exists, and that every section with
// a chart of results refers to one. The first section need not: its figures stand in another one too.
func TestExplanationsExist(t *testing.T) {
	t.Parallel()
	known := methods(t).IDs()
	for _, kind := range kinds() {
		for _, p := range kind.pages(t) {
			for _, section := range p.Ordered() {
				for _, id := range section.Explain {
					if !slices.Contains(known, id) {
						t.Errorf("%s, section %q: the methodology has no section %q", kind.name, section.ID, id)
					}
				}
				if kind.results && section.Part != page.Lead && len(section.Explain) == 0 && hasChart(section) {
					t.Errorf("%s, section %q: say in Explain where its numbers are explained", kind.name, section.ID)
				}
			}
		}
	}
}

func hasChart(section page.Section) bool {
	alone := page.Page{Sections: []page.Section{section}}
	return alone.Picture() != nil
}

// lettersOf keeps what tells texts apart: letters, digits and signs, without the blanks, marks and capitals by which formats
// differ.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune("+-.%", r) {
			return r
		}
		return -1
	}, text)
}

func plainMarkdown(written string) string {
	return stdhtml.UnescapeString(regexp.MustCompile(`\\([[:punct:]])|<!--.*?-->|</?[a-z][^>]*>`).ReplaceAllString(written, "$1"))
}

func plainAsciidoc(written string) string {
	return stdhtml.UnescapeString(strings.ReplaceAll(written, " +\n", "\n"))
}

func plainHTML(written string) string {
	_, body, _ := strings.Cut(written, "<body>")
	return stdhtml.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(body, ""))
}

// textTitles are the lines that are the title of a section, each once: what is folded stands under a title of its own.
func textTitles(written string, p *page.Page) []string {
	var titles []string
	known := map[string]bool{}
	for _, section := range p.Ordered() {
		known[lettersOf(page.Plain(section.Title))] = true
	}
	for line := range strings.Lines(written) {
		if title := lettersOf(line); known[title] && !strings.HasPrefix(line, " ") {
			titles = append(titles, title)
			delete(known, title)
		}
	}
	return titles
}

func markdownTitles(written string, p *page.Page) []string {
	var titles []string
	folded := map[string]bool{}
	for _, section := range p.Ordered() {
		folded[lettersOf(page.Plain(section.Title))] = true
	}
	for line := range strings.Lines(written) {
		title, isHeading := strings.CutPrefix(line, "## ")
		summary, isFold := strings.CutPrefix(line, "<summary>")
		if isHeading {
			titles = append(titles, lettersOf(plainMarkdown(title)))
		} else if isFold && folded[lettersOf(plainMarkdown(summary))] {
			titles = append(titles, lettersOf(plainMarkdown(summary)))
		}
	}
	return titles
}

func asciidocTitles(written string, _ *page.Page) []string {
	var titles []string
	for line := range strings.Lines(written) {
		if title, found := strings.CutPrefix(line, "== "); found {
			titles = append(titles, lettersOf(plainAsciidoc(title)))
		}
	}
	return titles
}

func htmlTitles(written string, _ *page.Page) []string {
	var titles []string
	for _, match := range regexp.MustCompile(`<h2[^>]*>(.*?)</h2>`).FindAllStringSubmatch(written, -1) {
		titles = append(titles, lettersOf(stdhtml.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(match[1], ""))))
	}
	return titles
}
