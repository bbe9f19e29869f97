package wire

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// PortfolioCSV writes one row a service under a row of names, as RFC 4180 has it. Figures have all their digits, what is
// null is empty, and lists are separated by blanks. An error is one of the writer.
func PortfolioCSV(w io.Writer, portfolio *report.Portfolio) error {
	rows := csv.NewWriter(w)
	// Failures stay in the writer until Error.
	_ = rows.Write(serviceColumns())
	for i := range portfolio.Services {
		_ = rows.Write(serviceRow(&portfolio.Services[i]))
	}
	rows.Flush()
	return rows.Error()
}

func serviceColumns() []string {
	return []string{
		"path", "subject", "team", "depends_on", "questionnaire", "date", "practice", "practice_band", "situation", "situation_band",
		"fit", "fit_word", "readiness", "shortfall", "advice", "confidence", "coverage", "warnings", "recommendations",
	}
}

func serviceRow(s *report.Service) []string {
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
