package ui

import (
	"fmt"
	"strconv"

	"github.com/opsfit/opsfit/internal/answers"
)

// questionPage shows the current question.
type questionPage struct {
	at   int
	rows []row
	// pick is the selected row; -1 before the first move, so that enter alone chooses nothing.
	pick int
	// why: the reason for the question is shown.
	why bool
}

// row is one possible reply to a question.
type row struct {
	key, text string
	// option is the id of an option; empty for the others.
	option string
	chosen bool
}

func newQuestion(f *fullScreen) *questionPage {
	at := f.session.Current()
	p := &questionPage{at: at, why: at < whyShown}
	p.readRows(f)
	p.pick = -1
	for i := range p.rows {
		if p.rows[i].chosen {
			p.pick = i
		}
	}
	return p
}

// readRows reads the rows from the session, in the order of the questionnaire.
func (p *questionPage) readRows(f *fullScreen) {
	question, answer := f.session.Question(p.at), f.session.Answer(p.at)
	p.rows = nil
	for i, option := range question.Shown() {
		chosen := answer.Status == answers.Answered && answer.Option == option.ID
		p.rows = append(p.rows, row{key: strconv.Itoa(i + 1), text: option.Text, option: option.ID, chosen: chosen})
	}
	p.rows = append(p.rows, row{key: "d", text: "I don't know.", chosen: answer.Status == answers.DontKnow})
	if question.AllowNA {
		text := "This does not apply here."
		if answer.Status == answers.NotApplicable && answer.Reason != "" {
			text = "This does not apply here: " + answer.Reason
		}
		p.rows = append(p.rows, row{key: "x", text: text, chosen: answer.Status == answers.NotApplicable})
	}
}

func (p *questionPage) commands(f *fullScreen) []command {
	return append(p.answerCommands(f),
		newCommand("b left", "back", "back to the question before", func(string) { f.goBack() }),
		newCommand("right", "", "on to the next question, without a change", func(string) { f.goForward() }),
		newCommand("s", "skip", "skip (clears the answer)", func(string) { p.skip(f) }),
		f.undoCommand(func(int) { f.showCurrent() }),
		p.whyCommand(f),
		newCommand("n", "note", "write a note on the answer", func(string) { p.openNote(f) }),
		newCommand("e", "", "name evidence for the answer, for example a link", func(string) { p.openEvidence(f) }),
		newCommand("o", "overview", "all questions and answers, and go to one", func(string) { f.showPage(newOverview(f)) }),
		f.searchCommand(p), f.helpCommand(p), f.quitCommand(p),
	)
}

// answerCommands are the keys that answer the question.
func (p *questionPage) answerCommands(f *fullScreen) []command {
	move := f.moveCommand("the answers", func(key string) { p.pick = movePointer(key, p.pick, len(p.rows)) })
	move.hint, move.hintKey = "choose", fmt.Sprintf("%s 1-%d", f.both, min(9, p.optionCount()))
	number := newCommand("1 2 3 4 5 6 7 8 9", "", "choose that answer and continue", func(key string) { p.chooseNumber(f, key) })
	number.label = "1 2 3"
	return []command{
		move, number,
		newCommand("space", "", "choose the answer at the pointer, and stay here", func(string) { p.acceptRow(f, p.chooseRow) }),
		newCommand("enter", "continue", "continue with the answer at the pointer", func(string) { p.acceptRow(f, p.continueWith) }),
		newCommand("d", "", "don't know: the report counts it as unknown", func(string) {
			f.session.DontKnow()
			f.confirmForward()
		}),
		newCommand("x", "", "does not apply here, where the question allows it; asks why", func(string) { p.openReason(f) }),
	}
}

// whyCommand shows and hides why the question is asked.
func (p *questionPage) whyCommand(f *fullScreen) command {
	c := newCommand("y", "", "show or hide why the question is asked", func(string) {
		if f.session.Question(p.at).Why == "" {
			f.said = "No reason is given for this question."
			return
		}
		p.why = !p.why
	})
	if p.at >= whyShown {
		c.hint = "why"
	}
	return c
}

func (p *questionPage) skip(f *fullScreen) {
	cleared := f.session.Answer(p.at).Status != answers.Skipped
	f.session.SkipQuestion()
	f.confirmForward()
	if cleared {
		f.said = "Answer cleared."
	}
}

