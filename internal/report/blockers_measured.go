package report

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/english"
)

// demandOnMetric says which figure has to be where, and where it is today.
func (b builder) demandOnMetric(test condition.Condition, negated bool) string {
	facts := advice.NewFacts(b.run.Questionnaire, b.run.Sheet, b.run.Score)
	today := "not known"
	if value := facts.Figures().Value(test.Metric, test.Axis); value != nil {
		today = MetricFigure(test.Metric, Nearest(value))
	}
	return fmt.Sprintf("%s%s %s %s (%s: %s)",
		test.Metric.Definition().Subject, b.onAxis(test.Axis), hasToBe(negated), bounds(test.Bounds), b.whenever(), today)
}

// onAxis names the axis; nothing for the whole.
func (b builder) onAxis(id string) string {
	if id == condition.Overall || id == "" {
		return ""
	}
	return " on " + b.axisTitle(id)
}

func (b builder) axisTitle(id string) string {
	if axis := b.run.Questionnaire.Axis(id); axis != nil {
		return axis.Title
	}
	return id
}

// demandOnShift says which way the situation has to call an axis, or must not.
func (b builder) demandOnShift(test condition.Condition, negated bool) string {
	if b.run.Questionnaire.Axis(test.Axis) == nil {
		return "the axis " + test.Axis + " has to be known, and this questionnaire does not have it"
	}
	verb := "has to"
	if negated != (test.Kind == condition.NotShiftTest) {
		verb = "must not"
	}
	return fmt.Sprintf("the situation %s call for a move towards %s on %s (%s: %s)",
		verb, poleWord(test.Towards), b.axisTitle(test.Axis), b.whenever(), DirectionWord(b.directionOf(test.Axis)))
}

func poleWord(pole string) string {
	if pole == "devops" {
		return "DevOps"
	}
	return "SysOps"
}

func (b builder) directionOf(axis string) Text {
	for i := range b.run.Score.Leaning.Axes {
		if a := &b.run.Score.Leaning.Axes[i]; a.ID == axis {
			return Text(a.Direction)
		}
	}
	return ""
}

func bounds(list []condition.Bound) string {
	var parts []string
	for _, bound := range list {
		parts = append(parts, bound.Op.Words()+" "+english.Exact(bound.Value))
	}
	return strings.Join(parts, " and ")
}
