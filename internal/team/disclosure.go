package team

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// answersPart reports whether a sheet answers anything that a mean is computed from.
type answersPart func(*answers.Sheet) bool

// measurableRoles returns the shown roles of which enough people answered: if nine of ten do not know, the mean of the
// role is one person's answer.
func (b *builder) measurableRoles(isPart answersPart) []string {
	if b.ShowSmallGroups {
		return b.shown
	}
	return slices.DeleteFunc(slices.Clone(b.shown), func(role string) bool {
		return len(sheetsWith(sheetsOf(role, b.Sheets), isPart)) < leastGroup
	})
}

// disclosableRoles returns the roles whose own mean may stand beside that of all. If only one or two people are not in
// them, the difference of the two figures would reveal their mean, so then there are none (complementary suppression,
// in the terms of statistical offices).
func (b *builder) disclosableRoles(isPart answersPart) []string {
	measurable := b.measurableRoles(isPart)
	left := slices.DeleteFunc(sheetsWith(b.Sheets, isPart), func(sheet *answers.Sheet) bool {
		return slices.Contains(measurable, roleOf(sheet))
	})
	if !b.ShowSmallGroups && len(left) > 0 && len(left) < leastGroup {
		return nil
	}
	return measurable
}

func sheetsWith(sheets []*answers.Sheet, isPart answersPart) []*answers.Sheet {
	return slices.DeleteFunc(slices.Clone(sheets), func(sheet *answers.Sheet) bool { return !isPart(sheet) })
}

// answersOn reports whether a sheet has an answer that counts for what agreement on an axis is about.
func (b *builder) answersOn(axis string) answersPart {
	return func(sheet *answers.Sheet) bool {
		return slices.ContainsFunc(b.Questionnaire.Questions, func(question questionnaire.Question) bool {
			return question.Axis == axis && question.Measures == b.measured() &&
				sheet.Get(question.ID).Status == answers.Answered
		})
	}
}

// disclosureNotes says what the figures of a group can still reveal about the people in it. No rule can prevent that:
// the spread of the answers and the mean of role means are both shown, and whoever knows the group can compare them.
func (b *builder) disclosureNotes() []string {
	var notes []string
	if slices.ContainsFunc(b.Questionnaire.Axes, b.withholdsMean) {
		notes = append(notes, "A role has no figure of its own where that would tell what one or two people said.")
	}
	if len(b.Sheets) > 1 && !b.Names {
		notes = append(notes, "Names are left out, but whoever knows the group can often tell from the answers, the means and the "+
			"notes who said what: agree in the group who reads this.")
	}
	return notes
}

// withholdsMean reports whether a role of enough people has no mean on an axis on which some of it answered, to protect
// others.
func (b *builder) withholdsMean(axis questionnaire.Axis) bool {
	isPart := b.answersOn(axis.ID)
	disclosable := b.disclosableRoles(isPart)
	return slices.ContainsFunc(b.shown, func(role string) bool {
		return !slices.Contains(disclosable, role) && len(sheetsWith(sheetsOf(role, b.Sheets), isPart)) > 0
	})
}
