package methodology

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/team"
)

// voice is a respondent of the example: a role, and the position of the option chosen on each question about delivery.
type voice struct {
	role     string
	position *big.Rat
}

func respondents() []voice {
	return []voice{
		{"developer", big.NewRat(1, 2)},
		{"developer", ratOne()},
		{"operations", big.NewRat(-1, 2)},
		{"operations", new(big.Rat)},
		{"manager", ratOne()},
	}
}

// teamSteps lets five people answer the questions about delivery, each the same on all of them.
func (b *builder) teamSteps() []Step {
	meeting := team.Input{Questionnaire: b.shop.q, ShowSmallGroups: true}
	for _, v := range respondents() {
		meeting.Sheets = append(meeting.Sheets, b.answerSheet(v))
	}
	group := team.Build(meeting)
	for i := range group.Axes {
		if group.Axes[i].ID == "delivery" {
			return roleSteps(&group.Axes[i])
		}
	}
	return nil
}

func (b *builder) answerSheet(v voice) *answers.Sheet {
	sheet := &answers.Sheet{
		Questionnaire: b.shop.q.ID, Respondent: answers.Respondent{Role: v.role}, Answers: map[string]answers.Answer{},
	}
	for i := range b.shop.q.Questions {
		question := &b.shop.q.Questions[i]
		if question.Measures != questionnaire.Lean || question.Axis != "delivery" {
			continue
		}
		for j := range question.Options {
			if option := &question.Options[j]; option.Position.Cmp(v.position) == 0 {
				sheet.Answers[question.ID] = answers.Answer{Status: answers.Answered, Option: option.ID}
			}
		}
	}
	return sheet
}

func roleSteps(axis *team.Axis) []Step {
	var steps []Step
	var means []term
	for _, role := range []string{"developer", "operations", "manager"} {
		var own []term
		for _, v := range respondents() {
			if v.role == role {
				own = append(own, term{ratOne(), v.position})
			}
		}
		mean := axis.RoleMeans[role]
		steps = append(steps, Step{"Mean of " + role, formatMean(own), formatRounded(mean)})
		means = append(means, term{ratOne(), roundedRat(mean)})
	}
	return append(steps,
		Step{"Mean of the group", formatMean(means), formatRounded(axis.Practice.Value)},
		Step{"Role gap", workOutGap(means), formatRounded(axis.RoleGap)},
		Step{"Consensus", workOutConsensus(), formatRounded(axis.Consensus) + ", " + string(axis.Agreement)},
	)
}

// workOutGap writes the distance between the highest and the lowest of some means.
func workOutGap(means []term) string {
	lowest, highest := means[0].value, means[0].value
	for _, t := range means {
		if t.value.Cmp(lowest) < 0 {
			lowest = t.value
		}
		if t.value.Cmp(highest) > 0 {
			highest = t.value
		}
	}
	return formatDifference(highest, lowest)
}

// workOutConsensus writes what is left of the line between each answer and the plain mean of all.
func workOutConsensus() string {
	mean, count := new(big.Rat), ratInt(len(respondents()))
	for _, v := range respondents() {
		mean.Add(mean, v.position)
	}
	mean.Quo(mean, count)
	var logs []string
	for _, v := range respondents() {
		left := new(big.Rat).Sub(v.position, mean)
		left.Quo(left.Abs(left), ratInt(2))
		logs = append(logs, "log2("+formatExact(left.Sub(ratOne(), left))+")")
	}
	return fmt.Sprintf("1 + (%s) / %s", strings.Join(logs, " + "), formatExact(count))
}

// formatRounded writes a figure of a group result, which is not exact.
func formatRounded(value *float64) string {
	if value == nil {
		return formatResult(nil)
	}
	return english.Plain(value, 4)
}

// roundedRat is the decimal that a figure of a group result is shown as; 0 for none.
func roundedRat(value *float64) *big.Rat {
	if value == nil || math.IsNaN(*value) {
		return new(big.Rat)
	}
	exact, _ := new(big.Rat).SetString(formatRounded(value))
	return exact
}
