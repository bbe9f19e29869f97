package render

import (
	"github.com/opsfit/opsfit/internal/report"
)

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
