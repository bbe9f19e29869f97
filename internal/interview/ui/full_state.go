package ui

import (
	"strings"

	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// fullScreen is the state of the full-screen interview. It knows no terminal: keys go in, lines come out.
type fullScreen struct {
	styler
	opening *interview.Opening
	// q is nil until the last of the opening pages, session until all of them are done.
	q       *questionnaire.Questionnaire
	session *interview.Session
	page    page
	// width and height are the size of the terminal in cells.
	width, height int
	view          view
	// said is a short message about the last key; echo is the answer that led to this page, "" for none.
	said, echo string
	// unsaved is the error of the last save.
	unsaved error
	// asked is a key that loses something when it is pressed again, as the person was just told; again: this key is it.
	asked string
	again bool
	// pageAt counts the changes that the page of the report shows; -1 when the person has asked for none.
	pageAt int
	// returning: the question was reached from the review, and the next step goes back there.
	returning bool
	// finished and left tell how the interview ended; neither is set when something else ended it.
	finished, left bool
	// failure is why there is nothing to ask; it ends the interview before its first question.
	failure error
}

// key is one key press: its name, and the text it types, if any.
type key struct{ name, text string }

// page is one kind of screen.
type page interface {
	// commands are what keys do on this page, the most important first.
	commands(f *fullScreen) []command
	// draw lays out the page; air is how many kinds of empty lines fit, 0..2.
	draw(f *fullScreen, air int) frame
}

// textPage is a page that may have a text field.
type textPage interface {
	// textField is the field that typed text goes to; nil for none.
	textField() *textField
	// textChanged is called after the text changed.
	textChanged(f *fullScreen)
}

func newFullScreen(opening *interview.Opening, terminal Terminal) (*fullScreen, error) {
	const columns, rows = 80, 24
	f := &fullScreen{styler: newStyler(terminal), opening: opening, width: terminal.Columns, height: terminal.Rows, pageAt: -1}
	if f.width <= 0 {
		f.width = columns
	}
	if f.height <= 0 {
		f.height = rows
	}
	f.showFirstPage()
	if f.failure != nil {
		return nil, f.failure
	}
	f.layOutPage()
	return f, nil
}

// hasEnded reports whether the interview is over.
func (f *fullScreen) hasEnded() bool { return f.finished || f.left || f.failure != nil }

func (f *fullScreen) resize(width, height int) {
	f.width, f.height = max(1, width), max(1, height)
	f.layOutPage()
}

// fieldOf is the text field of a page; nil for none.
func fieldOf(p page) *textField {
	if p, ok := p.(textPage); ok {
		return p.textField()
	}
	return nil
}

// handleKey does what a key means, saves changes, and scrolls what it moved to into view.
func (f *fullScreen) handleKey(k key) {
	name := k.name
	if fieldOf(f.page) == nil {
		name = strings.ToLower(name)
	}
	said := f.said
	f.said, f.asked, f.again = "", "", f.asked == name && name != ""
	switch c := findCommand(f.commandsOn(f.page), name); {
	case c == nil:
		f.view.free = false
		f.typeText(k.text)
	case c.scrolls:
		f.said = said
		c.run(name)
	default:
		f.view.free = false
		c.run(name)
	}
	f.saveChanges()
	f.layOutPage()
}

// typeText puts text into the field of the page.
func (f *fullScreen) typeText(text string) {
	w, ok := f.page.(textPage)
	switch {
	case text == "":
	case ok && w.textField() != nil:
		w.textField().insertText(text)
		w.textChanged(f)
	default:
		f.said = "That key does nothing here."
		if c := findCommand(f.page.commands(f), "?"); c != nil {
			f.said = "That key does nothing here; ? lists the keys."
		}
	}
}

// pasteText inserts text into the field of the page. Without a field it is not used: a paste must not run as a row of
// commands.
func (f *fullScreen) pasteText(text string) {
	f.said, f.asked, f.view.free = "", "", false
	if fieldOf(f.page) != nil {
		f.typeText(text)
	} else {
		f.said = "The pasted text is not used here. At a question, n opens a note for it."
	}
	f.layOutPage()
}

// repositoryRead updates the review when the repository has been read.
func (f *fullScreen) repositoryRead() {
	if p, ok := f.page.(*reviewPage); ok {
		p.updateRows(f)
		f.layOutPage()
	}
}

// showPage changes to another page.
func (f *fullScreen) showPage(p page) {
	f.page, f.view, f.echo = p, view{}, ""
}

// saveChanges saves what changed. An error stays on the screen until a later key succeeds.
func (f *fullScreen) saveChanges() {
	if f.session == nil {
		return
	}
	var moved string
	if moved, f.unsaved = f.opening.SaveChanges(f.session); moved != "" {
		f.showPage(&noticePage{from: f.page, title: "Your answers are in another file now", text: moved})
	}
}

// quitEarly ends the interview before the last question.
func (f *fullScreen) quitEarly(key string) { f.left = f.mayEnd(key) }

// finishInterview ends the interview, with the page that the person asked for up to date.
func (f *fullScreen) finishInterview(key string) {
	if err := f.updatePage(); err != nil && !f.again {
		f.asked, f.said = key, "The page cannot be written again: "+oneLine(err.Error())+". Press the key again to finish without it."
		return
	}
	f.finished = f.mayEnd(key)
}

// mayEnd reports whether nothing would be lost by ending now. Otherwise the person is told, and the same key again ends.
func (f *fullScreen) mayEnd(key string) bool {
	f.saveChanges()
	unkept := hasUnkeptText(f.page)
	if f.again || f.unsaved == nil && !unkept {
		return true
	}
	f.asked = key
	if unkept {
		f.said = "Press the key again to quit without this text, or enter to keep it."
	}
	return false
}

// showCurrent shows the page that the session is at.
func (f *fullScreen) showCurrent() {
	if f.session.InReview() {
		f.returning = false
		f.showPage(newReview(f))
		return
	}
	f.showPage(newQuestion(f))
}

// goForward goes to the next question, or back to the review when the question was reached from there.
func (f *fullScreen) goForward() {
	if f.returning {
		f.session.GoToReview()
	} else {
		f.session.GoForward()
	}
	f.showCurrent()
}

// confirmForward goes forward, and repeats the answer of the question that it leaves at the foot of the next screen.
func (f *fullScreen) confirmForward() {
	at := f.session.Current()
	f.goForward()
	f.echo = f.answerLine(at)
}

// answerLine names a question and says what its answer is.
func (f *fullScreen) answerLine(at int) string {
	question := f.session.Question(at)
	return titleOf(question) + ": " + describeChoice(question, f.session.Answer(at))
}

func (f *fullScreen) goBack() {
	f.returning = false
	if !f.session.GoBack() {
		f.said = "This is the first question."
		return
	}
	f.showCurrent()
}
