package delivery

import (
	"context"
	"slices"
)

// Deployment is one row about a service in production. Its texts are valid until the next row is read.
type Deployment struct {
	// At is when it was done, in seconds since 1970.
	At int64
	// Service is a number for its name; 0 where the file has no services.
	Service int
	// Commit and ID are as the file has them; empty for none.
	Commit, ID []byte
	// Failed: it ran in production and needed repair, as its outcome says. Rework: it repaired something, as its kind says.
	Failed, Rework bool
}

// ServiceNumbers gives each name of a service a number from 1 on, the same in several files. The zero value is ready for use.
type ServiceNumbers struct {
	numbers map[string]int
}

func (s *ServiceNumbers) numberOf(word string) int {
	if s.numbers == nil {
		s.numbers = map[string]int{}
	}
	if _, known := s.numbers[word]; !known {
		s.numbers[word] = len(s.numbers) + 1
	}
	return s.numbers[word]
}

// deploymentReader reads rows as deployments.
type deploymentReader struct {
	*reader

	production []string
	outcomes   map[string]outcome
	rework     []string
	numbers    *ServiceNumbers
	each       func(*Deployment)
	// found is handed on again and again.
	found Deployment
}

type outcome int

const (
	succeeded outcome = iota
	failed
	notDeployed
)

// ReadDeployments hands on each deployment of the services and environments that count, in the order of the file. progress may be
// nil. An error is about the whole file.
func ReadDeployments(
	ctx context.Context, e *Export, numbers *ServiceNumbers, progress func(rows int), each func(*Deployment),
) (Summary, error) {
	d := &deploymentReader{
		reader: newReader(e, OfDeployments, progress), production: wordsOf(e.Words.Production, usualProduction()),
		rework: wordsOf(e.Words.Rework, usualRework()), outcomes: outcomesOf(&e.Words), numbers: numbers, each: each,
	}
	d.accept = d.take
	return d.read(ctx)
}

// outcomesOf are the words for outcomes. One that is given for something takes the place of its usual meaning.
func outcomesOf(words *Words) map[string]outcome {
	meaning := map[string]outcome{}
	for _, list := range []struct {
		is           outcome
		given, usual []string
	}{
		{succeeded, words.Succeeded, usualSuccess()},
		{failed, words.Failed, usualFailure()},
		{notDeployed, words.NotDeployed, usualNotDeployed()},
	} {
		for _, word := range wordsOf(nil, list.usual) {
			if len(list.given) == 0 {
				meaning[word] = list.is
			}
		}
	}
	for is, given := range [][]string{words.Succeeded, words.Failed, words.NotDeployed} {
		for _, word := range wordsOf(given, nil) {
			meaning[word] = outcome(is)
		}
	}
	return meaning
}

// take checks a row and hands it on.
func (d *deploymentReader) take() {
	cells := &d.row.cells
	if !d.wantsService() {
		return
	}
	switch environment := cells[environmentField].text; {
	case len(environment) == 0 && d.has(environmentField):
		d.refuse(environmentField, reasonNoPlace)
		return
	case len(environment) > 0 && !slices.Contains(d.production, d.word(environment)):
		d.summary.PassedOver.Environments++
		return
	}
	result := succeeded
	if word := cells[outcomeField].text; len(word) > 0 {
		var known bool
		if result, known = d.outcomes[d.word(word)]; !known {
			d.refuse(outcomeField, reasonOutcome)
			return
		}
	}
	if result == notDeployed {
		d.summary.PassedOver.NotDeployed++
		return
	}
	at, ok := d.timeOf(timeField)
	if !ok || !d.areShort(commitField, idField) {
		return
	}
	d.summary.Used++
	kind := cells[kindField].text
	d.found = Deployment{
		At: at, Service: d.serviceNumber(d.numbers), Commit: cells[commitField].text, ID: cells[idField].text,
		Failed: result == failed, Rework: len(kind) > 0 && slices.Contains(d.rework, d.word(kind)),
	}
	d.each(&d.found)
}

// has reports whether a field has a column, or a member in this row, even if it holds nothing.
func (r *reader) has(f field) bool { return r.row.cells[f].offset > 0 || slices.Contains(r.columns, f) }

// wantsService reports whether the service of a row counts; a row that cannot be used, or is passed over, is counted as that.
func (r *reader) wantsService() bool {
	name := r.row.cells[serviceField]
	switch {
	case len(name.text) > longestName:
		r.refuse(serviceField, reasonLongName)
		return false
	case len(name.text) == 0 && (r.has(serviceField) || len(r.services) > 0):
		r.refuse(serviceField, reasonNoService)
		return false
	case len(r.services) > 0 && !slices.Contains(r.services, r.word(name.text)):
		r.summary.PassedOver.Services++
		return false
	}
	return true
}

func (r *reader) serviceNumber(numbers *ServiceNumbers) int {
	if name := r.row.cells[serviceField].text; len(name) > 0 {
		return numbers.numberOf(r.word(name))
	}
	return 0
}

// timeOf reads a time; without a usable one the row is counted as not usable.
func (r *reader) timeOf(f field) (at int64, ok bool) {
	text := r.row.cells[f].text
	if len(text) == 0 {
		r.refuse(f, reasonNoTime)
		return 0, false
	}
	found, reason := r.clock.read(text)
	if reason == "" && r.export.Latest > 0 && found.at > r.export.Latest {
		reason = reasonFuture
	}
	if reason != "" {
		r.refuse(f, reason)
		return 0, false
	}
	if found.local {
		r.summary.WithoutZone++
	}
	if found.repeated {
		r.summary.Repeated++
	}
	return found.at, true
}

// areShort refuses a row with a text that no name of anything is as long as.
func (r *reader) areShort(fields ...field) bool {
	for _, f := range fields {
		if len(r.row.cells[f].text) > longestName {
			r.refuse(f, reasonLongName)
			return false
		}
	}
	return true
}
