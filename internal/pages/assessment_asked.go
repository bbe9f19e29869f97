package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// titleAsked heads the minimums of a checklist, titleStake the questions and answers that set them or say what is asked at all.
const (
	titleAsked = "How much is asked"
	titleStake = "What is at stake"
)

// asked tells which answers set which minimum on which axis, and what the next stricter ones would ask for in addition.
func asked(doc *report.Document) page.Section {
	section := page.Section{ID: "asked", Title: titleAsked, Part: page.Body, Explain: []string{"floors"}}
	if doc.Verdict.Readiness == nil || len(doc.Verdict.Readiness.Tiers) == 0 {
		return section
	}
	tiers := doc.Verdict.Readiness.Tiers
	var facts factList
	var next []string
	for i := range tiers {
		facts.add(refToAnswer(tiers[i].Question, tiers[i].Title), tierAnswer(&tiers[i]))
		// Another answer may ask for as much already.
		if tiers[i].Next != nil && len(tiers[i].Next.Floors) > 0 {
			next = append(next, nextSentence(doc, &tiers[i]))
		}
	}
	columns := page.Columns{append([]page.Block{page.Facts{Items: facts}}, listBlock(next)...)}
	if slices.ContainsFunc(doc.Checked, func(axis report.ReadinessAxis) bool { return axis.Floor != nil }) {
		columns = append(columns, []page.Block{floorTable(doc, tiers)})
	}
	section.Blocks = []page.Block{columns}
	return section
}

func tierAnswer(tier *report.Tier) string {
	if tier.Option == "" {
		return "open; it decides how much is asked"
	}
	return english.Quote(said(tier.Text))
}

// floorTable has a row for each axis with what each answer asks for on it; the highest counts.
func floorTable(doc *report.Document, tiers []report.Tier) page.Table {
	table := page.Table{
		Caption: "The minimum of each axis, and what each answer asks for",
		Columns: []page.Column{{Title: "Axis"}, {Title: "Minimum", Number: true, Brief: true}},
	}
	for i := range tiers {
		if len(tiers[i].Floors) > 0 {
			table.Columns = append(table.Columns, page.Column{Title: said(tiers[i].Title), Number: true})
		}
	}
	var rows [][]string
	for _, axis := range doc.Checked {
		cells := []string{said(axis.Title), floorOr("–", axis.Floor)}
		for i := range tiers {
			if floors := tiers[i].Floors; len(floors) > 0 {
				cells = append(cells, floorOr("–", floorOn(floors, axis.ID)))
			}
		}
		rows = append(rows, cells)
	}
	table.Rows = page.RowsOf(rows...)
	return table
}

// floorOn is nil where nothing is asked for on an axis.
func floorOn(floors []report.TierFloor, axis string) *float64 {
	for i := range floors {
		if floors[i].Axis == axis {
			return &floors[i].Level
		}
	}
	return nil
}

// floorOr writes a minimum, which mostly is whole; the other text where there is none.
func floorOr(missing string, floor *float64) string {
	if floor == nil {
		return missing
	}
	return report.LevelOfAnswer(floor)
}

// nextSentence says what the next stricter answer to a question would ask for in addition, and which points that is too much for.
func nextSentence(doc *report.Document, tier *report.Tier) string {
	var points []string
	for i := range tier.Next.Unmet {
		points = append(points, pointName(doc, &tier.Next.Unmet[i]))
	}
	sentence := fmt.Sprintf("If %s were %s, more would be asked for: %s.",
		english.Quote(refToAnswer(tier.Question, tier.Title)), english.Quote(said(tier.Next.Text)), raisedFloors(doc, tier.Next.Floors))
	switch len(points) {
	case 0:
		return sentence + " No further point would be below its minimum."
	case 1:
		return sentence + " One more point would be below its minimum or unknown: " + points[0] + "."
	}
	return sentence + fmt.Sprintf(" %d more points would be below their minimum or unknown: %s.", len(points), report.Shortened(points))
}

// raisedFloors names the axes on which more would be asked for by how much that would be: "3 on Recovery and Data, 2 on Support".
func raisedFloors(doc *report.Document, floors []report.TierFloor) string {
	var levels []string
	axes := map[string][]string{}
	for i := range floors {
		level := report.LevelOfAnswer(&floors[i].Level)
		if axes[level] == nil {
			levels = append(levels, level)
		}
		axes[level] = append(axes[level], axisTitleIn(doc, floors[i].Axis))
	}
	var parts []string
	for _, level := range levels {
		parts = append(parts, level+" on "+english.List(axes[level]))
	}
	return strings.Join(parts, "; ")
}
