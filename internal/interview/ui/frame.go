package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// maxTextWidth is the longest comfortable line; on wider terminals the rest stays empty.
const maxTextWidth = 100

// frame is a page laid out in lines. Every line fits the width, and text from people has been made visible.
type frame struct {
	// head stays at the top, body scrolls below it.
	head, body []string
	// focus is the part of the body that is kept in view.
	focus lineRange
	// cursor is the position of the text cursor in the body, or in the head when typing is there; nil for none.
	cursor *position
	typing bool
}

// lineRange is a range of lines, without end.
type lineRange struct{ start, end int }

// addLines adds lines to the body in one style.
func (fr *frame) addLines(f *fullScreen, t style, lines ...string) {
	for _, line := range lines {
		fr.body = append(fr.body, f.applyStyle(t, line))
	}
}

func (fr *frame) addGap(wanted bool) {
	if wanted && len(fr.body) > 0 && fr.body[len(fr.body)-1] != "" {
		fr.body = append(fr.body, "")
	}
}

// addItem adds a lead with text beside it, wrapped and indented by the width of the lead.
func (fr *frame) addItem(f *fullScreen, t style, lead, text string) {
	indent := displayWidth(lead)
	for _, line := range wrapVisible(text, f.textWidth()-indent) {
		fr.body = append(fr.body, f.applyStyle(t, strings.TrimRight(lead+line, " ")))
		lead = strings.Repeat(" ", indent)
	}
}

// view is the part of a body that is on the screen.
type view struct {
	top, room, total int
	air              int
	// free: the person scrolled, and the view stays there until another key.
	free bool
}

// scrollPages scrolls by pages, less one line for orientation.
func (v *view) scrollPages(pages int) {
	v.free = true
	v.top = max(0, min(v.top+pages*max(1, v.room-1), v.total-v.room))
}

// showLines scrolls as little as needed to show some lines, and prefers the start of the body when both fit.
func (v *view) showLines(focus lineRange) {
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

func (v *view) isVisible(focus lineRange) bool {
	return focus.start >= v.top && focus.start < v.top+v.room
}

// textWidth is the width that text is wrapped to.
func (f *fullScreen) textWidth() int { return min(f.width, maxTextWidth) }

// layOutPage chooses the layout with the most empty lines that fits, and the part of the body to show.
func (f *fullScreen) layOutPage() {
	for air := 2; air >= 0; air-- {
		fr := f.page.draw(f, air)
		f.view.air = air
		f.view.room = max(1, f.height-len(fr.head)-len(f.drawFooter()))
		f.view.total = len(fr.body)
		if len(fr.body) <= f.view.room || air == 0 {
			f.placeView(fr)
			return
		}
	}
}

func (f *fullScreen) placeView(fr frame) {
	if !f.view.free {
		f.view.showLines(fr.focus)
	}
	f.view.top = max(0, min(f.view.top, f.view.total-f.view.room))
}

// drawScreen returns the whole screen, and the position of the text cursor or nil.
func (f *fullScreen) drawScreen() (string, *position) {
	fr := f.page.draw(f, f.view.air)
	lines := append([]string{}, fr.head...)
	end := min(len(fr.body), f.view.top+f.view.room)
	lines = append(lines, fr.body[min(f.view.top, end):end]...)
	for range f.view.room - (end - f.view.top) {
		lines = append(lines, "")
	}
	lines = append(lines, f.drawFooter()...)
	lines = lines[:min(len(lines), f.height)]
	for i, line := range lines {
		if displayWidth(line) > f.width {
			lines[i] = ansi.TruncateWc(ansi.Truncate(line, f.width, ""), f.width, "")
		}
	}
	return strings.Join(lines, "\n"), f.cursorPosition(fr)
}

// cursorPosition returns where the text cursor is on the screen; nil when it is scrolled out.
func (f *fullScreen) cursorPosition(fr frame) *position {
	if fr.cursor == nil || fr.typing {
		return fr.cursor
	}
	row := fr.cursor.row - f.view.top
	if row < 0 || row >= f.view.room {
		return nil
	}
	return &position{len(fr.head) + row, fr.cursor.column}
}
