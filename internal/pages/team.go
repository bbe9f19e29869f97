package pages

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/verdict"
)

// Team is the page of a team result: the verdict or why there is none, what to talk about, then how far the respondents agree,
// down to every question.
func Team(doc *team.Document) page.Page {
	combined, told := doc.Combined(), tell(doc.Combined())
	return page.Page{
		Kind: "Team", Title: titleOf(combined.Head()), Date: said(combined.Date), Facts: teamFacts(doc),
		Sections: []page.Section{
			teamVerdict(doc, &told), unmetPoints(combined), teamTopics(doc), ownVerdicts(doc), teamSteps(doc), warnings(combined),
			listSection("notes", titleNotes, doc.Notes), teamAgreement(doc), teamAnswers(doc),
		},
		Screen: teamScreen(doc, &told), Footer: footer(doc.Tool, doc.Questionnaire),
	}
}

// teamHeadlines are the verdict and what to deal with before it. They come last, too: a report is longer than a screen.
func teamHeadlines(doc *team.Document, told *verdict.Telling) []page.Block {
	blocks := []page.Block{page.Headline(teamHeadline(doc, told))}
	if told.First != "" {
		blocks = append(blocks, page.Text(told.First))
	}
	return blocks
}

func teamFacts(doc *team.Document) []page.Fact {
	roles := english.List(counted(doc.Roles, func(role string) string { return said(role) }))
	facts := factsOf(doc.Combined().Head().Facts(said))
	facts[len(facts)-1].Value = "by " + english.Count(doc.Respondents, "respondent") + ": " + roles
	return facts
}

func teamVerdict(doc *team.Document, told *verdict.Telling) page.Section {
	if doc.Verdict.Readiness != nil {
		return stateVerdict(doc, told)
	}
	words := teamHeadlines(doc, told)
	section := page.Section{
		ID: "verdict", Title: "Verdict", Part: page.Lead,
		Blocks: []page.Block{page.Columns{append(words, page.List(teamReasons(doc, told))), {teamLines(doc)}}},
	}
	if doc.Verdict.Leaning.Practice.Scored {
		section.Explain = []string{"practice", "situation", "fit", "readiness"}
	}
	return section
}

// teamLines is the chart of lines with the mean of each role that may be shown.
func teamLines(doc *team.Document) page.Chart {
	chart := lineChart(doc.Combined())
	// The table of agreement has the same figures.
	chart.Behind = nil
	chart.Keys = append(chart.Keys, page.Key{Kind: page.Role, Text: "practice as one role sees it"})
	for i := range doc.Axes {
		row := &chart.Rows[i+1]
		for _, role := range doc.Axes[i].ShownRoles() {
			name := said(role.Role)
			row.Marks = append(row.Marks, page.Mark{Kind: page.Role, At: role.Mean, Hue: hueAt(role.Mean), Label: name})
			row.Spoken += ", " + name + " " + report.Signed(&role.Mean)
		}
	}
	return chart
}

// ownVerdicts counts what each one's own answers lead to; names are only there where they were asked for.
func ownVerdicts(doc *team.Document) page.Section {
	section := page.Section{ID: "own", Title: "Each one's own verdict", Part: page.Body, Beside: true, Explain: []string{"advice"}}
	if doc.Verdict.Readiness != nil {
		section.Explain = []string{"readiness"}
	}
	if doc.Respondents < 2 {
		return section
	}
	chart := page.Chart{
		ID: "own-verdicts", Caption: "What each one's own answers lead to", Scale: peopleScale(doc.Respondents), Heads: []string{"people"},
	}
	for _, id := range ranked(doc.Verdicts) {
		chart.Rows = append(chart.Rows, peopleRow(ownWord(doc, report.Text(id)), page.Bar, doc.Verdicts[id]))
	}
	section.Blocks = []page.Block{chart}
	var names page.List
	for i := range doc.Names {
		names = append(names, ownVerdict(doc, &doc.Names[i]))
	}
	if len(names) > 0 {
		section.Blocks = append(section.Blocks, names)
	}
	return section
}

