package web

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// kept leaves out the sections that have nothing in them.
func kept(sections ...Section) []Section {
	return slices.DeleteFunc(sections, func(section Section) bool { return len(section.Blocks) == 0 })
}

// listSection is empty without texts.
func listSection(id, title string, texts []string) Section {
	if len(texts) == 0 {
		return Section{}
	}
	return Section{ID: id, Title: title, Beside: true, Blocks: []Block{{List: texts}}}
}

// colophon says what made the page and from what, so that a printed copy can be traced.
func colophon(doc *report.Document) string {
	q := doc.Questionnaire
	return "Self-reported. Written by " + doc.Tool.Name + " " + doc.Tool.Version + " from the questionnaire " + q.ID + " " + q.Version +
		" with the digest " + q.Digest + "."
}

// namedPosition is one line of the chart.
type namedPosition struct {
	position

	name string
	// whole marks the line for all axes together.
	whole bool
}

// isAnyOpen reports that a line has a range to be explained.
func isAnyOpen(lines []namedPosition) bool {
	return slices.ContainsFunc(lines, func(line namedPosition) bool { return report.Span(line.practice) != "" })
}

func becauseBlocks(causes string) []Block {
	if causes == "" {
		return nil
	}
	return []Block{{Quiet: "Because " + causes}}
}

func unlessSame(same bool, text string) string {
	if same {
		return "unchanged"
	}
	return text
}

func levelRow(name string, l level) Row {
	return Row{Name: name, Picture: levelPicture(name, l), Figures: []Labelled{
		{"level", levelOr(report.BandWord(""), l.readiness.Value)}, {"floor", levelOr("–", l.floor)}, {"short", levelOr("–", l.shortfall)},
	}}
}

func levelOr(missing string, value *float64) string {
	if value == nil {
		return missing
	}
	return english.Fixed(value, 1)
}
