package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// stateFigures are the overall numbers of a checklist that its chart does not show.
func stateFigures(doc *report.Document) []page.Fact {
	var facts factList
	r := doc.Verdict.Readiness
	if readiness := overallReadiness(r.Readiness.Readiness); readiness != "" {
		facts.add(labelReadiness, strings.Join(nonEmpty(readiness, tooLow(doc.Checked)), "; "))
	}
	if asked := len(doc.AskedPoints()); asked > 0 {
		unmet := fmt.Sprintf("%d of %s", len(r.Readiness.Unmet), english.Count(asked, "point"))
		facts.add("Unmet", strings.Join(nonEmpty(unmet, criticalOf(r)), ", "))
	}
	if r.Coverage != nil && *r.Coverage < 1 {
		facts.add("Answered", english.Percent(r.Coverage)+" of the points")
	}
	return facts
}

// criticalOf counts the critical points that are unmet or unknown; empty where there is none.
func criticalOf(r *report.ReadinessVerdict) string {
	if n := len(r.Because.CriticalUnmet) + len(r.Because.CriticalUnknown); n > 0 {
		return strconv.Itoa(n) + " critical"
	}
	return ""
}

// comparedStateFigures are the overall numbers of a checklist for a comparison of two.
func comparedStateFigures(r *report.ReadinessVerdict) []page.Fact {
	shortfall := "none set"
	if r.Shortfall.Value != nil {
		shortfall = report.Level(r.Shortfall.Value)
	}
	readiness := overallReadiness(r.Readiness.Readiness)
	if readiness == "" {
		readiness = "not scored"
	}
	return []page.Fact{
		{Label: "State", Value: report.StateWord(r.State)},
		{Label: "Unmet", Value: strings.Join(nonEmpty(english.Count(len(r.Readiness.Unmet), "point"), criticalOf(r)), ", ")},
		{Label: labelReadiness, Value: readiness},
		{Label: "Largest shortfall", Value: shortfall},
		{Label: "Answered", Value: english.Percent(r.Coverage) + " of the points"},
	}
}

// stateScreen is what a terminal shows of a checklist: the state and its reasons, the worst points, the axes, and where to begin.
func stateScreen(doc *report.Document, told *verdict.Telling) page.Screen {
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: aboutForms(doc.Head())})
	screen.Add(page.ScreenPart{ID: partWhatIf, Close: true, Forms: supposedForms(doc)})
	screen.Add(page.ScreenPart{ID: partVerdict, Close: true, Forms: stateForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partReasons, Close: true, Forms: reasonForms(told)})
	screen.Add(page.ScreenPart{ID: partWarnings, Close: true, Forms: warningForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partPoints, Forms: pointForms(doc)})
	screen.Add(page.ScreenPart{ID: partChart, Forms: levelForms(doc)})
	screen.Add(page.ScreenPart{ID: partGates, Forms: gatesForms(doc)})
	screen.Add(page.ScreenPart{ID: partSteps, Close: len(doc.Gates) > 0, Forms: beginForms(doc)})
	screen.Shrink = []string{
		partChart, partWarnings, partChart, partChart, partPoints, partPoints, page.NextPart, partReasons, partAbout, partChart,
		partWhatIf, partSteps, partPoints, partReasons, partPoints, partAbout, page.NextPart, partWhatIf, partPoints, partVerdict,
		page.NextPart, partGates, partChart, partSteps,
	}
	return screen
}

// stateForms are the headline, then the state with counts in place of names.
func stateForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	forms := headlineForms(told.Headline)
	if v := doc.Verdict.Readiness; v.State != "" {
		brief := report.Brief(doc.Verdict)
		if doc.WhatIf != nil {
			brief = whatIfLead + brief
		}
		forms = append(forms, []page.Block{page.Headline(brief)})
	}
	return forms
}

func reasonForms(told *verdict.Telling) [][]page.Block {
	if len(told.Reasons) == 0 {
		return nil
	}
	var all []page.Block
	for _, reason := range told.Reasons {
		all = append(all, page.Text(reason))
	}
	return [][]page.Block{all, all[:1], nil}
}

