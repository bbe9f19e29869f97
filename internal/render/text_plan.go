package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/report"
)

// PlanText writes a path for a terminal or a log: where it leads, the figures along it as charts, then each step. No line
// is wider than the options say. The only error is one of the writer.
func PlanText(w io.Writer, doc *plan.Document, opt Options) error {
	p := newPage(w, opt)
	story := plan.Tell(doc)
	p.facts(0, story.Asked)
	p.blank()
	p.text(0, strongTone, story.Headline)
	p.effects(story.Effects)
	p.pathPicture(doc)
	p.steps(story.Steps)
	p.section(plan.TitleNext, story.Next)
	p.waiting(story)
	p.section(plan.TitleUnknown, story.Unknown)
	p.section(plan.TitleNotes, story.Notes)
	p.origin(&report.Document{Tool: doc.Tool, Questionnaire: doc.Questionnaire})
	return p.writeTo(w)
}

func (p *page) steps(steps []plan.StepStory) {
	if len(steps) == 0 {
		return
	}
	p.heading(plan.TitleSteps)
	for _, step := range steps {
		p.blank()
		p.title(step.Number, step.Title)
		p.part("Effort", step.Effort)
		p.part("First", step.FirstStep)
		p.part("Because", report.BecauseInShort(step.Because))
		p.parts("Assumed", step.Assumed)
		p.parts("Then", step.Effects)
		p.parts("Warnings", step.Warnings)
		p.part("Opens", step.Opens)
		p.part("Settles", step.Settles)
	}
}

// parts adds texts below each other, with the name before the first one only.
func (p *page) parts(name string, texts []string) {
	for i, text := range texts {
		if i > 0 {
			name = ""
		}
		p.part(name, text)
	}
}

// waiting tells what is held back, and by what.
func (p *page) waiting(story plan.Story) {
	if len(story.Waiting) == 0 {
		return
	}
	p.heading(story.TitleWaiting)
	for _, item := range story.Waiting {
		p.blank()
		p.labelled(label{indent: 2, width: numberWidth, tone: faintTone, text: p.bullet}, strongTone, item.Title)
		p.parts("After", item.After)
		p.part("Effort", report.EffortWord(item.Effort))
	}
}
