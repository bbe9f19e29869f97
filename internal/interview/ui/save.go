package ui

// savePage asks for another file to save in, for when the first one cannot be written.
type savePage struct {
	from  page
	input *textField
	// fault is why the file just named cannot be written either.
	fault error
}

// canSaveElsewhere reports whether w opens the page: not before the first question, when there is nothing to save, and not
// in text fields, which need the letter.
func (f *fullScreen) canSaveElsewhere(p page) bool {
	if _, ok := p.(*helpPage); ok || f.session == nil {
		return false
	}
	return fieldOf(p) == nil
}

func (p *savePage) textField() *textField { return p.input }

func (p *savePage) textChanged(f *fullScreen) { f.tooLong(p.input) }

func (p *savePage) commands(f *fullScreen) []command {
	commands := append([]command{
		newCommand("enter", "save", "save there", func(string) { p.saveInFile(f) }).always(),
		newCommand("esc", "cancel", "back, with the file as it was", func(string) { f.showPage(p.from) }).always(),
	}, fieldCommands(f, p)...)
	return append(commands, f.helpCommand(p), f.quitCommand(p))
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
		f.said = "All answers are saved in " + f.opening.AnswersPlace() + " from now on."
	case f.unsaved != nil:
		p.fault = err
	default:
		f.said = "Not saved there: " + oneLine(err.Error())
	}
}

func (p *savePage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader("Save to another file", f.session.Title(), air)}
	fr.addLines(f, strongStyle, wrapVisible("Which file?", f.textWidth())...)
	fr.addInput(f, p.input, true)
	fr.addGap(air > 0)
	const what = "All answers are saved there from now on. An existing file is kept as NAME.1.yaml."
	fr.addLines(f, plainStyle, wrapVisible(what, f.textWidth())...)
	fr.addGap(air > 0)
	fr.addLines(f, faintStyle, wrapVisible("Until now: "+f.opening.AnswersPlace(), f.textWidth())...)
	return fr
}

// noticePage shows a message that fast typists must not miss.
type noticePage struct {
	from        page
	title, text string
}

func (p *noticePage) commands(f *fullScreen) []command {
	return []command{
		newCommand("enter esc", "continue", "continue", func(string) { f.showPage(p.from) }).always(),
		newCommand("ctrl+c", "quit", "quit; everything is saved, and you can continue later", f.quitEarly),
	}
}

func (p *noticePage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader(p.title, "", air)}
	fr.addLines(f, cautionStyle, wrapVisible(p.text, f.textWidth())...)
	return fr
}
