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

// argument is a reason from the service's own answers: Good, Neutral or Bad, as MADR writes them, because of the text.
type argument struct{ weight, text string }

const (
	good    = "Good"
	neutral = "Neutral"
	bad     = "Bad"
)

// argumentBlock lists arguments; none for none.
func argumentBlock(arguments []argument) []page.Block {
	var sentences []string
	for _, a := range arguments {
		sentences = append(sentences, a.weight+", because "+a.text)
	}
	return listBlock(sentences)
}

func optionTitles[O interface{ Title() string }](options []O) page.List {
	var titles []string
	for _, option := range options {
		titles = append(titles, option.Title())
	}
	return titles
}

// optionCards say of each option what it would mean here, and what speaks for and against it.
func optionCards(doc *report.Document) page.Cards {
	cards := page.Cards{Layout: page.Stack}
	for _, option := range adr.Options() {
		blocks := []page.Block{
			page.Text("Here it would mean:"),
			page.Facts{Items: optionMeans(doc, option)},
			page.Text("What the answers about the situation say to that:"),
		}
		blocks = append(blocks, argumentBlock(optionArguments(doc, option))...)
		cards.Items = append(cards.Items, page.Card{Title: option.Title(), Blocks: blocks})
	}
	return cards
}

func optionMeans(doc *report.Document, option adr.Option) []page.Fact {
	var list []page.Fact
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		list = append(list, page.Fact{Label: said(axis.Title), Value: aim(axis, option) + "; " + fromToday(axis, aimedSide(axis, option))})
	}
	return list
}

// aim says what an option would mean on an axis. To combine is to do on each axis what its situation calls for.
func aim(axis *report.Axis, option adr.Option) string {
	switch option {
	case adr.DevOpsWay:
		return orPole(axis.High, "DevOps")
	case adr.SysOpsWay:
		return orPole(axis.Low, "SysOps")
	case adr.BothWays, adr.NoOption:
	}
	if axis.Situation.Value == nil {
		return "some of each, for its situation is not known"
	}
	switch aimedSide(axis, option) {
	case score.DevOps:
		return orPole(axis.High, "DevOps") + ", as its situation calls for"
	case score.SysOps:
		return orPole(axis.Low, "SysOps") + ", as its situation calls for"
	case score.Middle:
	}
	return "some of each, as its situation calls for"
}

func orPole(text, pole string) string {
	if text == "" {
		return "the " + pole + " way"
	}
	return said(text)
}

// aimedSide is where an option would put an axis.
func aimedSide(axis *report.Axis, option adr.Option) score.Side {
	switch option {
	case adr.DevOpsWay, adr.SysOpsWay:
		return score.Side(option)
	case adr.BothWays, adr.NoOption:
	}
	if axis.Situation.Value == nil {
		return score.Middle
	}
	return report.SideOf(axis.Situation.Band)
}

// fromToday says how far a side is from how the service is run today.
func fromToday(axis *report.Axis, aimed score.Side) string {
	today := report.SideOf(axis.Practice.Band)
	switch {
	case !axis.Practice.Scored:
		return "how it is today is not known"
	case today == aimed:
		return "as today"
	case today == score.Middle:
		return "today it is a mix"
	}
	return "today it is " + verdict.Shipped().Works(axis.Practice.Band)
}

// optionArguments are the answers about the situation, each for or against an option.
func optionArguments(doc *report.Document, option adr.Option) []argument {
	if option == adr.BothWays {
		return combineArguments(doc)
	}
	var pros, even, cons []argument
	for _, answer := range adr.Drivers(doc) {
		if weightiest(doc, answer) == "" {
			continue
		}
		switch sideOfAnswer(answer) {
		case score.Side(option):
			pros = append(pros, argument{good, withAnswer(answer) + " " + pointing(answer, "to it", "towards it")})
		case score.Middle:
			even = append(even, argument{neutral, withAnswer(answer) + " points to neither way"})
		case "":
		default:
			cons = append(cons, argument{bad, withAnswer(answer) + " " + pointing(answer, "the other way", "the other way")})
		}
	}
	return append(append(pros, even...), cons...)
}

// pointing says how much an answer on a side points somewhere.
func pointing(answer *report.Answer, clearly, leaning string) string {
	switch score.Band(bandOf(*answer.Value)) {
	case score.StrongDevOps, score.StrongSysOps:
		return "clearly points " + clearly
	default:
		return "leans " + leaning
	}
}

// combineArguments weigh what both kinds of answers call for against the price of two ways.
func combineArguments(doc *report.Document) []argument {
	devOps, sysOps := onSide(doc, score.DevOps), onSide(doc, score.SysOps)
	var list []argument
	switch {
	case len(devOps) > 0 && len(sysOps) > 0:
		list = append(list, argument{good, fmt.Sprintf("needs of both kinds can each be met where they arise: %s for the DevOps way, "+
			"%s for the SysOps way", questionNames(devOps), questionNames(sysOps))})
	case len(devOps) > 0:
		list = append(list, argument{bad, "no answer about the situation points to the SysOps way, so there is little to combine"})
	case len(sysOps) > 0:
		list = append(list, argument{bad, "no answer about the situation points to the DevOps way, so there is little to combine"})
	}
	if split := contradictions(doc); len(split) > 0 {
		var titles []string
		for _, c := range split {
			titles = append(titles, said(c.axis.Title))
		}
		list = append(list, argument{good, "one way alone would leave a need unserved on " + english.List(titles)})
	}
	return append(list, argument{bad, "two ways of working have to be agreed on, learned and kept up side by side"})
}

// onSide are the answers about the situation that speak for a side.
func onSide(doc *report.Document, side score.Side) []*report.Answer {
	var list []*report.Answer
	for _, answer := range adr.Drivers(doc) {
		if weightiest(doc, answer) != "" && sideOfAnswer(answer) == side {
			list = append(list, answer)
		}
	}
	return list
}

// contradiction is an axis that answers about the situation pull to both ends.
type contradiction struct {
	axis           *report.Axis
	devOps, sysOps []*report.Answer
}

func contradictions(doc *report.Document) []contradiction {
	var list []contradiction
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		c := contradiction{axis, bearingOn(axis, onSide(doc, score.DevOps)), bearingOn(axis, onSide(doc, score.SysOps))}
		if len(c.devOps) > 0 && len(c.sysOps) > 0 {
			list = append(list, c)
		}
	}
	return list
}

func bearingOn(axis *report.Axis, list []*report.Answer) []*report.Answer {
	return slices.DeleteFunc(slices.Clone(list), func(answer *report.Answer) bool { return answer.Weights[axis.ID] <= 0 })
}
