package ui

import "fmt"

// entryPage asks for a line of text about the current question.
type entryPage struct {
	from *questionPage
	// ask says what to write, help what it is used for.
	ask, help string
	input     *textField
	// keep stores the text; it returns what is wrong with it, or "".
	keep func(text string) string
	// done is shown after the text was stored.
	done string
}

// openEntry opens the page for a note (n), evidence (e) or the reason why a question does not apply (x).
func (p *questionPage) openEntry(f *fullScreen, what string) {
	answer := f.session.Answer(p.at)
	entry := &entryPage{from: p, done: "Kept."}
	switch what {
	case "n":
		entry.ask, entry.help = "A note on this answer", "It stands beside the answer in the report. Empty removes it."
		entry.input = newTextField(answer.Note)
		entry.keep = func(text string) string { f.session.SetNote(text); return "" }
	case "e":
		entry.ask, entry.help = "Evidence for this answer", "For example a link to where it can be seen. Empty removes it."
		entry.input = newTextField(answer.Evidence)
		entry.keep = func(text string) string { f.session.SetEvidence(text); return "" }
	default:
		if !f.session.Question(p.at).AllowNA {
			f.said = "This question always applies. Press ? when you don't know."
			return
		}
		entry.ask, entry.help = "Why does this not apply here?", "The reason stands in the report; the question then counts neither way."
		entry.input = newTextField(answer.Reason)
		entry.keep = func(text string) string { return p.leaveOut(f, text) }
	}
	f.showPage(entry)
}

func (p *questionPage) leaveOut(f *fullScreen, reason string) string {
	if err := f.session.NotApplicable(reason); err != nil {
		return "Not applicable needs a reason; esc goes back without one."
	}
	f.goForward()
	return ""
}

func (p *entryPage) textField() *textField { return p.input }

func (p *entryPage) textChanged(f *fullScreen) { f.tooLong(p.input) }

func (p *entryPage) handleKey(f *fullScreen, k key) {
	switch k.name {
	case "esc":
		f.showPage(p.from)
	case "enter":
		if f.said = p.keep(p.input.text()); f.said == "" && f.page == page(p) {
			p.from.readRows(f)
			f.showPage(p.from)
			f.said = p.done
		}
	default:
		p.input.handleKey(k)
		f.tooLong(p.input)
	}
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
	fr.keys = []keyHint{{"ctrl+u", "clear"}, {"enter", "keep"}, {"esc", "cancel"}}
	return fr
}

// addInput adds a text field; the one in use gets the cursor and is kept in view.
func (fr *frame) addInput(f *fullScreen, input *textField, used bool) {
	const lead = "> "
	rows, at := input.wrapRows(f.textWidth() - len(lead))
	start := len(fr.body)
	for i, row := range rows {
		indent := lead
		if i > 0 {
			indent = "  "
		}
		fr.body = append(fr.body, indent+row)
	}
	if used {
		at = position{start + at.row, len(lead) + at.column}
		fr.cursor = &at
		fr.focus = lineRange{at.row, at.row + 1}
	}
}
