package render

import (
	"github.com/opsfit/opsfit/internal/report"
)

// whatIf says, in front of everything else, that the report is hypothetical, what was supposed, and what that changes.
func (p *page) whatIf(h *report.Hypothesis) {
	if h == nil {
		return
	}
	p.heading(report.TitleWhatIf)
	p.text(2, cautionTone, h.Intro)
	p.blank()
	for _, change := range h.Changes {
		p.change(2, change)
	}
	p.effects(h.Effects)
	p.blank()
	p.items(h.Warnings)
}

// change tells two answers to a question apart, in the words that a person and an answers file have for them.
func (p *page) change(indent int, change report.Change) {
	words := change.Given() + " -> " + change.Supposed()
	if change.IsNone() {
		words = "unchanged: " + change.Given()
	}
	p.labelled(label{indent: indent, width: idWidth, tone: faintTone, text: change.Question}, plainTone, words)
}

// effects puts values before and after beside their labels; nothing where there are none.
func (p *page) effects(list []report.Effect) {
	if len(list) == 0 {
		return
	}
	var facts []report.Fact
	for _, effect := range list {
		facts = append(facts, report.Fact{Label: effect.Label, Value: moved(effect)})
	}
	p.blank()
	p.facts(2, facts)
}

func moved(effect report.Effect) string {
	if effect.IsNone() {
		return "unchanged: " + effect.After
	}
	return effect.Before + " -> " + effect.After
}
