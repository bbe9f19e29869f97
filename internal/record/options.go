package record

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Option is one way to run the service: what it would mean here, and what speaks for and against it.
type Option struct {
	Title string
	// Means says for each axis what the option would mean and where the service stands today.
	Means     []report.Fact
	Arguments []Argument
}

// Argument is a reason from the service's own answers: Good, Neutral or Bad, because Text.
type Argument struct {
	Weight string
	Text   string
}

// The weights of an argument, as MADR writes them.
const (
	Good    = "Good"
	Neutral = "Neutral"
	Bad     = "Bad"
)

// model is a way to run a service. The two poles are spelt like the sides.
type model string

const (
	noModel     model = ""
	devOpsModel model = model(score.DevOps)
	sysOpsModel model = model(score.SysOps)
	bothModels  model = "both"
)

func optionTitle(m model) string {
	switch m {
	case devOpsModel:
		return "The DevOps way"
	case sysOpsModel:
		return "The SysOps way"
	case bothModels:
		return "Both ways combined"
	case noModel:
	}
	return ""
}

// suggested is the option that the verdict points to: where a shift leads is where the situation lies.
func suggested(v *report.Leaning) model {
	switch score.Advice(v.Advice) {
	case score.StayDevOps:
		return devOpsModel
	case score.StaySysOps:
		return sysOpsModel
	case score.StayHybrid, score.Combine:
		return bothModels
	case score.ShiftDevOps, score.ShiftSysOps:
		if side := report.SideOf(v.Situation.Band); side != score.Middle {
			return model(side)
		}
		return bothModels
	}
	return noModel
}

// options lists all three, in an order that means nothing.
func options(doc *report.Document) []Option {
	var list []Option
	for _, m := range []model{devOpsModel, sysOpsModel, bothModels} {
		list = append(list, Option{Title: optionTitle(m), Means: means(doc, m), Arguments: arguments(doc, m)})
	}
	return list
}

func means(doc *report.Document, m model) []report.Fact {
	var list []report.Fact
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		list = append(list, report.Fact{Label: axis.Title, Value: aim(axis, m) + "; " + fromToday(axis, aimedSide(axis, m))})
	}
	return list
}

// aim says what an option would mean on an axis. To combine is to do on each axis what its situation calls for.
func aim(axis *report.Axis, m model) string {
	switch m {
	case devOpsModel:
		return orPole(axis.High, "DevOps")
	case sysOpsModel:
		return orPole(axis.Low, "SysOps")
	case bothModels, noModel:
	}
	if axis.Situation.Value == nil {
		return "some of each, for its situation is not known"
	}
	switch aimedSide(axis, m) {
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
	return text
}

// aimedSide is where an option would put an axis.
func aimedSide(axis *report.Axis, m model) score.Side {
	switch m {
	case devOpsModel, sysOpsModel:
		return score.Side(m)
	case bothModels, noModel:
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
		return "so it is today"
	case today == score.Middle:
		return "today it is a mix"
	}
	return "today it is " + report.Working(axis.Practice.Band)
}

// arguments are the answers about the situation, each for or against an option.
func arguments(doc *report.Document, m model) []Argument {
	if m == bothModels {
		return combineArguments(doc)
	}
	var good, neutral, bad []Argument
	for _, answer := range situationAnswers(doc) {
		if weightiest(doc, answer) == "" {
			continue
		}
		switch sideOfAnswer(answer) {
		case score.Side(m):
			good = append(good, Argument{Good, withAnswer(answer) + " speaks " + firmly(answer) + " for it"})
		case score.Middle:
			neutral = append(neutral, Argument{Neutral, withAnswer(answer) + " speaks for neither way"})
		case "":
		default:
			bad = append(bad, Argument{Bad, withAnswer(answer) + " speaks " + firmly(answer) + " for the other way"})
		}
	}
	return append(append(good, neutral...), bad...)
}

// firmly is how much an answer on a side speaks for it.
func firmly(answer *report.Answer) string {
	switch score.Band(bandOf(*answer.Value)) {
	case score.StrongDevOps, score.StrongSysOps:
		return "clearly"
	default:
		return "rather"
	}
}

// combineArguments weigh what both kinds of answers call for against the price of two ways.
func combineArguments(doc *report.Document) []Argument {
	devOps, sysOps := onSide(doc, score.DevOps), onSide(doc, score.SysOps)
	var list []Argument
	switch {
	case len(devOps) > 0 && len(sysOps) > 0:
		list = append(list, Argument{Good, fmt.Sprintf("needs of both kinds can each be met where they arise: %s for the DevOps way, "+
			"%s for the SysOps way", questionNames(devOps), questionNames(sysOps))})
	case len(devOps) > 0:
		list = append(list, Argument{Bad, "no answer about the situation speaks for the SysOps way, so there is little to combine"})
	case len(sysOps) > 0:
		list = append(list, Argument{Bad, "no answer about the situation speaks for the DevOps way, so there is little to combine"})
	}
	if split := contradictions(doc); len(split) > 0 {
		var titles []string
		for _, c := range split {
			titles = append(titles, c.axis.Title)
		}
		list = append(list, Argument{Good, "one way alone would leave a need unserved on " + english.List(titles)})
	}
	return append(list, Argument{Bad, "two ways of working have to be agreed on, learned and kept up side by side"})
}

// onSide are the answers about the situation that speak for a side.
func onSide(doc *report.Document, side score.Side) []*report.Answer {
	var list []*report.Answer
	for _, answer := range situationAnswers(doc) {
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
