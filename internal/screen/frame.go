package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// measure is the longest line that is read with ease; wider terminals leave the rest empty.
const measure = 100

// frame is a page laid out in lines. Every line fits the width; what may come from anybody is visible in it.
type frame struct {
	// head stays at the top, body scrolls between.
	head, body []string
	// focus is the part of the body that is kept in view.
	focus part
	// cursor is the place of the text cursor in the body, or in the head when typing is there; nil for none.
	cursor *spot
	typing bool
	// keys are the footer, most important first; the last two are always shown.
	keys []hint
}

// part is a range of lines, end not included.
type part struct{ start, end int }

type hint struct{ key, does string }

// put adds lines to the body in a tone.
func (fr *frame) put(f *face, t tone, lines ...string) {
	for _, line := range lines {
		fr.body = append(fr.body, f.paint(t, line))
	}
}

func (fr *frame) gap(wanted bool) {
	if wanted && len(fr.body) > 0 && fr.body[len(fr.body)-1] != "" {
		fr.body = append(fr.body, "")
	}
}

// item adds a lead and a text beside it, wrapped and indented as far as the lead is wide.
func (fr *frame) item(f *face, t tone, lead, text string) {
	indent := cells(lead)
	for _, line := range fold(text, f.columns()-indent) {
		fr.body = append(fr.body, f.paint(t, strings.TrimRight(lead+line, " ")))
		lead = strings.Repeat(" ", indent)
	}
}

// view is the part of a body that is on the screen.
type view struct {
	top, room, total int
	air              int
	// free means that the person scrolled: the view stays there until another key.
	free bool
}

// scroll moves the view by pages; one line stays for orientation.
func (v *view) scroll(pages int) {
	v.free = true
	v.top = max(0, min(v.top+pages*max(1, v.room-1), v.total-v.room))
}

// follow moves the view as little as needed to show a part, and rather to the start of the body when both fit.
func (v *view) follow(focus part) {
	switch {
	case focus.end <= v.room:
		v.top = 0
	case focus.end > v.top+v.room:
		v.top = focus.end - v.room
	}
	if focus.start < v.top {
		v.top = focus.start
	}
}

func (v *view) shows(focus part) bool { return focus.start >= v.top && focus.start < v.top+v.room }

// columns is the width that text is laid out for.
func (f *face) columns() int { return min(f.width, measure) }

// settle chooses the most airy layout that fits the screen, and the part of the body to show.
func (f *face) settle() {
	for air := 2; air >= 0; air-- {
		fr := f.page.draw(f, air)
		f.view.air = air
		f.view.room = max(1, f.height-len(fr.head)-len(f.foot(fr)))
		f.view.total = len(fr.body)
		if len(fr.body) <= f.view.room || air == 0 {
			f.place(fr)
			return
		}
	}
}

func (f *face) place(fr frame) {
	if !f.view.free {
		f.view.follow(fr.focus)
	}
	f.view.top = max(0, min(f.view.top, f.view.total-f.view.room))
}

// draw returns the whole screen, and the place of the text cursor or nil.
func (f *face) draw() (string, *spot) {
	fr := f.page.draw(f, f.view.air)
	lines := append([]string{}, fr.head...)
	end := min(len(fr.body), f.view.top+f.view.room)
	lines = append(lines, fr.body[min(f.view.top, end):end]...)
	for range f.view.room - (end - f.view.top) {
		lines = append(lines, "")
	}
	lines = append(lines, f.foot(fr)...)
	lines = lines[:min(len(lines), f.height)]
	for i, line := range lines {
		if cells(line) > f.width {
			lines[i] = ansi.TruncateWc(ansi.Truncate(line, f.width, ""), f.width, "")
		}
	}
	return strings.Join(lines, "\n"), f.caret(fr)
}

// caret is the place of the text cursor on the screen; nil when it is out of view.
func (f *face) caret(fr frame) *spot {
	if fr.cursor == nil || fr.typing {
		return fr.cursor
	}
	row := fr.cursor.row - f.view.top
	if row < 0 || row >= f.view.room {
		return nil
	}
	return &spot{len(fr.head) + row, fr.cursor.column}
}
