package pages

import (
	"cmp"
	"fmt"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/verdict"
)

// drivers lists each answered question about the situation once, under the axis on which it weighs most.
func drivers(doc *report.Document) []page.Block {
	cards := page.Cards{Layout: page.Lines}
	add := func(title, calls, axis string) {
		var list []string
		for _, answer := range adr.Drivers(doc) {
			if weightiest(doc, answer) == axis {
				list = append(list, driverSentence(answer, driverBearing(doc, answer)))
			}
		}
		if len(list) == 0 {
			return
		}
		card := page.Card{Title: title}
		if calls != "" {
			card.Blocks = append(card.Blocks, page.Text(calls))
		}
		card.Blocks = append(card.Blocks, page.List(list))
		cards.Items = append(cards.Items, card)
	}
	for i := range doc.Axes {
		add(said(doc.Axes[i].Title), axisCalls(&doc.Axes[i]), doc.Axes[i].ID)
	}
	add("Besides", "", "")
	if len(cards.Items) == 0 {
		return nil
	}
	return []page.Block{cards}
}

func axisCalls(axis *report.Axis) string {
	if axis.Situation.Value == nil {
		return ""
	}
	return fmt.Sprintf("the situation %s (%s)", verdict.Shipped().Calls(axis.Situation.Band), report.Signed(axis.Situation.Value))
}

// weightiest is the axis on which an answer about the situation counts most, the first of several; empty for none.
func weightiest(doc *report.Document, answer *report.Answer) string {
	most, found := 0.0, ""
	for i := range doc.Axes {
		if weight := answer.Weights[doc.Axes[i].ID]; weight > most {
			most, found = weight, doc.Axes[i].ID
		}
	}
	return found
}

// driverSentence is a question with its answer, what the answer means, and what the respondent added.
func driverSentence(answer *report.Answer, bearing string) string {
	sentence := said(cmp.Or(answer.Title, answer.Question)) + ": " + english.Quote(said(answer.Text)) + bearing
	if answer.Note != "" {
		sentence += ". Note: " + english.Quote(said(answer.Note))
	}
	return sentence
}

// driverBearing says to which way an answer points, and what other axes it bears on.
func driverBearing(doc *report.Document, answer *report.Answer) string {
	first := weightiest(doc, answer)
	if first == "" {
		return ""
	}
	bearing := ""
	if answer.Value != nil {
		bearing = " points to neither way"
		if band := bandOf(*answer.Value); report.SideOf(band) != score.Middle {
			bearing = " " + verdict.Shipped().Calls(band)
		}
	}
	var also []string
	for i := range doc.Axes {
		if axis := &doc.Axes[i]; axis.ID != first && answer.Weights[axis.ID] > 0 {
			also = append(also, said(axis.Title))
		}
	}
	if len(also) > 0 {
		bearing += "; also bears on " + english.List(also)
	}
	return bearing
}

// sideOfAnswer is the side that an answer about the situation points to; empty where it has no position.
func sideOfAnswer(answer *report.Answer) score.Side {
	if answer.Value == nil {
		return ""
	}
	return report.SideOf(bandOf(*answer.Value))
}

// bandOf reads a value as the decimal that it is written as, so that 0.6 in a file lies on the edge and not below it.
func bandOf(value float64) report.Text {
	return report.Text(score.BandOf(exact.Decimal(value)))
}

// withAnswer names an answer by its question and what was said.
func withAnswer(answer *report.Answer) string {
	return said(cmp.Or(answer.Title, answer.Question)) + " (" + english.Quote(said(answer.Text)) + ")"
}

// questionNames lists the titles of the questions of answers.
func questionNames(list []*report.Answer) string {
	var ids []string
	for _, answer := range list {
		ids = append(ids, said(cmp.Or(answer.Title, answer.Question)))
	}
	return english.List(ids)
}
