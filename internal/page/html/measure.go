package html

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// widthOf is about how wide a text is in pixels at a size of letters, and no less in the usual fonts: pictures that stand
// alone cannot wrap, and the fonts of the reader are not known. The shares of the size are those of DejaVu Sans, a wide one.
func widthOf(text string, size float64) float64 {
	width := 0.0
	for _, r := range text {
		width += share(r)
	}
	return width * size
}

func share(r rune) float64 {
	switch {
	case strings.ContainsRune("ijl.,:;'|!I ", r):
		return 0.35
	case strings.ContainsRune(`frt()[]/-"`, r):
		return 0.45
	case strings.ContainsRune("mwMW@%&…—", r):
		return 1
	case r >= 'A' && r <= 'Z':
		return 0.8
	case r < 0x80:
		return 0.65
	}
	return 0.8 * float64(max(1, ansi.StringWidth(string(r))))
}

// cut shortens a text to a width in pixels.
func cut(text string, width, size float64) string {
	if widthOf(text, size) <= width {
		return text
	}
	left, kept := width-widthOf("…", size), 0
	for at, r := range text {
		left -= share(r) * size
		if left < 0 {
			break
		}
		kept = at + len(string(r))
	}
	return strings.TrimRight(text[:kept], " ") + "…"
}

// wrap breaks a text at blanks into lines of a width in pixels, most of them; what is left is cut.
func wrap(text string, width, size float64, most int) []string {
	var lines []string
	line := ""
	words := strings.Fields(text)
	for i, word := range words {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && widthOf(longer, size) > width {
			if len(lines) == most-1 {
				return append(lines, cut(strings.Join(append([]string{line}, words[i:]...), " "), width, size))
			}
			lines, longer = append(lines, cut(line, width, size)), word
		}
		line = longer
	}
	return append(lines, cut(line, width, size))
}
