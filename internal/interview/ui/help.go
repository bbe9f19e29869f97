package ui

import "strings"

// helpPage lists all keys.
type helpPage struct{ from page }

func (p *helpPage) handleKey(f *fullScreen, k key) {
	switch strings.ToLower(k.name) {
	case "down", "j":
		f.view.scrollLines(1)
	case "up", "k":
		f.view.scrollLines(-1)
	case "space":
		f.view.scrollPages(1)
	case "h", "f1", "esc", "enter", "b", "left", "q":
		f.showPage(p.from)
	}
}

// scrollLines scrolls by single lines.
func (v *view) scrollLines(by int) {
	v.free = true
	v.top += by
}

func (p *helpPage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader("Keys", "", air)}
	for _, row := range [][2]string{
		{f.both, "move between the options (also k and j)"},
		{"1 2 3", "choose that option and go on"},
		{"enter", "choose the option at the pointer and go on"},
		{"?", "I don't know: the report counts it as unknown"},
		{"x", "this does not apply here, where the question allows it; asks for a reason"},
		{"s", "skip: no answer for now; takes an answer back"},
		{"b, left", "back to the question before"},
		{"right", "on to the next question, without a change"},
		{"n", "write a note on the answer"},
		{"e", "name evidence for the answer, for example a link"},
		{"o", "all questions and answers, and go to one"},
		{"/", "find questions, and go to one"},
		{"w", "save in another file"},
		{"PgUp PgDn", "scroll what does not fit"},
		{"q, ctrl+c", "leave; everything is saved, and you can go on later"},
	} {
		const column = 11
		fr.addItem(f, plainStyle, row[0]+strings.Repeat(" ", max(1, column-displayWidth(row[0]))), row[1])
	}
	fr.addGap(air > 0)
	const privacy = "Nothing is sent anywhere. No leaning is shown before the end: it would bend the answers."
	fr.addLines(f, faintStyle, wrapVisible(privacy, f.textWidth())...)
	fr.keys = []keyHint{{f.both, "scroll"}, {"esc", "close"}}
	return fr
}
