package portfolio

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

const (
	// listedShown is how many services a report for reading lists: more is for programs.
	listedShown = 100
	// faultsShown is how many faults of files it lists: they stand last, where a terminal stops.
	faultsShown = 20
)

// listed are the first services in the order of the portfolio.
func (p *Document) listed() []*Service {
	var list []*Service
	for i := range p.Services[:min(len(p.Services), listedShown)] {
		list = append(list, &p.Services[i])
	}
	return list
}

// unlisted says how many services are not among the first.
func (p *Document) unlisted() string {
	left := len(p.Services) - listedShown
	if left <= 0 {
		return ""
	}
	return areMore(left, "service") + " not listed here. --sort and --where choose which ones are; -f html and -f csv list all."
}

// areMore is "1 more service is" or "7 more services are".
func areMore(n int, what string) string {
	if n == 1 {
		return more(n, what) + " is"
	}
	return more(n, what) + " are"
}

// more is "1 more service" or "7 more services".
func more(n int, what string) string { return english.Count(n, "more "+what) }

// unusable are the first faults of files, a line each.
func (p *Document) unusable() []string {
	var lines []string
	for i, file := range p.Errors {
		if len(lines) >= faultsShown {
			return append(lines, areMore(len(p.Errors)-i, "file")+" not listed here; -f json lists all.")
		}
		for _, complaint := range file.Diagnostics {
			lines = append(lines, ComplaintLine(file.Path, complaint))
		}
	}
	return lines
}

// ComplaintLine is a diagnostic of a file in one line, as diag.Diagnostic writes it.
func ComplaintLine(path string, c Complaint) string {
	severity := diag.Error
	if c.Severity == diag.Warning.String() {
		severity = diag.Warning
	}
	return diag.Diagnostic{
		Severity: severity, Code: c.Code, File: path, Pos: diag.Pos{Line: c.Line, Column: c.Column}, Message: c.Message, Hint: string(c.Hint),
	}.String()
}
