package pages

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// serviceSurvey is what a page says of services beyond their list and their counts, gathered in one pass. It keeps few of
// them, however many there are.
type serviceSurvey struct {
	// named are the services that a summary names, by path.
	named map[string]portfolio.Service
	// few are the services with a place on the map, as long as they are few enough to be drawn one by one.
	few []portfolio.Service
	// names are those of the services by the bands of their situation and of their practice, from SysOps to DevOps.
	names [bandCount][bandCount][]string
	// advice, fits and states count the services by what their rows say.
	advice, fits, states map[string]int
	// offMap counts the services that lack one of the two, undated those without a date.
	offMap, undated int
	// lowest, shortest and oldest are the services at one end of a figure.
	lowest, shortest, oldest ranking
}

func surveyOf(doc *portfolio.Document) *serviceSurvey {
	s := &serviceSurvey{
		named: map[string]portfolio.Service{}, advice: map[string]int{}, fits: map[string]int{}, states: map[string]int{},
		lowest: ranking{
			title:   "Lowest fit",
			has:     func(s *portfolio.Service) bool { return s.Fit != nil },
			compare: func(a, b *portfolio.Service) int { return cmp.Compare(*a.Fit, *b.Fit) },
		},
		shortest: ranking{
			title:   "Largest shortfall",
			has:     func(s *portfolio.Service) bool { return s.Shortfall != nil && *s.Shortfall > 0 && !s.IsReview() },
			compare: func(a, b *portfolio.Service) int { return cmp.Compare(*b.Shortfall, *a.Shortfall) },
		},
		oldest: ranking{
			title:   "Oldest answers",
			has:     func(s *portfolio.Service) bool { return s.Date != "" },
			compare: func(a, b *portfolio.Service) int { return cmp.Compare(a.Date, b.Date) },
		},
	}
	wanted := map[string]bool{}
	for _, path := range doc.Summary.Worst {
		wanted[path] = true
	}
	for i := range doc.Groups {
		for _, path := range doc.Groups[i].Summary.Worst {
			wanted[path] = true
		}
	}
	for service := range doc.Services.All() {
		if wanted[service.Path] {
			s.named[service.Path] = service
		}
		s.add(service)
	}
	return s
}

func (s *serviceSurvey) add(service portfolio.Service) {
	if service.Date == "" {
		s.undated++
	}
	s.oldest.add(service)
	if service.IsReview() {
		s.states[report.StateWord(service.State)]++
		return
	}
	s.advice[report.AdviceWord(service.Advice)]++
	s.fits[fitInTable(&service)]++
	if service.Practice == nil || service.Situation == nil {
		s.offMap++
	} else {
		s.addToMap(&service)
	}
	s.lowest.add(service)
	s.shortest.add(service)
}

func (s *serviceSurvey) addToMap(service *portfolio.Service) {
	row, column := report.BandPlace(service.SituationBand), report.BandPlace(service.PracticeBand)
	if row < 0 || column < 0 {
		s.offMap++
		return
	}
	s.names[row][column] = append(s.names[row][column], said(service.Name()))
	if len(s.few) <= drawnOneByOne {
		s.few = append(s.few, *service)
	}
}

// services are those that a summary names, in its order.
func (s *serviceSurvey) services(summary *portfolio.Summary) []portfolio.Service {
	var list []portfolio.Service
	for _, path := range summary.Worst {
		if service, found := s.named[path]; found {
			list = append(list, service)
		}
	}
	return list
}

// rankedShown is how many services a ranking names, and how many a portfolio must have more than to need one.
const rankedShown = 10

// ranking is the services at one end of one figure, the first ten; ties go by path.
type ranking struct {
	title    string
	has      func(*portfolio.Service) bool
	compare  func(a, b *portfolio.Service) int
	services []portfolio.Service
}

func (r *ranking) add(service portfolio.Service) {
	if !r.has(&service) {
		return
	}
	place, _ := slices.BinarySearchFunc(r.services, service, func(a, b portfolio.Service) int {
		return cmp.Or(r.compare(&a, &b), strings.Compare(a.Path, b.Path))
	})
	if place < rankedShown {
		r.services = slices.Insert(r.services, place, service)
		r.services = r.services[:min(len(r.services), rankedShown)]
	}
}