func ownVerdict(doc *team.Document, own *team.OwnVerdict) string {
	name := said(own.Name)
	if name == "" {
		name = "without a name"
	}
	return withRemark(name, "", said(own.Role)) + ": " + ownWord(doc, cmp.Or(own.Advice, own.State))
}

// peopleScale is from nobody to all respondents.
func peopleScale(respondents int) page.Scale {
	return page.Scale{Kind: page.Share, High: float64(max(respondents, 1)), Spoken: "Scale from nobody to all respondents"}
}

// peopleRow says how many people something applies to.
func peopleRow(name string, kind page.MarkKind, count int) page.Row {
	row := page.Row{Name: name, Figures: []string{fmt.Sprint(count)}, Spoken: english.Count(count, "respondent")}
	if count > 0 {
		row.Marks = []page.Mark{{Kind: kind, To: float64(count)}}
	}
	return row
}

// teamSteps are the first steps. While the verdict is withheld they are those that help under either model: the others lead ways
// that the group does not agree on.
func teamSteps(doc *team.Document) page.Section {
	steps := stepsOf(doc)
	if doc.Withheld != nil && len(steps.Recommendations) == 0 {
		return page.Section{}
	}
	section := firstSteps(steps)
	// A group talks first.
	section.Part = page.Body
	return section
}

// stepsOf is the combined result with the steps that can be advised.
func stepsOf(doc *team.Document) *report.Document {
	combined := doc.Combined()
	if doc.Withheld != nil {
		combined.Recommendations = slices.DeleteFunc(slices.Clone(combined.Recommendations), func(r report.Recommendation) bool {
			return r.Direction != questionnaire.DirectionEither
		})
	}
	return combined
}

// teamAgreement shows how far the respondents agree on each axis, and how their roles see it.
func teamAgreement(doc *team.Document) page.Section {
	if doc.Verdict.Readiness != nil {
		return stateAgreement(doc)
	}
	chart := consensusChart()
	var rows [][]string
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		name := said(axis.Title)
		chart.Rows = append(chart.Rows, consensusRow(name, axis.Consensus, axis.Agreement, axis.RoleGap))
		rows = append(rows, []string{
			name, placedPractice(axis.Practice), orDash(report.Span(axis.Practice)), report.Placed(axis.Situation.Value, axis.Situation.Band),
			roleMeans(axis.ShownRoles(), report.Signed),
		})
	}
	table := page.Table{
		Caption: "Practice, and how the roles see it",
		Columns: []page.Column{
			{Title: "Axis"},
			{Title: "Practice", Brief: true},
			{Title: "Possible"},
			{Title: "Situation"},
			{Title: "Practice as roles see it", Short: "Roles", Brief: true},
		},
		Rows: slices.Values(rows),
	}
	return page.Section{
		ID: "agreement", Title: "Agreement by axis", Part: page.Detail,
		Explain: []string{"practice", "situation", "team"}, Blocks: []page.Block{chart, table},
	}
}

// consensusChart shows how far respondents agree; its rows are the axes.
func consensusChart() page.Chart {
	return page.Chart{
		ID: "consensus", Caption: "Consensus, from 0 (split between the ends) to 1 (unanimous)",
		Scale: page.Scale{Kind: page.Index, High: 1, Spoken: "Scale from 0, split between the ends, to 1, unanimous"},
		Heads: []string{"consensus", "agreement", "roles apart"},
	}
}

func consensusRow(axis string, consensus *float64, agreement report.Text, roleGap *float64) page.Row {
	row := page.Row{Name: axis, Figures: []string{
		figureOrDash(consensus), cmp.Or(string(agreement), "not measured"), figureOrDash(roleGap),
	}}
	if consensus != nil {
		row.Marks = []page.Mark{{Kind: page.Bar, To: *consensus}}
	}
	return row
}

// roleMeans says how the roles that may be shown see an axis.
func roleMeans(roles []team.RoleMean, format func(*float64) string) string {
	means := make([]string, len(roles))
	for i := range roles {
		means[i] = said(roles[i].Role) + " " + format(&roles[i].Mean)
	}
	return orDash(english.List(means))
}

func figureOrDash(value *float64) string {
	if value == nil {
		return "–"
	}
	return report.Consensus(value)
}
