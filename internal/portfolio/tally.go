package portfolio

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/score"
)

// worstOfEach is how many services the summary names for each of the two ways to be worst: nobody reads more.
const worstOfEach = 5

// notScored counts the services that have no advice, or no word for their fit.
const notScored = "not_scored"

// tally counts services in any order and keeps only counts and the few worst ones, so that its size does not grow with
// the number of services.
type tally struct {
	services                                         int
	advice, words, states, warnings, recommendations map[string]int
	// lowest have the lowest fit, shortest the largest shortfall, unready are not ready or have gaps; most pressing first.
	lowest, shortest, unready []pressing
}

// pressing is one of the worst services, with a value that is lowest for the most pressing.
type pressing struct {
	path  string
	value float64
}

// newTally returns an empty tally.
func newTally() *tally {
	return &tally{
		advice: map[string]int{}, words: map[string]int{}, states: map[string]int{},
		warnings: map[string]int{}, recommendations: map[string]int{},
	}
}

// addService counts one service.
func (t *tally) addService(service *Service) {
	t.services++
	if service.IsReview() {
		t.addReview(service)
	} else {
		t.addFit(service)
	}
	for _, id := range service.Warnings {
		t.warnings[id]++
	}
	for _, id := range service.Recommendations {
		t.recommendations[id]++
	}
}

// addReview counts a service whose verdict is a state of readiness.
func (t *tally) addReview(service *Service) {
	t.states[cmp.Or(string(service.State), notScored)]++
	if service.State != "" && score.State(service.State) != score.Ready {
		t.unready = insertWorst(t.unready, service, pressure(service))
	}
}

// pressure is the lower the more pressing a service is that is not ready: its state counts before its critical points, and these
// before the others.
func pressure(service *Service) float64 {
	const many = 1000 // more than a questionnaire has points
	value := -many*(*service.UnmetCritical) - *service.Unmet
	if score.State(service.State) == score.NotReady {
		value -= many * many
	}
	return value
}

// addFit counts any other service.
func (t *tally) addFit(service *Service) {
	t.advice[cmp.Or(string(service.Advice), notScored)]++
	t.words[cmp.Or(string(service.FitWord), notScored)]++
	if service.Fit != nil {
		t.lowest = insertWorst(t.lowest, service, *service.Fit)
	}
	if service.Shortfall != nil && *service.Shortfall > 0 {
		t.shortest = insertWorst(t.shortest, service, -*service.Shortfall)
	}
}

// insertWorst inserts a service into the sorted list of the lowest values and drops the excess. Ties go by path.
func insertWorst(list []pressing, service *Service, value float64) []pressing {
	candidate := pressing{path: service.Path, value: value}
	place, _ := slices.BinarySearchFunc(list, candidate, func(a, b pressing) int {
		return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.path, b.path))
	})
	list = slices.Insert(list, place, candidate)
	return list[:min(len(list), worstOfEach)]
}

// buildSummary returns the counts.
func (t *tally) buildSummary() Summary {
	return Summary{
		Services: t.services, ByAdvice: t.advice, ByFitWord: t.words, ByState: t.states, Warnings: t.warnings, Recommendations: t.recommendations,
		Worst: pathsOf(t.unready, t.lowest, t.shortest),
	}
}

// pathsOf returns the services of several lists, each once.
func pathsOf(lists ...[]pressing) []string {
	paths := []string{}
	for _, service := range slices.Concat(lists...) {
		if !slices.Contains(paths, service.path) {
			paths = append(paths, service.path)
		}
	}
	return paths
}
