package ui

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// questionPage shows the current question.
type questionPage struct {
	at   int
	rows []row
	// pick is the selected row; -1 before the first move, so that enter alone chooses nothing.
	pick int
}

// row is one possible reply to a question.
type row struct {
	key, text string
	// option is the id of an option; empty for the others.
	option string
	chosen bool
}

func newQuestion(f *fullScreen) *questionPage {
	p := &questionPage{at: f.session.Current()}
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
	p.rows = append(p.rows, row{key: "?", text: "I don't know.", chosen: answer.Status == answers.DontKnow})
	if question.AllowNA {
		text := "This does not apply here."
		if answer.Status == answers.NotApplicable && answer.Reason != "" {
			text = "This does not apply here: " + answer.Reason
		}
		p.rows = append(p.rows, row{key: "x", text: text, chosen: answer.Status == answers.NotApplicable})
	}
}

func (p *questionPage) handleKey(f *fullScreen, k key) {
	switch name := strings.ToLower(k.name); name {
	case "up", "k", "down", "j", "home", "end":
		p.pick = movePointer(name, p.pick, len(p.rows))
	case "enter":
		p.acceptRow(f)
	case "b", "left":
		f.goBack()
	case "right":
		f.goForward()
	case "s":
		if f.session.Answer(p.at).Status != answers.Skipped {
			f.said = "The answer is taken back."
		}
		f.session.SkipQuestion()
		f.goForward()
	case "n", "e", "x":
		p.openEntry(f, name)
	case "?":
		f.session.DontKnow()
		f.goForward()
	default:
		if !f.handleCommonKey(name, p) {
			p.handleDigit(f, k.text)
		}
	}
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

// acceptRow chooses the selected row. If it is scrolled out, it is only brought into view, so that nothing is chosen by
// accident.
func (p *questionPage) acceptRow(f *fullScreen) {
	switch {
	case p.pick < 0:
		f.said = "No answer yet: choose with " + f.both + " or a number; ? if you don't know, s to skip."
	case f.view.isVisible(p.draw(f, f.view.air).focus):
		p.chooseRow(f, p.pick)
	}
}

func (p *questionPage) handleDigit(f *fullScreen, text string) {
	if n, err := strconv.Atoi(text); err == nil {
		for i := range p.rows {
			if p.rows[i].key == strconv.Itoa(n) {
				p.chooseRow(f, i)
				return
			}
		}
		f.said = fmt.Sprintf("There is no option %d.", n)
		return
	}
	if text != "" {
		f.said = "That key does nothing here; h lists the keys."
	}
}

func (p *questionPage) chooseRow(f *fullScreen, i int) {
	switch chosen := p.rows[i]; chosen.key {
	case "?":
		f.session.DontKnow()
	case "x":
		if !chosen.chosen {
			p.openEntry(f, "x")
			return
		}
	default:
		if err := f.session.ChooseOption(chosen.option); err != nil {
			f.said = err.Error()
			return
		}
	}
	f.goForward()
}

func (p *questionPage) draw(f *fullScreen, air int) frame {
	question, answer := f.session.Question(p.at), f.session.Answer(p.at)
	fr := p.drawTop(f, air)
	if question.Why != "" {
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
	fr.keys = []keyHint{
		{fmt.Sprintf("%s 1-%d", f.both, min(9, len(question.Options))), "choose"},
		{"enter", "go on"},
		{"b", "back"},
		{"s", "skip"},
		{"n", "note"},
		{"o", "overview"},
		{"/", "find"},
		{"h", "help"},
		{"q", "leave"},
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
