package pages_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

const elsewhere = "The whole report: opsfit assess -a answers.yaml"

func TestCheck(t *testing.T) {
	t.Parallel()
	judged := pages.Check(judgedDocument(t), elsewhere)
	golden(t, "check/judged.txt", textOf(t, judged))
	golden(t, "check/judged.40.txt", written(t, func(w io.Writer) error { return text.Write(w, judged, text.Options{Width: 40}) }))
	golden(t, "check/ungated.txt", textOf(t, pages.Check(reporttest.Frozen(t, "typical"), elsewhere)))
	golden(t, "check/outcomes.txt", textOf(t, pages.Check(reporttest.Frozen(t, "outcomes"), elsewhere)))
}

// TestCheckSaysNoEmptyRequirement is about a baseline that cannot be compared: there is nothing to require.
func TestCheckSaysNoEmptyRequirement(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "typical")
	doc.Gates = []report.Gate{{Gate: "no-regression fit", Kind: report.RegressionGate, Op: "gte", Reason: "It is of another kind."}}
	want := "  not met  no-regression fit: actual not computed. It is of another kind.\n"
	if got := string(textOf(t, pages.Check(doc, elsewhere))); !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}

// TestCheckSaysWhyThereIsNoVerdict holds that an almost empty sheet is told for what it is.
func TestCheckSaysWhyThereIsNoVerdict(t *testing.T) {
	t.Parallel()
	const want = "Verdict  1 of 13 questions is answered: too few for a verdict."
	if got := string(textOf(t, pages.Check(reporttest.Frozen(t, "sparse"), elsewhere))); !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}

// TestCheckIsOneScreen takes any number of gates and warnings, and names as long as people write them; a log cuts none of them.
func TestCheckIsOneScreen(t *testing.T) {
	t.Parallel()
	sheets := questionnairetest.Sheets(t)
	rapid.Check(t, func(r *rapid.T) {
		doc := reporttest.Frozen(t, rapid.SampledFrom(sheets).Draw(r, "sheet"))
		doc.Gates, doc.Warnings = nil, nil
		long := rapid.SampledFrom([]string{"short", strings.Repeat("long ", 60), strings.Repeat("漢", 90)})
		for i := range rapid.IntRange(0, 30).Draw(r, "gates") {
			doc.Gates = append(doc.Gates, report.Gate{
				Gate: fmt.Sprintf("fit >= %d", i), Kind: report.MetricGate, Met: rapid.Bool().Draw(r, "met"), Reason: report.Text(long.Draw(r, "reason")),
			})
		}
		for range rapid.IntRange(0, 20).Draw(r, "warnings") {
			doc.Warnings = append(doc.Warnings, report.Warning{
				ID: "name_of_a_warning", Text: long.Draw(r, "text"), Exempted: rapid.Bool().Draw(r, "exempted"),
				Severity: rapid.SampledFrom([]string{"critical", "high", "medium", "info"}).Draw(r, "severity"),
			})
		}
		doc.Subject = report.Text(long.Draw(r, "subject"))
		got := string(textOf(r, pages.CheckScreen(doc, elsewhere)))
		if lines := strings.Count(got, "\n"); lines > 24 {
			r.Fatalf("%d lines\n%s", lines, got)
		}
		log := string(textOf(r, pages.Check(doc, elsewhere)))
		if strings.Contains(log, "…") || strings.Count(log, "met  ") < len(doc.Gates) {
			r.Fatalf("the log leaves something out of %d gates\n%s", len(doc.Gates), log)
		}
		if failed := len(report.Failed(doc)); failed > 0 && !strings.Contains(got, "  not met  ") {
			r.Fatalf("%d gates are not met, none is shown\n%s", failed, got)
		}
	})
}
