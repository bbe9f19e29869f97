package pages_test

import (
	"io"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestChecklist(t *testing.T) {
	t.Parallel()
	notReady := pages.Assessment(reporttest.FrozenLaunch(t, "not_ready"))
	goldenPage(t, "checklist/not_ready", notReady)
	golden(t, "checklist/not_ready.adoc", asciidocOf(t, notReady))
	golden(t, "checklist/not_ready.svg", written(t, func(w io.Writer) error { return html.Picture(w, notReady) }))
	for _, name := range questionnairetest.Launches(t) {
		doc := reporttest.FrozenLaunch(t, name)
		p := pages.Assessment(doc)
		golden(t, "checklist/"+name+".txt", textOf(t, p))
		goldenScreens(t, "checklist/"+name, p)
		golden(t, "checklist/"+name+".check.txt", textOf(t, pages.Check(doc, elsewhere)))
	}
	golden(t, "checklist/judged.txt", textOf(t, pages.Assessment(judgedChecklist(t))))
	goldenScreens(t, "checklist/judged", pages.Assessment(judgedChecklist(t)))
}

// TestChecklistsNameNoPole writes all pages about checklists in all formats.
func TestChecklistsNameNoPole(t *testing.T) {
	t.Parallel()
	launch := questionnairetest.FrozenLaunch(t)
	all := map[string]page.Page{"questionnaire": pages.Questionnaire(launch), "judged": pages.Assessment(judgedChecklist(t))}
	for i := range launch.Questions {
		all[launch.Questions[i].ID] = pages.Question(launch, &launch.Questions[i])
	}
	for _, name := range questionnairetest.Launches(t) {
		doc := reporttest.FrozenLaunch(t, name)
		all["assessment "+name], all["check "+name] = pages.Assessment(doc), pages.Check(doc, elsewhere)
	}
	for name, p := range all {
		for _, format := range formats() {
			reporttest.CheckNoPole(t, name+" as "+format.name, string(written(t, func(w io.Writer) error { return format.write(w, p) })))
		}
		reporttest.CheckNoPole(t, name+" as svg", string(pictureOf(t, p)))
		reporttest.CheckNoPole(t, name+" on a screen", string(screenOf(t, p, text.Options{Width: 80, Rows: 24})))
		reporttest.CheckNoPole(t, name+" as spoken", string(written(t, func(w io.Writer) error {
			return text.Write(w, p, text.Options{Spoken: true})
		})))
	}
}

// judgedChecklist is a checklist with a what-if and gates.
func judgedChecklist(t testing.TB) *report.Document {
	t.Helper()
	q, sheet := reporttest.Parse(t, "not_ready.yaml", questionnairetest.Launch(t, "not_ready"))
	other, changed, err := sheet.Suppose(q, "rollback=tried,restore_proof=full,core_checks=all")
	if err != nil {
		t.Fatal(err)
	}
	before, doc := reporttest.Sheet(q, sheet), reporttest.Sheet(q, other)
	doc.Suppose(before, changed)
	doc.Gates = []report.Gate{{Gate: "unmet <= 3", Kind: report.MetricGate, Op: "lte", Required: report.Number(new(3.0)), Actual: report.Number(new(4.0))}}
	return doc
}
