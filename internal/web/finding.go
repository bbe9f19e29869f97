package web

import (
	"bytes"
	"io/fs"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/questionnaires"
)

// Finding is what is wrong in a file, as the program says it.
type Finding struct {
	// Severity is error, warning or note.
	Severity string `json:"severity"`
	// Text is the line that the program prints: file:line:column: message.
	Text string `json:"text"`
	// Line is the number of the line that is meant, 0 for none. Before, Marked and After are its text; Marked is the place itself.
	Line   int    `json:"line,omitempty"`
	Before string `json:"before,omitempty"`
	Marked string `json:"marked,omitempty"`
	After  string `json:"after,omitempty"`
}

// findings puts diagnostics in the order in which the program prints them, with the lines that they are about.
func (e *Engine) findings(found diag.List, answers []File) []Finding {
	var list []Finding
	for _, d := range found.Sorted().Capped() {
		finding := Finding{Severity: d.Severity.String(), Text: diag.Visible(d.String())}
		lines := bytes.Split(e.textOf(d.File, answers), []byte("\n"))
		if at := d.Pos.Line; at > 0 && at <= len(lines) {
			finding.Line = at
			finding.Before, finding.Marked, finding.After = excerpt(string(lines[at-1]), d.Pos.Column, d.Length)
		}
		list = append(list, finding)
	}
	return list
}

// textOf returns the content of a file that findings name.
func (e *Engine) textOf(name string, answers []File) []byte {
	for _, file := range answers {
		if file.Name == name {
			return file.Bytes
		}
	}
	if shipped, ok := strings.CutPrefix(name, shippedPrefix); ok {
		text, _ := fs.ReadFile(questionnaires.Files, shipped) // a name that there is not has no text
		return text
	}
	return e.opened[name]
}

// excerpt cuts a line at the place that a finding is about: so many code points from a column. Long texts around it are shortened.
func excerpt(line string, column, length int) (before, marked, after string) {
	const most = 60
	characters := []rune(strings.ToValidUTF8(strings.TrimRight(line, "\r"), "\ufffd"))
	from := min(max(column-1, 0), len(characters))
	to := min(from+max(length, 1), len(characters))
	before, marked, after = string(characters[:from]), string(characters[from:to]), string(characters[to:])
	if from > most {
		before = "…" + string(characters[from-most:from])
	}
	return diag.Visible(before), diag.Visible(diag.Cut(marked, most)), diag.Visible(diag.Cut(after, most))
}
