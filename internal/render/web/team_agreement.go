package web

import (
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// teamLine is one line of the chart with what the roles see on it.
type teamLine struct {
	namedPosition

	roles []team.RoleMean
}

// teamLinesOf lists the whole and then each axis.
func teamLinesOf(group *team.Document) []teamLine {
	var lines []teamLine
	for i, line := range linesOf(group.Combined()) {
		one := teamLine{namedPosition: line}
		if i > 0 {
			one.roles = group.Axes[i-1].ShownRoles()
		}
		lines = append(lines, one)
	}
	return lines
}

// teamChart is the chart of lines with a mark for each role that may be shown.
func teamChart(group *team.Document) *Chart {
	chart := lineChart(group.Combined())
	lines := teamLinesOf(group)
	withRoles := false
	for i, line := range lines {
		if len(line.roles) > 0 {
			chart.Rows[i].Picture, withRoles = teamLinePicture(line), true
		}
	}
	if withRoles {
		chart.Legend = append(chart.Legend, Key{mark(func(c *canvas) { c.dot("role", 0, 10, 4) }), "practice as one role sees it"})
	}
	return chart
}

// agreementSection shows how far the group agrees on each axis.
func agreementSection(group *team.Document, doc *report.Document) Section {
	if len(group.Axes) == 0 {
		return Section{}
	}
	chart := &Chart{
		ID: "consensus", Caption: "Consensus, 0 (split between the ends) to 1 (unanimous)", Scale: consensusScalePicture(),
		Heads: []string{"consensus", "roles apart"}, Wordy: true, Behind: agreementTable(group),
	}
	for i := range group.Axes {
		axis := &group.Axes[i]
		words := team.ConsensusWord(axis.Consensus, axis.Agreement)
		chart.Rows = append(chart.Rows, Row{
			Name: axis.Title, Note: words, Picture: consensusPicture(axis.Title, axis.Consensus, words),
			Figures: []Labelled{{"consensus", figureOr("–", axis.Consensus)}, {"roles apart", figureOr("–", axis.RoleGap)}},
		})
	}
	return Section{
		ID: "agreement", Title: report.TitleAgreement, Beside: true,
		Blocks: append([]Block{{Chart: chart}}, explainedBlocks(doc, report.TitleAgreement)...),
	}
}

// explainedBlocks says which command explains the numbers of a part.
func explainedBlocks(doc *report.Document, title string) []Block {
	command := report.Explainer(doc, title)
	if command == "" {
		return nil
	}
	return []Block{{Quiet: report.ExplainedBy + " " + command}}
}

func figureOr(missing string, value *float64) string {
	if value == nil {
		return missing
	}
	return english.Fixed(value, 2)
}

func agreementTable(group *team.Document) *Table {
	table := &Table{Caption: "Agreement by axis", Columns: []TableColumn{{Title: "Axis"}}}
	for _, title := range []string{"Practice", "Possible", "Situation", "Consensus", "Roles"} {
		table.Columns = append(table.Columns, TableColumn{Title: title})
	}
	for i := range group.Axes {
		axis := &group.Axes[i]
		table.Rows = append(table.Rows, []string{
			axis.Title, report.Placed(axis.Practice.Value, axis.Practice.Band), orDash(report.Span(axis.Practice)),
			report.Placed(axis.Situation.Value, axis.Situation.Band),
			team.ConsensusWord(axis.Consensus, axis.Agreement), orDash(axis.RolesWord()),
		})
	}
	return table
}

// questionSection shows every question: the spread of the answers, and behind it the answers themselves.
func questionSection(group *team.Document) Section {
	if len(group.Questions) == 0 {
		return Section{}
	}
	chart := &Chart{
		ID: "spreads", Caption: "The spread of the answers to each question", Heads: []string{"mean", "consensus", "roles apart"},
		Wordy: true, Legend: spreadKeys(),
		Note: "Each column is an answer in the order of the questionnaire; its height is the share of the group that gave it.",
	}
	for i := range group.Questions {
		question := &group.Questions[i]
		chart.Rows = append(chart.Rows, Row{
			Name: question.Prompt, Note: question.ID, Picture: spreadPicture(question, group.Respondents),
			Figures: []Labelled{
				{"mean", figureOr("–", question.Mean)},
				{"consensus", figureOr("–", question.Consensus)},
				{"roles apart", figureOr("–", question.RoleGap)},
			},
		})
	}
	return Section{ID: "answers", Title: report.TitleAnswers, Blocks: []Block{
		{Chart: chart}, {Fold: &Fold{Title: "All questions and answers as a table", Blocks: []Block{{Table: questionTable(group)}}}},
	}}
}

func questionTable(group *team.Document) *Table {
	table := &Table{Caption: "All questions and answers", Columns: []TableColumn{
		{Title: "Question"},
		{Title: "Mean", Number: true},
		{Title: "Consensus"},
		{Title: "Roles apart", Number: true},
		{Title: "Answers"},
		{Title: "Said"},
	}}
	for i := range group.Questions {
		question := &group.Questions[i]
		table.Rows = append(table.Rows, []string{
			question.Prompt, figureOr("–", question.Mean), team.ConsensusWord(question.Consensus, question.Agreement),
			figureOr("–", question.RoleGap), orDash(team.AnswersWord(question)), orDash(quoted(question.Notes)),
		})
	}
	return table
}

// quoted sets notes behind each other.
func quoted(notes []string) string {
	if len(notes) == 0 {
		return ""
	}
	return `"` + strings.Join(notes, `" "`) + `"`
}
