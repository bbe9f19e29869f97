package record

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// consequences say what the proposed option makes easier and harder, and what has to move for it.
func consequences(doc *report.Document) []Argument {
	proposed := suggested(doc.Verdict.Leaning)
	if proposed == noModel {
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
			remark += "; exempted " + report.ExemptedWords(exemption)
		}
		list = append(list, fmt.Sprintf("A warning stands (%s): %s", remark, warning.Text))
	}
	if len(list) == 0 && report.Advises(doc) {
		list = append(list, "No warning stands, and no axis is below the readiness that is called for.")
	}
	return list
}

// otherSteps name the recommendations behind the first ones.
func otherSteps(story report.Story) []string {
	var sentences []string
	for _, rest := range []struct {
		lead  string
		steps []report.Recommendation
	}{{"Also worth doing now: ", story.Then}, {"For later, once other things are done: ", story.Later}} {
		var titles []string
		for _, step := range rest.steps {
			titles = append(titles, english.Quote(step.Title))
		}
		if len(titles) > 0 {
			sentences = append(sentences, rest.lead+english.List(titles)+".")
		}
	}
	return sentences
}

// served says which needs an option meets by itself and which have to be met on purpose.
func served(doc *report.Document, m model) []Argument {
	devOps, sysOps := onSide(doc, score.DevOps), onSide(doc, score.SysOps)
	easy, hard := devOps, sysOps
	switch m {
	case sysOpsModel:
		easy, hard = sysOps, devOps
	case bothModels:
		easy, hard = append(devOps, sysOps...), nil
	case devOpsModel, noModel:
	}
	var list []Argument
	if len(easy) > 0 {
		list = append(list, Argument{Good, "it makes easier what these answers ask for: " + questionNames(easy)})
	}
	if len(hard) > 0 {
		list = append(list, Argument{Bad, "it makes harder what these answers ask for, which then has to be met on purpose: " +
			questionNames(hard)})
	}
	if m == bothModels {
		list = append(list, Argument{Bad, "it has to be settled, and settled again, which way serves which part"})
	}
	return list
}

// moves say on which axes the way of working can stay, and where the situation asks for another.
func moves(doc *report.Document) []Argument {
	var stay, asked []string
	asking := map[string][]string{}
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		switch score.Direction(axis.Direction) {
		case score.Aligned, score.LessPronounced, score.MorePronounced:
			stay = append(stay, axis.Title)
		case score.TowardsDevOps, score.TowardsSysOps:
			words := report.Asks(axis)
			if asking[words] == nil {
				asked = append(asked, words)
			}
			asking[words] = append(asking[words], axis.Title)
		}
	}
	var list []Argument
	if len(stay) > 0 {
		list = append(list, Argument{Good, "the way of working can stay on the side where it is on " + english.List(stay)})
	}
	for _, words := range asked {
		list = append(list, Argument{Neutral, "on " + english.List(asking[words]) + " " + words})
	}
	return list
}

// missing says where readiness is below what is called for.
func missing(doc *report.Document) []string {
	var list []string
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		if isShort(axis.Shortfall.Value) {
			list = append(list, fmt.Sprintf("Readiness on %s is %s of 4 where at least %s is called for.",
				axis.Title, english.Plain(axis.Readiness.Value, 1), english.Plain(axis.Floor, 1)))
		}
	}
	return list
}
