package portfolio

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// rankedShown is how many services a ranking names, and how many a portfolio must have more than to need one.
const rankedShown = 10

// Ranking names the services at one end of one figure, for a document whose list of all services has another order.
type Ranking struct {
	// ID is unique among the rankings of a portfolio.
	ID, Title string
	// Services are the first ones, at most ten; ties go by path.
	Services []*Service
}

// Rankings are the lowest fit, the largest shortfall and the oldest answers. A short portfolio has none: all of its
// services can be seen at once.
func (p *Document) Rankings() []Ranking {
	if len(p.Services) <= rankedShown {
		return nil
	}
	lists := []Ranking{
		{"lowest-fit", "Lowest fit", p.first(
			func(s *Service) bool { return s.Fit != nil },
			func(a, b *Service) int { return cmp.Compare(*a.Fit, *b.Fit) })},
		{"largest-shortfall", "Largest shortfall", p.first(
			func(s *Service) bool { return s.Shortfall != nil && *s.Shortfall > 0 },
			func(a, b *Service) int { return cmp.Compare(*b.Shortfall, *a.Shortfall) })},
		{"oldest-answers", "Oldest answers", p.first(
			func(s *Service) bool { return s.Date != "" },
			func(a, b *Service) int { return cmp.Compare(a.Date, b.Date) })},
	}
	return slices.DeleteFunc(lists, func(list Ranking) bool { return len(list.Services) == 0 })
}

func (p *Document) first(has func(*Service) bool, order func(a, b *Service) int) []*Service {
	var list []*Service
	for i := range p.Services {
		if has(&p.Services[i]) {
			list = append(list, &p.Services[i])
		}
	}
	slices.SortFunc(list, func(a, b *Service) int { return cmp.Or(order(a, b), cmp.Compare(a.Path, b.Path)) })
	return list[:min(len(list), rankedShown)]
}

// fieldsAcross is into how many fields each side of the map is cut: 20 make them a tenth wide, half of what parts two
// services that anybody would call different.
const fieldsAcross = 20

// MapField is a small field of the map with the services in it, so that services that lie over each other are counted.
type MapField struct {
	// Practice and Situation are those of the service where there is one, of the middle of the field where there are more.
	Practice, Situation float64
	// Services are never empty, in the order of the portfolio.
	Services []*Service
}

// MapFields lists the fields of the map that hold a service, by situation and then by practice. A service without one of the
// two figures is in none.
func (p *Document) MapFields() []MapField {
	fields := map[[2]int][]*Service{}
	for i := range p.Services {
		s := &p.Services[i]
		if s.Practice != nil && s.Situation != nil {
			at := [2]int{fieldOf(*s.Situation), fieldOf(*s.Practice)}
			fields[at] = append(fields[at], s)
		}
	}
	list := make([]MapField, 0, len(fields))
	for at, services := range fields {
		field := MapField{Practice: middleOf(at[1]), Situation: middleOf(at[0]), Services: services}
		if len(services) == 1 {
			field.Practice, field.Situation = *services[0].Practice, *services[0].Situation
		}
		list = append(list, field)
	}
	slices.SortFunc(list, func(a, b MapField) int {
		return cmp.Or(cmp.Compare(a.Situation, b.Situation), cmp.Compare(a.Practice, b.Practice))
	})
	return list
}

func fieldOf(value float64) int {
	return min(max(int(math.Floor((value+1)/2*fieldsAcross)), 0), fieldsAcross-1)
}

func middleOf(field int) float64 { return (float64(field)+0.5)/fieldsAcross*2 - 1 }

// fieldNames is how many services of a field are named.
const fieldNames = 5

// Words says which services a field holds, and for a single one where it is.
func (f *MapField) Words() string {
	if len(f.Services) == 1 {
		s := f.Services[0]
		return fmt.Sprintf("%s: practice %s, situation %s", s.Name(), report.Signed(s.Practice), report.Signed(s.Situation))
	}
	var names []string
	for _, s := range f.Services[:min(len(f.Services), fieldNames)] {
		names = append(names, s.Name())
	}
	if left := len(f.Services) - fieldNames; left > 0 {
		names = append(names, fmt.Sprintf("%d more", left))
	}
	return fmt.Sprintf("%s: %s", english.Count(len(f.Services), "service"), english.List(names))
}

// offMap says how many services have no place on the map; empty where all have one.
func (p *Document) offMap() string {
	missing := 0
	for i := range p.Services {
		if p.Services[i].Practice == nil || p.Services[i].Situation == nil {
			missing++
		}
	}
	if missing == 0 {
		return ""
	}
	return "Not on the map: " + english.Count(missing, "service") + " without a value for practice or for the situation."
}
