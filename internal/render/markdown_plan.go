package render

import (
	"fmt"
	"io"
	"strconv"

	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/report"
)

// PlanMarkdown writes a path as GitHub-flavoured Markdown that also reads well as plain text. It has one form only: the
// options play no part. An error is one of the writer.
func PlanMarkdown(w io.Writer, doc *plan.Document, _ Options) error {
	story := plan.Tell(doc)
	var m manuscript
	m.heading(1, joined([]markup{"Path for", escape(story.Title)}, " "))
	m.list(facts(story.Asked))
	m.block("> " + strong(escape(story.Headline)))
	m.path(doc, story)
	m.pathSteps(doc, story.Steps)
	m.sentences(plan.TitleNext, story.Next)
	m.waiting(story)
	m.sentences(plan.TitleUnknown, story.Unknown)
	m.sentences(plan.TitleNotes, story.Notes)
	m.colophon(&report.Document{Tool: doc.Tool, Questionnaire: doc.Questionnaire})
	return m.writeTo(w)
}

// path writes where the path leads, and the figures along it.
func (m *manuscript) path(doc *plan.Document, story plan.Story) {
	if len(doc.Steps) == 0 {
		return
	}
	effects := grid{head: []markup{"", "Today", "At the end"}}
	for _, effect := range story.Effects {
		effects.rows = append(effects.rows, []markup{strong(escape(effect.Label)), escape(effect.Before), afterCell(effect)})
	}
	m.table(effects)
	if doc.Start.Verdict.Leaning != nil {
		m.table(pathTable(doc))
	}
}

func pathTable(doc *plan.Document) grid {
	table := grid{
		head:  []markup{"Step", "What to do", "Effort", "Practice", "Fit", "Readiness", "Warnings"},
		right: map[int]bool{0: true, 4: true, 5: true, 6: true},
	}
	table.rows = append(table.rows, append([]markup{"", "today", dash}, stateCells(doc.Start)...))
	for i := range doc.Steps {
		step := &doc.Steps[i]
		title := escape(step.Recommendation.Title)
		if step.NotEstimated != nil {
			title += " *(not estimated)*"
		}
		row := []markup{markup(strconv.Itoa(step.Step)), title, escape(report.EffortWord(step.Recommendation.Effort))}
		table.rows = append(table.rows, append(row, stateCells(step.After)...))
	}
	return table
}

func stateCells(state plan.State) []markup {
	v := state.Verdict.Leaning
	return []markup{
		practiceCell(v.Practice), escape(orMissing(v.Fit.Value)), figureOr(notScored, v.Readiness.Value),
		markup(strconv.Itoa(len(state.Warnings))),
	}
}

func (m *manuscript) pathSteps(doc *plan.Document, steps []plan.StepStory) {
	if len(steps) == 0 {
		return
	}
	m.heading(2, plan.TitleSteps)
	for i, step := range steps {
		m.heading(3, markup(fmt.Sprintf("%d. ", step.Number))+escape(step.Title))
		items := []markup{
			labelled("First", escape(step.FirstStep)),
			labelled("Effort", escape(step.Effort)),
			causes(doc.Steps[i].Recommendation.Because),
		}
		add := func(label markup, texts ...string) {
			for _, text := range texts {
				if text != "" {
					items = append(items, labelled(label, escape(text)))
				}
			}
		}
		add("Assumed", step.Assumed...)
		add("Then", step.Effects...)
		add("Warnings", step.Warnings...)
		add("Opens", step.Opens)
		add("Settles", step.Settles)
		m.list(items)
	}
}

// waiting tells what is held back, and by what.
func (m *manuscript) waiting(story plan.Story) {
	if len(story.Waiting) == 0 {
		return
	}
	m.heading(2, escape(story.TitleWaiting))
	var lines []markup
	for _, item := range story.Waiting {
		lines = append(lines, "- "+strong(escape(item.Title)))
		for _, condition := range item.After {
			lines = append(lines, "  - "+labelled("After", escape(condition)))
		}
		lines = append(lines, "  - "+effort(item))
	}
	m.block(lines...)
}
