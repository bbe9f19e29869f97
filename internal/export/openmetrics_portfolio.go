package export

import (
	"cmp"
	"io"
	"strconv"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// PortfolioOpenMetrics writes the figures of all services for a textfile collector, in one file: the same names and helps as of one
// assessment, since a collector puts its files together. The labels service, team, questionnaire and path tell services apart; one
// without a subject has its path for the service. The samples of a name stand together, so the services are read once for each, and
// no more than the labels is kept. An error is what the writer returned.
func PortfolioOpenMetrics(w io.Writer, doc *portfolio.Document) error {
	m := newMetrics(w)
	labels := m.serviceLabels(doc.Services)
	m.write(portfolioFamilies(doc)...)
	for _, f := range serviceFamilies() {
		begun, i := false, -1
		for service := range doc.Services.All() {
			i++
			f.each(&service, func(value *float64, own ...metricLabel) {
				if value == nil {
					return
				}
				if !begun {
					m.begin(&f.family)
					begun = true
				}
				m.sample(f.name, labels[i]+m.labels(own), *value)
			})
		}
	}
	return m.end()
}

// serviceLabels are the labels of each service as they are written. Two paths that look alike once controls are visible get a
// number: a reader would refuse equal labels.
func (m *metrics) serviceLabels(services *portfolio.Services) []string {
	list, seen := make([]string, 0, services.Len()), make(map[string]bool, services.Len())
	for s := range services.All() {
		path := s.Path
		labels := m.pairs(identityLabels(&s, path))
		for n := 2; seen[labels]; n++ {
			labels = m.pairs(identityLabels(&s, path+" ("+strconv.Itoa(n)+")"))
		}
		seen[labels] = true
		list = append(list, labels)
	}
	return list
}

func identityLabels(s *portfolio.Service, path string) []metricLabel {
	return []metricLabel{
		{"service", cmp.Or(string(s.Subject), path)}, {"team", string(s.Team)}, {"questionnaire", s.Questionnaire}, {"path", path},
	}
}

// portfolioFamilies count what was read.
func portfolioFamilies(doc *portfolio.Document) []family {
	services := family{name: "opsfit_portfolio_services", help: "Services that were read and met the conditions."}
	services.add(new(float64(doc.Summary.Services)))
	errors := family{name: "opsfit_portfolio_errors", help: "Files that could not be used."}
	errors.add(new(float64(len(doc.Errors))))
	return []family{services, errors}
}

// serviceFamily is a name with its samples of one service.
type serviceFamily struct {
	family
	each func(s *portfolio.Service, add func(*float64, ...metricLabel))
}

func serviceFamilies() []serviceFamily {
	families := []serviceFamily{
		{infoFamily(), addInfo},
		{dayFamily(), func(s *portfolio.Service, add func(*float64, ...metricLabel)) { add(startOfDay(s.Date)) }},
		{stateFamily(), func(s *portfolio.Service, add func(*float64, ...metricLabel)) {
			for _, word := range report.States() {
				add(isState(s.State, word), metricLabel{"state", string(word)})
			}
		}},
		{groupFamily(), func(s *portfolio.Service, add func(*float64, ...metricLabel)) {
			add(s.Throughput, metricLabel{"group", "throughput"})
			add(s.Stability, metricLabel{"group", "stability"})
		}},
		{
			family{name: "opsfit_unmet_critical", help: "Critical points of a checklist below their minimum or unknown."},
			func(s *portfolio.Service, add func(*float64, ...metricLabel)) { add(s.UnmetCritical) },
		},
		{countFamily(), func(s *portfolio.Service, add func(*float64, ...metricLabel)) {
			for severity, count := range s.OpenWarnings() {
				add(count, metricLabel{"severity", string(severity)}, metricLabel{"exempted", flagged(false)})
			}
		}},
	}
	for _, f := range overallFigures() {
		families = append(families, serviceFamily{f.family, func(s *portfolio.Service, add func(*float64, ...metricLabel)) {
			add(f.of(s), metricLabel{"axis", wholeAxis})
		}})
	}
	return families
}

// addInfo gives the words of a service; a word that its kind of verdict does not have is left out.
func addInfo(s *portfolio.Service, add func(*float64, ...metricLabel)) {
	labels := []metricLabel{{"questionnaire_version", s.QuestionnaireVersion}, {"date", string(s.Date)}, {"kind", string(s.Kind)}}
	for _, label := range []metricLabel{
		{"advice", string(s.Advice)},
		{"advice_without_limits", string(cmp.Or(s.Held, s.Advice))},
		{"confidence", string(s.Confidence)},
		{"practice_band", string(s.PracticeBand)},
		{"situation_band", string(s.SituationBand)},
		{"fit_word", string(s.FitWord)},
		{"state", string(s.State)},
		{"quadrant", string(s.Quadrant)},
	} {
		if label.value != "" {
			labels = append(labels, label)
		}
	}
	add(new(1.0), labels...)
}

// overallFigure is a figure of a whole service.
type overallFigure struct {
	family
	of func(*portfolio.Service) *float64
}

// overallFigures are those figures of an assessment that a portfolio keeps, in their order.
func overallFigures() []overallFigure {
	kept := map[string]func(*portfolio.Service) *float64{
		"practice":      func(s *portfolio.Service) *float64 { return s.Practice },
		"situation":     func(s *portfolio.Service) *float64 { return s.Situation },
		"coverage":      func(s *portfolio.Service) *float64 { return s.Coverage },
		"need_coverage": func(s *portfolio.Service) *float64 { return s.NeedCoverage },
		"fit":           func(s *portfolio.Service) *float64 { return s.Fit },
		"readiness":     func(s *portfolio.Service) *float64 { return s.Readiness },
		"weakest":       func(s *portfolio.Service) *float64 { return s.Weakest },
		"unmet":         func(s *portfolio.Service) *float64 { return s.Unmet },
		"shortfall":     func(s *portfolio.Service) *float64 { return s.Shortfall },
	}
	var list []overallFigure
	for _, f := range leaningFigures() {
		if of := kept[f.name]; of != nil {
			list = append(list, overallFigure{f.family(), of})
		}
	}
	return list
}
