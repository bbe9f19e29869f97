package adr

import (
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Option is a way to run a service. The two poles are spelt like the sides.
type Option string

// The options of a record, and none.
const (
	NoOption  Option = ""
	DevOpsWay Option = Option(score.DevOps)
	SysOpsWay Option = Option(score.SysOps)
	BothWays  Option = "both"
)

// Options returns all three, in an order that means nothing.
func Options() []Option { return []Option{DevOpsWay, SysOpsWay, BothWays} }

// Title names an option; empty for none.
func (o Option) Title() string {
	switch o {
	case DevOpsWay:
		return "The DevOps way"
	case SysOpsWay:
		return "The SysOps way"
	case BothWays:
		return "Both ways combined"
	case NoOption:
	}
	return ""
}

// Proposed is the option that a verdict points to: where a shift leads is where the situation lies.
func Proposed(v *report.Leaning) Option {
	switch score.Advice(v.Advice) {
	case score.StayDevOps:
		return DevOpsWay
	case score.StaySysOps:
		return SysOpsWay
	case score.StayHybrid, score.Combine:
		return BothWays
	case score.ShiftDevOps, score.ShiftSysOps:
		if side := report.SideOf(v.Situation.Band); side != score.Middle {
			return Option(side)
		}
		return BothWays
	}
	return NoOption
}

// Drivers are the answered questions about the situation, in order.
func Drivers(doc *report.Document) []*report.Answer {
	var list []*report.Answer
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		if answer.Measures == string(questionnaire.Context) && answer.IsAnswered() {
			list = append(list, answer)
		}
	}
	return list
}
