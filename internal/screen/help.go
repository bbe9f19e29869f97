package screen

import "strings"

// helpPage lists all keys.
type helpPage struct{ from page }

func (p *helpPage) press(f *face, k key) {
	switch strings.ToLower(k.name) {
	case "down", "j":
		f.view.line(1)
	case "up", "k":
		f.view.line(-1)
	case "space":
		f.view.scroll(1)
	case "h", "f1", "esc", "enter", "b", "left", "q":
		f.show(p.from)
	}
}

// line scrolls by single lines.
func (v *view) line(by int) {
	v.free = true
	v.top += by
}

func (p *helpPage) draw(f *face, air int) frame {
	fr := frame{head: f.header("Keys", "", air)}
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
		fr.item(f, plainTone, row[0]+strings.Repeat(" ", max(1, column-cells(row[0]))), row[1])
	}
	fr.gap(air > 0)
	fr.put(f, faintTone, fold("Nothing is sent anywhere. No leaning is shown before the end: it would bend the answers.", f.columns())...)
	fr.keys = []hint{{f.both, "scroll"}, {"esc", "close"}}
	return fr
}
