package team

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

// countVerdicts counts the respondents by the advice that their own answers lead to.
func (b *builder) countVerdicts() map[string]int {
	count := map[string]int{}
	for _, voice := range b.voices {
		count[cmp.Or(wordOf(voice.Result), notScored)]++
	}
	return count
}

// wordOf is the advice or the state of a result; empty for none.
func wordOf(result score.Result) string {
	if result.Readiness != nil {
		return string(result.Readiness.State)
	}
	return string(result.Leaning.Advice)
}

func (b *builder) listOwnVerdicts() []OwnVerdict {
	if !b.Names {
		return nil
	}
	named := []OwnVerdict{}
	for _, voice := range b.voices {
		who := voice.Sheet.Respondent
		own := OwnVerdict{Name: report.Text(who.Name), Role: report.Text(who.Role)}
		if voice.Result.Readiness != nil {
			own.State = report.Text(wordOf(voice.Result))
		} else {
			own.Advice = report.Text(wordOf(voice.Result))
		}
		named = append(named, own)
	}
	slices.SortFunc(named, func(a, b OwnVerdict) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Advice, b.Advice), cmp.Compare(a.State, b.State))
	})
	return named
}

// whyWithheld says why the group gets no combined verdict: a mean of opposite views is nobody's view. It is nil when
// there is nothing to withhold.
//
// A state is never withheld: it rests on the lowest answers, and not on a mean.
func (b *builder) whyWithheld(result score.Result) *Withheld {
	whole := result.Leaning
	if whole == nil || whole.Advice == "" || len(b.Sheets) < 2 {
		return nil
	}
	var reason string
	switch {
	case b.areOpposed(func(l *score.Leaning) score.Band { return l.Practice.Band }):
		reason = "Some see the work on the SysOps side and others on the DevOps side; the middle between them is nobody's view."
	case b.areOpposed(func(l *score.Leaning) score.Band { return l.Situation.Band }):
		reason = "Some see a situation that calls for the SysOps way and others one that calls for the DevOps way."
	case !b.isBacked(whole.Advice):
		reason = fmt.Sprintf("The combined answers lead to %q, but fewer than half of the group, all roles weighted equally, are led "+
			"there by their own answers.", report.AdviceWord(report.Text(whole.Advice)))
	default:
		return nil
	}
	return &Withheld{Reason: reason + " Talk first about the questions below, then answer them again."}
}

// areOpposed reports whether a large part of the group is on each of the two outer sides.
func (b *builder) areOpposed(band func(*score.Leaning) score.Band) bool {
	return b.isLargePart(band, score.SysOps) && b.isLargePart(band, score.DevOps)
}

func (b *builder) isLargePart(band func(*score.Leaning) score.Band, side score.Side) bool {
	part := balancedShare(b.Sheets, func(sheet *answers.Sheet) bool { return score.SideOf(band(b.ownOf(sheet))) == side })
	return part.Cmp(Judged().Opposed) >= 0
}

func (b *builder) ownOf(sheet *answers.Sheet) *score.Leaning {
	return b.voices[slices.Index(b.Sheets, sheet)].Result.Leaning
}

// isBacked reports whether the own answers of enough respondents lead to the combined advice.
func (b *builder) isBacked(advice score.Advice) bool {
	part := balancedShare(b.Sheets, func(sheet *answers.Sheet) bool { return b.ownOf(sheet).Advice == advice })
	return part.Cmp(Judged().Majority) >= 0
}

// generalNotes says what a group result is and is not.
func (b *builder) generalNotes() []string {
	notes := []string{
		fmt.Sprintf("Self-reported by %s; all roles have equal weight, however many people have them.",
			english.Count(len(b.Sheets), "respondent")),
		"Agreement is a reason to talk, no proof: a group can agree and be wrong.",
	}
	if len(b.Sheets) < leastGroup {
		notes = append(notes, fmt.Sprintf("Below %d respondents no figure of agreement is given.", leastGroup))
	}
	if hidden := len(rolesOf(b.Sheets)) - len(b.shown); hidden > 0 {
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
