package render

import (
	"io"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// tone is what a piece of text is to the reader. Colour and weight only repeat what words, shapes and places say.
type tone int

const (
	plainTone tone = iota
	strongTone
	faintTone
	// sysopsTone and devopsTone tell the poles apart. Neither hue is one of good or bad.
	sysopsTone
	devopsTone
	// alarmTone and cautionTone are for what a reader must not miss.
	alarmTone
	cautionTone
	toneCount
)

// ink writes tones and symbols as one output can show them.
type ink struct {
	styles [toneCount]lipgloss.Style
	symbols
}

// newInk asks no terminal and reads no environment: all it needs to know is in the options.
func newInk(w io.Writer, opt Options) ink {
	profile := termenv.Ascii
	if opt.Color {
		profile = termenv.ANSI
	}
	renderer := lipgloss.NewRenderer(w, termenv.WithProfile(profile))
	renderer.SetColorProfile(profile)
	// Without this the first style that depends on it would ask the terminal and wait for seconds.
	renderer.SetHasDarkBackground(true)
	style := renderer.NewStyle
	k := ink{symbols: unicodeSymbols()}
	if opt.ASCII {
		k.symbols = asciiSymbols()
	}
	// The first eight colours follow the reader's theme on dark and light backgrounds; the bright ones often do not.
	k.styles = [toneCount]lipgloss.Style{
		plainTone:   style(),
		strongTone:  style().Bold(true),
		faintTone:   style().Faint(true),
		sysopsTone:  style().Foreground(lipgloss.ANSIColor(6)),
		devopsTone:  style().Foreground(lipgloss.ANSIColor(5)),
		alarmTone:   style().Bold(true).Foreground(lipgloss.ANSIColor(1)),
		cautionTone: style().Foreground(lipgloss.ANSIColor(3)),
	}
	return k
}

// paint returns one line of text in a tone. The text must be visible already: paint escapes nothing.
func (k ink) paint(t tone, text string) string {
	if t == plainTone || text == "" {
		return text
	}
	return k.styles[t].Render(text)
}

// symbols are the characters that the program draws with; every one is one cell wide.
type symbols struct {
	// start, end, line, edge and centre draw an empty track; those named span draw the range on it.
	start, end, line, edge, centre                 string
	spanStart, spanEnd, span, spanEdge, spanCentre string
	// practice, situation and both differ in shape, so that they can be told apart without colour.
	practice, situation, both string
	// before, after and unmoved show where a value was and is, goal what it has to reach.
	before, after, unmoved, goal string
	// gone is where one scale ends and another begins; unknown is a value that is not known.
	gone, unknown string
	// heights are the places on the line between the poles, from SysOps to DevOps, where the line itself has no room;
	// amounts are a quantity from nothing to all.
	heights [5]string
	amounts [8]string
	// filled, hinged, empty and floor draw a readiness bar.
	filled, hinged, empty, floor string
	rule, bullet, gutter         string
	// ellipsis stands for text that was cut; it may be wider than one cell.
	ellipsis string
	// plusMinus comes before a standard deviation; it may be wider than one cell.
	plusMinus string
}

func unicodeSymbols() symbols {
	return symbols{
		start: "├", end: "┤", line: "─", edge: "┴", centre: "┼",
		spanStart: "┝", spanEnd: "┥", span: "━", spanEdge: "┷", spanCentre: "┿",
		practice: "●", situation: "◇", both: "◈",
		before: "○", after: "●", unmoved: "◉", goal: "┃", gone: "┊", unknown: "?",
		heights: [5]string{"⎽", "⎼", "─", "⎻", "⎺"},
		amounts: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		filled:  "█", hinged: "▒", empty: "·", floor: "┃",
		rule: "─", bullet: "•", gutter: "│", ellipsis: "…", plusMinus: "±",
	}
}

func asciiSymbols() symbols {
	return symbols{
		start: "|", end: "|", line: "-", edge: ":", centre: "|",
		spanStart: "|", spanEnd: "|", span: "=", spanEdge: ":", spanCentre: "|",
		practice: "P", situation: "S", both: "B",
		before: "o", after: "@", unmoved: "%", goal: "F", gone: "!", unknown: "?",
		heights: [5]string{"_", ".", "-", "'", `"`},
		amounts: [8]string{".", ":", "-", "=", "+", "*", "%", "#"},
		filled:  "#", hinged: "+", empty: ".", floor: "|",
		rule: "-", bullet: "*", gutter: "|", ellipsis: "...", plusMinus: "+/-",
	}
}
