package screen

import (
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// face is the interview on a full screen, apart from the terminal: keys go in, lines come out.
type face struct {
	ink
	opening *interview.Opening
	// q is nil until the last of the opening screens, session until all are done.
	q       *questionnaire.Questionnaire
	session *interview.Session
	page    page
	// width and height are the size of the terminal in cells.
	width, height int
	view          view
	// said is a short answer to the last key.
	said string
	// unsaved is why the last change could not be saved. warned means that the person was just told what ending now
	// loses, again that the key before this one did that.
	unsaved       error
	warned, again bool
	// returning sends a question that was reached from the review back to it.
	returning bool
	// finished and left are how the interview ends; neither is set when something else ends it.
	finished, left bool
	// failure is why there is nothing to ask; it ends the interview before its first question.
	failure error
}

// key is one key press: its name, and the text it types, if any.
type key struct{ name, text string }

// page is one kind of screen.
type page interface {
	// press does what a key means on this page.
	press(f *face, k key)
	// draw lays the page out; air is how many kinds of empty lines there is room for, 0..2.
	draw(f *face, air int) frame
}

// writer is a page that may have a text field.
type writer interface {
	// field is what text goes into; nil for none.
	field() *field
	// typed is called when the text changed.
	typed(f *face)
}

func newFace(opening *interview.Opening, stage Stage) (*face, error) {
	const columns, rows = 80, 24
	f := &face{ink: newInk(stage), opening: opening, width: stage.Columns, height: stage.Rows}
	if f.width <= 0 {
		f.width = columns
	}
	if f.height <= 0 {
		f.height = rows
	}
	f.start()
	if f.failure != nil {
		return nil, f.failure
	}
	f.settle()
	return f, nil
}

// over reports that the interview has ended.
func (f *face) over() bool { return f.finished || f.left || f.failure != nil }

func (f *face) resize(width, height int) {
	f.width, f.height = max(1, width), max(1, height)
	f.settle()
}

// press does what a key means, saves what changed, and brings what it moved to into view.
func (f *face) press(k key) {
	said := f.said
	f.said, f.warned, f.again = "", false, f.warned
	switch k.name {
	case "ctrl+c":
		f.leave()
	case "pgdown":
		f.said = said
		f.view.scroll(1)
	case "pgup":
		f.said = said
		f.view.scroll(-1)
	case "w", "W":
		if f.elsewhere() {
			break
		}
		fallthrough
	default:
		f.view.free = false
		f.page.press(f, k)
	}
	f.keep()
	f.settle()
}

// paste types a text into the field of the page; elsewhere it means nothing, least of all a row of commands.
func (f *face) paste(text string) {
	if w, ok := f.page.(writer); ok && w.field() != nil {
		f.said = ""
		f.view.free = false
		w.field().insert(text)
		w.typed(f)
	}
	f.settle()
}

// witnessed shows on the review what the repository shows, as soon as it has been read.
func (f *face) witnessed() {
	if p, ok := f.page.(*reviewPage); ok {
		p.refresh(f)
		f.settle()
	}
}

// show changes the page.
func (f *face) show(p page) {
	f.page = p
	f.view = view{}
}

// turn does what a key means wherever a session is; false for a key that means nothing there.
func (f *face) turn(name string, from page) bool {
	switch name {
	case "o":
		f.show(newOverview(f))
	case "/":
		f.show(newFind(f))
	case "h", "f1":
		f.show(&helpPage{from: from})
	case "q":
		f.leave()
	default:
		return false
	}
	return true
}

// keep saves what changed. A failure stays on the screen until a later key succeeds.
func (f *face) keep() {
	if f.session == nil {
		return
	}
	var moved string
	if moved, f.unsaved = f.opening.Keep(f.session); moved != "" {
		f.show(&noticePage{from: f.page, title: "Your answers are in another file now", text: moved})
	}
}

// leave ends the interview before its end. Answers that could not be saved are lost only to somebody who asks twice.
func (f *face) leave() { f.left = f.mayEnd() }

func (f *face) finish() { f.finished = f.mayEnd() }

func (f *face) mayEnd() bool {
	f.keep()
	f.warned = f.unsaved != nil && !f.again
	return !f.warned
}

// proceed shows where the session is.
func (f *face) proceed() {
	if f.session.Reviewing() {
		f.returning = false
		f.show(newReview(f))
		return
	}
	f.show(newQuestion(f))
}

// onward goes to the next question, or back to the review that the person came from.
func (f *face) onward() {
	if f.returning {
		f.session.Review()
	} else {
		f.session.Forward()
	}
	f.proceed()
}

func (f *face) back() {
	f.returning = false
	if !f.session.Back() {
		f.said = "This is the first question."
		return
	}
	f.proceed()
}
