package portfolio

import (
	"bytes"
	"encoding/json"
	"iter"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Services is a list of services in the order of a portfolio. It takes a few hundred bytes for each, so that ten thousand do not
// need much more memory than one: figures and numbers of texts stand one behind the other, and each text is kept once.
type Services struct {
	texts  texts
	packed []packed
	// lists holds what services depend on, their warnings and their recommendations.
	lists []textNumber
}

// packed is a service without pointers but its path.
type packed struct {
	path string
	// figures are NaN where the service has null.
	figures       [figureCount]float64
	texts         [textCount]textNumber
	questionnaire textNumber
	// bounds are those of the lists in Services.lists: each one ends where the next begins.
	bounds [listCount + 1]int
	shared bool
}

// The figures of a service.
const (
	practiceFigure = iota
	situationFigure
	fitFigure
	readinessFigure
	shortfallFigure
	coverageFigure
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
	confidenceText
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
			if !yield(s.unpack(&s.packed[i])) {
				return
			}
		}
	}
}

// MarshalJSON writes the services as an array. It holds them all as one text: formats for thousands of services write one after
// the other.
func (s *Services) MarshalJSON() ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(slices.AppendSeq([]Service{}, s.All()))
	return text.Bytes(), err
}

func (s *Services) add(service *Service) {
	p := packed{path: service.Path, questionnaire: s.texts.number(service.Questionnaire)}
	for i, figure := range service.figures() {
		p.figures[i] = orNaN(*figure)
	}
	for i, text := range service.texts() {
		p.texts[i] = s.texts.number(string(*text))
	}
	p.bounds[0] = len(s.lists)
	for i, list := range service.lists() {
		for _, text := range *list {
			s.lists = append(s.lists, s.texts.number(text))
		}
		p.bounds[i+1] = len(s.lists)
	}
	s.packed = append(s.packed, p)
}

func (s *Services) unpack(p *packed) Service {
	service := Service{Path: p.path, Shared: p.shared, Questionnaire: s.texts.text(p.questionnaire)}
	for i, figure := range service.figures() {
		*figure = p.figure(i)
	}
	for i, text := range service.texts() {
		*text = report.Text(s.texts.text(p.texts[i]))
	}
	for i, list := range service.lists() {
		*list = s.list(p, i)
	}
	return service
}

// figures are the places of the figures of a service.
func (s *Service) figures() [figureCount]**float64 {
	return [...]**float64{
		practiceFigure: &s.Practice, situationFigure: &s.Situation, fitFigure: &s.Fit,
		readinessFigure: &s.Readiness, shortfallFigure: &s.Shortfall, coverageFigure: &s.Coverage,
	}
}

// texts are the places of the texts of a service.
func (s *Service) texts() [textCount]*report.Text {
	return [...]*report.Text{
		subjectText: &s.Subject, teamText: &s.Team, dateText: &s.Date, practiceBandText: &s.PracticeBand,
		situationBandText: &s.SituationBand, fitWordText: &s.FitWord, adviceText: &s.Advice, confidenceText: &s.Confidence,
	}
}

// lists are the places of the lists of a service.
func (s *Service) lists() [listCount]*[]string {
	return [...]*[]string{dependsOnList: &s.DependsOn, warningsList: &s.Warnings, recommendationsList: &s.Recommendations}
}

func (s *Services) list(p *packed, which int) []string {
	list := []string{}
	for _, number := range s.lists[p.bounds[which]:p.bounds[which+1]] {
		list = append(list, s.texts.text(number))
	}
	return list
}

// name is Service.Name.
func (s *Services) name(p *packed) string {
	named := Service{Path: p.path, Subject: report.Text(s.texts.text(p.texts[subjectText])), Shared: p.shared}
	return named.Name()
}

// markShared marks the services whose subject does not tell them apart.
func (s *Services) markShared() {
	count := make([]int, s.texts.count())
	for i := range s.packed {
		count[s.packed[i].texts[subjectText]]++
	}
	for i := range s.packed {
		p := &s.packed[i]
		p.shared = p.texts[subjectText] != noText && count[p.texts[subjectText]] > 1
	}
}

func (p *packed) figure(i int) *float64 {
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
