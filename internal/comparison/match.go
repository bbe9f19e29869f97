package comparison

import "github.com/opsfit/opsfit/internal/report"

// Functions that return the id of a thing.
func questionID(answer *report.Answer) string   { return answer.Question }
func axisID(axis *report.Axis) string           { return axis.ID }
func metricID(metric *report.Metric) string     { return metric.ID }
func warningID(warning *report.Warning) string  { return warning.ID }
func itemID(item *report.Recommendation) string { return item.ID }

// byID maps ids to things. Of several with one id the first counts: only a broken file has them.
func byID[T any](list []T, id func(*T) string) map[string]*T {
	found := make(map[string]*T, len(list))
	for i := range list {
		if key := id(&list[i]); found[key] == nil {
			found[key] = &list[i]
		}
	}
	return found
}

// pair is a thing before and after; nil on the side that does not have it.
type pair[T any] struct {
	was, now *T
}

// matchByID pairs the things of two lists by id, in the order of the later list, then those that only the earlier one
// has.
func matchByID[T any](before, after []T, id func(*T) string) []pair[T] {
	was, now := byID(before, id), byID(after, id)
	var matches []pair[T]
	for i := range after {
		if key := id(&after[i]); now[key] == &after[i] {
			matches = append(matches, pair[T]{was[key], &after[i]})
		}
	}
	for i := range before {
		if key := id(&before[i]); was[key] == &before[i] && now[key] == nil {
			matches = append(matches, pair[T]{was: &before[i]})
		}
	}
	return matches
}

// unionByID returns each thing of any of the results once, as the latest result has it and in its order, then those
// that only earlier ones have.
func unionByID[T any](docs []*report.Document, list func(*report.Document) []T, id func(*T) string) []*T {
	var things []*T
	seen := map[string]bool{}
	for i := range docs {
		own := list(docs[len(docs)-1-i])
		for j := range own {
			if key := id(&own[j]); !seen[key] {
				seen[key] = true
				things = append(things, &own[j])
			}
		}
	}
	return things
}
