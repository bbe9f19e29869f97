package web

import "github.com/opsfit/opsfit/internal/report"

// supposing puts what sets a hypothetical page apart before its verdict, so that nobody takes that for a real one.
func supposing(h *report.Hypothesis, lead Section) Section {
	if h != nil {
		lead.Blocks = append([]Block{{Text: h.Intro}}, lead.Blocks...)
	}
	return lead
}

// whatIfSection lists what was supposed and what that changes; it is empty for a page about given answers.
func whatIfSection(h *report.Hypothesis) Section {
	if h == nil {
		return Section{}
	}
	blocks := []Block{{Table: changeTable(h.Changes)}, {Table: effectTable(h.Effects)}}
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
