package evidence

import (
	"cmp"
	"slices"
	"time"

	"github.com/opsfit/opsfit/internal/english"
)

// figures computes what the exports show. t is nil without a history. Without exports it returns nil.
func (d *deliveries) figures(r *reading, t *timeline) *Delivery {
	if d == nil {
		return nil
	}
	found := d.found
	found.lost = r.lost
	if len(d.list) == 0 {
		return found
	}
	asOf := d.list[len(d.list)-1].at()
	if r.AsOf != nil {
		asOf = *r.AsOf
	}
	in := deliveryWindow{deliveries: d, window: windowUpTo(asOf, r.windowDays()), given: r.AsOf != nil}
	found.AsOf, found.WindowFrom = new(formatTime(asOf)), new(formatTime(in.from))
	in.first, in.end = d.countUpTo(in.from), d.countUpTo(asOf)
	found.Later = len(d.list) - in.end
	found.examined = toDays(asOf - in.start())
	found.Frequency = in.frequency()
	found.ChangeLeadTime, found.leadProof = in.changeLeadTime(t)
	found.fillFailures(&in, t)
	return found
}

// deliveryWindow is what exports hold about a window: the deployments first..end-1 lie in it.
type deliveryWindow struct {
	*deliveries
	window

	first, end int
	// given: somebody chose the end of the window, so that what was not known by then does not count.
	given bool
	// events are the commits that were deployed, and when; carried holds for each commit of the history the first event that contains
	// it; none for none.
	events  []event
	carried []int32
}

// event is the first deployment of a commit.
type event struct {
	at     int64
	commit int32
	// measured: it is known what was deployed before it.
	measured bool
}

// start is the beginning of the window, or the first deployment of the export.
func (w *deliveryWindow) start() int64 { return max(w.from, w.list[0].at()) }

// deployments are those in the window.
func (w *deliveryWindow) deployments() []deployed { return w.list[w.first:w.end] }

// frequency counts deployments by the dates of the time zone of the export.
func (w *deliveryWindow) frequency() Frequency {
	var dates []int64
	var perDay []float64
	for _, entry := range w.deployments() {
		date := w.dateOf(entry.at())
		if n := len(dates); n == 0 || dates[n-1] != date {
			dates, perDay = append(dates, date), append(perDay, 0)
		}
		perDay[len(perDay)-1]++
	}
	f := Frequency{Events: new(len(w.deployments())), Days: new(len(dates)), GapDays: gapSpread(dates), PerWeek: w.weekly()}
	slices.Sort(perDay)
	f.PerDay = quantile(perDay, 0.5)
	if f.Interval = f.GapDays.Median; f.Interval != nil && *f.Interval <= 1 {
		f.Interval = new(*f.Interval / *f.PerDay)
	}
	return f
}

// dateOf numbers the dates of the zone.
func (d *deliveries) dateOf(at int64) int64 {
	year, month, date := time.Unix(at, 0).In(d.zone).Date()
	return dayOf(time.Date(year, month, date, 0, 0, 0, 0, time.UTC).Unix())
}

// weekly counts deployments in each whole week, back from the end of the window as far as the export reaches.
func (w *deliveryWindow) weekly() Spread {
	const week = 7 * day
	counts := make([]float64, max(0, (w.asOf-w.start())/week))
	for _, entry := range w.deployments() {
		if back := (w.asOf - entry.at()) / week; back < int64(len(counts)) {
			counts[back]++
		}
	}
	return spreadOf(counts)
}

// changeLeadTime follows the commits from one deployment to the next. What the first one contains is left out: nobody knows how much
// of it had been deployed before. So is what follows a deployment whose commit is not known.
func (w *deliveryWindow) changeLeadTime(t *timeline) (ChangeLeadTime, []Proof) {
	if t == nil || w.deployedAt == nil {
		return ChangeLeadTime{}, nil
	}
	known, unknown, unnamed := 0, 0, 0
	for _, entry := range w.deployments() {
		switch {
		case entry.has(knownMark):
			known++
		case entry.has(namedMark):
			unknown++
		default:
			unnamed++
		}
	}
	w.followDeployments(t)
	var all, people waits
	var samples []sample
	leftOut := 0
	for i := range t.commits {
		c, place := &t.commits[i], w.carried[i]
		if place == none || c.isMerge() || t.standIns[int32(i)] || !w.containsTime(w.events[place].at) {
			continue
		}
		if !w.events[place].measured {
			leftOut++
			continue
		}
		wait := w.events[place].at - c.committed
		all.addWait(wait)
		samples = append(samples, sample{place: int32(i), index: int(c.committed), days: toDays(max(0, wait))})
		if !t.identities.isBot(c.author) {
			people.addWait(wait)
		}
	}
	figures := ChangeLeadTime{
		Lead: all.leadFigures(), People: people.leadFigures(), LeftOut: new(leftOut),
		Known: new(known), Unknown: new(unknown), Unnamed: new(unnamed),
	}
	return figures, t.proveLeadTime(samples, figures.Median)
}

// proveLeadTime names the commits whose time to production is nearest to the median.
func (t *timeline) proveLeadTime(samples []sample, median *float64) []Proof {
	samples = nearestSamples(samples, median)
	hashes := t.hashesOf(map[string][]sample{"": samples})
	var proofs []Proof
	for _, s := range samples {
		proofs = append(proofs, Proof{CommitProof, hashes[s.place].String(), "deployed after " + english.Days(s.days)})
	}
	return proofs
}

// followDeployments finds the first deployment of every commit. It visits each commit once.
func (w *deliveryWindow) followDeployments(t *timeline) {
	for commit, at := range w.deployedAt {
		if at != nothing {
			w.events = append(w.events, event{at: at, commit: int32(commit)})
		}
	}
	// Of two commits that were deployed at once the one that contains the other comes last; it changes nothing but the order.
	slices.SortStableFunc(w.events, func(a, b event) int { return cmp.Compare(a.at, b.at) })
	walk := walk{history: t.history, mark: filledSlice(len(t.commits))}
	passed, knowsLast := 0, false
	for i, e := range w.events {
		for ; w.list[passed].at() < e.at; passed++ {
			if !w.list[passed].has(failedMark) {
				knowsLast = w.list[passed].has(knownMark)
			}
		}
		w.events[i].measured = knowsLast
		walk.markReachable([]int32{e.commit}, int32(i))
	}
	w.carried = walk.mark
}