// optionCount is the number of rows that are options of the question.
func (p *questionPage) optionCount() int {
	n := 0
	for _, row := range p.rows {
		if row.option != "" {
			n++
		}
	}
	return n
}

// movePointer returns the new selected row of n; from -1, down goes to the first row and up to the last.
func movePointer(name string, pick, n int) int {
	switch name {
	case "up", "k":
		if pick < 0 {
			return n - 1
		}
		return max(0, pick-1)
	case "home":
		return 0
	case "end":
		return n - 1
	}
	return max(0, min(n-1, pick+1))
}

// acceptRow does something with the row at the pointer. If it is scrolled out, it is only brought into view, so that
// nothing is chosen by accident.
func (p *questionPage) acceptRow(f *fullScreen, accept func(f *fullScreen, row int)) {
	switch {
	case p.pick < 0:
		f.said = "No answer yet: choose with " + f.both + " or a number; d if you don't know, s to skip."
	case f.view.isVisible(p.draw(f, f.view.air).focus):
		accept(f, p.pick)
	}
}

// chooseNumber chooses an option by its number and goes forward.
func (p *questionPage) chooseNumber(f *fullScreen, digit string) {
	for i := range p.rows {
		if p.rows[i].key == digit {
			p.continueWith(f, i)
			return
		}
	}
	f.said = "There is no answer " + digit + "."
}

// chooseRow makes a row the answer and stays at the question; a reason is asked for where it needs one.
func (p *questionPage) chooseRow(f *fullScreen, i int) {
	switch chosen := p.rows[i]; chosen.key {
	case "x":
		p.openReason(f)
		return
	case "d":
		f.session.DontKnow()
	default:
		if err := f.session.ChooseOption(chosen.option); err != nil {
			f.said = err.Error()
			return
		}
	}
	p.readRows(f)
}

// continueWith makes a row the answer and goes forward.
func (p *questionPage) continueWith(f *fullScreen, i int) {
	if p.rows[i].key == "x" && p.rows[i].chosen {
		f.confirmForward()
		return
	}
	if p.chooseRow(f, i); f.page == page(p) && f.said == "" {
		f.confirmForward()
	}
}

func (p *questionPage) draw(f *fullScreen, air int) frame {
	question, answer := f.session.Question(p.at), f.session.Answer(p.at)
	fr := p.drawTop(f, air)
	if p.why && question.Why != "" {
		// Without colours the label sets it apart from the question.
		fr.addLines(f, faintStyle, wrapVisible("Why: "+question.Why, f.textWidth())...)
	}
	for i, row := range p.rows {
		fr.addGap(air > 0 && (i == 0 || air > 1))
		start := len(fr.body)
		p.drawRow(f, &fr, i, row)
		if i == p.pick {
			fr.focus = lineRange{start, len(fr.body)}
		}
	}
	fr.addGap(air > 0)
	if f.session.IsUnconfirmed(p.at) {
		fr.addLines(f, cautionStyle, wrapVisible("This answer is "+unconfirmed+": enter confirms it, a number changes it.", f.textWidth())...)
	}
	if text := f.opening.DifferenceAt(f.session, p.at); text != "" && f.returning {
		fr.addLines(f, plainStyle, wrapVisible(differenceLead+text, f.textWidth())...)
	}
	if answer.Note != "" {
		fr.addItem(f, plainStyle, "  Note: ", answer.Note)
	}
	if answer.Evidence != "" {
		fr.addItem(f, plainStyle, "  Evidence: ", answer.Evidence)
	}
	return fr
}

// drawTop puts the question above the scrolling body, unless it is so long that it has to scroll as well.
func (p *questionPage) drawTop(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader(f.session.Section(p.at), f.progressText(p.at), air)}
	text := wrapVisible(f.session.Question(p.at).Text, f.textWidth())
	if len(text) > f.height/4 {
		fr.addLines(f, strongStyle, text...)
		return fr
	}
	for _, line := range text {
		fr.head = append(fr.head, f.applyStyle(strongStyle, line))
	}
	if air > 0 {
		fr.head = append(fr.head, "")
	}
	return fr
}

func (p *questionPage) drawRow(f *fullScreen, fr *frame, i int, row row) {
	pointer, mark, t := " ", " ", plainStyle
	if i == p.pick {
		pointer, t = f.pointer, strongStyle
	}
	if row.chosen {
		mark = f.chosen
	}
	fr.addItem(f, t, fmt.Sprintf("%s%s %s  ", pointer, mark, row.key), row.text)
}
