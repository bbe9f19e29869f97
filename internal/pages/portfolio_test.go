package pages_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/portfolio/portfoliotest"
	"github.com/opsfit/opsfit/internal/report"
)

func TestPortfolioGolden(t *testing.T) {
	t.Parallel()
	for name, doc := range map[string]*portfolio.Document{
		"samples": portfoliotest.Samples(t), "filtered": portfoliotest.Filtered(t), "empty": portfoliotest.Empty(),
	} {
		goldenPage(t, "portfolio/"+name, pages.Portfolio(doc))
		goldenScreens(t, "portfolio/"+name, pages.Portfolio(doc))
	}
}

// TestEveryFormatTellsOfTheFilter holds that what is left out is said wherever services are counted.
func TestEveryFormatTellsOfTheFilter(t *testing.T) {
	t.Parallel()
	doc := portfoliotest.Filtered(t)
	p := pages.Portfolio(doc)
	want := fmt.Sprintf("%d of %d services have fit < 90.", doc.Summary.Services, doc.Summary.Services+doc.Filter.LeftOut)
	for name, got := range map[string][]byte{"text": textOf(t, p), "markdown": markdownOf(t, p), "html": htmlOf(t, p)} {
		plain := strings.NewReplacer("&lt;", "<", `\<`, "<").Replace(string(got))
		if !strings.Contains(plain, want) {
			t.Errorf("%s does not say %q:\n%s", name, want, plain)
		}
	}
}

