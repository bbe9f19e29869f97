package export

import (
	"cmp"
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// AssessmentCSV writes a document as one table, as RFC 4180 has it, with a row for each figure, gate, warning, recommendation
// and answer, and for what a repository says of an answer. The first columns are the same in every row, so that the tables of
// several services can be put below each other, and kind says what a row is about. Figures have all their digits; what is null is
// empty. An error is what the writer returned.
func AssessmentCSV(w io.Writer, doc *report.Document) error { return writeAssessment(newTable(w), doc) }

// AssessmentMarkedCSV is AssessmentCSV with a mark by which Excel knows UTF-8.
func AssessmentMarkedCSV(w io.Writer, doc *report.Document) error {
	return writeAssessment(newMarkedTable(w), doc)
}

func writeAssessment(t *table, doc *report.Document) error {
	t.writeNames(csvColumns())
	for _, list := range [][]csvRow{
		supposedRows(doc), verdictRows(doc), limitRows(doc), figureRows(doc), unmetRows(doc), outcomeRows(doc),
		gateRows(doc), commitmentRows(doc), warningRows(doc), stepRows(doc), answerRows(doc), findingRows(doc),
	} {
		for i := range list {
			t.writeRow(list[i].cells(doc))
		}
	}
	return t.flush()
}

// csvRow is one row without its first columns. What a column holds depends on the kind:
//
//	kind            axis         id               value            word             required   title     text        note
//	what_if                      question         answer supposed  answer given                question
//	verdict                      what it is       number, if any   the verdict                           headline    warnings
//	because                      question                         the kind of reason that a service is not ready
//	limit           axis         question         bound            at_most or at_least         question  in words
//	figure          overall, id  name             number           band, if any                axis
//	unmet           axis         question         level            below or unknown floor      question  in words    critical
//	outcome                      group or metric  number                            benchmark
//	gate                         condition        actual           met or not_met   required             reason
//	commitment                   recommendation   answer today     status           promised   title     in words    terms
//	warning                      warning                           severity                    title     text, why   exemption
//	recommendation  axis         recommendation   rank             now or later                title     first step  why
//	answer          axis         question         number           option or state             title     in words    note
//	option          axis         question         option           present, missing worth      title     in words    reason
//	                                                               unknown or not_applicable
//	finding                      question         figure           agrees, differs  suggested            in words    reason
//	                                                               contradicts or
//	                                                               silent
//
// An answer has evidence, reviewed and source as well; the evidence of a finding are the things that it was taken from.
type csvRow struct {
	kind, axis, id string
	// value and required are numbers or words.
	value, required   report.Value
	word              string
	title, text, note string

	evidence, reviewed, source string
}

func csvColumns() []string {
	return []string{
		"subject", "team", "questionnaire", "date", "kind", "axis", "id", "value", "word", "required", "title", "text", "note",
		"evidence", "reviewed", "source",
	}
}

func (r *csvRow) cells(doc *report.Document) []csvCell {
	return []csvCell{
		textCell(doc.Subject), textCell(doc.Team), textCell(doc.Questionnaire.ID), textCell(doc.Date),
		textCell(r.kind), textCell(r.axis), textCell(r.id), valueCell(r.value), textCell(r.word), valueCell(r.required),
		textCell(r.title), textCell(r.text), textCell(r.note), textCell(r.evidence), textCell(r.reviewed), textCell(r.source),
	}
}

func supposedRows(doc *report.Document) []csvRow {
	var rows []csvRow
	if doc.WhatIf != nil {
		for _, change := range doc.WhatIf.Changes {
			rows = append(rows, csvRow{
				kind: "what_if", id: change.Question, value: report.Word(change.To), word: change.From, title: titleOf(doc, change.Question),
			})
		}
	}
	return rows
}

func verdictRows(doc *report.Document) []csvRow {
	told := tell(doc)
	if v := doc.Verdict.Quadrant; v != nil {
		return []csvRow{{kind: "verdict", id: "quadrant", word: string(v.Quadrant), text: headline(doc, &told)}}
	}
	if v := doc.Verdict.Readiness; v != nil {
		return stateRows(v, headline(doc, &told), told.First)
	}
	v := doc.Verdict.Leaning
	return []csvRow{
		{kind: "verdict", id: "advice", word: string(v.Advice), text: headline(doc, &told), note: told.First},
		{kind: "verdict", id: "advice_without_limits", word: string(wantedAdvice(v))},
		{kind: "verdict", id: "confidence", word: string(v.Confidence)},
		{kind: "verdict", id: "fit", value: report.Number(v.Fit.Value), word: string(v.Fit.Word)},
	}
}

// stateRows are a state, and the points that keep a service from being ready by the kind of reason.
func stateRows(v *report.ReadinessVerdict, headline, first string) []csvRow {
	rows := []csvRow{{kind: "verdict", id: "state", word: string(v.State), text: headline, note: first}}
	for _, reason := range stateReasons(v) {
		for _, question := range reason.points {
			rows = append(rows, csvRow{kind: "because", id: question, word: reason.name})
		}
	}
	return rows
}

// limitRows are the limits that keep an axis from what is wanted there.
func limitRows(doc *report.Document) []csvRow {
	var rows []csvRow
	for i := range doc.Axes {
		for _, limit := range doc.Axes[i].Situation.HeldBy {
			row := csvRow{
				kind: "limit", axis: doc.Axes[i].ID, id: limit.Question, value: report.Number(limit.AtMost), word: "at_most",
				title: titleOf(doc, limit.Question), text: inWords(doc, limit.Question),
			}
			if limit.AtMost == nil {
				row.value, row.word = report.Number(limit.AtLeast), "at_least"
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// inWords is the chosen option in words.
func inWords(doc *report.Document, question string) string {
	if answer := answerTo(doc, question); answer != nil {
		return string(answer.Text)
	}
	return ""
}

// unmetRows are the readiness answers that miss the floor of their axis, the unknown ones without a level.
func unmetRows(doc *report.Document) []csvRow {
	readiness := doc.Verdict.OverallReadiness()
	if readiness == nil {
		return nil
	}
	var rows []csvRow
	for _, unmet := range readiness.Unmet {
		row := csvRow{
			kind: "unmet", axis: unmet.Axis, id: unmet.Question, value: report.Number(unmet.Level), word: "below",
			required: report.Number(new(unmet.Floor)), title: titleOf(doc, unmet.Question), text: inWords(doc, unmet.Question),
		}
		if unmet.Level == nil {
			row.word = "unknown"
		}
		if unmet.Critical {
			row.note = "critical"
		}
		rows = append(rows, row)
	}
	return rows
}

func figureRows(doc *report.Document) []csvRow {
	var rows []csvRow
	for _, f := range figuresOf(doc.Verdict) {
		for _, s := range f.samples(doc) {
			rows = append(rows, csvRow{kind: "figure", id: f.name, axis: s.axis, value: report.Number(s.value), word: s.word, title: s.title})
		}
	}
	return rows
}

// bandOf is the word of a figure that has one.
func bandOf(figure string, practice report.Practice, situation report.Situation, wanted report.Text) string {
	switch figure {
	case "practice":
		return string(practice.Band)
	case "practice_low":
		return string(practice.LowBand)
	case "practice_high":
		return string(practice.HighBand)
	case "situation":
		return string(situation.Band)
	case "wanted":
		return string(wanted)
	}
	return ""
}

func outcomeRows(doc *report.Document) []csvRow {
	v := doc.Verdict.Quadrant
	if v == nil {
		return nil
	}
	rows := []csvRow{
		{kind: "outcome", id: "throughput", value: report.Number(v.Throughput.Value), required: published(v.Throughput.Benchmark)},
		{kind: "outcome", id: "stability", value: report.Number(v.Stability.Value), required: published(v.Stability.Benchmark)},
	}
	for _, m := range doc.Metrics {
		rows = append(rows, csvRow{kind: "outcome", id: m.ID, value: report.Number(m.Value), required: published(m.Benchmark)})
	}
	return rows
}

func published(b *report.Benchmark) report.Value {
	if b == nil {
		return report.Value{}
	}
	return report.Number(b.Mean)
}

func gateRows(doc *report.Document) []csvRow {
	var rows []csvRow
	for _, gate := range doc.Gates {
		row := csvRow{kind: "gate", id: gate.Gate, value: gate.Actual, word: "not_met", required: gate.Required, text: string(gate.Reason)}
		if gate.Met {
			row.word = "met"
		}
		rows = append(rows, row)
	}
	return rows
}

func commitmentRows(doc *report.Document) []csvRow {
	if doc.Commitments == nil {
		return nil
	}
	var rows []csvRow
	for i := range doc.Commitments.List {
		c := &doc.Commitments.List[i]
		rows = append(rows, csvRow{
			kind: "commitment", id: c.Item, value: report.Word(c.Now), word: string(c.Status), required: report.Word(c.To), title: c.Title,
			text: c.QuestionTitle + ": " + c.ToText, note: strings.Join(c.Terms(report.AsIs), "; "), evidence: string(c.Evidence),
		})
	}
	return rows
}

func warningRows(doc *report.Document) []csvRow {
	var rows []csvRow
	for _, warning := range doc.Warnings {
		row := csvRow{
			kind: "warning", id: warning.ID, word: warning.Severity, title: warning.Title, text: sentences(warning.Text, warning.Why),
		}
		if exemption := report.ExemptionOf(doc, warning.ID); exemption != nil {
			row.note = "exempted " + report.ExemptedWords(exemption, report.AsIs)
		}
		rows = append(rows, row)
	}
	return rows
}

func stepRows(doc *report.Document) []csvRow {
	var rows []csvRow
	for _, step := range doc.Recommendations {
		rows = append(rows, csvRow{
			kind: "recommendation", axis: step.Axis, id: step.ID, value: report.Number(new(float64(step.Rank))), word: step.Status,
			title: step.Title, text: step.FirstStep, note: step.Why,
		})
	}
	return rows
}

func answerRows(doc *report.Document) []csvRow {
	var rows []csvRow
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		row := csvRow{
			kind: "answer", axis: string(answer.Axis), id: answer.Question, value: report.Number(answer.Value), word: answer.Status,
			title: answer.Title, text: string(cmp.Or(answer.Text, answer.Reason)), note: string(answer.Note),
			evidence: string(answer.Evidence), reviewed: string(answer.Reviewed), source: answer.Source,
		}
		switch {
		case answer.IsAnswered() && answer.Listed != nil:
			row.word = strings.Join(answer.Options, " ")
		case answer.IsAnswered():
			row.word = string(answer.Option)
		}
		rows = append(rows, row)
		for i := range answer.Listed {
			option := &answer.Listed[i]
			rows = append(rows, csvRow{
				kind: "option", axis: string(answer.Axis), id: answer.Question, value: report.Word(option.Option), word: string(option.Status),
				required: report.Number(&option.Worth), title: answer.Title, text: option.Text, note: string(option.Reason),
			})
		}
	}
	return rows
}

// findingRows are what a repository says of answers.
func findingRows(doc *report.Document) []csvRow {
	var rows []csvRow
	for i := range doc.Evidence {
		found := &doc.Evidence[i]
		rows = append(rows, csvRow{
			kind: "finding", id: found.Question, value: report.Number(found.Value), word: string(found.Verdict),
			required: report.Word(string(found.Suggests)), title: titleOf(doc, found.Question), text: string(found.Text),
			note: string(found.Reason), evidence: proofs(found.Proof),
		})
	}
	return rows
}
