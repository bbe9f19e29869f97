package pages

import (
	"cmp"
	"math"
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
	// fields are the small fields of the map that hold a service, by their place upwards and across.
	fields map[[2]int]*mapField
	// bands counts the services by the bands of their situation and of their practice, from SysOps to DevOps.
	bands [bandCount][bandCount]int
	// offMap counts the services that lack one of the two, undated those without a date.
	offMap, undated int
	// lowest, shortest and oldest are the services at one end of a figure.
	lowest, shortest, oldest ranking
}

func surveyOf(doc *portfolio.Document) *serviceSurvey {
	s := &serviceSurvey{
		named: map[string]portfolio.Service{}, fields: map[[2]int]*mapField{},
		lowest: ranking{
			title:   "Lowest fit",
			has:     func(s *portfolio.Service) bool { return s.Fit != nil },
			compare: func(a, b *portfolio.Service) int { return cmp.Compare(*a.Fit, *b.Fit) },
		},
		shortest: ranking{
			title:   "Largest shortfall",
			has:     func(s *portfolio.Service) bool { return s.Shortfall != nil && *s.Shortfall > 0 },
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
	if service.Practice == nil || service.Situation == nil {
		s.offMap++
	} else {
		s.addToMap(&service)
	}
	s.lowest.add(service)
	s.shortest.add(service)
	s.oldest.add(service)
}

func (s *serviceSurvey) addToMap(service *portfolio.Service) {
	row, column := report.BandPlace(service.SituationBand), report.BandPlace(service.PracticeBand)
	if row >= 0 && column >= 0 {
		s.bands[row][column]++
	}
	at := [2]int{fieldOf(*service.Situation), fieldOf(*service.Practice)}
	if s.fields[at] == nil {
		s.fields[at] = &mapField{practice: *service.Practice, situation: *service.Situation}
	}
	s.fields[at].add(service)
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

// fieldsAcross is into how many fields each side of the map is cut: 20 make them a tenth wide, half of what parts two
// services that anybody would call different.
const fieldsAcross = 20

// fieldOf is the number of the field that a value from -1 to +1 lies in.
func fieldOf(value float64) int {
	return min(max(int(math.Floor((value+1)/2*fieldsAcross)), 0), fieldsAcross-1)
}

func middleOf(field int) float64 { return (float64(field)+0.5)/fieldsAcross*2 - 1 }

// fieldNames is how many services of a field are named.
const fieldNames = 5

// mapField is a small field of the map with the services in it, so that services that lie over each other are counted.
type mapField struct {
	// practice and situation are those of the first service.
	practice, situation float64
	count               int
	// names are those of the first services in the order of the portfolio.
	names []string
}

func (f *mapField) add(service *portfolio.Service) {
	f.count++
	if len(f.names) < fieldNames {
		f.names = append(f.names, service.Name())
	}
}
