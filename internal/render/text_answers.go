package render

import "github.com/opsfit/opsfit/internal/report"

// answers lists every question with what was said, by axis and within it in the order of the questionnaire.
func (p *page) answers(doc *report.Document) {
	if len(doc.Answers) == 0 {
		return
	}
	p.heading(report.TitleAnswers)
	for _, group := range report.Chapters(doc) {
		p.blank()
		p.text(2, strongTone, group.Title)
		for i, answer := range group.Answers {
			if i > 0 {
				p.blank()
			}
			p.answer(answer)
		}
	}
	p.explainer(doc, report.TitleAnswers)
}

// idWidth is the column of question ids: the longest shipped one and two spaces.
const idWidth = 20

// answer puts the question beside its id, and below it what was said beside what that counts.
func (p *page) answer(answer *report.Answer) {
	id := label{indent: 4, width: idWidth, tone: faintTone, text: answer.Question}
	p.labelled(id, faintTone, answer.Prompt)
	indent := p.under(id)
	said, t := string(answer.Text), plainTone
	if !answer.IsAnswered() {
		said, t = report.StatusWord(answer.Status), strongTone
	}
	if value := report.Worth(answer); value != "" && indent == id.indent+id.width {
		p.labelled(label{indent: id.indent, width: id.width, tone: faintTone, text: value}, t, said)
	} else {
		p.text(indent, t, said+bracketed(value))
	}
	p.remark(indent, "reason", report.ReasonBeside(answer))
	p.remark(indent, "note", string(answer.Note))
	p.remark(indent, "evidence", string(answer.Evidence))
	p.remark(indent, "reviewed", string(answer.Reviewed))
	p.remark(indent, "source", answer.SourceWords())
}

func bracketed(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

func (p *page) remark(indent int, name, text string) {
	if text != "" {
		p.labelled(label{indent: indent, width: len(name) + 2, tone: faintTone, text: name + ":"}, plainTone, text)
	}
}
