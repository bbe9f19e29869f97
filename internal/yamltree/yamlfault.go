package yamltree

import (
	"bytes"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

// reportYAML reports why the library could not read a text, with the position and in helpful words. Reached is the
// number of bytes that the library had consumed.
func reportYAML(faults *Reader, text []byte, reached int, err error) {
	line, problem := libraryMessage(err)
	if strings.HasPrefix(problem, "exceeded max depth") {
		reportTooDeep(faults, deepPlace(text, max(line, 1)))
		return
	}
	if name, found := unknownAnchor(problem); found {
		pos, length := aliasPlace(text, name)
		faults.Errorf(pos, length, "alias", quoteHint, "the alias %s is not supported", diag.Quote("*"+name))
		return
	}
	starts, why := lineStarts(text[:reached]), explainProblem(problem)
	if !why.exact {
		line = betterLine(text, starts, line, why)
	}
	reportLine(faults, text, line, len(starts), why)
}

func betterLine(text []byte, starts []int, line int, why explanation) int {
	if found := brokenLine(text, starts); found > 0 {
		return found
	}
	if why.open && line >= len(starts) {
		// For what is opened in the first line, and only for that, the library names the end.
		return 1
	}
	return line
}

// reportLine reports a syntax error in a line. Stopped is the line that the library had reached.
func reportLine(faults *Reader, text []byte, line, stopped int, why explanation) {
	pos, written := lineAt(text, max(line, 1))
	indent := leadingBlanks(written)
	if tab := bytes.IndexByte(indent, '\t'); tab >= 0 && why.tabs {
		faults.Errorf(diag.Pos{Line: pos.Line, Column: tab + 1}, 1, "syntax", "use spaces", "a tab cannot indent a line")
		return
	}
	const longest = 100
	length := min(utf8.RuneCount(bytes.TrimSpace(written)), longest)
	pos.Column += len(indent)
	if column := valueColumn(written, why.starts); column > 0 {
		pos.Column, length = column, 1
	}
	if why.far && stopped > pos.Line {
		why.hint = "reading stopped near line " + strconv.Itoa(stopped)
	}
	faults.Errorf(pos, max(length, 1), "syntax", why.hint, "%s", why.message)
}

// valueColumn returns the column of the first value in a line that begins with one of the characters, or 0.
func valueColumn(line []byte, characters string) int {
	before := byte(':')
	for i, c := range line {
		if strings.IndexByte(characters, c) >= 0 && strings.IndexByte(":-?,[{", before) >= 0 {
			return utf8.RuneCount(line[:i]) + 1
		}
		if c != ' ' && c != '\t' {
			before = c
		}
	}
	return 0
}

// libraryMessage splits an error of the library into its line, 0 for none, and the problem.
func libraryMessage(err error) (line int, problem string) {
	problem = strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, found := strings.CutPrefix(problem, "line "); found {
		if number, after, found := strings.Cut(rest, ": "); found {
			line, _ = strconv.Atoi(number)
			problem = after
		}
	}
	return line, problem
}

// brokenLine returns the line after the longest valid prefix of whole lines, or 0 when finding it would be too much
// work. The library itself often reports the start of the block around the fault. Starts are the lines up to where it
// stopped, so that the fault is in the last of them or above.
func brokenLine(text []byte, starts []int) int {
	// Most faults are near where the library stopped. An open quote or bracket is not, but then nothing below it is
	// valid, and bisection finds it.
	const near = 20
	work := 0
	reads := func(line int) bool {
		work += starts[line]
		if work > MaxBytes {
			return false
		}
		_, _, err := decodeDocuments(text[:starts[line]])
		return err == nil
	}
	last := len(starts) - 1
	for line := last; line >= max(last-near, 0); line-- {
		if reads(line) {
			return line + 1
		}
	}
	found := sort.Search(max(last-near, 0), func(line int) bool { return !reads(line) })
	if work > MaxBytes {
		return 0
	}
	return found
}

// lineStarts returns the offset of every line; a line end at the very end begins no line.
func lineStarts(text []byte) []int {
	var starts []int
	for offset := 0; offset < len(text); {
		starts = append(starts, offset)
		end := bytes.IndexAny(text[offset:], "\r\n")
		if end < 0 {
			break
		}
		offset += end + breakSize(text[offset+end:])
	}
	return starts
}

// lineAt returns a line without its end, and the offset of its start. A line after the last one gives the last.
func lineAt(text []byte, line int) (diag.Pos, []byte) {
	starts := lineStarts(text)
	if len(starts) == 0 {
		return diag.Pos{Line: 1, Column: 1}, nil
	}
	line = min(line, len(starts))
	return diag.Pos{Line: line, Column: 1}, firstLine(text[starts[line-1]:])
}

func leadingBlanks(line []byte) []byte {
	return line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
}

// deepPlace finds where brackets nest too deep. The library has counted thousands of levels by now, so brackets inside
// texts do not matter; without brackets the levels are in the indentation of the line.
func deepPlace(text []byte, line int) diag.Pos {
	depth := 0
	for i, c := range text {
		switch c {
		case '[', '{':
			if depth++; depth > MaxDepth {
				return newCursor(text).moveTo(i)
			}
		case ']', '}':
			depth--
		}
	}
	pos, deep := lineAt(text, line)
	pos.Column += len(leadingBlanks(deep))
	return pos
}

func unknownAnchor(problem string) (name string, found bool) {
	name, found = strings.CutPrefix(problem, "unknown anchor '")
	return strings.TrimSuffix(name, "' referenced"), found
}

// aliasPlace finds the first use of an alias that stands where a value can stand.
func aliasPlace(text []byte, name string) (pos diag.Pos, length int) {
	use := []byte("*" + name)
	for offset := 0; ; {
		found := bytes.Index(text[offset:], use)
		if found < 0 {
			return diag.Pos{Line: 1, Column: 1}, 1
		}
		at := offset + found
		if standsAlone(text, at, at+len(use)) {
			return newCursor(text).moveTo(at), len(use)
		}
		offset = at + 1
	}
}

func standsAlone(text []byte, start, end int) bool {
	const around = " \t\r\n,[]{}:"
	return (start == 0 || strings.IndexByte(around, text[start-1]) >= 0) &&
		(end == len(text) || strings.IndexByte(around, text[end]) >= 0)
}
