package methodology

import (
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// floorTable lists the floors of the shipped questionnaire.
func (b *builder) floorTable() Table { return floorsOf(b.shipped.Full) }

// tierTable lists the floors of the shipped checklist.
func (b *builder) tierTable() Table { return floorsOf(b.shipped.Launch) }

func floorsOf(q *questionnaire.Questionnaire) Table {
	table := Table{
		Judged:  true,
		Columns: []Column{{Title: "Question"}, {Title: "Answer"}, {Title: "Calls for at least"}},
	}
	for i := range q.Questions {
		question := &q.Questions[i]
		for j := range question.Options {
			if option := &question.Options[j]; len(option.Floors) > 0 {
				table.Rows = append(table.Rows, []string{question.ID, option.ID, strings.Join(formatFloors(option.Floors), ", ")})
			}
		}
	}
	return table
}

// formatFloors writes "3 on stability".
func formatFloors(floors []questionnaire.Floor) []string {
	var parts []string
	for _, floor := range floors {
		parts = append(parts, formatExact(floor.Level)+" on "+floor.Axis)
	}
	return parts
}

// limitTable lists the limits of the shipped questionnaire.
func (b *builder) limitTable() Table {
	table := Table{
		Judged:  true,
		Columns: []Column{{Title: "Question"}, {Title: "Answer"}, {Title: "Allows"}},
	}
	for i := range b.shipped.Full.Questions {
		question := &b.shipped.Full.Questions[i]
		for j := range question.Options {
			if option := &question.Options[j]; len(option.Allows) > 0 {
				table.Rows = append(table.Rows, []string{question.ID, option.ID, strings.Join(formatAllows(option.Allows), ", ")})
			}
		}
	}
	return table
}

// formatAllows writes "at most 0 on change".
func formatAllows(bounds []questionnaire.Allowance) []string {
	var parts []string
	for _, bound := range bounds {
		parts = append(parts, formatBound(bound)+" on "+bound.Axis)
	}
	return parts
}

func formatBound(bound questionnaire.Allowance) string {
	if bound.AtMost != nil {
		return "at most " + formatSigned(bound.AtMost)
	}
	return "at least " + formatSigned(bound.AtLeast)
}

func (b *builder) warningTable() Table { return warningsOf(b.shipped.Full) }

func (b *builder) launchWarningTable() Table { return warningsOf(b.shipped.Launch) }

func warningsOf(q *questionnaire.Questionnaire) Table {
	table := Table{
		Judged:  true,
		Columns: []Column{{Title: "Warning"}, {Title: "Severity"}, {Title: "Appears when"}},
	}
	if q.Catalogue == nil {
		return table
	}
	for i := range q.Catalogue.Warnings {
		warning := &q.Catalogue.Warnings[i]
		table.Rows = append(table.Rows, []string{warning.ID, formatGrades(warning.Grades), warning.When.String()})
	}
	return table
}

func formatGrades(grades []questionnaire.Grade) string {
	var parts []string
	for i := range grades {
		grade := &grades[i]
		text := string(grade.Severity)
		if grade.When.Kind != condition.Always {
			text += " if " + grade.When.String()
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func (b *builder) styleTable() Table { return questionTable(b.shipped.Full, questionnaire.Lean) }

func (b *builder) situationTable() Table { return questionTable(b.shipped.Full, questionnaire.Context) }

func (b *builder) readinessTable() Table {
	return questionTable(b.shipped.Full, questionnaire.Readiness)
}

// pointTable lists the points of the shipped checklist.
func (b *builder) pointTable() Table { return questionTable(b.shipped.Launch, questionnaire.Readiness) }

// questionTable lists the questions of one measure with the value of each option.
func questionTable(q *questionnaire.Questionnaire, measure questionnaire.Measure) Table {
	table := Table{
		Judged:  true,
		Columns: []Column{{Title: "Question"}, {Title: "About"}, {Title: "Axis, weight"}, {Title: "Options"}, {Title: "Sources"}},
	}
	for i := range q.Questions {
		question := &q.Questions[i]
		if question.Measures == measure {
			table.Rows = append(table.Rows, []string{
				question.ID, nameMeasure(question), formatWeightsOrNone(question), formatOptions(question), formatSources(question),
			})
		}
	}
	return table
}

func formatWeightsOrNone(question *questionnaire.Question) string {
	if words := formatWeights(question); words != "" {
		return words
	}
	return "none"
}

func formatOptions(question *questionnaire.Question) string {
	var parts []string
	for i := range question.Options {
		option := &question.Options[i]
		switch {
		case option.Position != nil:
			parts = append(parts, option.ID+" "+formatSigned(option.Position))
		case option.Readiness != nil:
			parts = append(parts, option.ID+" "+formatExact(option.Readiness))
		case option.Worth != nil:
			parts = append(parts, option.ID+" (worth "+formatExact(option.Worth)+")")
		default:
			parts = append(parts, option.ID)
		}
	}
	return strings.Join(parts, ", ")
}

func formatSources(question *questionnaire.Question) string {
	if len(question.Sources) == 0 {
		return "judgement of the authors"
	}
	return strings.Join(question.Sources, "; ")
}

// recommendationTable lists what the catalogue judges of each recommendation.
func (b *builder) recommendationTable() Table { return recommendationsOf(b.shipped.Full) }

func (b *builder) launchRecommendationTable() Table { return recommendationsOf(b.shipped.Launch) }

func recommendationsOf(q *questionnaire.Questionnaire) Table {
	table := Table{
		Judged: true,
		Columns: []Column{
			{Title: "Recommendation"},
			{Title: "Axis"},
			{Title: "Effort", Figures: true},
			{Title: "Impact", Figures: true},
			{Title: "Urgency", Figures: true},
		},
	}
	if q.Catalogue == nil {
		return table
	}
	for i := range q.Catalogue.Recommendations {
		item := &q.Catalogue.Recommendations[i]
		urgency := "none"
		if item.Urgency != nil {
			urgency = formatExact(item.Urgency)
		}
		table.Rows = append(table.Rows, []string{
			item.ID, item.Axis, formatExact(ratInt(item.Effort)), formatExact(ratInt(item.Impact)), urgency,
		})
	}
	return table
}
