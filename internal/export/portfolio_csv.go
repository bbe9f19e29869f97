package export

import (
	"cmp"
	"encoding/csv"
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/portfolio"
)

// servicesCSV writes one row a service under a row of names, as RFC 4180 has it. Figures have all their digits, what is null
// is empty, and lists are separated by blanks.
type servicesCSV struct {
	rows  *csv.Writer
	named bool
}

// PortfolioCSV begins a table of services; what a portfolio says beside them is left out.
func PortfolioCSV(w io.Writer, _ portfolio.Header) ServiceWriter {
	return &servicesCSV{rows: csv.NewWriter(w)}
}

// Write implements ServiceWriter.
func (s *servicesCSV) Write(service *portfolio.Service) error {
	s.writeNames()
	_ = s.rows.Write(serviceRow(service))
	return s.flush()
}

// End implements ServiceWriter: it writes the names of the columns where there was no row.
func (s *servicesCSV) End(*portfolio.Totals) error {
	s.writeNames()
	return s.flush()
}

// writeNames leaves a failure in the writer until flush.
func (s *servicesCSV) writeNames() {
	if !s.named {
		s.named = true
		_ = s.rows.Write(serviceColumns())
	}
}

func (s *servicesCSV) flush() error {
	s.rows.Flush()
	return s.rows.Error()
}

func serviceColumns() []string {
	return []string{
		"path", "subject", "team", "depends_on", "questionnaire", "date", "practice", "practice_band", "situation", "situation_band",
		"fit", "fit_word", "readiness", "weakest", "shortfall", "advice", "advice_without_limits", "confidence", "coverage", "need_coverage",
		"warnings", "recommendations", "kind", "state", "unmet", "unmet_critical",
	}
}

func serviceRow(s *portfolio.Service) []string {
	return []string{
		cell(s.Path), cell(string(s.Subject)), cell(string(s.Team)), cell(strings.Join(s.DependsOn, " ")),
		cell(s.Questionnaire), cell(string(s.Date)),
		exact(s.Practice), cell(string(s.PracticeBand)), exact(s.Situation), cell(string(s.SituationBand)),
		exact(s.Fit), cell(string(s.FitWord)), exact(s.Readiness), exact(s.Weakest), exact(s.Shortfall),
		cell(string(s.Advice)), cell(string(cmp.Or(s.Held, s.Advice))), cell(string(s.Confidence)), exact(s.Coverage), exact(s.NeedCoverage),
		cell(strings.Join(s.Warnings, " ")), cell(strings.Join(s.Recommendations, " ")),
		cell(string(s.Kind)), cell(string(s.State)), exact(s.Unmet), exact(s.UnmetCritical),
	}
}
