package report

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/score"
)

// RecordOption is one way to run the service: what it would mean here, and what speaks for and against it.
type RecordOption struct {
	Title string
	// Means says for each axis what the option would mean and where the service stands today.
	Means     []Fact
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

// option is a way to run a service. The two poles are spelt like the sides.
type option string

const (
	noOption     option = ""
	devOpsOption option = option(score.DevOps)
	sysOpsOption option = option(score.SysOps)
	bothOption   option = "both"
)

func optionTitle(o option) string {
	switch o {
	case devOpsOption:
		return "The DevOps way"
	case sysOpsOption:
		return "The SysOps way"
	case bothOption:
		return "Both ways combined"
	case noOption:
	}
	return ""
}

// suggested is the option that the verdict points to: where a shift leads is where the situation lies.
func suggested(v *Leaning) option {
	switch score.Advice(v.Advice) {
	case score.StayDevOps:
		return devOpsOption
	case score.StaySysOps:
		return sysOpsOption
	case score.StayHybrid, score.Combine:
		return bothOption
	case score.ShiftDevOps, score.ShiftSysOps:
		if side := SideOf(v.Situation.Band); side != score.Middle {
			return option(side)
		}
		return bothOption
	}
	return noOption
}

// options lists all three, in an order that means nothing.
func options(doc *Document) []RecordOption {
	var list []RecordOption
	for _, o := range []option{devOpsOption, sysOpsOption, bothOption} {
		list = append(list, RecordOption{Title: optionTitle(o), Means: means(doc, o), Arguments: arguments(doc, o)})
	}
	return list
}

func means(doc *Document, o option) []Fact {
	var list []Fact
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		list = append(list, Fact{Label: axis.Title, Value: aim(axis, o) + "; " + fromToday(axis, aimedSide(axis, o))})
	}
	return list
}

// aim says what an option would mean on an axis. To combine is to do on each axis what its situation calls for.
func aim(axis *Axis, o option) string {
	switch o {
	case devOpsOption:
		return orPole(axis.High, "DevOps")
	case sysOpsOption:
		return orPole(axis.Low, "SysOps")
	case bothOption, noOption:
	}
	if axis.Situation.Value == nil {
		return "some of each, for its situation is not known"
	}
	switch aimedSide(axis, o) {
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
func aimedSide(axis *Axis, o option) score.Side {
	switch o {
	case devOpsOption, sysOpsOption:
		return score.Side(o)
	case bothOption, noOption:
	}
	if axis.Situation.Value == nil {
		return score.Middle
	}
	return SideOf(axis.Situation.Band)
}

// fromToday says how far a side is from how the service is run today.
func fromToday(axis *Axis, aimed score.Side) string {
	today := SideOf(axis.Practice.Band)
	switch {
	case !axis.Practice.Scored:
		return "how it is today is not known"
	case today == aimed:
		return "so it is today"
	case today == score.Middle:
		return "today it is a mix"
	}
	return "today it is " + working(axis.Practice.Band)
}

// arguments are the answers about the situation, each for or against an option.
func arguments(doc *Document, o option) []Argument {
	if o == bothOption {
		return combineArguments(doc)
	}
	var good, neutral, bad []Argument
	for _, answer := range situationAnswers(doc) {
		if weightiest(doc, answer) == "" {
			continue
		}
		switch sideOfAnswer(answer) {
		case score.Side(o):
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
func firmly(answer *Answer) string {
	switch score.Band(bandOf(*answer.Value)) {
	case score.StrongDevOps, score.StrongSysOps:
		return "clearly"
	default:
		return "rather"
	}
}

// combineArguments weigh what both kinds of answers call for against the price of two ways.
func combineArguments(doc *Document) []Argument {
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
		list = append(list, Argument{Good, "one way alone would leave a need unserved on " + Listed(titles)})
	}
	return append(list, Argument{Bad, "two ways of working have to be agreed on, learned and kept up side by side"})
}

// onSide are the answers about the situation that speak for a side.
func onSide(doc *Document, side score.Side) []*Answer {
	var list []*Answer
	for _, answer := range situationAnswers(doc) {
		if weightiest(doc, answer) != "" && sideOfAnswer(answer) == side {
			list = append(list, answer)
		}
	}
	return list
}

// contradiction is an axis that answers about the situation pull to both ends.
type contradiction struct {
	axis           *Axis
	devOps, sysOps []*Answer
}

func contradictions(doc *Document) []contradiction {
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

func bearingOn(axis *Axis, list []*Answer) []*Answer {
	return slices.DeleteFunc(slices.Clone(list), func(answer *Answer) bool { return answer.Weights[axis.ID] <= 0 })
}
