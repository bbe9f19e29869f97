package ui

import (
	"fmt"
	"strings"
)

// entryPage asks for a line of text about the current question.
type entryPage struct {
	from *questionPage
	// ask says what to write, help what it is used for.
	ask, help string
	input     *textField
	// was is the text at the start, which is stored already.
	was string
	// keep stores the text and shows the page after it, or says why it cannot.
	keep func(text string)
}

// openText opens the page for a text beside the answer: a note or evidence, which set stores.
func (p *questionPage) openText(f *fullScreen, ask, help, was string, set func(text string)) {
	input := newTextField(was)
	f.showPage(&entryPage{from: p, ask: ask, help: help, was: input.text(), input: input, keep: func(text string) {
		set(text)
		p.readRows(f)
		f.showPage(p)
		f.said = "Kept."
	}})
}

func (p *questionPage) openNote(f *fullScreen) {
	const help = "It appears beside the answer in the report. Leave it blank to remove it."
	p.openText(f, "A note on this answer", help, f.session.Answer(p.at).Note, f.session.SetNote)
}

func (p *questionPage) openEvidence(f *fullScreen) {
	const help = "For example a link to where it can be seen. Leave it blank to remove it."
	p.openText(f, "Evidence for this answer", help, f.session.Answer(p.at).Evidence, f.session.SetEvidence)
}

// openReason asks why the question does not apply.
func (p *questionPage) openReason(f *fullScreen) {
	if !f.session.Question(p.at).AllowNA {
		f.said = "This question always applies. Press d if you don't know."
		return
	}
	input := newTextField(f.session.Answer(p.at).Reason)
	f.showPage(&entryPage{
		from: p, ask: "Why does this not apply here?", was: input.text(), input: input,
		help: "The reason appears in the report; the question is left out of the score.",
		keep: func(text string) {
			if err := f.session.NotApplicable(text); err != nil {
				f.said = "Not applicable needs a reason; esc goes back without one."
				return
			}
			f.confirmForward()
		},
	})
}

func (p *entryPage) textField() *textField { return p.input }

func (p *entryPage) textChanged(f *fullScreen) { f.tooLong(p.input) }

func (p *entryPage) commands(f *fullScreen) []command {
	commands := append([]command{
		newCommand("enter", "keep", "keep the text", func(string) { p.keep(p.input.text()) }).always(),
		newCommand("esc", "back", "back; asks before it discards a text", func(key string) { p.goBack(f, key) }).always(),
	}, fieldCommands(f, p)...)
	return append(commands, f.helpCommand(p), f.quitCommand(p))
}

// goBack goes back to the question. A text that was typed is discarded only when the person confirms that.
func (p *entryPage) goBack(f *fullScreen, key string) {
	if p.hasUnkept() && !f.again {
		f.asked, f.said = key, "Press enter to keep this text, or esc again to discard it."
		return
	}
	f.showPage(p.from)
}

// hasUnkept reports whether there is a text that was not stored.
func (p *entryPage) hasUnkept() bool {
	return strings.TrimSpace(p.input.text()) != strings.TrimSpace(p.was)
}

// hasUnkeptText reports whether a page, or the one that it returns to, has a typed text that ending would lose.
func hasUnkeptText(p page) bool {
	switch p := p.(type) {
	case *entryPage:
		return p.hasUnkept()
	case *helpPage:
		return hasUnkeptText(p.from)
	case *noticePage:
		return hasUnkeptText(p.from)
	}
	return false
}

func (f *fullScreen) tooLong(input *textField) {
	if input.full {
		f.said = fmt.Sprintf("The text was cut: there is room for %d characters.", longestText)
	}
}

func (p *entryPage) draw(f *fullScreen, air int) frame {
	at := p.from.at
	fr := frame{head: f.drawHeader(f.session.Section(at), f.progressText(at), air)}
	fr.addLines(f, faintStyle, wrapVisible(f.session.Question(at).Text, f.textWidth())...)
	fr.addGap(true)
	fr.addLines(f, strongStyle, wrapVisible(p.ask, f.textWidth())...)
	fr.addInput(f, p.input, true)
	fr.addGap(air > 0)
	fr.addLines(f, plainStyle, wrapVisible(p.help, f.textWidth())...)
	return fr
}

// addInput adds a text field; the one in use gets the cursor and is kept in view.
func (fr *frame) addInput(f *fullScreen, input *textField, used bool) {
	const lead = "> "
	rows, at := input.wrapRows(f.textWidth() - len(lead))
	start, t := len(fr.body), plainStyle
	if input.suggested {
		t = faintStyle
	}
	for i, row := range rows {
		indent := lead
		if i > 0 {
			indent = "  "
		}
		fr.body = append(fr.body, indent+f.applyStyle(t, row))
	}
	if used {
		at = position{start + at.row, len(lead) + at.column}
		fr.cursor = &at
		fr.focus = lineRange{at.row, at.row + 1}
	}
}
