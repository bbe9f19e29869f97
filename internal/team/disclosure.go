package team

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// answersPart reports whether a sheet answers anything of what a mean is taken of.
type answersPart func(*answers.Sheet) bool

// measurableRoles are the shown roles of which enough people say something: where nine of ten do not know, the mean of the role is
// what one person said.
func (b *builder) measurableRoles(isPart answersPart) []string {
	if b.ShowSmallGroups {
		return b.shown
	}
	return slices.DeleteFunc(slices.Clone(b.shown), func(role string) bool {
		return len(matching(sheetsOf(role, b.Sheets), isPart)) < leastGroup
	})
}

// disclosableRoles are the roles whose own mean may stand beside that of all. Where those who are left are one or two, their mean
// is what is missing between the two figures, so then it is none (complementary suppression, as statistical
// offices call it).
func (b *builder) disclosableRoles(isPart answersPart) []string {
	measurable := b.measurableRoles(isPart)
	left := slices.DeleteFunc(matching(b.Sheets, isPart), func(sheet *answers.Sheet) bool {
		return slices.Contains(measurable, roleOf(sheet))
	})
	if !b.ShowSmallGroups && len(left) > 0 && len(left) < leastGroup {
		return nil
	}
	return measurable
}

func matching(sheets []*answers.Sheet, isPart answersPart) []*answers.Sheet {
	return slices.DeleteFunc(slices.Clone(sheets), func(sheet *answers.Sheet) bool { return !isPart(sheet) })
}

// answersOn reports whether a sheet has an answer that the practice on an axis is taken of.
func (b *builder) answersOn(axis string) answersPart {
	return func(sheet *answers.Sheet) bool {
		return slices.ContainsFunc(b.Questionnaire.Questions, func(question questionnaire.Question) bool {
			return question.Axis == axis && question.Measures == questionnaire.Lean &&
				sheet.Get(question.ID).Status == answers.Answered
		})
	}
}

// disclosureNotes say what the figures of a group can still tell about the people in it. No rule can prevent it: the spread of
// the answers and the mean of role means are both shown, and whoever knows the group can compare them.
func (b *builder) disclosureNotes(axes []Axis) []string {
	var notes []string
	if slices.ContainsFunc(axes, b.withholdsMean) {
		notes = append(notes, "A role has no figure of its own where that would tell what one or two people said.")
	}
	if len(b.Sheets) > 1 && !b.Names {
		notes = append(notes, "Names are left out, but whoever knows the group can often tell from the answers, the means and the "+
			"notes who said what: agree in the group who reads this.")
	}
	return notes
}

// withholdsMean reports that a role of enough people has no mean on an axis on which some of it answered, to protect others.
func (b *builder) withholdsMean(axis Axis) bool {
	isPart := b.answersOn(axis.ID)
	disclosable := b.disclosableRoles(isPart)
	return slices.ContainsFunc(b.shown, func(role string) bool {
		return !slices.Contains(disclosable, role) && len(matching(sheetsOf(role, b.Sheets), isPart)) > 0
	})
}
