package screen

import (
	"fmt"
	"strings"
)

// header is the first lines of a screen: where one is, how far, and a bar that shows how much has an answer.
func (f *face) header(section, place string, air int) []string {
	width := f.columns()
	place = oneLine(place)
	space := width - cells(oneLine(section)) - cells(place)
	var lines []string
	if space >= 2 {
		lines = []string{strings.TrimRight(f.paint(strongTone, oneLine(section))+strings.Repeat(" ", space)+f.paint(faintTone, place), " ")}
	} else {
		lines = append(f.heading(section, air), f.paint(faintTone, f.cut(place, width)))
	}
	lines = append(lines, f.bar(width))
	if air > 0 {
		lines = append(lines, "")
	}
	return lines
}

// heading is a long section: two lines of it where there is room, else one.
func (f *face) heading(section string, air int) []string {
	lines := fold(oneLine(section), f.columns())
	if air == 0 || len(lines) > 2 {
		lines = []string{f.cut(section, f.columns())}
	}
	for i := range lines {
		lines[i] = f.paint(strongTone, lines[i])
	}
	return lines
}

func (f *face) bar(width int) string {
	done := 0
	if f.session != nil {
		p := f.session.Progress()
		done = width * p.Answered / max(1, p.Total)
	}
	return f.paint(plainTone, strings.Repeat(f.filled, done)) + f.paint(faintTone, strings.Repeat(f.empty, width-done))
}

// progress says which question this is and how long the open ones take.
func (f *face) progress(at int) string {
	text := fmt.Sprintf("%d of %d", at+1, f.session.Len())
	if left := f.session.Progress().MinutesLeft; left > 0 {
		text += fmt.Sprintf(", about %d min left", left)
	}
	return text
}
