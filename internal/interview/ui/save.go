package ui

// savePage asks for another file to save in, for when the first one cannot be written.
type savePage struct {
	from  page
	input *textField
	// fault is why the file just named cannot be written either.
	fault error
}

// openSavePage opens the page, except before the first question, when there is nothing to save, and in text fields,
// which need the letter.
func (f *fullScreen) openSavePage() bool {
	if w, ok := f.page.(textPage); f.session == nil || ok && w.textField() != nil {
		return false
	}
	f.showPage(&savePage{from: f.page, input: newTextField("")})
	return true
}

func (p *savePage) textField() *textField { return p.input }

func (p *savePage) textChanged(f *fullScreen) { f.tooLong(p.input) }

func (p *savePage) handleKey(f *fullScreen, k key) {
	switch k.name {
	case "esc":
		f.showPage(p.from)
	case "enter":
		p.saveInFile(f)
	default:
		p.input.handleKey(k)
		p.textChanged(f)
	}
}

func (p *savePage) saveInFile(f *fullScreen) {
	if p.input.text() == "" {
		f.said = "Name a file, or press esc."
		return
	}
	err := f.opening.SaveAs(f.session, p.input.text())
	switch {
	case err == nil:
		f.showPage(p.from)
		f.said = "Saved in " + f.opening.AnswersPlace() + ", now and from here on."
	case f.unsaved != nil:
		p.fault = err
	default:
		f.said = "Not saved there: " + oneLine(err.Error())
	}
}

func (p *savePage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader("Save in another file", f.session.Title(), air)}
	fr.addLines(f, strongStyle, wrapVisible("Which file?", f.textWidth())...)
	fr.addInput(f, p.input, true)
	fr.addGap(air > 0)
	const what = "All answers go there, now and from here on. What is in that file already is kept beside it."
	fr.addLines(f, plainStyle, wrapVisible(what, f.textWidth())...)
	fr.addGap(air > 0)
	fr.addLines(f, faintStyle, wrapVisible("Until now: "+f.opening.AnswersPlace(), f.textWidth())...)
	fr.keys = []keyHint{{"ctrl+u", "clear"}, {"enter", "save"}, {"esc", "cancel"}}
	return fr
}

// noticePage shows a message that fast typists must not miss.
type noticePage struct {
	from        page
	title, text string
}

func (p *noticePage) handleKey(f *fullScreen, k key) {
	if k.name == "enter" || k.name == "esc" {
		f.showPage(p.from)
	}
}

func (p *noticePage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader(p.title, "", air)}
	fr.addLines(f, cautionStyle, wrapVisible(p.text, f.textWidth())...)
	fr.keys = []keyHint{{"enter", "go on"}}
	return fr
}
