package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/portfolio"
)

// ServiceTable writes one row a service under a row of names, as RFC 4180 has it. Figures have all their digits, what is
// null is empty, and lists are separated by blanks. Errors are those of the writer.
type ServiceTable struct {
	rows  *csv.Writer
	named bool
}

// NewServiceTable returns a table to which nothing is written yet.
func NewServiceTable(w io.Writer) *ServiceTable { return &ServiceTable{rows: csv.NewWriter(w)} }

// Row writes one service.
func (t *ServiceTable) Row(service *portfolio.Service) error {
	t.names()
	_ = t.rows.Write(serviceRow(service))
	return t.written()
}

// End writes the names of the columns where there was no row.
func (t *ServiceTable) End() error {
	t.names()
	return t.written()
}

// names leaves a failure in the writer until written.
func (t *ServiceTable) names() {
	if !t.named {
		t.named = true
		_ = t.rows.Write(serviceColumns())
	}
}

func (t *ServiceTable) written() error {
	t.rows.Flush()
	return t.rows.Error()
}

func serviceColumns() []string {
	return []string{
		"path", "subject", "team", "depends_on", "questionnaire", "date", "practice", "practice_band", "situation", "situation_band",
		"fit", "fit_word", "readiness", "shortfall", "advice", "confidence", "coverage", "warnings", "recommendations",
	}
}

func serviceRow(s *portfolio.Service) []string {
	return []string{
		cell(s.Path), cell(string(s.Subject)), cell(string(s.Team)), cell(strings.Join(s.DependsOn, " ")),
		cell(s.Questionnaire), cell(string(s.Date)),
		exact(s.Practice), cell(string(s.PracticeBand)), exact(s.Situation), cell(string(s.SituationBand)),
		exact(s.Fit), cell(string(s.FitWord)), exact(s.Readiness), exact(s.Shortfall),
		cell(string(s.Advice)), cell(string(s.Confidence)), exact(s.Coverage),
		cell(strings.Join(s.Warnings, " ")), cell(strings.Join(s.Recommendations, " ")),
	}
}

// cell makes a text safe for a spreadsheet: controls are visible, and a text that a spreadsheet would take for a formula
// begins with an apostrophe, as OWASP advises against CSV injection.
func cell(text string) string {
	text = diag.Visible(text)
	if text != "" && strings.ContainsRune("=+-@|%", rune(text[0])) {
		return "'" + text
	}
	return text
}

// exact writes a number with the digits that give it back; nothing for nil.
func exact(value *float64) string {
	if value == nil {
		return ""
	}
	return strconv.FormatFloat(*value, 'g', -1, 64)
}
