package ui

import (
	"fmt"
	"strings"
)

// drawHeader returns the first lines of a screen: section and place, progress, and a bar of how much has an answer.
func (f *fullScreen) drawHeader(section, place string, air int) []string {
	width := f.textWidth()
	place = oneLine(place)
	space := width - displayWidth(oneLine(section)) - displayWidth(place)
	var lines []string
	if space >= 2 {
		line := f.applyStyle(strongStyle, oneLine(section)) + strings.Repeat(" ", space) + f.applyStyle(faintStyle, place)
		lines = []string{strings.TrimRight(line, " ")}
	} else {
		lines = append(f.drawHeading(section, air), f.applyStyle(faintStyle, f.truncateLine(place, width)))
	}
	lines = append(lines, f.progressBar(width))
	if air > 0 {
		lines = append(lines, "")
	}
	return lines
}

// drawHeading returns the heading of a section, on two lines where a long one needs and has them, else on one.
func (f *fullScreen) drawHeading(section string, air int) []string {
	lines := wrapVisible(oneLine(section), f.textWidth())
	if air == 0 || len(lines) > 2 {
		lines = []string{f.truncateLine(section, f.textWidth())}
	}
	for i := range lines {
		lines[i] = f.applyStyle(strongStyle, lines[i])
	}
	return lines
}

func (f *fullScreen) progressBar(width int) string {
	done := 0
	if f.session != nil {
		p := f.session.Progress()
		done = width * p.Answered / max(1, p.Total)
	}
	return f.applyStyle(plainStyle, strings.Repeat(f.filled, done)) + f.applyStyle(faintStyle, strings.Repeat(f.empty, width-done))
}

// progressText says which question this is and how long the open ones will take.
func (f *fullScreen) progressText(at int) string {
	text := fmt.Sprintf("%d of %d", at+1, f.session.Len())
	if left := f.session.Progress().MinutesLeft; left > 0 {
		text += fmt.Sprintf(", about %d min left", left)
	}
	return text
}
