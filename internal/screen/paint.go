package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// tone is what a piece of text is to the reader. It only repeats what words and places say.
type tone string

// The tones are fixed escape sequences; the first eight colours follow the reader's theme.
const (
	plainTone   tone = ""
	strongTone  tone = "\x1b[1m"
	faintTone   tone = "\x1b[2m"
	cautionTone tone = "\x1b[33m"
	alarmTone   tone = "\x1b[1;31m"
)

// ink writes tones and symbols as the terminal can show them.
type ink struct {
	color bool
	symbols
}

// symbols are what the screen draws with; each character is one cell wide.
type symbols struct {
	pointer, chosen, open string
	filled, empty, rule   string
	up, down, ellipsis    string
	// both are the keys up and down.
	both string
}

func newInk(stage Stage) ink {
	k := ink{color: stage.Color, symbols: symbols{
		pointer: "›", chosen: "●", open: "·",
		filled: "━", empty: "─", rule: "─",
		up: "↑", down: "↓", ellipsis: "…",
		both: "↑↓",
	}}
	if stage.ASCII {
		k.symbols = symbols{
			pointer: ">", chosen: "*", open: ".",
			filled: "=", empty: "-", rule: "-",
			up: "up", down: "down", ellipsis: "~",
			both: "up/down",
		}
	}
	return k
}

// paint puts a tone on text that is visible already.
func (k ink) paint(t tone, text string) string {
	if !k.color || t == plainTone || text == "" {
		return text
	}
	return string(t) + text + "\x1b[m"
}

// cells is the most that a text can be wide: terminals count emoji and combined characters in two ways.
func cells(text string) int {
	if n, ok := simple(text); ok {
		return n
	}
	return max(ansi.StringWidth(text), ansi.StringWidthWc(text))
}

// simple counts the cells of tones, ASCII and the screen's own symbols, which is all that the first screen shows. The
// first look at anything else builds a table of widths, and that takes a third of the time of the start.
func simple(text string) (count int, ok bool) {
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

// fold makes a text visible and breaks it into lines that are at most width cells wide for every terminal.
func fold(text string, width int) []string {
	var lines []string
	width = max(1, width)
	for _, paragraph := range paragraphs(text) {
		for _, line := range wrap(paragraph, width) {
			rows, _ := spread(line, len(line), width)
			lines = append(lines, rows...)
		}
	}
	return lines
}

// cut makes one line of a text and shortens it to width cells.
func (k ink) cut(text string, width int) string {
	text = oneLine(text)
	if cells(text) <= width {
		return text
	}
	rows, _ := spread(text, 0, max(1, width-1))
	return strings.TrimRight(rows[0], " ") + k.ellipsis
}

// spot is a place on the screen, from 0.
type spot struct{ row, column int }

// spread breaks a visible text into rows of at most width cells, without a thought for words, and says where its byte
// at comes to stand. What is wider than a row on its own is left out: it could not be shown without harm.
func spread(text string, at, width int) (rows []string, where spot) {
	return layOut(text, at, width, func(_, _ int) bool { return false })
}

// flow is spread for a text that is being typed: no blank is lost, and a word that fits into a row is not broken.
func flow(text string, at, width int) (rows []string, where spot) {
	return layOut(text, at, width, func(i, used int) bool {
		if text[i] == ' ' || i > 0 && text[i-1] != ' ' {
			return false
		}
		word, _, _ := strings.Cut(text[i:], " ")
		wide := cells(word)
		return wide <= width && used+wide > width
	})
}

// layOut puts characters into rows. A new row begins where a character has no room, and before the byte i when early
// says so of a row with used cells.
func layOut(text string, at, width int, early func(i, used int) bool) (rows []string, where spot) {
	var row strings.Builder
	used := 0
	for i := 0; i < len(text); {
		cluster, _ := ansi.FirstGraphemeCluster(text[i:], ansi.GraphemeWidth)
		if cluster == "" {
			break
		}
		wide := cells(cluster)
		if row.Len() > 0 && (used+wide > width || early(i, used)) {
			rows = append(rows, row.String())
			row.Reset()
			used = 0
		}
		if i <= at {
			where = spot{len(rows), used}
		}
		if wide <= width {
			row.WriteString(cluster)
			used += wide
		}
		i += len(cluster)
	}
	if at >= len(text) {
		where = spot{len(rows), used}
	}
	return append(rows, row.String()), where
}
