package ui

// reviewPage comes after the last question: it lists all answers, lets the person go back to any of them, and ends the
// interview. No score and no leaning is shown before that.
type reviewPage struct {
	// rows are the answers that a repository differs from, and then all answers.
	rows []answerRow
	// pick is 0 for the action that ends the interview, and i+1 for row i.
	pick int
}

func newReview(f *fullScreen) *reviewPage {
	p := &reviewPage{}
	p.updateRows(f)
	return p
}

// updateRows lists the answers again: a repository may have been read in the meantime.
func (p *reviewPage) updateRows(f *fullScreen) {
	before := len(p.rows)
	p.rows = nil
	for i, difference := range f.opening.FindDifferences(f.session) {
		row := answerRow{at: difference.At, beside: difference.Text}
		if i == 0 {
			row.heading = differencesTitle
		}
		p.rows = append(p.rows, row)
	}
	p.rows = append(p.rows, f.allAnswers()...)
	if p.pick > 0 {
		// New rows stand above; keep the pointer where it was.
		p.pick = max(1, p.pick+len(p.rows)-before)
	}
}

func (p *reviewPage) commands(f *fullScreen) []command {
	accept := func(key string) { p.acceptRow(f, key) }
	commands := []command{
		f.moveCommand("the answers", func(key string) { p.pick = movePointer(key, p.pick, len(p.rows)+1) }),
		newCommand("enter", "continue", "finish, or change the answer at the pointer", accept).always(),
		newCommand("space", "", "change the answer at the pointer", accept),
		f.nextCommand(p.rows, &p.pick, 1),
	}
	if f.opening.WritePage != nil {
		commands = append(commands, newCommand("p", "page", "also write the report as a web page to send", func(string) { f.writePage() }))
	}
	return append(commands,
		newCommand("b left", "back", "back to the last question", func(string) { f.goBack() }),
		f.undoCommand(func(at int) {
			f.session.GoToReview()
			p.updateRows(f)
			p.pick = rowOf(p.rows, at) + 1
		}),
		f.searchCommand(p), f.helpCommand(p), f.quitCommand(p),
	)
}

// acceptRow does what the row at the pointer is for. Only enter ends the interview.
func (p *reviewPage) acceptRow(f *fullScreen, key string) {
	switch {
	case !f.view.isVisible(p.draw(f, f.view.air).focus):
		// Scroll it into view first: nothing ends by accident.
	case p.pick > 0:
		f.session.GoTo(p.rows[p.pick-1].at)
		f.returning = true
		f.showCurrent()
	case key == "enter":
		f.finishInterview(key)
	default:
		f.said = "Press enter to finish."
	}
}

// writePage writes the report as a page, and says where.
func (f *fullScreen) writePage() {
	file, err := f.opening.WritePage(f.session.Sheet())
	if err != nil {
		f.said = "The page cannot be written: " + oneLine(err.Error()) + "."
		return
	}
	f.pageAt = f.session.ChangeCount()
	f.said = "The report is in " + oneLine(file) + ", a page to send. Finish to see it here."
}

// updatePage writes the page again when answers were changed after the person asked for it.
func (f *fullScreen) updatePage() error {
	if f.pageAt < 0 || f.pageAt == f.session.ChangeCount() {
		return nil
	}
	_, err := f.opening.WritePage(f.session.Sheet())
	return err
}

func (p *reviewPage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader("Review", f.session.Title(), air)}
	fr.addLines(f, plainStyle, wrapVisible(countAnswers(f.session)+" Any answer can be changed until you finish.", f.textWidth())...)
	fr.addGap(true)
	fr.addAction(f, "Finish and show the report", p.pick == 0)
	p.drawRepositoryState(f, &fr)
	fr.addGap(true)
	for i, row := range p.rows {
		fr.addRow(f, row, p.pick == i+1, air)
	}
	return fr
}

// drawRepositoryState says whether the repository is still being read, could not be read, or agrees with every answer.
func (p *reviewPage) drawRepositoryState(f *fullScreen, fr *frame) {
	text, t := "", faintStyle
	if f.opening.IsReading() {
		text = "The repository is still being read; what it shows will be listed here."
	}
	if f.opening.AgreesFully(f.session) {
		text = noDifferences
	}
	if fault := f.opening.ReadError(); fault != nil {
		text, t = "The repository could not be read: "+oneLine(fault.Error())+".", cautionStyle
	}
	if text != "" {
		fr.addGap(true)
		fr.addLines(f, t, wrapVisible(text, f.textWidth())...)
	}
}
