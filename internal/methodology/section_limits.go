package methodology

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/record"
)

func (b *builder) limits() Section {
	return Section{
		ID: "limits", Title: "What opsfit does not claim",
		Points: []string{
			"It does not measure. Answers are self-reported, and those of one respondent are one person's view. What a repository shows " +
				"may stand beside an answer; it never changes a score.",
			"Its confidence is no probability. It says how far a few answers carry, not how likely they are to be true.",
			"It does not grade maturity. The far end of the line is no goal, and no gate can ask for more of one way.",
			"Its effort, impact and severity are judgements. Sources say that a practice helps; they do not give these numbers.",
			"It does not judge people or culture. Neither can be read from one self-report.",
			"It looks at one service at a time. Other services, even of the same team, may call for another way.",
			fmt.Sprintf("The published means are of %d, from a survey of self-reports across all industries. They tell where others were, not "+
				"where you should be; dora.dev itself advises against comparing unlike systems.", b.outcomes().Year),
			"The metrics are those of dora.dev, a research programme. The EU's Digital Operational Resilience Act (Regulation (EU) " +
				"2022/2554), also called DORA, is something else, and opsfit says nothing about meeting it.",
		},
	}
}

func (b *builder) record() Section {
	return Section{
		ID: "record", Title: "Decision record: what it proposes",
		Text: []string{
			"A decision record (format adr) weighs nothing anew. It proposes the option that the advice points to, and lets people decide.",
		},
		Points: []string{
			"To stay is the option of the side where the service is; to shift, that of the side where its situation lies; to combine is an " +
				"option of its own, and so is the middle.",
			"Each answer about the situation stands once among the drivers, under the axis on which it weighs most, and is an argument for " +
				"one way and against the other, in the same words for both.",
			"A later assessment is held against the facts in the record: what differs is named, and what cannot be judged any more, because " +
				"an answer is open now, is not called solved.",
		},
		Tables: []Table{{
			Title: judgedTitle, Judged: true, Columns: judgedColumns(),
			Rows: [][]string{{
				"record_years", figure(whole(record.Years)) + " year", "how long a record holds before the service is assessed again",
				"the answers are about the year before; after another one they describe another time",
			}},
		}},
	}
}

func (b *builder) positions() Section {
	return Section{
		ID: "positions", Title: "Every judged value of the shipped questionnaire",
		Text: []string{
			fmt.Sprintf("Positions, levels and weights of %q, which the shorter questionnaires share. They are judgements; the sources "+
				"beside them speak for asking, not for the number. To use other values, write a questionnaire that extends this one.",
				b.shipped.Full.ID),
		},
		Tables: []Table{
			b.questionTable("Style: positions", questionnaire.Lean),
			b.questionTable("Situation: positions, and the weight on each axis", questionnaire.Context),
			b.questionTable("Readiness: levels", questionnaire.Readiness),
			b.stepTable(),
		},
	}
}

// questionTable lists the questions of one measure with the value of each option.
func (b *builder) questionTable(title string, measure questionnaire.Measure) Table {
	table := Table{
		Title: title, Judged: true,
		Columns: []Column{{Title: "Question"}, {Title: "Axis, weight"}, {Title: "Options"}, {Title: "Sources"}},
	}
	for i := range b.shipped.Full.Questions {
		question := &b.shipped.Full.Questions[i]
		if question.Measures == measure {
			table.Rows = append(table.Rows, []string{question.ID, weighsOn(question), optionWords(question), sourceWords(question)})
		}
	}
	return table
}

func weighsOn(question *questionnaire.Question) string {
	if words := weightWords(question); words != "" {
		return words
	}
	return "none; it serves the advice"
}

func optionWords(question *questionnaire.Question) string {
	var parts []string
	for i := range question.Options {
		option := &question.Options[i]
		switch {
		case option.Position != nil:
			parts = append(parts, option.ID+" "+signed(option.Position))
		case option.Readiness != nil:
			parts = append(parts, option.ID+" "+figure(option.Readiness))
		default:
			parts = append(parts, option.ID)
		}
	}
	return strings.Join(parts, ", ")
}

func sourceWords(question *questionnaire.Question) string {
	if len(question.Sources) == 0 {
		return "judgement of the authors"
	}
	return strings.Join(question.Sources, "; ")
}

// stepTable lists what the catalogue judges of each recommendation.
func (b *builder) stepTable() Table {
	table := Table{
		Title: "Recommendations: effort (1 to 3), impact (1 to 5) and urgency", Judged: true,
		Columns: []Column{
			{Title: "Recommendation"},
			{Title: "Axis"},
			{Title: "Effort", Figures: true},
			{Title: "Impact", Figures: true},
			{Title: "Urgency", Figures: true},
		},
	}
	if b.shipped.Full.Catalogue == nil {
		return table
	}
	for i := range b.shipped.Full.Catalogue.Recommendations {
		item := &b.shipped.Full.Catalogue.Recommendations[i]
		urgency := "none"
		if item.Urgency != nil {
			urgency = figure(item.Urgency)
		}
		table.Rows = append(table.Rows, []string{
			item.ID, item.Axis, figure(whole(item.Effort)), figure(whole(item.Impact)), urgency,
		})
	}
	return table
}

func (b *builder) sources() Section {
	return Section{
		ID: "sources", Title: "Sources",
		Text: []string{
			"What this page and the questionnaires rest on. Read: the source itself was read. Second hand: only what others quote of it was " +
				"at hand.",
		},
		Tables: []Table{{
			Title:   "What was read, and how",
			Columns: []Column{{Title: "Source"}, {Title: "Used for"}, {Title: "How"}},
			Rows: [][]string{
				{"DevOps vs. SysOps, the article that opsfit was founded on", "the axes, the questions, the inputs of the choice", "read"},
				{"dora.dev: metrics guide, Quick Check, industry figures of 2025", "delivery metrics and their means", "read"},
				{"DORA 2025: shares of respondents for each answer", "the share beside an answer", "second hand"},
				{"DORA reports of 2018, 2019 and 2021", "reasons of warnings and recommendations", "read"},
				{"AWS Well-Architected: operations and reliability", "floors, warnings, readiness", "read"},
				{"NIST SP 800-53 and SP 800-34", "restore, records of changes, impact of an outage", "second hand"},
				{"Site Reliability Engineering, workbook and book", "error budgets, time for operations", "excerpts; second hand"},
				{"ITIL 4: change enablement", "standard, normal and emergency changes", "second hand"},
				{"CNCF platform engineering maturity model", "no level is good or bad as such", "read"},
				{"DevOps Topologies; Team Topologies", "how groups work together", "read; second hand"},
				{"xMatters and Atlassian survey of 2017", "options that describe what can be seen", "second hand"},
				{"Dawes 1979", "equal weights", "second hand"},
				{"Norman 2010", "means of ordered answers", "second hand"},
				{"Tastle and Wierman 2007", "consensus", "read in the R package agrmt; its printed value is reproduced"},
				{"OWASP SAMM", "\"not applicable\" is hardly ever true", "read; second hand for the advice"},
			},
		}},
	}
}
