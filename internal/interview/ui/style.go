package ui

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/terminal"
)

// style is a kind of text. It only repeats what words and positions already say.
type style int

const (
	plainStyle style = iota
	strongStyle
	faintStyle
	cautionStyle
	alarmStyle
)

// weights are the styles of a terminal with few colours, which themes change.
func weights() map[style]string {
	return map[style]string{strongStyle: "1", cautionStyle: "1", alarmStyle: "1;7"}
}

// hues are the styles of a terminal with 256 colours.
func hues() map[style]string {
	in := func(colour int) string { return "38;5;" + strconv.Itoa(colour) }
	return map[style]string{
		strongStyle: "1", faintStyle: in(terminal.Grey), cautionStyle: in(terminal.Purple), alarmStyle: "1;" + in(terminal.Plum),
	}
}

// styler writes styles and symbols as far as the terminal can show them.
type styler struct {
	// codes are the SGR parameters of styles; empty without colours.
	codes map[style]string
	symbols
}

// symbols are the characters to draw with, each one cell wide.
type symbols struct {
	pointer, chosen, open string
	// suggested marks an answer that nobody has confirmed.
	suggested           string
	filled, empty, rule string
	up, down, ellipsis  string
	// both stands for the keys up and down.
	both string
}

func newStyler(on Terminal) styler {
	k := styler{symbols: symbols{
		pointer: "›", chosen: "●", open: "·", suggested: "~",
		filled: "━", empty: "─", rule: "─",
		up: "↑", down: "↓", ellipsis: "…",
		both: "↑↓",
	}}
	if on.ASCII {
		k.symbols = symbols{
			pointer: ">", chosen: "*", open: ".", suggested: "~",
			filled: "=", empty: "-", rule: "-",
			up: "up", down: "down", ellipsis: "~",
			both: "up/down",
		}
	}
	switch {
	case on.Color && on.Hues:
		k.codes = hues()
	case on.Color:
		k.codes = weights()
	}
	return k
}

// applyStyle puts a style on text that is visible already.
func (k styler) applyStyle(t style, text string) string {
	if k.codes[t] == "" || text == "" {
		return text
	}
	return "\x1b[" + k.codes[t] + "m" + text + "\x1b[m"
}

// displayWidth is the most cells that text can take: terminals count emoji and combined characters in two ways.
func displayWidth(text string) int {
	if n, ok := simpleWidth(text); ok {
		return n
	}
	return max(ansi.StringWidth(text), ansi.StringWidthWc(text))
}

// simpleWidth counts the cells of styles, ASCII and our own symbols, which is all that the first screen shows. For
// anything else the library builds a table of widths, and that takes a third of the start-up time.
func simpleWidth(text string) (count int, ok bool) {
	const symbols = "›●·━─↑↓…"
	tone := false
	for _, r := range text {
		switch {
		case r == '\x1b':
			tone = true
		case tone:
			tone = r != 'm'
		case r >= ' ' && r <= '~', strings.ContainsRune(symbols, r):
			count++
		default:
			return 0, false
		}
	}
	return count, true
}

// wrapVisible makes text visible and breaks it into lines that take at most width cells on every terminal.
func wrapVisible(text string, width int) []string {
	var lines []string
	width = max(1, width)
	for _, paragraph := range splitParagraphs(text) {
		for _, line := range wrapWords(paragraph, width) {
			rows, _ := breakRows(line, len(line), width)
			lines = append(lines, rows...)
		}
	}
	return lines
}

// truncateLine joins text to one line and shortens it to width cells.
func (k styler) truncateLine(text string, width int) string {
	text = oneLine(text)
	if displayWidth(text) <= width {
		return text
	}
	rows, _ := breakRows(text, 0, max(1, width-1))
	return strings.TrimRight(rows[0], " ") + k.ellipsis
}

// position is a place on the screen, from 0.
type position struct{ row, column int }

// breakRows breaks visible text into rows of at most width cells, even inside words, and returns where the byte at ends
// up. A character that is wider than a row is left out.
func breakRows(text string, at, width int) (rows []string, where position) {
	return layOut(text, at, width, func(_, _ int) bool { return false })
}

// wrapTyped wraps text that is being typed: it keeps every blank, and breaks no word that fits into a row.
func wrapTyped(text string, at, width int) (rows []string, where position) {
	return layOut(text, at, width, func(i, used int) bool {
		if text[i] == ' ' || i > 0 && text[i-1] != ' ' {
			return false
		}
		word, _, _ := strings.Cut(text[i:], " ")
		wide := displayWidth(word)
		return wide <= width && used+wide > width
	})
}

// layOut puts characters into rows. A row ends where the next character does not fit, and before byte i when early says
// so of a row with used cells.
func layOut(text string, at, width int, early func(i, used int) bool) (rows []string, where position) {
	var row strings.Builder
	used := 0
	for i := 0; i < len(text); {
		cluster, _ := ansi.FirstGraphemeCluster(text[i:], ansi.GraphemeWidth)
		if cluster == "" {
			break
		}
		wide := displayWidth(cluster)
		if row.Len() > 0 && (used+wide > width || early(i, used)) {
			rows = append(rows, row.String())
			row.Reset()
			used = 0
		}
		if i <= at {
			where = position{len(rows), used}
		}
		if wide <= width {
			row.WriteString(cluster)
			used += wide
		}
		i += len(cluster)
	}
	if at >= len(text) {
		where = position{len(rows), used}
	}
	return append(rows, row.String()), where
}
