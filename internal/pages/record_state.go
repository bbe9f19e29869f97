package pages

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/verdict"
)

// stateRecord is about go or no go: the state proposes, people decide, and may decide otherwise with the points in front of them.
func stateRecord(doc *report.Document, facts *adr.Facts, told *verdict.Telling) page.Page {
	outcome := []page.Block{page.Text(proposal(adr.Decided(doc.Verdict.Readiness).Title(), told))}
	outcome = append(outcome, listBlock(nonEmpty(slices.Concat([]string{told.First}, told.Reasons, why(doc, told))...))...)
	if v := doc.Verdict.Readiness; len(v.Readiness.Unmet) > 0 {
		outcome = append(outcome, pointTable(doc, "To settle, the worst first", v.Readiness.Unmet))
	}
	outcome = append(outcome, consequencesOf(nil, regardless(doc)))
	return choice{
		title: stateTitle(doc), question: fmt.Sprintf("Is %s ready: go, go with conditions, or no go?", serviceOf(doc)),
		drivers: listBlock(stateDrivers(doc)), options: optionTitles(adr.Decisions()), outcome: outcome, arguments: launchCards(doc),
		revisit: stateRevisit(doc, facts),
	}.record(doc)
}

func stateTitle(doc *report.Document) string {
	name := serviceOf(doc)
	switch adr.Decided(doc.Verdict.Readiness) {
	case adr.Go:
		return "Go: " + name + " is ready"
	case adr.GoWithConditions:
		return "Go with conditions: " + name + " has gaps"
	case adr.NoGo:
		return "No go: " + name + " is not ready"
	default:
		return "Go or no go for " + name + ": not decided yet"
	}
}

// stateDrivers are the answers that say how much is asked, with what they ask for, then the other answers about the service.
func stateDrivers(doc *report.Document) []string {
	tiers := doc.Verdict.Readiness.Tiers
	var list []string
	for _, answer := range adr.Drivers(doc) {
		bearing := ""
		at := slices.IndexFunc(tiers, func(t report.Tier) bool { return t.Question == answer.Question })
		if at >= 0 && len(tiers[at].Floors) > 0 {
			bearing = " asks for at least " + raisedFloors(doc, tiers[at].Floors)
		}
		list = append(list, driverSentence(answer, bearing))
	}
	return list
}

// launchCards say what speaks for and against each option.
func launchCards(doc *report.Document) page.Cards {
	cards := page.Cards{Layout: page.Stack}
	for _, decision := range adr.Decisions() {
		cards.Items = append(cards.Items, page.Card{Title: decision.Title(), Blocks: argumentBlock(launchArguments(doc, decision))})
	}
	return cards
}

func launchArguments(doc *report.Document, decision adr.Decision) []argument {
	v := doc.Verdict.Readiness
	critical := slices.Concat(v.Because.CriticalUnmet, v.Because.CriticalUnknown)
	grave := slices.Concat(critical, v.Because.FarBelow)
	var list []argument
	add := func(holds bool, weight, text string) {
		if holds {
			list = append(list, argument{weight, text})
		}
	}
	left := len(v.Readiness.Unmet) - len(grave)
	switch decision {
	case adr.Go:
		add(score.State(v.State) == score.Ready, good, "every point reaches its minimum")
		add(len(grave) > 0, bad, "these points are critical or far below their minimum: "+pointNames(doc, grave))
		add(left > 0 && len(grave) > 0, bad, english.CountOf(left, "other point is", "other points are")+" below the minimum or unknown")
		add(left > 0 && len(grave) == 0, bad, english.CountOf(left, "point is", "points are")+" below the minimum or unknown")
		add(len(v.TierUnknown) > 0, bad, "more could be asked than is known: "+pointNames(doc, v.TierUnknown)+" is open")
	case adr.GoWithConditions:
		add(len(grave) == 0 && left > 0, good, "no point below its minimum is critical, and none is far below; each gets an owner and a date")
		add(len(grave) > 0, bad, "critical points cannot wait for a date after the launch: "+pointNames(doc, grave))
		add(len(v.Readiness.Unmet) == 0, neutral, "no point is below its minimum, so there is no condition to set")
	case adr.NoGo:
		add(len(grave) > 0, good, "these points can be settled first: "+pointNames(doc, grave))
		add(len(grave) == 0 && left > 0, neutral, english.CountOf(left, "point", "points")+" could be settled first")
		add(score.State(v.State) == score.Ready, bad, "nothing that was asked is missing")
		add(true, bad, "what the launch is for has to wait")
	case adr.NoDecision:
	}
	return list
}

func pointNames(doc *report.Document, points []string) string {
	titles := make([]string, len(points))
	for i, id := range points {
		titles[i] = titleOfQuestion(doc.Answers, id)
	}
	return english.List(titles)
}

// stateRevisit says when the proposal is to be looked at again.
func stateRevisit(doc *report.Document, facts *adr.Facts) []string {
	v := doc.Verdict.Readiness
	var sentences []string
	switch {
	case v.State == "":
		sentences = append(sentences, "As soon as it is known how much is asked: that leads to a proposal.")
	case len(v.Readiness.Unmet) > 0:
		sentences = append(sentences, "As soon as the points above are settled.")
	}
	for i := range v.Tiers {
		if next := v.Tiers[i].Next; next != nil && len(next.Floors) > 0 {
			sentences = append(sentences, nextSentence(doc, &v.Tiers[i]))
		}
	}
	return append(sentences, aging(facts))
}
