package web

import "github.com/opsfit/opsfit/internal/report"

// whatIfSection says, in front of everything else, that the page is about a supposed result, what was supposed, and what that
// changes; it is empty for a page about given answers.
func whatIfSection(h *report.Hypothesis) Section {
	if h == nil {
		return Section{}
	}
	blocks := []Block{{Text: h.Intro}, {Columns: []Column{{{Table: changeTable(h.Changes)}}, {{Table: effectTable(h.Effects)}}}}}
	if len(h.Warnings) > 0 {
		blocks = append(blocks, Block{List: h.Warnings})
	}
	return Section{ID: "what-if", Title: report.TitleWhatIf, Blocks: blocks}
}

func changeTable(changes []report.Change) *Table {
	table := &Table{Caption: "What was supposed", Columns: beforeAndAfter("Question")}
	for _, change := range changes {
		table.Rows = append(table.Rows, []string{change.Question, change.Given(), unlessSame(change.IsNone(), change.Supposed())})
	}
	return table
}

func effectTable(effects []report.Effect) *Table {
	table := &Table{Caption: "What that changes", Columns: beforeAndAfter("Figure")}
	for _, effect := range effects {
		table.Rows = append(table.Rows, []string{effect.Label, effect.Before, unlessSame(effect.IsNone(), effect.After)})
	}
	return table
}

func beforeAndAfter(what string) []TableColumn {
	return []TableColumn{{Title: what}, {Title: "As answered"}, {Title: "What if"}}
}

func unlessSame(same bool, text string) string {
	if same {
		return "unchanged"
	}
	return text
}
