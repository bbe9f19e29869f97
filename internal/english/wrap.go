package english

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks text at blanks so that no line is wider than width cells, and inside words that are wider themselves. It
// never breaks at hyphens: "-0.4" must stay whole.
func Wrap(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(text) {
		size := ansi.StringWidth(word)
		if line != "" && used+1+size <= width {
			line, used = line+" "+word, used+1+size
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for size > width {
			head := Fit(word, width)
			lines = append(lines, head)
			word = word[len(head):]
			// Measuring the rest again would take hours for a word as long as a file.
			size -= ansi.StringWidth(head)
		}
		line, used = word, size
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Fit returns the longest prefix of a text that is at most width cells wide, without cutting a grapheme; it is never
// empty unless the text is.
func Fit(text string, width int) string {
	end, used := 0, 0
	for end < len(text) {
		cluster, size := ansi.FirstGraphemeCluster(text[end:], ansi.GraphemeWidth)
		if used+size > width && end > 0 {
			break
		}
		end, used = end+len(cluster), used+size
	}
	return text[:end]
}
