package pages

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// Comparison is the page of two results side by side: the difference in one sentence beside the way of every axis, then the
// figures, what moved them and what became of the advice; answer by answer and axis by axis in the details.
func Comparison(c *comparison.Comparison) page.Page {
	p := comparisonPageOf(c)
	headline := page.Headline(p.headline())
	lead := []page.Block{headline}
	made := page.Page{
		Kind: "Comparison", Title: p.title(), Date: said(p.After.Date), Facts: p.facts(), Screen: p.screen(), Footer: selfReported(c.Tool),
	}
	moved := comparison.Moved(c)
	if moved {
		lead = besideChart(append(lead, listBlock(p.why())...), p.leadChart())
	}
	made.Sections = []page.Section{{ID: "verdict", Title: "What changed", Part: page.Lead, Blocks: lead}}
	if moved {
		made.Sections = append(made.Sections, p.changeSections()...)
	}
	made.Sections = append(made.Sections, commitments(c.Commitments),
		listSection("notes", titleNotes, c.NotesWith(said)),
		page.Section{ID: "answers", Title: "Answers that changed", Part: page.Detail, Blocks: p.changedAnswers()})
	return made
}

// changeSections say what changed, and what moved it.
func (p *comparisonPage) changeSections() []page.Section {
	return []page.Section{
		figureSection("Before and after", "Before", "After", p.figures(), explainFigures(p.Verdict.Kind())),
		p.pointSection(),
		p.readinessSection(),
		p.situationSection(),
		listSection("questionnaire", "What the questionnaire changed", p.questionnaire()),
		{ID: "moves", Title: "What moved it", Part: page.Body, Blocks: p.moves()},
		{ID: "steps", Title: "Steps", Part: page.Body, Blocks: p.steps()},
		{ID: "warnings", Title: "Warnings", Part: page.Body, Blocks: p.warnings()},
		{ID: "axes", Title: titleAxes, Part: page.Detail, Explain: p.explainAxes(), Blocks: p.axes()},
	}
}

func (p *comparisonPage) explainAxes() []string {
	if p.Verdict.Readiness != nil {
		return []string{"floors"}
	}
	return []string{"allowed", "direction", "floors", "unmet"}
}

// besideChart puts a chart beside words; nil leaves the words alone.
func besideChart(words []page.Block, chart page.Block) []page.Block {
	if chart == nil {
		return words
	}
	return []page.Block{page.Columns{words, {chart}}}
}

// comparisonPage is a comparison and what is looked up in it.
type comparisonPage struct {
	*comparison.Comparison

	changes map[string]*comparison.AnswerChange
	titles  map[string]string
}

func comparisonPageOf(c *comparison.Comparison) *comparisonPage {
	p := &comparisonPage{Comparison: c, changes: map[string]*comparison.AnswerChange{}, titles: map[string]string{}}
	for i := range c.Answers.Changed {
		p.changes[c.Answers.Changed[i].Question] = &c.Answers.Changed[i]
	}
	for _, axis := range c.Levels() {
		p.titles[axis.ID] = cmp.Or(said(axis.Title), said(axis.ID), nameless)
	}
	return p
}

// title names the subject, or the questionnaire where there is none.
func (p *comparisonPage) title() string {
	return said(cmp.Or(p.After.Subject, p.Before.Subject, report.Text(p.After.Questionnaire.Title)))
}

func (p *comparisonPage) facts() []page.Fact {
	var facts []page.Fact
	switch {
	case p.Basis.OtherSubject:
		facts = append(facts, page.Fact{Label: "Services", Value: said(p.Before.Subject) + ", and after it " + said(p.After.Subject)})
	case p.After.Subject != "" || p.Before.Subject != "":
		facts = append(facts, page.Fact{Label: "Service", Value: p.title()})
	}
	return append(facts, page.Fact{Label: "Before", Value: origin(p.Before)}, page.Fact{Label: "After", Value: origin(p.After)})
}

// origin says when, by whom and with what a result was made.
func origin(side comparison.Side) string {
	parts := []string{cmp.Or(said(side.Date), "no date")}
	if side.Team != "" {
		parts = append(parts, "team "+said(side.Team))
	}
	if who := cmp.Or(side.Respondent.Name, side.Respondent.Role); who != "" {
		parts = append(parts, "by "+said(who))
	}
	if side.Supposed {
		parts = append(parts, "what if")
	}
	parts = append(parts,
		fmt.Sprintf("%d of %s answered", side.Answered, english.Count(side.Asked, "question")),
		withVersion(side.Questionnaire))
	return strings.Join(parts, ", ")
}

// nameless stands for a name that a file does not give.
const nameless = "without a name"

// withVersion names a questionnaire. Results of other programs need not name any.
func withVersion(q report.QuestionnaireRef) string {
	return strings.TrimSpace(cmp.Or(said(q.ID), nameless) + " " + said(q.Version))
}
