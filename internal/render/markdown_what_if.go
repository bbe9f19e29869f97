package render

import "github.com/opsfit/opsfit/internal/report"

// whatIf says, in front of everything else, that the report is hypothetical, what was supposed, and what that changes.
func (m *manuscript) whatIf(h *report.Hypothesis) {
	if h == nil {
		return
	}
	m.heading(2, report.TitleWhatIf)
	m.block("> " + strong(escape(h.Intro)))
	m.table(changeTable(h.Changes))
	effects := grid{head: []markup{"", "As answered", "What if"}}
	for _, effect := range h.Effects {
		effects.rows = append(effects.rows, []markup{strong(escape(effect.Label)), escape(effect.Before), afterCell(effect)})
	}
	m.table(effects)
	m.list(escaped(h.Warnings))
}

func afterCell(effect report.Effect) markup {
	if effect.IsNone() {
		return "unchanged"
	}
	return escape(effect.After)
}

func changeTable(changes []report.Change) grid {
	table := grid{head: []markup{"Question", "As answered", "What if"}}
	for _, change := range changes {
		after := escape(change.Supposed())
		if change.IsNone() {
			after = "unchanged"
		}
		table.rows = append(table.rows, []markup{escape(change.Question), escape(change.Given()), after})
	}
	return table
}
