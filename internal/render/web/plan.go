package web

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/report"
)

// Plan writes a path as a page: where it leads beside the line of practice, readiness and fit after each step, then the steps
// with what they are taken to change. An error is one of the writer.
func Plan(w io.Writer, doc *plan.Document) error {
	return Write(w, planPage(doc, plan.Tell(doc)))
}

func planPage(doc *plan.Document, story plan.Story) Page {
	words := Column{{Headline: story.Headline}}
	if len(story.Effects) > 0 {
		words = append(words, Block{Table: endsTable(story.Effects)})
	}
	var picture Column
	if doc.Start.Verdict.Leaning != nil && len(doc.Steps) > 0 {
		picture = Column{{Chart: stylePath(doc)}}
	}
	return Page{
		Kind: "Plan", Title: story.Title, Facts: story.Asked, Lead: []Section{besides("verdict", "Path", words, picture)},
		Sections: kept(
			levelPath(doc), stepSection(story.Steps),
			listSection("next", plan.TitleNext, story.Next), waitingSection(story),
			listSection("unknown", plan.TitleUnknown, story.Unknown), listSection("notes", plan.TitleNotes, story.Notes),
		),
		Colophon: colophon(&report.Document{Tool: doc.Tool, Questionnaire: doc.Questionnaire}),
	}
}

func endsTable(effects []report.Effect) *Table {
	table := &Table{Caption: "Today, and after the last step", Columns: []TableColumn{
		{Title: "Figure"}, {Title: "Today"}, {Title: "After the last step"},
	}}
	for _, effect := range effects {
		table.Rows = append(table.Rows, []string{effect.Label, effect.Before, unlessSame(effect.IsNone(), effect.After)})
	}
	return table
}

// stop is one point of a path: today, or after a step.
type stop struct {
	name, note string
	plan.State
}

// stopsOf lists the points of a path.
func stopsOf(doc *plan.Document) []stop {
	stops := []stop{{name: "Today", State: doc.Start}}
	for i := range doc.Steps {
		step := &doc.Steps[i]
		one := stop{name: fmt.Sprintf("%d. %s", step.Step, step.Recommendation.Title), State: step.After}
		if step.NotEstimated != nil {
			one.note = "not estimated, so as before"
		}
		stops = append(stops, one)
	}
	return stops
}

// stylePath shows practice on its way beside the situation, which stays where it is. Steps that leave practice where it is are
// left out.
func stylePath(doc *plan.Document) *Chart {
	chart := &Chart{
		ID: "style", Caption: "How you would work, step by step", Scale: lineScalePicture(), Heads: []string{"practice", "situation"},
		Wordy: true, Note: "Steps that leave practice where it is are left out here.",
	}
	var lines []namedPosition
	was := ""
	for i, stop := range stopsOf(doc) {
		v := stop.Verdict.Leaning
		if v == nil {
			continue
		}
		is := report.Placed(v.Practice.Value, v.Practice.Band) + report.Possible(v.Practice)
		if is == was {
			continue
		}
		was = is
		line := namedPosition{position{v.Practice, v.Situation}, stop.name, i == 0}
		lines = append(lines, line)
		practice, situation := line.figures()
		chart.Rows = append(chart.Rows, Row{
			Name: line.name, Strong: line.whole, Picture: linePicture(line.name, line.position),
			Figures: []Labelled{{"practice", practice}, {"situation", situation}},
		})
	}
	chart.Legend = lineKeys(isAnyOpen(lines))
	return chart
}

// levelPath shows readiness, fit and the number of warnings after each step.
func levelPath(doc *plan.Document) Section {
	if doc.Start.Verdict.Leaning == nil || len(doc.Steps) == 0 {
		return Section{}
	}
	chart := &Chart{
		ID: "levels", Caption: "Readiness, 0 to 4, fit and warnings after each step", Scale: levelScalePicture(),
		Heads: []string{"level", "fit", "warnings"}, Wordy: true, Legend: levelKeys()[:2],
		Behind: &Table{Caption: "Figures after each step", Columns: []TableColumn{
			{Title: "Step"},
			{Title: "Readiness", Number: true},
			{Title: "At least", Number: true},
			{Title: "Fit", Number: true},
			{Title: "Warnings", Number: true},
		}},
	}
	for i, stop := range stopsOf(doc) {
		v := stop.Verdict.Leaning
		if v == nil {
			continue
		}
		fit, warnings := levelOr("–", v.Fit.Value), strconv.Itoa(len(stop.Warnings))
		row := levelRow(stop.name, level{readiness: v.Readiness})
		row.Strong, row.Note = i == 0, stop.note
		row.Figures = []Labelled{{"level", levelOr("–", v.Readiness.Value)}, {"fit", fit}, {"warnings", warnings}}
		chart.Rows = append(chart.Rows, row)
		chart.Behind.Rows = append(chart.Behind.Rows, []string{
			stop.name, levelOr("–", v.Readiness.Value), levelOr("–", v.Readiness.LowerBound), fit, warnings,
		})
	}
	return Section{ID: "path", Title: "Where each step leads", Blocks: []Block{{Chart: chart}}}
}

func stepSection(steps []plan.StepStory) Section {
	if len(steps) == 0 {
		return Section{}
	}
	cards := &Cards{From: 1, Layout: Lines}
	for _, step := range steps {
		blocks := append([]Block{{Text: step.FirstStep}}, becauseBlocks(report.BecauseInShort(step.Because))...)
		cards.Items = append(cards.Items, Card{Title: step.Title, Blocks: append(blocks, Block{Facts: pathFacts(step)})})
	}
	return Section{ID: "steps", Title: plan.TitleSteps, Blocks: []Block{{Cards: cards}}}
}

// pathFacts are what a step is taken to change; texts of one kind stand below each other.
func pathFacts(step plan.StepStory) []report.Fact {
	facts := []report.Fact{{Label: "Effort", Value: step.Effort}}
	for _, fact := range []report.Fact{
		{Label: "Assumed", Value: strings.Join(step.Assumed, "\n")},
		{Label: "Then", Value: strings.Join(step.Effects, "\n")},
		{Label: "Warnings", Value: strings.Join(step.Warnings, "\n")},
		{Label: "Opens", Value: step.Opens},
		{Label: "Settles", Value: step.Settles},
	} {
		if fact.Value != "" {
			facts = append(facts, fact)
		}
	}
	return facts
}

// waitingSection tells what is held back, and by what.
func waitingSection(story plan.Story) Section {
	if len(story.Waiting) == 0 {
		return Section{}
	}
	cards := &Cards{Layout: Grid}
	for _, item := range story.Waiting {
		facts := []report.Fact{{Label: "Effort", Value: report.EffortWord(item.Effort)}}
		if len(item.After) > 0 {
			facts = append(facts, report.Fact{Label: "After", Value: strings.Join(item.After, "\n")})
		}
		cards.Items = append(cards.Items, Card{Title: item.Title, Blocks: []Block{{Facts: facts}}})
	}
	return Section{ID: "waiting", Title: story.TitleWaiting, Blocks: []Block{{Cards: cards}}}
}

// besides is a section of words with a picture beside them where there is one.
func besides(id, title string, words, picture Column) Section {
	if len(picture) == 0 {
		return Section{ID: id, Title: title, Blocks: words}
	}
	return Section{ID: id, Title: title, Blocks: []Block{{Columns: []Column{words, picture}}}}
}
