package comparison

import "github.com/opsfit/opsfit/internal/report"

// What things are told apart by.
func questionID(answer *report.Answer) string   { return answer.Question }
func axisID(axis *report.Axis) string           { return axis.ID }
func metricID(metric *report.Metric) string     { return metric.ID }
func warningID(warning *report.Warning) string  { return warning.ID }
func itemID(item *report.Recommendation) string { return item.ID }

// byID finds things by id. Of several with one id the first counts: no result has them, but a file may.
func byID[T any](list []T, id func(*T) string) map[string]*T {
	found := make(map[string]*T, len(list))
	for i := range list {
		if key := id(&list[i]); found[key] == nil {
			found[key] = &list[i]
		}
	}
	return found
}

// match is one thing before and after; nil on the side that does not have it.
type match[T any] struct {
	was, now *T
}

// matched pairs the things of two lists by id, in the order of the later list; what only the earlier one has comes last.
func matched[T any](before, after []T, id func(*T) string) []match[T] {
	was, now := byID(before, id), byID(after, id)
	var matches []match[T]
	for i := range after {
		if key := id(&after[i]); now[key] == &after[i] {
			matches = append(matches, match[T]{was[key], &after[i]})
		}
	}
	for i := range before {
		if key := id(&before[i]); was[key] == &before[i] && now[key] == nil {
			matches = append(matches, match[T]{was: &before[i]})
		}
	}
	return matches
}

// union returns each thing once that any of the results has, as the latest result has it, in the order of that result; what
// only earlier ones have comes last.
func union[T any](docs []*report.Document, list func(*report.Document) []T, id func(*T) string) []*T {
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
