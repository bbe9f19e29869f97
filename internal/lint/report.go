package lint

import (
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Schema names the format of a report; its number changes with every incompatible change.
const Schema = "opsfit.lint/v1"

// Report holds the findings in some files, about form and about meaning; also those for which files could not be used. Lists are
// never nil. Fields are in the order of the published format.
type Report struct {
	Schema string `json:"schema"`
	Tool   Tool   `json:"tool"`
	// Checked are the ids and files that were checked, in the order given.
	Checked []string `json:"checked"`
	Summary Summary  `json:"summary"`
	// Findings are ordered by file, place, severity, code and message.
	Findings []Finding `json:"findings"`

	// Diagnostics are the same findings, for renderers that draw them.
	Diagnostics diag.List `json:"-"`
	// Source returns the text of a file that a finding is in, or nil.
	Source func(file string) []byte `json:"-"`
	// About names what the run is about where that is not Checked, such as answers of which the configuration could not be used.
	About string `json:"-"`
	// Path returns the path of a file from the root of its repository, with forward slashes; "" for what is in no file. Nil keeps
	// names as they are.
	Path func(file string) string `json:"-"`
	// Rules are all rules that findings can be of, sorted by code, for formats that explain codes.
	Rules []Rule `json:"-"`
}

// PathOf is Path where it is set.
func (r *Report) PathOf(file string) string {
	if r.Path == nil {
		return file
	}
	return r.Path(file)
}

// Tool is the program that wrote the report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Summary counts the findings.
type Summary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
}

// String describes the counts, such as "1 error, 2 notes"; "no findings" for none.
func (s Summary) String() string {
	var parts []string
	for _, count := range []struct {
		n    int
		word string
	}{{s.Errors, "error"}, {s.Warnings, "warning"}, {s.Notes, "note"}} {
		switch count.n {
		case 0:
		case 1:
			parts = append(parts, "1 "+count.word)
		default:
			parts = append(parts, strconv.Itoa(count.n)+" "+count.word+"s")
		}
	}
	if len(parts) == 0 {
		return "no findings"
	}
	return strings.Join(parts, ", ")
}

// Finding is a finding in its published form.
type Finding struct {
	File string `json:"file"`
	Code string `json:"code"`
	// Severity is error, warning or note.
	Severity string `json:"severity"`
	Message  string `json:"message"`
	// Hint says what to do; nil if there is nothing to add.
	Hint *string `json:"hint"`
	// Position is nil for a finding about the file as a whole.
	Position *Position `json:"position"`
	// Help is the summary of the rule with that code.
	Help string `json:"help"`
}

// Position is a place in a file: line and column count from 1, columns and length in code points.
type Position struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Length int `json:"length"`
}

// Report builds a report of findings in questionnaires and catalogues, which it sorts.
func (l *Linter) Report(tool Tool, checked []string, found diag.List, source func(file string) []byte) *Report {
	return newReport(l.Rules(), tool, checked, found, source)
}

// InputReport is Report for findings in answers, settings and all else that a run reads, of which a person is shown so many of a file.
func (l *Linter) InputReport(tool Tool, checked []string, found diag.List, source func(file string) []byte) *Report {
	return newReport(l.InputRules(), tool, checked, found.Sorted().Capped(), source)
}

func newReport(rules []Rule, tool Tool, checked []string, found diag.List, source func(file string) []byte) *Report {
	r := &Report{
		Schema: Schema, Tool: tool, Checked: append([]string{}, checked...), Findings: []Finding{},
		Diagnostics: found.Sorted(), Source: source, Rules: rules,
	}
	help := map[string]string{}
	for _, rule := range r.Rules {
		help[rule.Code] = rule.Summary
	}
	for _, d := range r.Diagnostics {
		r.Summary.countFinding(d.Severity)
		finding := Finding{File: d.File, Code: d.Code, Severity: d.Severity.String(), Message: d.Message, Help: help[d.Code]}
		if d.Hint != "" {
			finding.Hint = &d.Hint
		}
		if d.Pos.Line > 0 {
			finding.Position = &Position{Line: d.Pos.Line, Column: max(d.Pos.Column, 1), Length: max(d.Length, 1)}
		}
		r.Findings = append(r.Findings, finding)
	}
	return r
}

func (s *Summary) countFinding(severity diag.Severity) {
	switch severity {
	case diag.Error:
		s.Errors++
	case diag.Warning:
		s.Warnings++
	case diag.Note:
		s.Notes++
	}
}
