package pages_test

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestAssessment(t *testing.T) {
	t.Parallel()
	goldenPage(t, "assessment/typical", pages.Assessment(reporttest.Frozen(t, "typical")))
	outcomes := pages.Assessment(reporttest.Frozen(t, "outcomes"))
	golden(t, "assessment/outcomes.txt", textOf(t, outcomes))
	golden(t, "assessment/outcomes.md", markdownOf(t, outcomes))
	judged := pages.Assessment(judgedDocument(t))
	golden(t, "assessment/judged.txt", textOf(t, judged))
	golden(t, "assessment/judged.md", markdownOf(t, judged))
	golden(t, "assessment/typical.svg", written(t, func(w io.Writer) error {
		return html.Picture(w, pages.Assessment(reporttest.Frozen(t, "typical")))
	}))
}

// TestAssessmentScreens shows what a reader of a terminal sees first, for easy and for hard results.
func TestAssessmentScreens(t *testing.T) {
	t.Parallel()
	for _, name := range questionnairetest.Sheets(t) {
		goldenScreens(t, "assessment/"+name, pages.Assessment(reporttest.Frozen(t, name)))
	}
	goldenScreens(t, "assessment/judged", pages.Assessment(judgedDocument(t)))
	for _, name := range []string{"web-shop", "hospital", "bank-ledger", "municipality", "device-supplier", "grid-display", "dora-web-shop"} {
		q, sheet := reporttest.Read(t, "../../testdata/answers/"+name+".yaml")
		goldenScreens(t, "assessment/"+name, pages.Assessment(reporttest.Sheet(q, sheet)))
	}
}

// judgedDocument has all that may stand beside a result: a what-if, exemptions, ages, gates, and what a repository shows.
func judgedDocument(t testing.TB) *report.Document {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, "notes")
	other, changed, err := sheet.Suppose(q, "learning=written,restore_test=untested,outage_cost=noticeable")
	if err != nil {
		t.Fatal(err)
	}
	before, doc := reporttest.Sheet(q, sheet), reporttest.Sheet(q, other)
	doc.Suppose(before, changed)
	report.JudgeExemptions(doc, "2026-12-01")
	doc.Freshness = &report.Freshness{
		MaxAge: "6m", Since: "2026-06-01", Undated: []string{"teams"},
		Stale: []report.Aged{{Question: "backout", Date: "2025-10-01", Days: 426}, {Question: "restore_test", Date: "2026-04-01", Days: 244}},
	}
	doc.Gates = []report.Gate{
		{
			Gate: "fit >= 70", Kind: report.MetricGate, Op: ">=", Required: report.Value{Number: new(70.0)}, Actual: report.Value{Number: new(50.0)},
		},
		{
			Gate: "max-age 6m", Kind: report.AgeGate, Met: true, Op: "<=", Required: report.Value{Number: new(183.0)}, Actual: report.Value{Number: new(1.0)},
			Reason: "two answers have no date",
		},
	}
	doc.Repository = &report.Source{Head: "0123456789abcdef0123456789abcdef01234567", AsOf: "2026-11-30T10:00:00Z", WindowFrom: "2024-11-30T10:00:00Z"}
	doc.Evidence = []report.Finding{
		{Question: "batch_size", Verdict: report.Silent, Reason: "no release was found"},
		{
			Question: "release_trigger", Verdict: report.Contradicts, Answer: "planned_release", Value: new(3.0), N: new(38),
			Text:   "There were 39 releases on 39 days in 4 months, one every 3 days (median of 38 gaps, half of them between 2 and 4 days).",
			Reason: "tags may not be releases", Proof: []report.Proof{{Kind: "commit", Name: "89abcdef0123456789abcdef0123456789abcdef", Text: "Merge"}},
		},
		{Question: "test_net", Verdict: report.Agrees},
	}
	return doc
}

// assessments are the pages of all frozen sheets, and of what may stand beside a result.
func assessments(t testing.TB) map[string]page.Page {
	t.Helper()
	found := map[string]page.Page{"judged": pages.Assessment(judgedDocument(t))}
	for _, name := range questionnairetest.Launches(t) {
		found["launch-"+name] = pages.Assessment(reporttest.FrozenLaunch(t, name))
	}
	for _, name := range questionnairetest.Sheets(t) {
		found[name] = pages.Assessment(reporttest.Frozen(t, name))
	}
	return found
}

