package evidence

import (
	"cmp"
	"slices"
)

// deployed is one deployment to production. It takes eight bytes, because an export may hold millions.
type deployed struct {
	// since is in seconds after the year 2000.
	since uint32
	// marks hold the number of the service, and below it what is known of the deployment.
	marks uint32
}

// What is known of a deployment.
const (
	// failedMark and reworkMark are as the export says.
	failedMark uint32 = 1 << iota
	reworkMark
	// namedMark: it names a commit. knownMark: one of the history.
	namedMark
	knownMark

	markBits = iota
)

// firstTime is the beginning of the year 2000, before which package delivery takes no time for one.
const firstTime = 946_684_800

func newDeployed(at int64, service int32) deployed {
	return deployed{since: uint32(at - firstTime), marks: uint32(service) << markBits}
}

func (e deployed) at() int64 { return firstTime + int64(e.since) }

// service is the number of its service; 0 for none.
func (e deployed) service() int32 { return int32(e.marks >> markBits) }

func (e deployed) has(mark uint32) bool { return e.marks&mark != 0 }

// mark adds a mark where it applies.
func (e *deployed) mark(mark uint32, applies bool) {
	if applies {
		e.marks |= mark
	}
}

func compareDeployed(a, b deployed) int {
	return cmp.Or(cmp.Compare(a.since, b.since), cmp.Compare(a.service(), b.service()))
}

// deploymentList holds deployments in order of time.
type deploymentList struct {
	// added are those that were not arranged yet, in parts, so that none is copied while more are added.
	added [][]deployed
	list  []deployed
	// byService are the places in the list in order of service, and then of time.
	byService []int32
	// next holds for each failed deployment the next one of its service that did not fail.
	next map[int32]int32
	// services is how many there are.
	services int
}

// add adds a deployment; arrange must follow.
func (l *deploymentList) add(entry deployed) {
	const size = 1 << 15
	if n := len(l.added); n == 0 || len(l.added[n-1]) == size {
		l.added = append(l.added, make([]deployed, 0, size))
	}
	last := &l.added[len(l.added)-1]
	*last = append(*last, entry)
}

// arrange sorts the deployments that were added, and makes one of those that are of the same service at the same time. It returns how
// many it merged.
func (l *deploymentList) arrange() (merged int) {
	l.list, l.added = slices.Concat(l.added...), nil
	slices.SortFunc(l.list, compareDeployed)
	kept := l.list[:0]
	for _, entry := range l.list {
		if n := len(kept); n > 0 && compareDeployed(kept[n-1], entry) == 0 {
			kept[n-1].marks |= entry.marks
			merged++
			continue
		}
		kept = append(kept, entry)
	}
	l.list = kept
	l.byService = make([]int32, len(kept))
	for i := range l.byService {
		l.byService[i] = int32(i)
	}
	slices.SortStableFunc(l.byService, func(a, b int32) int { return cmp.Compare(kept[a].service(), kept[b].service()) })
	l.findNext()
	return merged
}

// findNext finds what followed failed deployments, and counts the services.
func (l *deploymentList) findNext() {
	l.next = map[int32]int32{}
	good, service := int32(none), int32(-1)
	for _, place := range slices.Backward(l.byService) {
		entry := l.list[place]
		if entry.service() != service {
			good, service = none, entry.service()
			l.services++
		}
		if !entry.has(failedMark) {
			good = place
		} else if good != none {
			l.next[place] = good
		}
	}
}

// lastBefore returns the last deployment of a service that is not later than a time; none for no such one. A service that is not
// known, on either side, may be any.
func (l *deploymentList) lastBefore(service int32, at int64) int32 {
	last := int32(l.countUpTo(at)) - 1
	if service == 0 || last == none {
		return last
	}
	return max(l.lastOf(service, last), l.lastOf(0, last))
}

// lastOf returns the last deployment of exactly this service up to a place.
func (l *deploymentList) lastOf(service, last int32) int32 {
	n, _ := slices.BinarySearchFunc(l.byService, service, func(place, service int32) int {
		if other := l.list[place].service(); other != service {
			return cmp.Compare(other, service)
		}
		return compareAfter(int64(place), int64(last))
	})
	if n == 0 || l.list[l.byService[n-1]].service() != service {
		return none
	}
	return l.byService[n-1]
}

// countUpTo is how many deployments are not later than a time.
func (l *deploymentList) countUpTo(at int64) int {
	n, _ := slices.BinarySearchFunc(l.list, at, func(entry deployed, at int64) int { return compareAfter(entry.at(), at) })
	return n
}

// placeOf is the place of a deployment in the list; none for one that is not there.
func (l *deploymentList) placeOf(service int32, at int64) int32 {
	place, found := slices.BinarySearchFunc(l.list, newDeployed(at, service), compareDeployed)
	if !found {
		return none
	}
	return int32(place)
}

// compareAfter compares so that a search ends behind everything that is not later.
func compareAfter(a, limit int64) int {
	if a <= limit {
		return -1
	}
	return 1
}
