package evidence

import "slices"

// failure is a deployment that harmed the service, and how it is known.
type failure struct {
	byOutcome, byCause bool
	// opened is when the first of its incidents was opened, resolved when all were; nothing for not yet. Both are 0 without incidents.
	opened, resolved int64
}

// fillFailures computes what rests on failures: recovery, the share of failures, and the share of repairs.
func (found *Delivery) fillFailures(w *deliveryWindow, t *timeline) {
	if !w.hasOutcome && found.Incidents == nil {
		return
	}
	found.lateIncidents = w.beginLate()
	failures := w.failuresByOutcome()
	if found.Incidents != nil {
		found.ChangeFailRate.Incidents = w.linkIncidents(t, failures)
	}
	found.ChangeFailRate.count(w, failures)
	found.RecoveryTime = w.recovery(failures)
	found.ReworkRate = w.rework(failures)
	if found.Incidents != nil {
		found.ReworkRate.ByChance = w.expectedByChance()
	}
}

// beginLate reports whether all of several incidents were opened in the second half of the time of the deployments: then the export
// seems not to reach back as far as that of deployments.
func (w *deliveryWindow) beginLate() bool {
	half := w.start() + (w.asOf-w.start())/2
	return len(w.incidents) >= enoughIncidents &&
		!slices.ContainsFunc(w.incidents, func(i incident) bool { return i.opened <= half })
}

// failuresByOutcome are the deployments of the window that failed as their outcome says, by their place in the list.
func (w *deliveryWindow) failuresByOutcome() map[int32]*failure {
	failures := map[int32]*failure{}
	for i, entry := range w.deployments() {
		if entry.has(failedMark) {
			failures[int32(w.first+i)] = &failure{byOutcome: true}
		}
	}
	return failures
}

// knownIncidents are those that had been opened by the end of the window, with what was known then of their end.
func (w *deliveryWindow) knownIncidents() []incident {
	if !w.given {
		return w.incidents
	}
	var list []incident
	for _, i := range w.incidents {
		if i.opened > w.asOf {
			continue
		}
		if i.resolved > w.asOf {
			i.resolved = nothing
		}
		list = append(list, i)
	}
	return list
}

// linkIncidents finds the deployment that each incident was caused by, and adds it to the failures.
func (w *deliveryWindow) linkIncidents(t *timeline, failures map[int32]*failure) LinkedCounts {
	byCause, byTime, elsewhere, unlinked := 0, 0, 0, 0
	for _, i := range w.knownIncidents() {
		place, said := w.causeOf(t, i)
		switch {
		case place == none && i.opened <= w.from:
			continue
		case place == none && i.cause >= 0:
			elsewhere++
			continue
		case place == none:
			unlinked++
			continue
		case int(place) < w.first || int(place) >= w.end:
			continue
		case said:
			byCause++
		default:
			byTime++
		}
		f := failures[place]
		if f == nil {
			f = &failure{}
			failures[place] = f
		}
		f.byCause = f.byCause || said
		if f.opened == 0 {
			f.opened, f.resolved = i.opened, i.resolved
		}
		f.opened, f.resolved = min(f.opened, i.opened), max(f.resolved, i.resolved)
	}
	return LinkedCounts{ByCause: new(byCause), ByTime: new(byTime), Elsewhere: new(elsewhere), Unlinked: new(unlinked)}
}

// causeOf returns the place of the deployment that caused an incident, and whether the incident says so; none for no such one.
func (w *deliveryWindow) causeOf(t *timeline, i incident) (place int32, said bool) {
	last := w.lastBefore(i.service, i.opened)
	switch i.cause {
	case someDeployment:
		return last, true
	case noCause:
		if last == none || i.opened-w.list[last].at() > linkDays*day {
			return none, false
		}
		return last, false
	}
	if named, ok := w.causes.lastNamed(i.cause, i.service, i.opened); ok {
		return w.placeOf(named.service, named.at), true
	}
	if at, ok := w.carriedAt(t, i.cause); ok && at <= i.opened {
		return w.lastBefore(i.service, at), true
	}
	return none, true
}

