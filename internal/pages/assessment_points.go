package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// pointsShown is how many points below their minimum stand in front of a fold with the others.
const pointsShown = 10

// unmetPoints lists the points of a checklist that are below their minimum or unknown, the worst first.
func unmetPoints(doc *report.Document) page.Section {
	section := page.Section{ID: "unmet", Title: "Below the minimum, or unknown", Part: page.Lead, Explain: []string{"unmet"}}
	if doc.Verdict.Readiness == nil || len(doc.Verdict.Readiness.Readiness.Unmet) == 0 {
		return section
	}
	unmet := doc.Verdict.Readiness.Readiness.Unmet
	shown := min(len(unmet), pointsShown)
	section.Blocks = []page.Block{pointTable(doc, "The worst first", unmet[:shown])}
	if rest := unmet[shown:]; len(rest) > 0 {
		section.Blocks = append(section.Blocks, page.Fold{
			Title:  english.Count(len(rest), "more point") + " below the minimum or unknown",
			Blocks: []page.Block{pointTable(doc, "The other points, the worst first", rest)},
		})
	}
	return section
}

func pointTable(doc *report.Document, caption string, unmet []report.Unmet) page.Table {
	rows := make([][]string, len(unmet))
	for i := range unmet {
		u := &unmet[i]
		rows[i] = []string{pointName(doc, u), u.LevelWord(), report.LevelOfAnswer(&u.Floor), axisTitleIn(doc, u.Axis)}
	}
	return page.Table{
		Caption: caption, Rows: page.RowsOf(rows...),
		Columns: []page.Column{
			{Title: "Point"},
			{Title: "Has", Number: true, Brief: true},
			{Title: "Needs", Number: true, Brief: true},
			{Title: "Axis"},
		},
	}
}

// pointName is the title of a point, with a word where it is critical.
func pointName(doc *report.Document, u *report.Unmet) string {
	name := titleOfQuestion(doc.Answers, u.Question)
	if u.Critical {
		name += " (critical)"
	}
	return name
}

// notAsked names the points that other answers leave out, by the reason.
func notAsked(doc *report.Document) page.Section {
	section := page.Section{ID: "not-asked", Title: "Not asked", Part: page.Detail}
	var reasons []string
	titles := map[string][]string{}
	n := 0
	for i := range doc.Answers {
		if answer := &doc.Answers[i]; answer.NotAsked {
			reason := cmp.Or(said(strings.TrimPrefix(string(answer.Reason), "not asked: ")), "other answers leave it out")
			if !slices.Contains(reasons, reason) {
				reasons = append(reasons, reason)
			}
			titles[reason] = append(titles[reason], said(cmp.Or(answer.Title, answer.Question)))
			n++
		}
	}
	if n == 0 {
		return section
	}
	var sentences page.List
	for _, reason := range reasons {
		sentences = append(sentences, fmt.Sprintf("%s: %s.", english.List(titles[reason]), reason))
	}
	section.Blocks = []page.Block{page.Fold{Title: pointsLeftOut(n), Blocks: []page.Block{sentences}}}
	return section
}

func pointsLeftOut(n int) string {
	if n == 1 {
		return "1 point is not asked because of other answers"
	}
	return english.Count(n, "point") + " are not asked because of other answers"
}