// pointForms are the worst points with what they have and need: a few, fewer, and none.
func pointForms(doc *report.Document) [][]page.Block {
	unmet := doc.Verdict.Readiness.Readiness.Unmet
	if len(unmet) == 0 {
		return nil
	}
	var forms [][]page.Block
	for _, most := range []int{mostNamed, 4, 3, 2, 1} {
		var facts factList
		for i := range unmet[:min(len(unmet), most)] {
			u := &unmet[i]
			facts.add(pointName(doc, u), hasAndNeeds(u))
		}
		block := []page.Block{page.Facts{Items: facts}}
		if rest := len(unmet) - len(facts); rest > 0 && most > 1 {
			block = append(block, page.Quiet(fmt.Sprintf("and %d more", rest)))
		}
		forms = append(forms, block)
	}
	return append(forms, nil)
}

func hasAndNeeds(u *report.Unmet) string {
	if u.Level == nil {
		return "unknown, needs " + report.LevelOfAnswer(&u.Floor)
	}
	return "has " + u.LevelWord() + ", needs " + report.LevelOfAnswer(&u.Floor)
}

// levelForms are the chart of readiness by axis: with all of them, without its keys, and without its figures, the two that are
// shortest of their minimum, the shortest without its figures, and none.
func levelForms(doc *report.Document) [][]page.Block {
	chart := levelChart(doc)
	if !hasValue(chart) {
		return nil
	}
	chart.Caption, chart.Behind = "", nil
	for i := range chart.Rows {
		chart.Rows[i].Short = shortTitle(doc.Checked[i].Title)
	}
	bare := chart
	bare.Keys = nil
	few, marks := bare, withoutFigures(bare)
	one := marks
	few.Rows, one.Rows = shortestRows(doc, bare.Rows, widestShown), shortestRows(doc, marks.Rows, 1)
	return [][]page.Block{{chart}, {bare}, {marks}, {few}, {one}, nil}
}

// shortestRows are the rows of the axes that are furthest below their minimum, or else have most unmet points, in their order.
func shortestRows(doc *report.Document, rows []page.Row, most int) []page.Row {
	unmet := map[string]int{}
	for i := range doc.Verdict.Readiness.Readiness.Unmet {
		unmet[doc.Verdict.Readiness.Readiness.Unmet[i].Axis]++
	}
	short := func(axis *report.ReadinessAxis) float64 {
		if axis.Shortfall.Worst == nil {
			return 0
		}
		return *axis.Shortfall.Worst
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		one, other := &doc.Checked[a], &doc.Checked[b]
		return cmp.Or(cmp.Compare(short(other), short(one)), cmp.Compare(unmet[other.ID], unmet[one.ID]))
	})
	order = order[:min(most, len(order))]
	slices.Sort(order)
	kept := make([]page.Row, len(order))
	for i, at := range order {
		kept[i] = rows[at]
	}
	return kept
}

// levelFinding is what the chart of a checklist shows in a sentence.
func levelFinding(doc *report.Document) string {
	var widest *report.ReadinessAxis
	isAsked := false
	for i := range doc.Checked {
		axis := &doc.Checked[i]
		isAsked = isAsked || axis.Floor != nil
		if value := axis.Shortfall.Value; value != nil && *value > 0 && (widest == nil || *value > *widest.Shortfall.Value) {
			widest = axis
		}
	}
	switch {
	case !isAsked:
		return "Readiness by axis, 0 to 4"
	case widest != nil:
		return fmt.Sprintf("%s is furthest below its minimum: has %s, needs %s",
			said(widest.Title), widest.LevelWord(), report.LevelOfAnswer(widest.Floor))
	case len(doc.Verdict.Readiness.Readiness.Unmet) > 0:
		return "No axis is below its minimum on the mean of what is known; single points are"
	}
	return "Every axis reaches its minimum"
}
