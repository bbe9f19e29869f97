package text

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// sourceLine returns a line by its number without its end. Lines end as they do for the readers of files: at LF, at
// CR LF or at CR alone, and a byte order mark at the start belongs to no line.
func sourceLine(source []byte, number int) (string, bool) {
	if source == nil || number < 1 {
		return "", false
	}
	rest := bytes.TrimPrefix(source, []byte("\ufeff"))
	for ; number > 1; number-- {
		end := bytes.IndexAny(rest, "\r\n")
		if end < 0 {
			return "", false
		}
		if bytes.HasPrefix(rest[end:], []byte("\r\n")) {
			end++
		}
		rest = rest[end+1:]
	}
	if end := bytes.IndexAny(rest, "\r\n"); end >= 0 {
		rest = rest[:end]
	}
	return string(rest), true
}

// excerpt is the part of a line that is shown, and the cells under it that are underlined.
type excerpt struct {
	text        string
	start, size int
}

// excerpt cuts a line around a place so that it fits into room cells. Column counts code points from 1 and may lie
// behind the end of the line; length counts code points, at least one.
func (d *findings) excerpt(line string, column, length, room int) excerpt {
	from := runeOffset(line, max(column, 1)-1)
	to := from + runeOffset(line[from:], max(length, 1))
	first, last := nearby(line, from, room)
	all := clusters(line, first, last)
	hit, end := span(all, from, to)
	if first == 0 && last == len(line) && max(widthOf(all), widthOf(all[:hit])+1) <= room {
		return underlined("", all, hit, end, "")
	}
	return d.cropped(all, hit, end, room, first > 0, last < len(line))
}

// runeOffset returns where the code point with that index begins, the length of the line when it has fewer.
func runeOffset(line string, index int) int {
	for offset := range line {
		if index == 0 {
			return offset
		}
		index--
	}
	return len(line)
}

// nearby returns the bytes around a place that can be shown at all, so that a line of a megabyte costs no more than
// a short one. A character of more than eight bytes a cell is possible and only shortens the excerpt.
func nearby(line string, at, room int) (first, last int) {
	const bytesPerCell = 8
	first, last = max(0, at-bytesPerCell*room), min(len(line), at+bytesPerCell*room)
	for first > 0 && !utf8.RuneStart(line[first]) {
		first--
	}
	for last < len(line) && !utf8.RuneStart(line[last]) {
		last++
	}
	return first, last
}

// cropped keeps the underlined clusters first, then as much context before as fits into half of what is left, then
// context behind. Ellipses stand where something was cut.
func (d *findings) cropped(all []cluster, hit, end, room int, moreBefore, moreAfter bool) excerpt {
	room -= 2 * ansi.StringWidth(d.ellipsis)
	low, high := hit, hit
	used := 0
	if hit == len(all) {
		used = 1 // the place behind the end of the line
	}
	for high < end && used+all[high].width <= room {
		used += all[high].width
		high++
	}
	end = high
	for half := used + (room-used)/2; low > 0 && used+all[low-1].width <= half; low-- {
		used += all[low-1].width
	}
	for ; high < len(all) && used+all[high].width <= room; high++ {
		used += all[high].width
	}
	for ; low > 0 && used+all[low-1].width <= room; low-- {
		used += all[low-1].width
	}
	before, after := "", ""
	if low > 0 || moreBefore {
		before = d.ellipsis
	}
	if high < len(all) || moreAfter {
		after = d.ellipsis
	}
	return underlined(before, all[low:high], hit-low, end-low, after)
}

// underlined joins clusters and places the underline, which is never empty.
func underlined(before string, shown []cluster, hit, end int, after string) excerpt {
	var text strings.Builder
	text.WriteString(before)
	for _, c := range shown {
		text.WriteString(c.text)
	}
	text.WriteString(after)
	return excerpt{
		text:  text.String(),
		start: ansi.StringWidth(before) + widthOf(shown[:hit]),
		size:  max(widthOf(shown[hit:end]), 1),
	}
}