// carriedAt returns when a commit that a cause names was first deployed, where it was not deployed by itself.
func (w *deliveryWindow) carriedAt(t *timeline, cause int32) (at int64, ok bool) {
	if t == nil || w.carried == nil {
		return 0, false
	}
	commit := w.names.find([]byte(w.causes.texts[cause]))
	if commit == none || w.carried[commit] == none {
		return 0, false
	}
	return w.events[w.carried[commit]].at, true
}

// count counts failures by how they are known.
func (c *ChangeFailRate) count(w *deliveryWindow, failures map[int32]*failure) {
	byOutcome, byCause, byTime := 0, 0, 0
	for _, f := range failures {
		switch {
		case f.byOutcome:
			byOutcome++
		case f.byCause:
			byCause++
		default:
			byTime++
		}
	}
	c.Deployments, c.Failed = new(w.end-w.first), new(len(failures))
	c.Share = shareOf(*c.Failed, *c.Deployments)
	c.ByOutcome, c.ByCause, c.ByTime = &byOutcome, &byCause, &byTime
}

// recovery measures how long failures took to be repaired.
func (w *deliveryWindow) recovery(failures map[int32]*failure) RecoveryTime {
	var times []float64
	byIncident, byDeployment, open := 0, 0, 0
	for place, f := range failures {
		switch next := w.nextGood(place); {
		case f.opened > 0 && f.resolved == nothing, f.opened == 0 && next == none:
			open++
		case f.opened > 0:
			byIncident++
			times = append(times, toDays(f.resolved-f.opened))
		default:
			byDeployment++
			times = append(times, toDays(w.list[next].at()-w.list[place].at()))
		}
	}
	return RecoveryTime{Spread: spreadOf(times), ByIncident: &byIncident, ByDeployment: &byDeployment, Open: &open}
}

// nextGood is the next deployment in the window of the service of a failed one that did not fail; none for no such one.
func (w *deliveryWindow) nextGood(place int32) int32 {
	if next, found := w.next[place]; found && int(next) < w.end {
		return next
	}
	return none
}

// rework counts the deployments that repaired something.
func (w *deliveryWindow) rework(failures map[int32]*failure) ReworkRate {
	byKind, byIncident, byFailure := map[int32]bool{}, map[int32]bool{}, map[int32]bool{}
	for i, entry := range w.deployments() {
		if entry.has(reworkMark) {
			byKind[int32(w.first+i)] = true
		}
	}
	for _, i := range w.knownIncidents() {
		if place := w.endedBy(i); place != none && !byKind[place] {
			byIncident[place] = true
		}
	}
	for place, f := range failures {
		next := w.nextGood(place)
		isSoon := next != none && w.list[next].at()-w.list[place].at() <= linkDays*day
		if f.opened == 0 && isSoon && !byKind[next] && !byIncident[next] {
			byFailure[next] = true
		}
	}
	deployments, rework := w.end-w.first, len(byKind)+len(byIncident)+len(byFailure)
	return ReworkRate{
		Deployments: &deployments, Rework: &rework, Share: shareOf(rework, deployments),
		ByKind: new(len(byKind)), ByIncident: new(len(byIncident)), ByFailure: new(len(byFailure)),
	}
}

// endedBy returns the last deployment of the window while an incident was open that is resolved now; none for no such one.
func (w *deliveryWindow) endedBy(i incident) int32 {
	if i.resolved == nothing {
		return none
	}
	place := w.lastBefore(i.service, i.resolved)
	if place == none || w.list[place].at() <= i.opened || int(place) < w.first || int(place) >= w.end {
		return none
	}
	return place
}

// expectedByChance is how many deployments would fall into the time in which incidents were open, if they had nothing to do with them.
func (w *deliveryWindow) expectedByChance() *float64 {
	examined := toDays(w.asOf - w.start())
	if examined <= 0 {
		return nil
	}
	open := int64(0)
	for _, i := range w.knownIncidents() {
		if i.resolved != nothing {
			open += max(0, min(i.resolved, w.asOf)-max(i.opened, w.start()))
		}
	}
	return new(float64(w.end-w.first) * toDays(open) / examined)
}
