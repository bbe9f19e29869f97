// Package diag holds positions and diagnostics as data: what is wrong in a file a person wrote, and where.
//
// It may be imported by every other package and imports none of ours. It knows nothing of colour, width or streams:
// drawing a diagnostic is a renderer's job.
package diag

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Severity says what a diagnostic means for the run. The zero value is invalid, so that a forgotten
// severity shows itself.
type Severity int

const (
	// Error makes the input unusable: the run ends with exit code 3.
	Error Severity = iota + 1
	// Warning is shown and the run goes on; strict runs treat it as an error.
	Warning
	// Note is worth knowing and changes no exit code, not even of a strict run.
	Note
)

// String returns the word used in output: "error", "warning" or "note".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	return "invalid"
}

// Pos is a place in a text file. Line and Column are 1-based; Column counts code points, not bytes and not
// display cells. The zero Pos means the file as a whole.
type Pos struct {
	Line   int
	Column int
}

// PosAfter returns the position of the last of the first n bytes of a text, or its beginning when it is shorter.
func PosAfter(text []byte, n int) Pos {
	if n <= 0 || n > len(text) {
		return Pos{Line: 1, Column: 1}
	}
	before := text[:n]
	start := bytes.LastIndexByte(before, '\n') + 1
	return Pos{Line: bytes.Count(before, []byte("\n")) + 1, Column: max(utf8.RuneCount(before[start:]), 1)}
}

// Diagnostic is one finding about one place of one file.
type Diagnostic struct {
	Severity Severity
	// Code is a stable kebab-case name such as "unknown-key", for filters and documentation.
	Code string
	// File is the name as the user gave it; empty for text that came from nowhere nameable.
	File string
	Pos  Pos
	// Length is the number of code points to underline from Pos; 0 counts as 1.
	Length int
	// Message is lower case, without a final stop. Text taken from the file is quoted by Quote.
	Message string
	// Hint is an optional second sentence that says what to do, such as `did you mean "integration"?`.
	Hint string
}

// longestName is how much of a file's name is shown, in code points.
const longestName = 300

// String returns the one-line form `file:line:col: message; hint [code]`. Parts that are not known are left out.
// File names go through Visible, so the line is safe to print.
func (d Diagnostic) String() string {
	var b strings.Builder
	b.WriteString(d.Place())
	if d.Severity == Warning || d.Severity == Note {
		b.WriteString(d.Severity.String() + ": ")
	}
	b.WriteString(d.Message)
	if d.Hint != "" {
		b.WriteString("; " + d.Hint)
	}
	return b.String() + " [" + d.Code + "]"
}

// Place returns where it is, as `file:line:col: ` in front of a message; "" where nothing of that is known.
func (d Diagnostic) Place() string {
	var b strings.Builder
	if d.File != "" {
		b.WriteString(Cut(Visible(d.File), longestName) + ":")
	}
	if d.Pos.Line > 0 {
		b.WriteString(strconv.Itoa(d.Pos.Line) + ":" + strconv.Itoa(max(d.Pos.Column, 1)) + ":")
	}
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	return b.String()
}

// MaxPerFile is the largest number of diagnostics kept for one file; a person repairs a file in rounds, and
// a hostile file must not flood a log.
const MaxPerFile = 50

// List is a set of diagnostics. As an error it reads as its first line, so that it can travel through
// ordinary error returns; renderers unwrap it with errors.As and draw all of it.
type List []Diagnostic

// Error implements error with the first diagnostic and the count of the others.
func (l List) Error() string {
	switch len(l) {
	case 0:
		return "no diagnostics"
	case 1:
		return l[0].String()
	}
	return l[0].String() + " (and " + strconv.Itoa(len(l)-1) + " more)"
}

// HasErrors reports whether at least one diagnostic has severity Error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Err returns the list as an error when it holds at least one of severity Error, and nil otherwise.
func (l List) Err() error {
	if l.HasErrors() {
		return l
	}
	return nil
}

// Strict returns a copy in which every warning is an error, as strict runs see it.
func (l List) Strict() List {
	strict := slices.Clone(l)
	for i := range strict {
		if strict[i].Severity == Warning {
			strict[i].Severity = Error
		}
	}
	return strict
}

// Sorted returns a copy ordered by file, place, severity (errors first), code and message, without exact duplicates.
func (l List) Sorted() List {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.Compact(sorted)
}

// Capped returns the first MaxPerFile diagnostics of each file, errors kept before warnings and these before notes, plus
// one closing diagnostic with code "too-many" for a file of which some were left out. The list must be Sorted.
func (l List) Capped() List {
	var capped List
	for rest := l; len(rest) > 0; {
		own := rest.sameFile()
		capped = append(capped, own.capOne()...)
		rest = rest[len(own):]
	}
	return capped
}

// sameFile returns the leading diagnostics that are about one file.
func (l List) sameFile() List {
	end := slices.IndexFunc(l, func(d Diagnostic) bool { return d.File != l[0].File })
	if end < 0 {
		return l
	}
	return l[:end]
}

func (l List) capOne() List {
	if len(l) <= MaxPerFile {
		return l
	}
	// One place is kept for the closing line, so that a file never costs more than MaxPerFile lines.
	kept := slices.Clone(l)
	slices.SortStableFunc(kept, func(a, b Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	severity := kept[0].Severity
	kept = kept[:MaxPerFile-1].Sorted()
	return append(kept, Diagnostic{
		Severity: severity, Code: "too-many", File: l[0].File,
		Message: "at least " + strconv.Itoa(len(l)-len(kept)) + " more findings in this file are not shown; fix these first",
	})
}
