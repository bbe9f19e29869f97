package export

import (
	"cmp"
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/portfolio"
)

// servicesCSV writes one row a service under a row of names, as RFC 4180 has it. Figures have all their digits, what is null
// is empty, and lists are separated by blanks.
type servicesCSV struct {
	rows  *table
	named bool
}

// PortfolioCSV begins a table of services; what a portfolio says beside them is left out.
func PortfolioCSV(w io.Writer, _ portfolio.Header) ServiceWriter {
	return &servicesCSV{rows: newTable(w)}
}

// PortfolioMarkedCSV is PortfolioCSV with a mark by which Excel knows UTF-8.
func PortfolioMarkedCSV(w io.Writer, _ portfolio.Header) ServiceWriter {
	return &servicesCSV{rows: newMarkedTable(w)}
}

// Write implements ServiceWriter.
func (s *servicesCSV) Write(service *portfolio.Service) error {
	s.writeNames()
	s.rows.writeRow(serviceRow(service))
	return s.rows.flush()
}

// End implements ServiceWriter: it writes the names of the columns where there was no row.
func (s *servicesCSV) End(*portfolio.Totals) error {
	s.writeNames()
	return s.rows.flush()
}

func (s *servicesCSV) writeNames() {
	if !s.named {
		s.named = true
		s.rows.writeNames(serviceColumns())
	}
}

func serviceColumns() []string {
	return []string{
		"path", "subject", "team", "depends_on", "questionnaire", "date", "practice", "practice_band", "situation", "situation_band",
		"fit", "fit_word", "readiness", "weakest", "shortfall", "advice", "advice_without_limits", "confidence", "coverage", "need_coverage",
		"warnings", "recommendations", "kind", "state", "unmet", "unmet_critical", "quadrant", "throughput", "stability",
		"warnings_critical", "warnings_high", "warnings_medium", "warnings_info", "questionnaire_version",
	}
}

func serviceRow(s *portfolio.Service) []csvCell {
	return []csvCell{
		textCell(s.Path), textCell(s.Subject), textCell(s.Team), textCell(strings.Join(s.DependsOn, " ")),
		textCell(s.Questionnaire), textCell(s.Date),
		numberCell(s.Practice), textCell(s.PracticeBand), numberCell(s.Situation), textCell(s.SituationBand),
		numberCell(s.Fit), textCell(s.FitWord), numberCell(s.Readiness), numberCell(s.Weakest), numberCell(s.Shortfall),
		textCell(s.Advice), textCell(cmp.Or(s.Held, s.Advice)), textCell(s.Confidence), numberCell(s.Coverage), numberCell(s.NeedCoverage),
		textCell(strings.Join(s.Warnings, " ")), textCell(strings.Join(s.Recommendations, " ")),
		textCell(s.Kind), textCell(s.State), numberCell(s.Unmet), numberCell(s.UnmetCritical),
		textCell(s.Quadrant), numberCell(s.Throughput), numberCell(s.Stability),
		numberCell(s.WarningsCritical), numberCell(s.WarningsHigh), numberCell(s.WarningsMedium), numberCell(s.WarningsInfo),
		textCell(s.QuestionnaireVersion),
	}
}
