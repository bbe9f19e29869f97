package delivery

import (
	"context"
	"slices"
)

// Incident is one row about an incident. Its texts are valid until the next row is read.
type Incident struct {
	// Opened and Resolved are in seconds since 1970; Resolved is 0 for one that is still open.
	Opened, Resolved int64
	// Service is a number for its name; 0 where the file has no services.
	Service int
	// Cause is what it was caused by, as the file has it; empty for nothing.
	Cause []byte
}

// incidentReader reads rows as incidents.
type incidentReader struct {
	*reader

	severities []string
	numbers    *ServiceNumbers
	each       func(*Incident)
}

// ReadIncidents hands on each incident of the services and severities that count, as ReadDeployments does.
func ReadIncidents(
	ctx context.Context, e *Export, numbers *ServiceNumbers, progress func(rows int), each func(*Incident),
) (Summary, error) {
	i := &incidentReader{
		reader: newReader(e, OfIncidents, progress), severities: wordsOf(e.Words.Severities, nil), numbers: numbers, each: each,
	}
	i.accept = i.take
	return i.read(ctx)
}

// take checks a row and hands it on.
func (i *incidentReader) take() {
	if !i.wantsService() {
		return
	}
	cells := &i.row.cells
	if len(i.severities) > 0 && !slices.Contains(i.severities, i.word(cells[severityField].text)) {
		i.summary.PassedOver.Severities++
		return
	}
	opened, ok := i.timeOf(timeField)
	if !ok || !i.areShort(causeField) {
		return
	}
	var resolved int64
	if len(cells[resolvedField].text) > 0 {
		if resolved, ok = i.timeOf(resolvedField); !ok {
			return
		}
		if resolved < opened {
			i.refuse(resolvedField, reasonBackwards)
			return
		}
	}
	i.summary.Used++
	i.each(&Incident{Opened: opened, Resolved: resolved, Service: i.serviceNumber(i.numbers), Cause: cells[causeField].text})
}
