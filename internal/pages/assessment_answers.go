package pages

import (
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// allAnswers lists every question with what was said, by axis.
func allAnswers(doc *report.Document) page.Section {
	section := page.Section{ID: "answers", Title: report.TitleAnswers, Part: page.Detail}
	if len(doc.Answers) == 0 {
		return section
	}
	cards := page.Cards{Layout: page.Stack}
	for _, chapter := range report.Chapters(doc) {
		var entries page.Entries
		for _, answer := range chapter.Answers {
			entries = append(entries, entryOf(chapter.Axis, answer))
		}
		cards.Items = append(cards.Items, page.Card{Title: said(chapter.Title), Blocks: []page.Block{entries}})
	}
	section.Blocks = []page.Block{page.Quiet(report.WorthLegend(doc)), cards}
	section.Explain = report.ExplainedUnder(report.TitleAnswers)
	if doc.Verdict.Quadrant != nil {
		section.Explain = report.ExplainedUnder(report.TitleMetrics)
	}
	return section
}

func entryOf(axis *report.Axis, answer *report.Answer) page.Entry {
	entry := page.Entry{
		ID: said(answer.Question), Prompt: said(answer.Prompt), Answer: answerInWords(answer), Open: !answer.IsAnswered(),
		Worth: nonEmpty(report.Worth(answer)),
	}
	if axis != nil {
		if effect := axis.Effect(answer.Question); effect != nil {
			entry.Worth = append(entry.Worth, "effect "+report.Signed(effect))
		}
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
