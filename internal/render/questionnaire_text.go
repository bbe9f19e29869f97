package render

import (
	"io"
	"math/big"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// QuestionnaireInfo is one line of the list of questionnaires.
type QuestionnaireInfo struct {
	ID, Version, Title string
	// Questions is how many there are.
	Questions int
	// Minutes is the author's estimate; nil when not given.
	Minutes *big.Rat
	// From says where it comes from, such as "shipped" or a path.
	From string
}

// QuestionnaireList writes what questionnaires there are, in the order given. The only error is one of the writer.
func QuestionnaireList(w io.Writer, list []QuestionnaireInfo, opt Options) error {
	p := newPage(w, opt)
	width := 0
	for _, info := range list {
		width = max(width, ansi.StringWidth(info.ID)+2)
	}
	for _, info := range list {
		p.labelled(label{width: width, tone: strongTone, text: info.ID}, plainTone, info.Title)
		words := "version " + info.Version + ", questions: " + extentWords(info.Questions, info.Minutes) + ", " + info.From
		p.text(p.under(label{width: width}), faintTone, words)
	}
	return p.writeTo(w)
}

// QuestionnaireText writes a whole questionnaire for reading: every question with its answers and what each counts.
// The only error is one of the writer.
func QuestionnaireText(w io.Writer, q *questionnaire.Questionnaire, opt Options) error {
	p := newPage(w, opt)
	p.text(0, strongTone, q.Title)
	p.blank()
	p.facts(0, questionnaireFacts(q))
	p.blank()
	p.text(0, plainTone, q.ScopeHint)
	for _, section := range outline(q) {
		p.blank()
		p.divider(section.title)
		p.facts(0, section.facts)
		for _, question := range section.questions {
			p.question(q, question)
		}
	}
	p.section(sentencesTitle, sentences(q.Outcomes))
	return p.writeTo(w)
}

func (p *page) question(q *questionnaire.Questionnaire, question *questionnaire.Question) {
	p.blank()
	p.text(0, strongTone, question.Text)
	p.text(2, faintTone, question.ID+" ("+string(question.Measures)+")")
	p.text(2, plainTone, question.Why)
	p.blank()
	for i := range question.Options {
		option := &question.Options[i]
		figure := label{indent: 2, width: figureWidth, tone: faintTone, text: optionFigure(option)}
		p.labelled(figure, plainTone, option.Text+" ("+option.ID+")")
		if len(option.Floors) > 0 {
			p.text(p.under(figure), faintTone, floorWords(q, option.Floors))
		}
	}
}

// figureWidth is the column of what an option counts: "class 6" and two spaces.
const figureWidth = 9

// QuestionText explains one question: why it is asked, how it counts, what each answer means, where it comes from and
// what a repository could show. The only error is one of the writer.
func QuestionText(w io.Writer, q *questionnaire.Questionnaire, question *questionnaire.Question, opt Options) error {
	p := newPage(w, opt)
	p.text(0, strongTone, question.Text)
	p.blank()
	p.facts(0, append([]report.Fact{{Label: "Id", Value: question.ID}}, questionFacts(q, question)...))
	if question.Why != "" {
		p.heading("Why it is asked")
		p.text(2, plainTone, question.Why)
	}
	p.heading("What each answer means")
	for i := range question.Options {
		option := &question.Options[i]
		p.blank()
		p.text(2, strongTone, option.Text)
		p.text(4, faintTone, option.ID+": "+optionWords(q, option))
	}
	for _, part := range supports(question) {
		p.section(part.title, part.texts)
	}
	return p.writeTo(w)
}
