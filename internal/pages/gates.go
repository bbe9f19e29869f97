package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// gates show what a pipeline asked for and what came of it.
func gates(doc *report.Document) page.Section {
	section := page.Section{ID: "gates", Title: titleGates, Part: page.Detail, Beside: true}
	if len(doc.Gates) == 0 {
		return section
	}
	var rows [][]string
	for _, gate := range report.GateLines(doc) {
		rows = append(rows, []string{said(gate.Name), gate.Word(), orDash(said(gate.Required)), said(gate.Actual), orDash(said(gate.Reason))})
	}
	section.Blocks = []page.Block{page.Text(GatesInShort(doc)), page.Table{
		Caption: "Gates and whether they are met",
		Columns: []page.Column{
			{Title: "Gate"}, {Title: "Result"}, {Title: "Required"}, {Title: "Actual"}, {Title: "Remark"},
		},
		Rows: page.RowsOf(rows...),
	}}
	return section
}

// GatesInShort says in one sentence how the gates came out; empty when there is none.
func GatesInShort(doc *report.Document) string {
	var failed []string
	for _, gate := range report.Failed(doc) {
		failed = append(failed, said(gate.Gate))
	}
	total := len(doc.Gates)
	switch {
	case total == 0:
		return ""
	case len(failed) == 0 && total == 1:
		return "The gate is met."
	case len(failed) == 0 && total == 2:
		return "Both gates are met."
	case len(failed) == 0:
		return fmt.Sprintf("All %d gates are met.", total)
	case total == 1:
		return "The gate is not met: " + failed[0] + "."
	case len(failed) == 1:
		return fmt.Sprintf("1 of %d gates is not met: %s.", total, failed[0])
	}
	return fmt.Sprintf("%d of %d gates are not met: %s.", len(failed), total, report.Shortened(failed))
}
