package pages

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// allAnswers lists every question with what was said, by axis; those that were skipped are only named.
func allAnswers(doc *report.Document) page.Section {
	section := page.Section{ID: "answers", Title: titleAnswers, Part: page.Detail}
	if len(doc.Answers) == 0 {
		return section
	}
	section.Explain = []string{"answers", "practice"}
	if doc.Verdict.Quadrant != nil {
		section.Explain = []string{"quadrant"}
	}
	cards := page.Cards{Layout: page.Stack}
	var skipped []string
	for _, chapter := range chapters(doc) {
		var entries page.Entries
		for _, answer := range chapter.answers {
			entry := entryOf(answer)
			if answers.Status(answer.Status) == answers.Skipped && len(entry.Remarks) == 0 {
				skipped = append(skipped, entry.ID)
				continue
			}
			entries = append(entries, entry)
		}
		if len(entries) > 0 {
			cards.Items = append(cards.Items, page.Card{Title: chapter.title, Blocks: []page.Block{entries}})
		}
	}
	if len(cards.Items) > 0 {
		section.Blocks = []page.Block{page.Quiet(worthLegend(doc)), cards}
	}
	// A few are named among what is unknown.
	if all := english.List(skipped); all != report.Shortened(skipped) {
		section.Blocks = append(section.Blocks, page.Text("Skipped: "+all+"."))
	}
	return section
}

// entryOf is an answer under the short title of its question.
func entryOf(answer *report.Answer) page.Entry {
	entry := page.Entry{
		ID: said(cmp.Or(answer.Title, answer.Question)), Anchor: page.AnchorOf(answer.Question),
		Answer: answerInWords(answer), Open: !answer.IsAnswered(), Worth: nonEmpty(counts(answer)),
	}
	address, shown, isLink := report.WebAddress(string(answer.Evidence))
	if !isLink {
		shown = string(answer.Evidence)
	}
	for _, remark := range []page.Remark{
		{Label: "reason", Text: page.Said(report.ReasonBeside(answer))},
		{Label: "note", Text: page.Said(answer.Note)},
		{Label: "evidence", Text: page.Said(shown), Address: address},
		{Label: "reviewed", Text: page.Said(answer.Reviewed)},
		{Label: "source", Text: page.Said(answer.SourceWords())},
	} {
		if remark.Text != "" {
			entry.Remarks = append(entry.Remarks, remark)
		}
	}
	return entry
}

// chapter is a part of the list of all answers.
type chapter struct {
	// axis is nil for answers that are about no axis.
	axis    *report.Axis
	title   string
	answers []*report.Answer
}

// chapters groups the answers in the order of the axes; answers about no axis come last, and no chapter is empty.
func chapters(doc *report.Document) []chapter {
	var list []chapter
	for i := range doc.Axes {
		list = append(list, chapter{axis: &doc.Axes[i], title: said(doc.Axes[i].Title)})
	}
	rest := chapter{title: "The situation"}
	if doc.Verdict.Quadrant != nil {
		rest.title = "Metrics"
	}
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		at := slices.IndexFunc(list, func(c chapter) bool {
			return answer.Axis != "" && answer.Axis == report.Text(c.axis.ID)
		})
		if at < 0 {
			rest.answers = append(rest.answers, answer)
			continue
		}
		list[at].answers = append(list[at].answers, answer)
	}
	return slices.DeleteFunc(append(list, rest), func(c chapter) bool { return len(c.answers) == 0 })
}

// counts is the figure of an answer on the scale of what its question measures; nothing where it counts nowhere. Positions have
// a sign or two decimals, so that levels cannot be taken for them.
func counts(answer *report.Answer) string {
	if answer.Value == nil {
		return ""
	}
	switch questionnaire.Measure(answer.Measures) {
	case questionnaire.Lean, questionnaire.Context:
		return report.Signed(answer.Value)
	case questionnaire.Readiness:
		return report.LevelOfAnswer(answer.Value)
	case questionnaire.Outcome:
		return report.ScoreFigure(answer.Value)
	}
	return ""
}

// worthLegend explains what the answers count in a document.
func worthLegend(doc *report.Document) string {
	if doc.Verdict.Quadrant != nil {
		return "With each answer, its score from 0 to 10; higher is better."
	}
	return "With each answer, its position from -1 (SysOps) to +1 (DevOps), or its readiness out of 4."
}
