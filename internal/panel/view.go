package panel

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// notScored counts the respondents whose own answers lead to no advice.
const notScored = "not_scored"

// verdicts counts the respondents by the advice that their own answers lead to.
func (t *table) verdicts() map[string]int {
	count := map[string]int{}
	for _, own := range t.own {
		count[cmp.Or(string(own.Advice), notScored)]++
	}
	return count
}

func (t *table) names() []report.Voice {
	if !t.Names {
		return nil
	}
	voices := []report.Voice{}
	for i, sheet := range t.sheets {
		voices = append(voices, report.Voice{
			Name: report.Text(sheet.Respondent.Name), Role: report.Text(sheet.Respondent.Role),
			Advice: report.Text(t.own[i].Advice),
		})
	}
	slices.SortFunc(voices, func(a, b report.Voice) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Advice, b.Advice))
	})
	return voices
}

// withheld says why the group gets no combined verdict: a mean of people who see opposite things is nobody's view.
// It is nil when there is nothing to withhold.
func (t *table) withheld(whole *score.Leaning) *report.Withheld {
	if whole.Advice == "" || len(t.sheets) < 2 {
		return nil
	}
	var reason string
	switch {
	case t.opposed(func(l *score.Leaning) score.Band { return l.Practice.Band }):
		reason = "Some see the work on the SysOps side and others on the DevOps side; the middle between them is nobody's view."
	case t.opposed(func(l *score.Leaning) score.Band { return l.Situation.Band }):
		reason = "Some see a situation that calls for the SysOps way and others one that calls for the DevOps way."
	case !t.isBacked(whole.Advice):
		reason = fmt.Sprintf("The combined answers lead to %q, but fewer than half of the group, each role counting alike, are led "+
			"there by their own answers.", report.AdviceWord(report.Text(whole.Advice)))
	default:
		return nil
	}
	return &report.Withheld{Reason: reason + " Talk first about the questions below, then answer them again."}
}

// opposed reports that each of the two outer sides is seen by a weighty part of the group.
func (t *table) opposed(band func(*score.Leaning) score.Band) bool {
	return t.weighty(band, score.SysOps) && t.weighty(band, score.DevOps)
}

func (t *table) weighty(band func(*score.Leaning) score.Band, side score.Side) bool {
	part := share(t.sheets, func(sheet *answers.Sheet) bool { return score.SideOf(band(t.ownOf(sheet))) == side })
	return part.Cmp(Judged().Opposed) >= 0
}

func (t *table) ownOf(sheet *answers.Sheet) *score.Leaning {
	return t.own[slices.Index(t.sheets, sheet)]
}

// isBacked reports that the own answers of enough respondents lead to the combined advice.
func (t *table) isBacked(advice score.Advice) bool {
	part := share(t.sheets, func(sheet *answers.Sheet) bool { return t.ownOf(sheet).Advice == advice })
	return part.Cmp(Judged().Majority) >= 0
}

// notes say what a group result is and is not.
func (t *table) notes() []string {
	notes := []string{
		fmt.Sprintf("Self-reported by %s; each role counts alike, however many people hold it.",
			english.Count(len(t.sheets), "respondent")),
		"Agreement is a reason to talk, no proof: a group can agree and be wrong.",
	}
	if len(t.sheets) < leastGroup {
		notes = append(notes, fmt.Sprintf("Below %d respondents no figure of agreement is given.", leastGroup))
	}
	if hidden := len(rolesOf(t.sheets)) - len(t.shown); hidden > 0 {
		notes = append(notes, fmt.Sprintf("%s not shown alone, having fewer than %d people.", areRoles(hidden), leastGroup))
	}
	return notes
}

func areRoles(n int) string {
	if n == 1 {
		return "1 role is"
	}
	return fmt.Sprintf("%d roles are", n)
}