// TestNoChartOfNothing holds that a sheet without answers is told as one, with no chart in which everything is unknown.
func TestNoChartOfNothing(t *testing.T) {
	t.Parallel()
	p := pages.Assessment(reporttest.Sheet(reporttest.Parse(t, "a.yaml", "questionnaire: frozen\nanswers: {}\n")))
	if chart := p.Picture(); chart != nil {
		t.Errorf("the page draws %+v", chart)
	}
	for _, part := range p.Screen.Parts {
		if part.ID == "chart" {
			t.Errorf("the screen draws %+v", part.Forms[0])
		}
	}
}

// TestSmallScreenKeepsTheEssential holds that the smallest terminal shows a line of the chart, a warning, a step and both
// commands of every result that has these.
func TestSmallScreenKeepsTheEssential(t *testing.T) {
	t.Parallel()
	for name, p := range assessments(t) {
		shown := string(screenOf(t, p, text.Options{Width: 40, Rows: 15, ASCII: true}))
		chart := "------"
		if strings.HasPrefix(name, "launch-") {
			chart = "0        1"
		}
		essential := map[string]string{"chart": chart, "warnings": "First deal with", "steps": "Begin with"}
		for _, part := range p.Screen.Parts {
			if words := essential[part.ID]; !strings.Contains(shown, words) {
				t.Errorf("%s: the screen leaves %s out\n%s", name, part.ID, shown)
			}
		}
		if !strings.Contains(shown, "-o service.html") || !strings.Contains(shown, "--full") {
			t.Errorf("%s: the screen leaves a command out\n%s", name, shown)
		}
	}
}

// TestAssessmentTellsInOrder holds the one order of sections.
func TestAssessmentTellsInOrder(t *testing.T) {
	t.Parallel()
	order := []string{
		"what-if", "verdict", "unmet", "first", "warnings", "why", "exemptions", "balance", "asked", "talk", "unknown", "ages", "tips", "notes",
		"gates", "then", "later", "axes", "metrics", "not-asked", "answers",
	}
	seen := map[string]bool{}
	for name, p := range assessments(t) {
		at := -1
		for _, section := range p.Ordered() {
			seen[section.ID] = true
			next := slices.Index(order, section.ID)
			if next <= at {
				t.Errorf("%s: the section %s is unknown or stands too late", name, section.ID)
			}
			at = next
		}
	}
	for _, id := range order {
		if !seen[id] {
			t.Errorf("no sample has the section %s", id)
		}
	}
}

// TestFirstScreen holds what a reader sees without scrolling.
func TestFirstScreen(t *testing.T) {
	t.Parallel()
	lines := strings.Split(string(textOf(t, pages.Assessment(reporttest.Frozen(t, "typical")))), "\n")
	screen := strings.Join(lines[:24], "\n")
	for _, text := range []string{"payments-api", "DevOps", "●", "Overall"} {
		if !strings.Contains(screen, text) {
			t.Errorf("%q is not on the first screen:\n%s", text, screen)
		}
	}
}

// TestNothingIsNotTold holds that a section about nothing is left out: no step, no warning, no open question.
func TestNothingIsNotTold(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "fitting")
	doc.Warnings, doc.Recommendations = nil, nil
	p := pages.Assessment(doc)
	for _, section := range p.Ordered() {
		if slices.Contains([]string{"first", "then", "later", "warnings", "unknown"}, section.ID) {
			t.Errorf("the section %q says %v", section.ID, section.Blocks)
		}
	}
}

// TestBareResults builds the least that the decoder lets through.
func TestBareResults(t *testing.T) {
	t.Parallel()
	for kind, want := range map[string]string{"leaning": "No advice yet", "quadrant": "not scored"} {
		got := string(textOf(t, pages.Assessment(reporttest.Bare(t, kind))))
		if !strings.Contains(got, want) {
			t.Errorf("%s: %q is missing:\n%s", kind, want, got)
		}
	}
}

// TestAssessmentKeepsTheContract holds what writers count on for every sample, and that the words of people are set apart.
func TestAssessmentKeepsTheContract(t *testing.T) {
	t.Parallel()
	for _, p := range assessments(t) {
		checkPage(t, p)
	}
	for _, doc := range frozenDocuments(t) {
		sayEverywhere(doc, "שלום")
		checkSetApart(t, pages.Assessment(doc))
		checkSetApart(t, pages.Check(doc, elsewhere))
	}
}
