package ui

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// listPage lists questions with their answers to go to one: all of them, or those that contain a text.
type listPage struct {
	from page
	// input is the text to find; nil in the overview, which has a last row for the review.
	input     *textField
	questions []int
	pick      int
}

func newOverview(f *fullScreen) *listPage {
	p := &listPage{from: f.page, pick: f.session.Current()}
	for i := range f.session.Len() {
		p.questions = append(p.questions, i)
	}
	if f.session.InReview() {
		p.pick = len(p.questions)
	}
	return p
}

func newFind(f *fullScreen) *listPage { return &listPage{from: f.page, input: newTextField("")} }

func (p *listPage) textField() *textField { return p.input }

func (p *listPage) textChanged(f *fullScreen) {
	p.questions, p.pick = f.session.FindQuestions(p.input.text()), 0
	f.tooLong(p.input)
}

func (p *listPage) handleKey(f *fullScreen, k key) {
	name := k.name
	if p.input == nil {
		name = strings.ToLower(name)
	}
	switch name {
	case "up", "down":
		p.pick = movePointer(name, p.pick, p.rowCount())
	case "enter":
		p.openPicked(f)
	case "esc":
		f.showPage(p.from)
	default:
		p.handleLetter(f, name, k)
	}
}

// handleLetter handles keys that are typed while text is searched for, and are commands in the overview.
func (p *listPage) handleLetter(f *fullScreen, name string, k key) {
	if p.input != nil {
		if was := p.input.text(); p.input.handleKey(k) && p.input.text() != was {
			p.textChanged(f)
		}
		return
	}
	switch name {
	case "k", "j", "home", "end":
		p.pick = movePointer(name, p.pick, p.rowCount())
	case "b", "left", "o", "q":
		f.showPage(p.from)
	case "/":
		find := newFind(f)
		find.from = p.from
		f.showPage(find)
	case "h", "f1":
		f.showPage(&helpPage{from: p})
	}
}

// rowCount is the number of rows; the overview has one more than questions, for the review.
func (p *listPage) rowCount() int {
	if p.input == nil {
		return len(p.questions) + 1
	}
	return len(p.questions)
}

func (p *listPage) openPicked(f *fullScreen) {
	switch {
	case p.pick < len(p.questions):
		f.returning = f.returning || f.session.InReview()
		f.session.GoTo(p.questions[p.pick])
		f.showCurrent()
	case p.input == nil:
		f.session.GoToReview()
		f.showCurrent()
	}
}

func (p *listPage) draw(f *fullScreen, air int) frame {
	fr := p.drawTop(f, air)
	section := ""
	for i, at := range p.questions {
		if s := f.session.Section(at); s != section && p.input == nil {
			fr.addGap(air > 0)
			fr.addLines(f, faintStyle, wrapVisible(s, f.textWidth())...)
			section = s
		}
		p.drawRow(&fr, i, func() { fr.addQuestion(f, at, i == p.pick) })
	}
	if p.input == nil {
		fr.addGap(true)
		p.drawRow(&fr, len(p.questions), func() { fr.addAction(f, "Review and finish", p.pick == len(p.questions)) })
	}
	return fr
}

func (p *listPage) drawRow(fr *frame, i int, draw func()) {
	start := len(fr.body)
	draw()
	if i == p.pick {
		fr.focus = lineRange{start, len(fr.body)}
	}
}

func (p *listPage) drawTop(f *fullScreen, air int) frame {
	moves := keyHint{f.both, "move"}
	if p.input == nil {
		progress := f.session.Progress()
		fr := frame{head: f.drawHeader("All questions", fmt.Sprintf("%d of %d open", progress.Open, progress.Total), air)}
		fr.keys = []keyHint{{"enter", "go there"}, moves, {"/", "find"}, {"h", "help"}, {"esc", "close"}}
		return fr
	}
	fr := frame{head: f.drawHeader("Find", fmt.Sprintf("%d found", len(p.questions)), air)}
	field := frame{}
	field.addInput(f, p.input, true)
	// Show the end of a long text: it is what is being typed.
	last := field.body[len(field.body)-1]
	fr.cursor, fr.typing = &position{len(fr.head), field.cursor.column}, true
	fr.head = append(fr.head, last, "")
	if p.input.text() == "" {
		fr.addLines(f, faintStyle, wrapVisible("Type a word from a question, an option or a note.", f.textWidth())...)
	} else if len(p.questions) == 0 {
		fr.addLines(f, plainStyle, wrapVisible("Nothing found.", f.textWidth())...)
	}
	fr.keys = []keyHint{moves, {"enter", "go there"}, {"esc", "close"}}
	return fr
}

// addQuestion adds a question with its answer: in full when picked, else in two lines.
func (fr *frame) addQuestion(f *fullScreen, at int, picked bool) {
	question, answer := f.session.Question(at), f.session.Answer(at)
	pointer := " "
	if picked {
		pointer = f.pointer
	}
	lead := fmt.Sprintf("%s%s %2d  ", pointer, f.statusMark(answer.Status), at+1)
	text, words := question.Text, inWords(question, answer)
	if picked {
		fr.addItem(f, strongStyle, lead, text)
		fr.addItem(f, plainStyle, strings.Repeat(" ", displayWidth(lead)), words)
		return
	}
	room := f.textWidth() - displayWidth(lead)
	fr.addLines(f, plainStyle, lead+f.truncateLine(text, room))
	fr.addLines(f, faintStyle, strings.Repeat(" ", displayWidth(lead))+f.truncateLine(words, room))
}

// addAction adds a row that starts an action.
func (fr *frame) addAction(f *fullScreen, text string, picked bool) {
	if picked {
		fr.addItem(f, strongStyle, f.pointer+" ", text)
		return
	}
	fr.addItem(f, plainStyle, "  ", text)
}

// statusMark is a one-cell symbol for the kind of answer.
func (f *fullScreen) statusMark(status answers.Status) string {
	switch status {
	case answers.Answered:
		return f.chosen
	case answers.DontKnow:
		return "?"
	case answers.NotApplicable:
		return "x"
	case answers.Skipped:
	}
	return f.open
}
