package portfolio

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// Unreadable is a file that could not be used, and why.
type Unreadable struct {
	Path        string      `json:"path"`
	Diagnostics []Complaint `json:"diagnostics"`
}

// Complaint is a diagnostic as data.
type Complaint struct {
	Line     int         `json:"line"`
	Column   int         `json:"column"`
	Severity string      `json:"severity"`
	Code     string      `json:"code"`
	Message  string      `json:"message"`
	Hint     report.Text `json:"hint"`
}

// NewUnreadable returns a file with its diagnostics in their order.
func NewUnreadable(path string, list diag.List) *Unreadable {
	file := &Unreadable{Path: path, Diagnostics: []Complaint{}}
	for _, d := range list {
		file.Diagnostics = append(file.Diagnostics, Complaint{
			Line: d.Pos.Line, Column: d.Pos.Column, Severity: d.Severity.String(),
			Code: d.Code, Message: d.Message, Hint: report.Text(d.Hint),
		})
	}
	return file
}

// Lines returns each diagnostic in one line, as diag.Diagnostic writes it.
func (u *Unreadable) Lines() []string {
	lines := make([]string, len(u.Diagnostics))
	for i, c := range u.Diagnostics {
		severity := diag.Error
		if c.Severity == diag.Warning.String() {
			severity = diag.Warning
		}
		lines[i] = diag.Diagnostic{
			Severity: severity, Code: c.Code, File: u.Path, Pos: diag.Pos{Line: c.Line, Column: c.Column},
			Message: c.Message, Hint: string(c.Hint),
		}.String()
	}
	return lines
}