func TestPortfolioHeadline(t *testing.T) {
	t.Parallel()
	one := 1.0
	scored := portfolio.Service{Practice: &one, Situation: &one, Fit: &one, FitWord: "misfit"}
	halfKnown := portfolio.Service{Situation: &one}
	for _, test := range []struct {
		services []portfolio.Service
		leftOut  int
		want     string
	}{
		{nil, 0, "No service to show."},
		{nil, 3, "None of 3 services has fit < 9."},
		{[]portfolio.Service{scored}, 0, "1 service: practice and situation are close or fairly close in none, apart or far apart in 1."},
		{
			[]portfolio.Service{scored, {}, halfKnown},
			0,
			"3 services: practice and situation are close or fairly close in none, apart or far apart in 1; 2 are not scored.",
		},
		{
			[]portfolio.Service{scored},
			1,
			"1 of 2 services has fit < 9. Here practice and situation are close or fairly close in none, apart or far apart in 1.",
		},
	} {
		doc := portfolioOf(test.services...)
		if test.leftOut > 0 {
			doc.Filter = &portfolio.Filter{Conditions: []string{"fit < 9"}, LeftOut: test.leftOut}
		}
		if got := headlineOf(pages.Portfolio(doc)); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func portfolioOf(services ...portfolio.Service) *portfolio.Document {
	builder := portfolio.NewBuilder(portfolio.Options{})
	for i := range services {
		builder.AddService(&services[i])
	}
	return builder.Document()
}

// TestPortfolioHidesNoService holds that a browser shows every service, and that a terminal says how many it leaves out.
func TestPortfolioHidesNoService(t *testing.T) {
	t.Parallel()
	for name, doc := range map[string]*portfolio.Document{"samples": portfoliotest.Samples(t), "many": portfoliotest.Many(t, 103)} {
		p := pages.Portfolio(doc)
		table := tableOf(t, &p, "All services")
		var want, got []string
		for service := range doc.Services.All() {
			want = append(want, page.Plain(page.Said(service.Name()).String()))
		}
		for row := range table.Rows {
			got = append(got, page.Plain(row[0]))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: the rows (-want +got):\n%s", name, diff)
		}
		cut := strings.HasPrefix(table.Rest, fmt.Sprintf("%d more services are not listed here.", len(want)-table.Limit))
		if cut != (len(want) > table.Limit) {
			t.Errorf("%s: of %d services it says %q", name, len(want), table.Rest)
		}
	}
}

func tableOf(t *testing.T, p *page.Page, caption string) page.Table {
	t.Helper()
	for block := range p.Blocks() {
		if table, ok := block.(page.Table); ok && table.Caption == caption {
			return table
		}
	}
	t.Fatalf("no table %q", caption)
	return page.Table{}
}

// TestMapCountsEachServiceOnce holds for the two forms of the map, on both sides of the number from which on it is a matrix.
func TestMapCountsEachServiceOnce(t *testing.T) {
	t.Parallel()
	for _, n := range []int{20, 60, 61, 500, 5000} {
		doc := portfoliotest.Many(t, n)
		onMap := 0
		for service := range doc.Services.All() {
			if service.Practice != nil && service.Situation != nil {
				onMap++
			}
		}
		p, counted, isMatrix := pages.Portfolio(doc), 0, false
		for block := range p.Blocks() {
			switch b := block.(type) {
			case page.Plot:
				for _, point := range b.Points {
					counted += point.Count
				}
			case page.Matrix:
				isMatrix = true
				for _, row := range b.Fields {
					for _, field := range row {
						counted += len(field.Names)
					}
				}
			}
		}
		if counted != onMap || onMap == 0 || isMatrix != (onMap > 60) {
			t.Errorf("%d services: %d are counted on the map, %d have a place there; as a matrix: %t", n, counted, onMap, isMatrix)
		}
	}
}

// TestCountsAreOfTheMap holds that the large counts are those of the fields of the map.
func TestCountsAreOfTheMap(t *testing.T) {
	t.Parallel()
	value := func(v float64) *float64 { return &v }
	at := func(situation, practice report.Text) portfolio.Service {
		return portfolio.Service{Practice: value(0), Situation: value(0), SituationBand: situation, PracticeBand: practice}
	}
	doc := portfolioOf(
		at("strong_devops", "hybrid"), at("strong_devops", "strong_sysops"), at("hybrid", "leaning_devops"),
		at("strong_sysops", "hybrid"), portfolio.Service{},
	)
	p := pages.Portfolio(doc)
	var got []string
	for block := range p.Blocks() {
		if counts, ok := block.(page.Counts); ok {
			got = counts.Sentences()
		}
	}
	want := []string{
		"2 call for a way two bands or more closer to DevOps than they work (upper left)",
		"1 works within one band of what the situation calls for",
		"1 calls for a way two bands or more closer to SysOps than they work (lower right)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRankings holds that the ends of a figure are those that sorting all services gives.
func TestRankings(t *testing.T) {
	t.Parallel()
	doc := portfoliotest.Many(t, 300) // sorted by fit
	var byFit []string
	for service := range doc.Services.All() {
		byFit = append(byFit, service.Name())
	}
	p := pages.Portfolio(doc)
	var ranked []string
	for row := range tableOf(t, &p, "Lowest fit").Rows {
		ranked = append(ranked, page.Plain(row[0]))
	}
	if diff := cmp.Diff(byFit[:10], ranked); diff != "" {
		t.Error(diff)
	}
	short := pages.Portfolio(portfoliotest.Many(t, 10))
	if slices.ContainsFunc(short.Ordered(), func(s page.Section) bool { return s.ID == "rankings" }) {
		t.Error("a portfolio that is seen at once has rankings")
	}
}

func numbered(prefix string, n int) []string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprint(prefix, i))
	}
	return list
}

func dependency(dependent, way, needed string) portfolio.Clash {
	clash := portfolio.Clash{By: portfolio.ByDependency, Name: dependent, SysOps: []string{needed}, DevOps: []string{dependent}}
	if way == "SysOps" {
		clash.SysOps, clash.DevOps = clash.DevOps, clash.SysOps
	}
	return clash
}

// listIn returns the sentences of a section.
func listIn(p page.Page, id string) []string {
	for _, section := range p.Sections {
		if section.ID != id {
			continue
		}
		for _, block := range section.Blocks {
			if list, ok := block.(page.List); ok {
				var plain []string
				for _, sentence := range list {
					plain = append(plain, page.Plain(sentence))
				}
				return plain
			}
		}
	}
	return nil
}

// TestClashesAreTold: the teams first, then what others depend on, with what most services are part of first and no more
// names than a reader takes in.
func TestClashesAreTold(t *testing.T) {
	t.Parallel()
	doc := portfolioOf()
	doc.Clashes = []portfolio.Clash{
		{By: portfolio.ByTeam, Name: "small", SysOps: []string{"till"}, DevOps: []string{"shop"}},
		{By: portfolio.ByTeam, Name: "large", SysOps: numbered("s", 7), DevOps: numbered("d", 5)},
		dependency("shop", "DevOps", "till"),
		dependency("ledger", "SysOps", "search"), dependency("pay", "SysOps", "search"),
	}
	want := []string{
		"Team large runs s0, s1, s2, s3 and 3 more the SysOps way and d0, d1, d2, d3 and d4 the DevOps way.",
		"Team small runs till the SysOps way and shop the DevOps way.",
		"search is run the DevOps way; ledger and pay, which depend on it, the SysOps way.",
		"till is run the SysOps way; shop, which depends on it, the DevOps way.",
	}
	if diff := cmp.Diff(want, listIn(pages.Portfolio(doc), "clashes")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestManyClashesAreCounted(t *testing.T) {
	t.Parallel()
	doc := portfolioOf()
	for _, name := range numbered("t", 7) {
		doc.Clashes = append(doc.Clashes, portfolio.Clash{By: portfolio.ByTeam, Name: name, SysOps: []string{"s"}, DevOps: []string{"d"}})
	}
	for _, name := range numbered("n", 8) {
		doc.Clashes = append(doc.Clashes, dependency("shop", "DevOps", name))
	}
	told := listIn(pages.Portfolio(doc), "clashes")
	want := "The same is found in 1 more team and around 2 more services that others depend on; -f json names them all."
	if got := told[len(told)-1]; got != want || len(told) != 13 {
		t.Errorf("the last of %d sentences is %q, want %q", len(told), got, want)
	}
}

func TestUnreadableFilesAreCounted(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{20: "", 21: "1 more file is not listed here; -f json lists all.", 103: "83 more files are not listed here; -f json lists all."} {
		builder := portfolio.NewBuilder(portfolio.Options{})
		for _, path := range numbered("p", n) {
			builder.AddUnreadable(portfolio.NewUnreadable(path, diag.List{{Severity: diag.Error, Message: "m"}}))
		}
		lines := listIn(pages.Portfolio(builder.Document()), "unusable")
		if want == "" {
			want = "p19: m []"
		}
		if got := lines[len(lines)-1]; got != want || len(lines) > 21 {
			t.Errorf("of %d files %d lines, the last %q, want %q", n, len(lines), got, want)
		}
	}
}

// TestPortfolioKeepsToTheContract holds what every page has to hold, and that words of files are set apart from the sentences
// around them.
func TestPortfolioKeepsToTheContract(t *testing.T) {
	t.Parallel()
	for _, doc := range []*portfolio.Document{portfoliotest.Samples(t), portfoliotest.Empty(), portfoliotest.Many(t, 103)} {
		checkPage(t, pages.Portfolio(doc))
	}
	const words = "תשלומים"
	half := 0.5
	builder := portfolio.NewBuilder(portfolio.Options{By: "team"})
	for i, band := range []report.Text{"strong_sysops", "leaning_devops"} {
		builder.AddService(&portfolio.Service{
			Path: fmt.Sprint(words, i), Subject: words, Team: words, Date: words, DependsOn: []string{words}, Practice: &half, PracticeBand: band,
			Situation: &half, SituationBand: band, Fit: &half, Shortfall: &half, Confidence: words, Warnings: []string{words}, Recommendations: []string{words},
		})
	}
	builder.AddUnreadable(portfolio.NewUnreadable(words, diag.List{{Severity: diag.Error, Code: "x", Message: words, Hint: words}}))
	p := pages.Portfolio(builder.Document())
	checkPage(t, p)
	checkSetApart(t, p)
}

func BenchmarkPortfolio(b *testing.B) {
	for _, n := range []int{100, 10000} {
		doc := portfoliotest.Many(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = html.Write(io.Discard, pages.Portfolio(doc))
			}
		})
	}
}

// TestMostFrequent holds that a caption names an advice where there is one, and says that there is none only where no service has
// one.
func TestMostFrequent(t *testing.T) {
	t.Parallel()
	half := 0.5
	scored := portfolio.Service{Practice: &half, Situation: &half, Fit: &half, FitWord: "good", Advice: "combine"}
	for want, services := range map[string][]portfolio.Service{
		"Most frequent advice: combine both models (1 of 3)": {{}, scored, {}},
		"Most frequent advice: no advice (2 of 2)":           {{}, {}},
	} {
		if got := textOf(t, pages.Portfolio(portfolioOf(services...))); !strings.Contains(string(got), want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
}
