package web

import (
	"github.com/opsfit/opsfit/internal/report"
)

// answerSection lists every question with what was said, by axis.
func answerSection(doc *report.Document) Section {
	if len(doc.Answers) == 0 {
		return Section{}
	}
	cards := &Cards{Layout: Stack}
	for _, chapter := range report.Chapters(doc) {
		var entries []Entry
		for _, answer := range chapter.Answers {
			entries = append(entries, entryOf(chapter.Axis, answer))
		}
		cards.Items = append(cards.Items, Card{Title: chapter.Title, Blocks: []Block{{Entries: entries}}})
	}
	return Section{ID: "answers", Title: report.TitleAnswers, Blocks: []Block{{Quiet: report.WorthLegend(doc)}, {Cards: cards}}}
}

func entryOf(axis *report.Axis, answer *report.Answer) Entry {
	entry := Entry{ID: answer.Question, Prompt: answer.Prompt, Said: string(answer.Text)}
	if !answer.IsAnswered() {
		entry.Said, entry.Open = report.StatusWord(answer.Status), true
	}
	if worth := report.Worth(answer); worth != "" {
		entry.Worth = append(entry.Worth, worth)
	}
	if axis != nil {
		if effect := axis.Effect(answer.Question); effect != nil {
			entry.Worth = append(entry.Worth, "effect "+report.Signed(effect))
		}
	}
	entry.Remarks = remarksOf(answer)
	return entry
}

func remarksOf(answer *report.Answer) []Remark {
	var remarks []Remark
	add := func(label, text string) {
		if text != "" {
			remarks = append(remarks, Remark{Label: label, Text: text})
		}
	}
	add("reason", report.ReasonBeside(answer))
	add("note", string(answer.Note))
	if address, shown, ok := report.WebAddress(string(answer.Evidence)); ok {
		remarks = append(remarks, Remark{Label: "evidence", Text: shown, Address: address})
	} else {
		add("evidence", string(answer.Evidence))
	}
	add("reviewed", string(answer.Reviewed))
	add("source", answer.SourceWords())
	return remarks
}
