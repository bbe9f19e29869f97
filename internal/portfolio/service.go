package portfolio

import (
	"iter"
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Service is one sheet or saved result: the figures of its verdict without their reasons. Figures that need a leaning
// are null for any other questionnaire, and so are those of a state of readiness.
type Service struct {
	Path    string      `json:"path"`
	Subject report.Text `json:"subject"`
	// PathParts is how many names at the end of the path tell the service from others with the same subject; 0 where no other
	// service of the portfolio has it.
	PathParts int         `json:"-"`
	Team      report.Text `json:"team"`
	// DependsOn are the subjects of the services that this one cannot work without.
	DependsOn     []string `json:"depends_on"`
	Questionnaire string   `json:"questionnaire"`
	// QuestionnaireVersion tells figures that changed with the questions from those that changed with the service.
	QuestionnaireVersion string      `json:"questionnaire_version"`
	Date                 report.Text `json:"date"`
	// Kind is what the verdict is about: leaning, quadrant or readiness. Services of different kinds are not compared.
	Kind          report.Text `json:"kind"`
	Practice      *float64    `json:"practice"`
	PracticeBand  report.Text `json:"practice_band"`
	Situation     *float64    `json:"situation"`
	SituationBand report.Text `json:"situation_band"`
	// Fit and FitWord are null where practice or situation is not scored, although the parts that are known fit to some degree.
	Fit       *float64    `json:"fit"`
	FitWord   report.Text `json:"fit_word"`
	Readiness *float64    `json:"readiness"`
	// Weakest is the lowest level among the readiness answers.
	Weakest *float64 `json:"weakest"`
	// Shortfall is the largest of the axes.
	Shortfall *float64    `json:"shortfall"`
	Advice    report.Text `json:"advice"`
	// Held is what the advice would be without limits; empty where they change nothing about it.
	Held report.Text `json:"held"`
	// State is ready, gaps or not_ready; empty for none, and for any other kind.
	State report.Text `json:"state"`
	// Unmet is how many points of a state of readiness are below their floor or unknown, UnmetCritical how many of them are critical.
	Unmet         *float64 `json:"unmet"`
	UnmetCritical *float64 `json:"unmet_critical"`
	// Quadrant, Throughput and Stability, 0..10, are those of outcomes; null for any other kind.
	Quadrant   report.Text `json:"quadrant"`
	Throughput *float64    `json:"throughput"`
	Stability  *float64    `json:"stability"`
	Confidence report.Text `json:"confidence"`
	Coverage   *float64    `json:"coverage"`
	// NeedCoverage is the answered share of the needs, 0..1.
	NeedCoverage *float64 `json:"need_coverage"`
	// Warnings and Recommendations are ids; recommendations are those for now.
	Warnings        []string `json:"warnings"`
	Recommendations []string `json:"recommendations"`
	// WarningsCritical to WarningsInfo count the warnings of a severity that no exemption covers; null for a questionnaire without
	// advice.
	WarningsCritical *float64 `json:"warnings_critical"`
	WarningsHigh     *float64 `json:"warnings_high"`
	WarningsMedium   *float64 `json:"warnings_medium"`
	WarningsInfo     *float64 `json:"warnings_info"`
	// Commitments counts what was promised; nil, and left out, where no file with commitments was named.
	Commitments *report.CommitmentCounts `json:"commitments,omitempty"`
}

// LineSchema names the form of a Line.
const LineSchema = "opsfit.service/v1"

// Line is one service as a line of its own. Lines of many runs are read as one table, so each says what it is.
type Line struct {
	Service

	Schema string `json:"schema"`
}

// OpenWarnings are the counts of warnings by severity, the worst first.
func (s *Service) OpenWarnings() iter.Seq2[questionnaire.Severity, *float64] {
	return func(yield func(questionnaire.Severity, *float64) bool) {
		for i, count := range s.warningCounts() {
			if !yield(questionnaire.Severities()[i], *count) {
				return
			}
		}
	}
}

// warningCounts returns the addresses of the counts, in the order of questionnaire.Severities.
func (s *Service) warningCounts() []**float64 {
	return []**float64{&s.WarningsCritical, &s.WarningsHigh, &s.WarningsMedium, &s.WarningsInfo}
}

// Name returns the subject of a service, with the end of its path if another one has that subject; the path alone if it has
// none.
func (s *Service) Name() string {
	switch {
	case s.Subject == "":
		return s.Path
	case s.PathParts > 0:
		return string(s.Subject) + " (" + lastParts(s.Path, s.PathParts) + ")"
	}
	return string(s.Subject)
}

// ServiceOf extracts the figures of a result for a portfolio.
func ServiceOf(path string, doc *report.Document) Service {
	service := Service{
		Path: path, Subject: doc.Subject, Team: doc.Team, Date: doc.Date,
		Questionnaire: doc.Questionnaire.ID, QuestionnaireVersion: doc.Questionnaire.Version,
		Kind:      report.Text(doc.Verdict.Kind()),
		DependsOn: append([]string{}, doc.DependsOn...),
		Warnings:  make([]string, 0, len(doc.Warnings)), Recommendations: make([]string, 0, len(doc.Recommendations)),
	}
	for i := range doc.Warnings {
		service.Warnings = append(service.Warnings, doc.Warnings[i].ID)
	}
	for i := range doc.Recommendations {
		if doc.Recommendations[i].IsNow() {
			service.Recommendations = append(service.Recommendations, doc.Recommendations[i].ID)
		}
	}
	service.countWarnings(doc)
	if doc.Commitments != nil {
		service.Commitments = &doc.Commitments.Summary
	}
	if verdict := doc.Verdict.Leaning; verdict != nil {
		service.setLeaning(verdict)
		service.Shortfall = doc.LargestShortfall()
	}
	if verdict := doc.Verdict.Readiness; verdict != nil {
		service.setState(verdict)
	}
	if verdict := doc.Verdict.Quadrant; verdict != nil {
		service.Quadrant, service.Throughput, service.Stability = verdict.Quadrant, verdict.Throughput.Value, verdict.Stability.Value
	}
	return service
}

// countWarnings takes a severity that no run writes for the least one, as every format does.
func (s *Service) countWarnings(doc *report.Document) {
	if !report.Advises(doc) {
		return
	}
	counts := s.warningCounts()
	for _, count := range counts {
		*count = new(0.0)
	}
	for i := range doc.Warnings {
		warning := &doc.Warnings[i]
		if warning.Exempted {
			continue
		}
		at := slices.Index(questionnaire.Severities(), questionnaire.Severity(warning.Severity))
		if at < 0 {
			at = len(counts) - 1
		}
		**counts[at]++
	}
}

// IsReview reports a service whose verdict is a state of readiness.
func (s *Service) IsReview() bool { return s.Kind == report.Text(questionnaire.ReadinessState) }

func (s *Service) setState(verdict *report.ReadinessVerdict) {
	critical := 0
	for _, unmet := range verdict.Readiness.Unmet {
		if unmet.Critical {
			critical++
		}
	}
	s.State, s.Readiness, s.Coverage, s.Shortfall = verdict.State, verdict.Readiness.Value, verdict.Coverage, verdict.Shortfall.Value
	s.Unmet, s.UnmetCritical = new(float64(len(verdict.Readiness.Unmet))), new(float64(critical))
	if verdict.Readiness.Weakest != nil {
		s.Weakest = &verdict.Readiness.Weakest.Level
	}
}

func (s *Service) setLeaning(verdict *report.Leaning) {
	s.Practice, s.PracticeBand = verdict.Practice.Value, verdict.Practice.Band
	s.Situation, s.SituationBand = verdict.Situation.Value, verdict.Situation.Band
	fit := verdict.ShownFit()
	s.Fit, s.FitWord = fit.Value, fit.Word
	s.Readiness, s.Coverage = verdict.Readiness.Value, verdict.Coverage
	s.Advice, s.Confidence = verdict.Advice, verdict.Confidence
	s.Held, s.NeedCoverage = verdict.HeldFrom(), verdict.Situation.Coverage
	if verdict.Readiness.Weakest != nil {
		s.Weakest = &verdict.Readiness.Weakest.Level
	}
}
