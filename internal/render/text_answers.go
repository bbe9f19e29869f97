package render

import (
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// answers lists every question with what was said, by axis and within it in the order of the questionnaire.
func (p *page) answers(doc *report.Document) {
	if len(doc.Answers) == 0 {
		return
	}
	p.heading(report.TitleAnswers)
	for _, group := range answerChapters(doc) {
		p.blank()
		p.text(2, strongTone, group.title)
		for i, answer := range group.answers {
			if i > 0 {
				p.blank()
			}
			p.answer(answer)
		}
	}
}

type answerChapter struct {
	axis    report.Text
	title   string
	answers []*report.Answer
}

// answerChapters keeps the order of the axes; answers about no axis come last.
func answerChapters(doc *report.Document) []answerChapter {
	var groups []answerChapter
	for _, axis := range doc.Axes {
		groups = append(groups, answerChapter{axis: report.Text(axis.ID), title: axis.Title})
	}
	rest := answerChapter{title: "The situation"}
	if doc.Verdict.Quadrant != nil {
		rest.title = "Metrics"
	}
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		at := slices.IndexFunc(groups, func(group answerChapter) bool { return group.axis == answer.Axis })
		if at < 0 {
			rest.answers = append(rest.answers, answer)
			continue
		}
		groups[at].answers = append(groups[at].answers, answer)
	}
	groups = append(groups, rest)
	return slices.DeleteFunc(groups, func(group answerChapter) bool { return len(group.answers) == 0 })
}

// idWidth is the column of question ids: the longest shipped one and two spaces.
const idWidth = 20

// answer puts the question beside its id, and below it what was said beside what that counts.
func (p *page) answer(answer *report.Answer) {
	id := label{indent: 4, width: idWidth, tone: faintTone, text: answer.Question}
	p.labelled(id, faintTone, answer.Prompt)
	indent := p.under(id)
	said, t := string(answer.Text), plainTone
	if answer.Status != "answered" {
		said, t = report.StatusWord(answer.Status), strongTone
	}
	if value := worth(answer); value != "" && indent == id.indent+id.width {
		p.labelled(label{indent: id.indent, width: id.width, tone: faintTone, text: value}, t, said)
	} else {
		p.text(indent, t, said+bracketed(value))
	}
	p.remark(indent, "note", string(answer.Note))
	p.remark(indent, "evidence", string(answer.Evidence))
	p.remark(indent, "reviewed", string(answer.Reviewed))
	if answer.Source != "person" {
		p.remark(indent, "source", answer.Source)
	}
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

// worth says what an answer counts, on the scale of what its question measures; nothing where it counts nowhere.
func worth(answer *report.Answer) string {
	if answer.Value == nil {
		return ""
	}
	switch answer.Measures {
	case "lean":
		return "practice " + report.Signed(answer.Value)
	case "context":
		return "situation " + report.Signed(answer.Value)
	case "readiness":
		return "readiness " + report.Plain(answer.Value, 2) + " of 4"
	case "outcome":
		return report.Plain(answer.Value, 1) + " of 10"
	}
	return ""
}
