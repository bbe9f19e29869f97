package text

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
)

// tabStop is how far tabs reach in an excerpt; eight would push short lines off a narrow terminal.
const tabStop = 4

// cluster is one character as a reader sees it: its text made visible, its cells, and its bytes in the line.
type cluster struct {
	text     string
	width    int
	from, to int
}

// clusters splits the bytes first..last of a line into characters.
func clusters(line string, first, last int) []cluster {
	var all []cluster
	column := 0
	for at := first; at < last; {
		raw := firstCharacter(line[at:last])
		text := diag.Visible(raw)
		if raw == "\t" {
			text = strings.Repeat(" ", tabStop-column%tabStop)
		}
		width := ansi.StringWidth(text)
		all = append(all, cluster{text: text, width: width, from: at, to: at + len(raw)})
		at, column = at+len(raw), column+width
	}
	return all
}

// firstCharacter returns the first grapheme of a text; a code point that is shown as an escape stands alone.
func firstCharacter(text string) string {
	raw, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	switch hidden := strings.IndexFunc(raw, diag.Hidden); {
	case hidden > 0:
		return raw[:hidden]
	case hidden == 0:
		_, size := utf8.DecodeRuneInString(raw)
		return raw[:size]
	}
	return raw
}

// span returns the clusters that hold the bytes from..to; both ends are len(all) behind the end of the line.
func span(all []cluster, from, to int) (hit, end int) {
	for hit < len(all) && all[hit].to <= from {
		hit++
	}
	end = hit
	for end < len(all) && all[end].from < to {
		end++
	}
	return hit, end
}

func widthOf(list []cluster) int {
	width := 0
	for _, c := range list {
		width += c.width
	}
	return width
}
