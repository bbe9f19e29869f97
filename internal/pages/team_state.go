package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/verdict"
)

// stateReasons are the sentences behind the state of a group.
func stateReasons(doc *team.Document, told *verdict.Telling) []string {
	reasons := slices.Concat(nonEmpty(ownVerdictsSentence(doc)), told.Reasons, told.Readiness)
	if doc.Respondents > 1 {
		reasons = append(reasons, "The state rests on the lowest answer that anyone gave to each point, and on the most that anyone's answers "+
			"ask for; the figures are means.")
	}
	return reasons
}

// stateVerdict is the state of a group with its reasons beside readiness by axis.
func stateVerdict(doc *team.Document, told *verdict.Telling) page.Section {
	section := page.Section{ID: "verdict", Title: "Verdict", Part: page.Lead, Explain: []string{"readiness"}}
	words := append(teamHeadlines(doc, told), page.List(stateReasons(doc, told)))
	chart := levelChart(doc.Combined())
	chart.Keys = append(chart.Keys, page.Key{Kind: page.Role, Text: "readiness as one role sees it"})
	for i := range doc.Checked {
		row := &chart.Rows[i]
		for _, role := range doc.Checked[i].ShownRoles() {
			name := said(role.Role)
			row.Marks = append(row.Marks, page.Mark{Kind: page.Role, At: role.Mean, Label: name})
			row.Spoken += ", " + name + " " + report.Level(&role.Mean)
		}
	}
	section.Blocks = []page.Block{page.Columns{words, {chart}}}
	return section
}

// stateAgreement shows how far the respondents agree on each axis, and how their roles see it.
func stateAgreement(doc *team.Document) page.Section {
	chart := consensusChart()
	var rows [][]string
	for i := range doc.Checked {
		axis := &doc.Checked[i]
		name := said(axis.Title)
		chart.Rows = append(chart.Rows, consensusRow(name, axis.Consensus, axis.Agreement, axis.RoleGap))
		rows = append(rows, []string{
			name, levelOr(notScored, axis.Readiness.Value), floorOr("–", axis.Floor), roleMeans(axis.ShownRoles(), report.Level),
		})
	}
	table := page.Table{
		Caption: "Readiness, and how the roles see it",
		Columns: []page.Column{
			{Title: "Axis"},
			{Title: "Readiness", Number: true, Brief: true},
			{Title: "Minimum", Number: true, Brief: true},
			{Title: "Readiness as roles see it", Short: "Roles", Brief: true},
		},
		Rows: slices.Values(rows),
	}
	return page.Section{
		ID: "agreement", Title: "Agreement by axis", Part: page.Detail,
		Explain: []string{"readiness", "team"}, Blocks: []page.Block{chart, table},
	}
}

// ownWord is an advice or a state in words.
func ownWord(doc *team.Document, word report.Text) string {
	if doc.Verdict.Readiness != nil {
		return report.StateWord(word)
	}
	return report.AdviceWord(word)
}
