package pages_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

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
	if testing.Short() {
		t.Skip("writes every page in every format, one after the other")
	}
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

// longChecklist is a checklist of so many points, none of which is met.
func longChecklist(t testing.TB, points int) *report.Document {
	t.Helper()
	const head = `id: long
version: 1.0.0
title: A long checklist
verdict: readiness
axes: [{id: a, title: First}, {id: b, title: Second}]
questions:
  - {id: tier, measures: context, kind: profile, text: Tier, options: [{id: high, floor: {a: 3, b: 3}, text: High}, {id: low, text: Low}]}
`
	var q, sheet strings.Builder
	q.WriteString(head)
	sheet.WriteString("questionnaire: long\nanswers:\n  tier: high\n")
	for i := range points {
		fmt.Fprintf(&q, "  - {id: p%d, title: Point %d, axis: %s, measures: readiness, text: Point %d, critical: %t, options: [%s]}\n",
			i, i, []string{"a", "b"}[i%2], i, i%10 == 0, "{id: r0, readiness: 0, text: Nothing}, {id: r3, readiness: 3, text: All}")
		fmt.Fprintf(&sheet, "  p%d: r0\n", i)
	}
	return reporttest.Answers(t, questionnairetest.Load(t, "long.yaml", q.String()), sheet.String())
}

// TestLongChecklistsStayReadable holds that a reader of three hundred points sees the worst first and finds all of them.
func TestLongChecklistsStayReadable(t *testing.T) {
	t.Parallel()
	const points = 300
	doc := longChecklist(t, points)
	p := pages.Assessment(doc)
	if lines := strings.Count(string(textOf(t, pages.CheckScreen(doc, elsewhere))), "\n"); lines > 24 {
		t.Errorf("a check has %d lines", lines)
	}
	for _, opt := range []text.Options{{Width: 80, Rows: 24}, {Width: 40, Rows: 15, ASCII: true}} {
		if lines := strings.Count(string(screenOf(t, p, opt)), "\n"); lines >= opt.Rows {
			t.Errorf("a screen has %d lines where %d have room", lines, opt.Rows-1)
		}
	}
	whole := string(textOf(t, p))
	front, _, _ := strings.Cut(whole, "── Details")
	if lines := strings.Count(front, "\n"); lines > 80 {
		t.Errorf("%d lines stand before the details", lines)
	}
	folded := strings.Index(string(htmlOf(t, p)), "290 more points below the minimum or unknown</summary>")
	if folded < 0 {
		t.Error("the page does not fold what is beyond the first points")
	}
	for i := range points {
		if name := fmt.Sprintf("Point %d ", i); !strings.Contains(whole, name) {
			t.Errorf("%s is not told", name)
		}
	}
}

func BenchmarkLongChecklist(b *testing.B) {
	doc := longChecklist(b, 300)
	for name, write := range map[string]func(io.Writer, page.Page) error{
		"text": func(w io.Writer, p page.Page) error { return text.Write(w, p, text.Options{}) }, "html": html.Write,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(io.Discard, pages.Assessment(doc)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestAnyChecklistCanBeTold holds what writers count on whatever is answered to the shipped checklist, and what has room on a screen.
func TestAnyChecklistCanBeTold(t *testing.T) {
	t.Parallel()
	launch := questionnairetest.Shipped(t, "launch")
	rapid.Check(t, func(t *rapid.T) {
		doc := reporttest.Sheet(launch, reporttest.DrawSheet(t, launch))
		p := pages.Assessment(doc)
		checkParts(t, p)
		screen := screenOf(t, p, text.Options{Width: 80, Rows: 24})
		if lines := bytes.Count(screen, []byte("\n")); lines >= 24 {
			t.Errorf("a screen has %d lines:\n%s", lines, screen)
		}
		for _, gate := range []report.Gate{
			{Gate: "require-ready", Kind: report.StateGate, Op: "gte", Required: report.Word("ready"), Actual: report.Word("not_ready"), Reason: "not ready"},
			{Gate: "unmet <= 3", Kind: report.MetricGate, Op: "lte", Required: report.Number(new(3.0)), Actual: report.Number(new(4.0)), Reason: "more are"},
			{Gate: "fail-on high", Kind: report.WarningGate, Op: "lt", Required: report.Word("high"), Actual: report.Word("critical"), Reason: "1 warning is."},
		} {
			if log := textOf(t, pages.CheckScreen(doc, elsewhere)); bytes.Count(log, []byte("\n")) > 24 {
				t.Errorf("a check has more than 24 lines:\n%s", log)
			}
			doc.Gates = append(doc.Gates, gate)
		}
	})
}
