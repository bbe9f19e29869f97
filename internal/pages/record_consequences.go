package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// consequences say what the proposed option makes easier and harder, what has to be faced whatever is decided, and how to see
// whether it holds.
func consequences(doc *report.Document) page.Cards {
	return consequencesOf(proposedConsequences(doc), regardless(doc))
}

// consequencesOf are those of the proposed option, and what has to be faced anyway.
func consequencesOf(proposed []argument, list []string) page.Cards {
	blocks := argumentBlock(proposed)
	if len(list) > 0 {
		blocks = append(blocks, page.Text("Whatever is decided:"), page.List(list))
	}
	cards := confirmation()
	if len(blocks) > 0 {
		cards.Items = append([]page.Card{{Title: adr.TitleConsequences, Blocks: blocks}}, cards.Items...)
	}
	return cards
}

func confirmation() page.Cards {
	return page.Cards{Layout: page.Stack, Items: []page.Card{{Title: "Confirmation", Blocks: []page.Block{
		page.Text("Assess again and compare the result with this record. This lists what no longer holds and leaves the record as it is:"),
		page.Commands{{Line: adr.AmendCommand}},
	}}}}
}

func proposedConsequences(doc *report.Document) []argument {
	proposed := adr.Proposed(doc.Verdict.Leaning)
	if proposed == adr.NoOption {
		return nil
	}
	return append(served(doc, proposed), moves(doc)...)
}

// regardless says what is missing and dangerous under any option.
func regardless(doc *report.Document) []string {
	list := missing(doc)
	for _, warning := range doc.Warnings {
		remark := warning.Severity
		if exemption := report.ExemptionOf(doc, warning.ID); exemption != nil {
			remark += "; exempted " + report.ExemptedWords(exemption, said)
		}
		list = append(list, fmt.Sprintf("A warning stands (%s): %s", remark, said(warningName(warning.ID, warning.Title, warning.Text))))
	}
	if len(list) == 0 && report.Advises(doc) {
		if doc.Verdict.Readiness != nil {
			return []string{"No warning stands."} // Points may be below their minimum where no axis is.
		}
		list = append(list, "No warning stands, and no axis is below the readiness that is called for.")
	}
	return list
}

// served says which needs an option meets by itself and which have to be met on purpose.
func served(doc *report.Document, option adr.Option) []argument {
	devOps, sysOps := onSide(doc, score.DevOps), onSide(doc, score.SysOps)
	easy, hard := devOps, sysOps
	switch option {
	case adr.SysOpsWay:
		easy, hard = sysOps, devOps
	case adr.BothWays:
		easy, hard = append(devOps, sysOps...), nil
	case adr.DevOpsWay, adr.NoOption:
	}
	var list []argument
	if len(easy) > 0 {
		list = append(list, argument{good, "it makes easier what these answers ask for: " + questionNames(easy)})
	}
	if len(hard) > 0 {
		list = append(list, argument{bad, "it makes harder what these answers ask for, which then has to be met on purpose: " +
			questionNames(hard)})
	}
	if option == adr.BothWays {
		list = append(list, argument{bad, "it has to be settled, and settled again, which way serves which part"})
	}
	return list
}

// moves say on which axes the way of working can stay, and where the situation asks for another.
func moves(doc *report.Document) []argument {
	var stay, asked []string
	asking := map[string][]string{}
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		switch score.Direction(axis.Direction) {
		case score.Aligned, score.LessPronounced, score.MorePronounced:
			stay = append(stay, said(axis.Title))
		case score.TowardsDevOps, score.TowardsSysOps:
			words := asks(axis)
			if asking[words] == nil {
				asked = append(asked, words)
			}
			asking[words] = append(asking[words], said(axis.Title))
		}
	}
	var list []argument
	if len(stay) > 0 {
		list = append(list, argument{good, "the way of working can stay on the side where it is on " + english.List(stay)})
	}
	for _, words := range asked {
		list = append(list, argument{neutral, "on " + english.List(asking[words]) + " " + words})
	}
	return list
}

// missing says where readiness is below what is called for.
func missing(doc *report.Document) []string {
	var list []string
	for _, axis := range doc.Levels() {
		if short := axis.Shortfall.Value; short != nil && *short > 0 {
			list = append(list, fmt.Sprintf("Readiness on %s is %s out of 4 where at least %s is called for.",
				said(axis.Title), report.Level(axis.Readiness.Value), report.Level(axis.Floor)))
		}
	}
	return list
}

// asks says what the situation asks of an axis whose direction is not aligned.
func asks(axis *report.Axis) string {
	more, less := poles(axis)
	if report.SideOf(axis.Practice.Band) == score.Middle && report.SideOf(axis.Situation.Band) == score.Middle {
		return "the situation asks for a little more of the " + more + " way"
	}
	switch score.Direction(axis.Direction) {
	case score.LessPronounced:
		return "the situation asks for the " + less + " way too, but less pronounced"
	case score.MorePronounced:
		return "the situation asks for the " + more + " way too, and more pronounced"
	case score.TowardsDevOps, score.TowardsSysOps:
		if report.SideOf(axis.Situation.Band) == score.Middle {
			return "the situation asks for less of the " + less + " way"
		}
		return "the situation asks for more of the " + more + " way"
	case score.Aligned:
	}
	return report.DirectionWord(axis.Direction)
}

// poles names the pole that the situation pulls an axis to and the one that it pulls it away from.
func poles(axis *report.Axis) (to, away string) {
	if above(axis.Gap, 0) {
		return "DevOps", "SysOps"
	}
	return "SysOps", "DevOps"
}

func above(value *float64, edge float64) bool { return value != nil && *value > edge }
