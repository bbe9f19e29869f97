package render

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// firstSteps writes the few things to start with as a task list, which a team can tick off where it is posted.
func (m *manuscript) firstSteps(story report.Story) {
	if !story.Advises {
		return
	}
	m.heading(2, report.TitleFirst)
	if len(story.First) == 0 {
		m.block(report.NoSteps)
	}
	var lines []markup
	for _, step := range story.First {
		lines = append(lines, "- [ ] "+action(step))
		for _, detail := range details(step) {
			lines = append(lines, "  - "+detail)
		}
	}
	m.block(lines...)
}

func (m *manuscript) warnings(doc *report.Document, story report.Story) {
	if !story.Advises {
		return
	}
	m.heading(2, report.TitleWarning)
	if len(doc.Warnings) == 0 {
		m.block(report.NoWarnings)
	}
	var lines []markup
	for _, warning := range doc.Warnings {
		lines = append(lines, "- "+strong(escape(strings.ToUpper(warning.Severity))+": "+escape(warning.Text)))
		if warning.Why != "" {
			lines = append(lines, "  - "+labelled("Why", escape(warning.Why)))
		}
		lines = append(lines, "  - "+causes(warning.Because))
		if e := report.ExemptionOf(doc, warning.ID); e != nil {
			lines = append(lines, "  - "+labelled("Exempted", escape(report.ExemptedWords(e))))
		}
	}
	m.block(lines...)
}

func (m *manuscript) otherSteps(steps []report.Recommendation) {
	if len(steps) == 0 {
		return
	}
	m.heading(2, report.TitleThen)
	var lines []markup
	for _, step := range steps {
		lines = append(lines, "- "+action(step), "  - "+causes(step.Because), "  - "+effort(step))
	}
	m.block(lines...)
}

// laterSteps writes what has to wait, each with what must come first.
func (m *manuscript) laterSteps(steps []report.Recommendation) {
	if len(steps) == 0 {
		return
	}
	m.heading(2, report.TitleLater)
	var lines []markup
	for _, step := range steps {
		lines = append(lines, "- "+action(step))
		for _, condition := range step.After {
			lines = append(lines, "  - "+labelled("After", escape(condition)))
		}
		lines = append(lines, "  - "+causes(step.Because))
	}
	m.block(lines...)
}

func action(step report.Recommendation) markup {
	return strong(escape(step.Title)) + " — " + escape(step.FirstStep)
}

func details(step report.Recommendation) []markup {
	var found []markup
	add := func(label markup, text string) {
		if text != "" {
			found = append(found, labelled(label, escape(text)))
		}
	}
	add("Why", step.Why)
	found = append(found, causes(step.Because), effort(step))
	add("What it brings", step.Effect)
	add("Then", step.Then)
	add("Avoid", step.AntiPattern)
	return found
}

// effort says what a step costs beside what it is judged to bring.
func effort(step report.Recommendation) markup {
	return labelled("Effort", escape(fmt.Sprintf("%s (%d of 3), for an impact of %d of 5",
		report.EffortWord(step.Effort), step.Effort, step.Impact)))
}

// causes names the answers that something follows from: the first ones with what was said, the others by id, since a
// condition on a whole axis rests on many.
func causes(list []report.Cause) markup {
	var parts []markup
	for i, cause := range list {
		part := escape(cause.Question)
		if i < report.CausesShown {
			part += " (" + escape(cause.Text) + ")"
		}
		parts = append(parts, part)
	}
	return labelled("Because of", joined(parts, ", "))
}
