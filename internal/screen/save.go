package screen

// savePage asks for another file to save in: the person's way out when the first one cannot be written.
type savePage struct {
	from  page
	input *field
	// fault is why the file just named does not do, while the first one does not either.
	fault error
}

// elsewhere opens the page; there is nothing to save before the first question, and text fields need the letter.
func (f *face) elsewhere() bool {
	if w, ok := f.page.(writer); f.session == nil || ok && w.field() != nil {
		return false
	}
	f.show(&savePage{from: f.page, input: newField("")})
	return true
}

func (p *savePage) field() *field { return p.input }

func (p *savePage) typed(f *face) { f.tooLong(p.input) }

func (p *savePage) press(f *face, k key) {
	switch k.name {
	case "esc":
		f.show(p.from)
	case "enter":
		p.save(f)
	default:
		p.input.edit(k)
		p.typed(f)
	}
}

func (p *savePage) save(f *face) {
	if p.input.text() == "" {
		f.said = "Name a file, or press esc."
		return
	}
	err := f.opening.KeepIn(f.session, p.input.text())
	switch {
	case err == nil:
		f.show(p.from)
		f.said = "Saved in " + f.opening.Place() + ", now and from here on."
	case f.unsaved != nil:
		p.fault = err
	default:
		f.said = "Not saved there: " + oneLine(err.Error())
	}
}

func (p *savePage) draw(f *face, air int) frame {
	fr := frame{head: f.header("Save in another file", f.session.Title(), air)}
	fr.put(f, strongTone, fold("Which file?", f.columns())...)
	fr.input(f, p.input, true)
	fr.gap(air > 0)
	fr.put(f, plainTone, fold("All answers go there, now and from here on. What is in that file already is kept beside it.", f.columns())...)
	fr.gap(air > 0)
	fr.put(f, faintTone, fold("Until now: "+f.opening.Place(), f.columns())...)
	fr.keys = []hint{{"ctrl+u", "clear"}, {"enter", "save"}, {"esc", "cancel"}}
	return fr
}

// noticePage says something that must not be missed by whoever types fast.
type noticePage struct {
	from        page
	title, text string
}

func (p *noticePage) press(f *face, k key) {
	if k.name == "enter" || k.name == "esc" {
		f.show(p.from)
	}
}

func (p *noticePage) draw(f *face, air int) frame {
	fr := frame{head: f.header(p.title, "", air)}
	fr.put(f, cautionTone, fold(p.text, f.columns())...)
	fr.keys = []hint{{"enter", "go on"}}
	return fr
}
