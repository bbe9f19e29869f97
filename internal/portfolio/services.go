package portfolio

import (
	"bytes"
	"encoding/json"
	"iter"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Services is a list of services in the order of a portfolio. Each takes a few hundred bytes, so that ten thousand need
// little more memory than one: figures and text numbers are stored in flat slices, and each text once.
type Services struct {
	texts  texts
	packed []packed
	// lists holds what services depend on, their warnings and their recommendations.
	lists []textNumber
}

// packed is a service without pointers except its path and its commitments.
type packed struct {
	path string
	// figures are NaN where the service has null.
	figures                [figureCount]float64
	texts                  [textCount]textNumber
	questionnaire, version textNumber
	// bounds are those of the lists in Services.lists: each one ends where the next begins.
	bounds    [listCount + 1]int
	pathParts int
	// commitments is nil for most.
	commitments *report.CommitmentCounts
}

// The figures of a service.
const (
	practiceFigure = iota
	situationFigure
	fitFigure
	readinessFigure
	weakestFigure
	shortfallFigure
	coverageFigure
	needCoverageFigure
	unmetFigure
	unmetCriticalFigure
	throughputFigure
	stabilityFigure
	criticalFigure
	highFigure
	mediumFigure
	infoFigure
	figureCount
)

// The texts of a service.
const (
	subjectText = iota
	teamText
	dateText
	practiceBandText
	situationBandText
	fitWordText
	adviceText
	heldText
	confidenceText
	kindText
	stateText
	quadrantText
	textCount
)

// The lists of a service.
const (
	dependsOnList = iota
	warningsList
	recommendationsList
	listCount
)

// Len returns the number of services.
func (s *Services) Len() int { return len(s.packed) }

// All yields every service. Its figures belong to the list and must not be changed.
func (s *Services) All() iter.Seq[Service] {
	return func(yield func(Service) bool) {
		for i := range s.packed {
			if !yield(s.unpackService(&s.packed[i])) {
				return
			}
		}
	}
}

// MarshalJSON writes the services as an array, which it holds in memory; formats for thousands of services write one
// after the other instead.
func (s *Services) MarshalJSON() ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(slices.AppendSeq([]Service{}, s.All()))
	return text.Bytes(), err
}

func (s *Services) addService(service *Service) {
	p := packed{path: service.Path, commitments: service.Commitments}
	p.questionnaire, p.version = s.texts.numberOf(service.Questionnaire), s.texts.numberOf(service.QuestionnaireVersion)
	for i, figure := range service.figurePointers() {
		p.figures[i] = orNaN(*figure)
	}
	for i, text := range service.textPointers() {
		p.texts[i] = s.texts.numberOf(string(*text))
	}
	p.bounds[0] = len(s.lists)
	for i, list := range service.listPointers() {
		for _, text := range *list {
			s.lists = append(s.lists, s.texts.numberOf(text))
		}
		p.bounds[i+1] = len(s.lists)
	}
	s.packed = append(s.packed, p)
}

func (s *Services) unpackService(p *packed) Service {
	service := Service{
		Path: p.path, PathParts: p.pathParts, Commitments: p.commitments,
		Questionnaire: s.texts.textOf(p.questionnaire), QuestionnaireVersion: s.texts.textOf(p.version),
	}
	for i, figure := range service.figurePointers() {
		*figure = p.figureOf(i)
	}
	for i, text := range service.textPointers() {
		*text = report.Text(s.texts.textOf(p.texts[i]))
	}
	for i, list := range service.listPointers() {
		*list = s.listOf(p, i)
	}
	return service
}

// figurePointers returns the addresses of the figures of a service.
func (s *Service) figurePointers() [figureCount]**float64 {
	return [...]**float64{
		practiceFigure: &s.Practice, situationFigure: &s.Situation, fitFigure: &s.Fit,
		readinessFigure: &s.Readiness, weakestFigure: &s.Weakest, shortfallFigure: &s.Shortfall,
		coverageFigure: &s.Coverage, needCoverageFigure: &s.NeedCoverage,
		unmetFigure: &s.Unmet, unmetCriticalFigure: &s.UnmetCritical,
		throughputFigure: &s.Throughput, stabilityFigure: &s.Stability,
		criticalFigure: &s.WarningsCritical, highFigure: &s.WarningsHigh, mediumFigure: &s.WarningsMedium, infoFigure: &s.WarningsInfo,
	}
}

// textPointers returns the addresses of the texts of a service.
func (s *Service) textPointers() [textCount]*report.Text {
	return [...]*report.Text{
		subjectText: &s.Subject, teamText: &s.Team, dateText: &s.Date, practiceBandText: &s.PracticeBand,
		situationBandText: &s.SituationBand, fitWordText: &s.FitWord, adviceText: &s.Advice, heldText: &s.Held,
		confidenceText: &s.Confidence, kindText: &s.Kind, stateText: &s.State, quadrantText: &s.Quadrant,
	}
}

// listPointers returns the addresses of the lists of a service.
func (s *Service) listPointers() [listCount]*[]string {
	return [...]*[]string{dependsOnList: &s.DependsOn, warningsList: &s.Warnings, recommendationsList: &s.Recommendations}
}

func (s *Services) listOf(p *packed, which int) []string {
	list := []string{}
	for _, number := range s.lists[p.bounds[which]:p.bounds[which+1]] {
		list = append(list, s.texts.textOf(number))
	}
	return list
}

// serviceName is Service.Name.
func (s *Services) serviceName(p *packed) string {
	named := Service{Path: p.path, Subject: report.Text(s.texts.textOf(p.texts[subjectText])), PathParts: p.pathParts}
	return named.Name()
}

func (p *packed) figureOf(i int) *float64 {
	if math.IsNaN(p.figures[i]) {
		return nil
	}
	return &p.figures[i]
}

func orNaN(value *float64) float64 {
	if value == nil {
		return math.NaN()
	}
	return *value
}
