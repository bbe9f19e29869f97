package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// questionPage shows the current question.
type questionPage struct {
	at int
	// many: all that apply are ticked.
	many bool
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
	// open: nobody knows whether it applies; out: it cannot.
	open, out bool
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
	// An answer to a later question may have moved this one.
	p.at = f.session.Current()
	question, answer := f.session.Question(p.at), f.session.Answer(p.at)
	p.rows, p.many = nil, question.Many
	for i, option := range question.Shown() {
		p.rows = append(p.rows, optionRow(i, &option, answer))
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

// optionRow is the row of an option, the i-th that is shown.
func optionRow(i int, option *questionnaire.Option, answer answers.Answer) row {
	r := row{key: strconv.Itoa(i + 1), text: option.Text, option: option.ID}
	if answer.List == nil {
		r.chosen = answer.Status == answers.Answered && answer.Option == option.ID
		return r
	}
	r.chosen = slices.Contains(answer.List.Options, option.ID)
	r.open = slices.Contains(answer.List.Unknown, option.ID)
	for _, left := range answer.List.NotApplicable {
		if left.Option == option.ID {
			r.out = true
			r.text += " (" + strings.TrimSuffix("does not apply: "+left.Reason, ": ") + ")"
		}
	}
	return r
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
	space := newCommand("space", "", "choose the answer at the pointer, and stay here", func(string) { p.acceptRow(f, p.chooseRow) })
	enter := newCommand("enter", "continue", "continue with the answer at the pointer", func(string) { p.acceptRow(f, p.continueWith) })
	if p.many {
		move.hint, number.help = "move", "tick that answer, or take the tick away"
		space.hint, space.help = "tick", "tick the answer at the pointer, or take the tick away"
		enter.hint, enter.help = "next", "continue with what is ticked"
		enter.run = func(key string) { p.continueTicked(f, key) }
		space, enter = space.always(), enter.always()
	}
	return []command{
		move, number, space, enter,
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

// chooseNumber chooses an option by its number and goes forward; where several may apply it ticks the option and stays.
func (p *questionPage) chooseNumber(f *fullScreen, digit string) {
	for i := range p.rows {
		switch {
		case p.rows[i].key != digit:
		case p.many:
			p.pick = i
			p.chooseRow(f, i)
			return
		default:
			p.continueWith(f, i)
			return
		}
	}
	f.said = "There is no answer " + digit + "."
}

// chooseRow makes a row the answer, or a part of it, and stays at the question; a reason is asked for where it needs one.
func (p *questionPage) chooseRow(f *fullScreen, i int) {
	choose := f.session.ChooseOption
	if p.many {
		choose = f.session.ToggleOption
	}
	switch chosen := p.rows[i]; chosen.key {
	case "x":
		p.openReason(f)
		return
	case "d":
		f.session.DontKnow()
	default:
		if err := choose(chosen.option); err != nil {
			f.said = err.Error()
			return
		}
	}
	p.readRows(f)
}

// continueTicked goes forward with what is ticked. Where nothing is, the key has to be pressed again: that nothing applies is an
// answer, too.
func (p *questionPage) continueTicked(f *fullScreen, key string) {
	if p.pick >= 0 && p.rows[p.pick].option == "" {
		p.acceptRow(f, p.continueWith)
		return
	}
	if f.session.Answer(p.at).Status != answers.Skipped {
		f.session.ConfirmAnswer()
		f.confirmForward()
		return
	}
	if none := p.saysNone(f); none != "" {
		f.said = "Nothing is ticked: tick what applies, or " + english.Quote(oneLine(none)) + "; d if you don't know, s to skip."
		return
	}
	if !f.again {
		f.asked, f.said = key, "Nothing is ticked. Press the key again if none of these applies; d if you don't know, s to skip."
		return
	}
	if err := f.session.ChooseOptions(); err != nil {
		f.said = err.Error()
		return
	}
	f.confirmForward()
}

// saysNone is the text of the option that says that nothing applies; "" where there is none.
func (p *questionPage) saysNone(f *fullScreen) string {
	for _, option := range f.session.Question(p.at).Options {
		if option.None {
			return option.Text
		}
	}
	return ""
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
		if p.many {
			fr.addLines(f, faintStyle, allThatApply)
		}
		return fr
	}
	for _, line := range text {
		fr.head = append(fr.head, f.applyStyle(strongStyle, line))
	}
	if p.many {
		fr.head = append(fr.head, f.applyStyle(faintStyle, f.truncateLine(allThatApply, f.textWidth())))
	}
	if air > 0 {
		fr.head = append(fr.head, "")
	}
	return fr
}

// allThatApply says that several options may be chosen.
const allThatApply = "Tick all that apply."

// tick is what stands in the box of an option.
func (p *questionPage) tick(f *fullScreen, row row) string {
	switch {
	case row.chosen:
		return f.chosen
	case row.open:
		return "?"
	case row.out:
		return "x"
	}
	return " "
}

func (p *questionPage) drawRow(f *fullScreen, fr *frame, i int, row row) {
	pointer, mark, t := " ", " ", plainStyle
	if i == p.pick {
		pointer, t = f.pointer, strongStyle
	}
	switch {
	case p.many && row.option != "":
		mark = "[" + p.tick(f, row) + "]"
	case p.many && row.chosen:
		mark = " " + f.chosen + " "
	case p.many:
		mark = "   "
	case row.chosen:
		mark = f.chosen
	}
	fr.addItem(f, t, fmt.Sprintf("%s%s %s  ", pointer, mark, row.key), row.text)
}
