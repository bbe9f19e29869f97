package panel

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// saying reports whether a sheet says something about what a mean is taken of.
type saying func(*answers.Sheet) bool

// heard are the shown roles of which enough people say something: where nine of ten do not know, the mean of the role is
// what one person said.
func (t *table) heard(says saying) []string {
	if t.ShowSmallGroups {
		return t.shown
	}
	return slices.DeleteFunc(slices.Clone(t.shown), func(role string) bool {
		return len(sayingSo(of(role, t.sheets), says)) < leastGroup
	})
}

// separable are the roles whose own mean may stand beside that of all. Where those who are left are one or two, their mean
// is what is missing between the two figures, so then it is none (complementary suppression, as statistical
// offices call it).
func (t *table) separable(says saying) []string {
	heard := t.heard(says)
	left := slices.DeleteFunc(sayingSo(t.sheets, says), func(sheet *answers.Sheet) bool {
		return slices.Contains(heard, roleOf(sheet))
	})
	if !t.ShowSmallGroups && len(left) > 0 && len(left) < leastGroup {
		return nil
	}
	return heard
}

func sayingSo(sheets []*answers.Sheet, says saying) []*answers.Sheet {
	return slices.DeleteFunc(slices.Clone(sheets), func(sheet *answers.Sheet) bool { return !says(sheet) })
}

// onAxis reports whether a sheet has an answer that the practice on an axis is taken of.
func (t *table) onAxis(axis string) saying {
	return func(sheet *answers.Sheet) bool {
		return slices.ContainsFunc(t.Questionnaire.Questions, func(question questionnaire.Question) bool {
			return question.Axis == axis && question.Measures == questionnaire.Lean &&
				sheet.Get(question.ID).Status == answers.Answered
		})
	}
}

// disclosed says what the figures of a group can still tell about the people in it. No rule can prevent it: the spread of
// the answers and the mean of role means are both shown, and whoever knows the group can compare them.
func (t *table) disclosed(axes []report.TeamAxis) []string {
	var notes []string
	if slices.ContainsFunc(axes, t.keepsBack) {
		notes = append(notes, "A role has no figure of its own where that would tell what one or two people said.")
	}
	if len(t.sheets) > 1 && !t.Names {
		notes = append(notes, "Names are left out, but whoever knows the group can often tell from the answers, the means and the "+
			"notes who said what: agree in the group who reads this.")
	}
	return notes
}

// keepsBack reports that a role of enough people has no mean on an axis on which some of it answered, to protect others.
func (t *table) keepsBack(axis report.TeamAxis) bool {
	says := t.onAxis(axis.ID)
	separable := t.separable(says)
	return slices.ContainsFunc(t.shown, func(role string) bool {
		return !slices.Contains(separable, role) && len(sayingSo(of(role, t.sheets), says)) > 0
	})
}
