package ui

import (
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
	// said is a short message about the last key.
	said string
	// unsaved is the error of the last save. warned: the person was just told what is lost by ending now; again: that
	// was so at the key before this one.
	unsaved       error
	warned, again bool
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
	// handleKey does what a key means on this page.
	handleKey(f *fullScreen, k key)
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
	f := &fullScreen{styler: newStyler(terminal), opening: opening, width: terminal.Columns, height: terminal.Rows}
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

// handleKey does what a key means, saves changes, and scrolls what it moved to into view.
func (f *fullScreen) handleKey(k key) {
	said := f.said
	f.said, f.warned, f.again = "", false, f.warned
	switch k.name {
	case "ctrl+c":
		f.leaveEarly()
	case "pgdown":
		f.said = said
		f.view.scrollPages(1)
	case "pgup":
		f.said = said
		f.view.scrollPages(-1)
	case "w", "W":
		if f.openSavePage() {
			break
		}
		fallthrough
	default:
		f.view.free = false
		f.page.handleKey(f, k)
	}
	f.saveChanges()
	f.layOutPage()
}

// pasteText inserts text into the field of the page. Without a field it is ignored: a paste must not run as a row of
// commands.
func (f *fullScreen) pasteText(text string) {
	if w, ok := f.page.(textPage); ok && w.textField() != nil {
		f.said = ""
		f.view.free = false
		w.textField().insertText(text)
		w.textChanged(f)
	}
	f.layOutPage()
}

// repositoryRead updates the review when the repository has been read.
func (f *fullScreen) repositoryRead() {
	if p, ok := f.page.(*reviewPage); ok {
		p.updateParts(f)
		f.layOutPage()
	}
}

// showPage changes to another page.
func (f *fullScreen) showPage(p page) {
	f.page = p
	f.view = view{}
}

// handleCommonKey handles the keys that work wherever there is a session; false for any other key.
func (f *fullScreen) handleCommonKey(name string, from page) bool {
	switch name {
	case "o":
		f.showPage(newOverview(f))
	case "/":
		f.showPage(newFind(f))
	case "h", "f1":
		f.showPage(&helpPage{from: from})
	case "q":
		f.leaveEarly()
	default:
		return false
	}
	return true
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

// leaveEarly ends the interview before the last question. Unsaved answers are lost only when asked for twice.
func (f *fullScreen) leaveEarly() { f.left = f.mayEnd() }

func (f *fullScreen) finishInterview() { f.finished = f.mayEnd() }

func (f *fullScreen) mayEnd() bool {
	f.saveChanges()
	f.warned = f.unsaved != nil && !f.again
	return !f.warned
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

func (f *fullScreen) goBack() {
	f.returning = false
	if !f.session.GoBack() {
		f.said = "This is the first question."
		return
	}
	f.showCurrent()
}
