package report

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// notes are remarks that belong to the result itself: what it rests on, and what makes it thinner than it looks.
func (b builder) notes() []string {
	sheet, q := b.run.Sheet, b.run.Questionnaire
	notes := []string{b.origin()}
	if v := sheet.QuestionnaireVersion; v != "" && v != q.Version {
		notes = append(notes, fmt.Sprintf(
			"The answers were written for version %s of the questionnaire and scored with version %s.", v, q.Version))
	}
	if q.Verdict == questionnaire.Quadrant {
		return append(notes, "The metrics are those of dora.dev, the research programme; "+
			"they have nothing to do with the EU Digital Operational Resilience Act. A mean of many organisations is not a target.")
	}
	return append(notes, b.axesNotes()...)
}

// origin says where the answers come from. What a repository suggested is nobody's view until somebody confirms it.
func (b builder) origin() string {
	for _, answer := range b.run.Sheet.Answers {
		if answer.Source == answers.Repository {
			return "Self-reported: one person's view, and in part what a repository suggested and nobody has confirmed."
		}
	}
	if b.run.Evidence != nil {
		return "Self-reported: one person's view. What a repository shows stands beside it and changes no figure."
	}
	return "Self-reported: one person's view, not measured and not compared with a repository."
}

func (b builder) axesNotes() []string {
	var notes, thin []string
	for i := range b.run.Questionnaire.Axes {
		axis := &b.run.Questionnaire.Axes[i]
		asked, style, out := b.counts(axis.ID)
		if style == 1 {
			thin = append(thin, axis.Title)
		}
		if score.IsMuchNotApplicable(out, asked) {
			notes = append(notes, manyLeftOut(axis.Title, out, asked))
		}
	}
	if len(thin) > 0 {
		notes = append(notes, "A single style question stands for the axis: "+english.List(thin)+".")
	}
	return notes
}

func manyLeftOut(axis string, out, asked int) string {
	verb := "are"
	if out == 1 {
		verb = "is"
	}
	return fmt.Sprintf("%s: %d of %s %s marked not applicable; work that another group does still applies.",
		axis, out, english.Count(asked, "question"), verb)
}

// counts returns how many questions an axis has, how many of them are about style, and how many do not apply.
func (b builder) counts(axis string) (asked, style, out int) {
	for i := range b.run.Questionnaire.Questions {
		question := &b.run.Questionnaire.Questions[i]
		if question.Axis != axis || b.run.Sheet.Get(question.ID).NotAsked {
			continue
		}
		asked++
		if question.Measures == questionnaire.Lean {
			style++
		}
		if b.run.Sheet.Get(question.ID).Status == answers.NotApplicable {
			out++
		}
	}
	return asked, style, out
}
