package evidence

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// deploymentFigures counts commits as deployments; by says why they are taken for that.
func (t *timeline) deploymentFigures(by string) Deployments {
	if by == "" {
		return Deployments{}
	}
	places := t.arrivedCommits()
	rollouts := filterSlice(places, func(at int32) bool { return t.notes[t.commits[at].note].rollout != nil })
	live := filterSlice(rollouts, func(at int32) bool { return isProduction(t.rolloutOf(at).environment) })
	figures := Deployments{By: &by, Environments: t.countEnvironments(rollouts), Promotion: t.measurePromotion(rollouts)}
	if len(live) >= usableReleaseDays {
		places, figures.Named = live, true
	}
	var times, dates []int64
	for _, at := range places {
		times = append(times, t.commits[at].committed)
		dates = append(dates, dayOf(t.commits[at].committed))
	}
	slices.Sort(dates)
	dates = slices.Compact(dates)
	figures.Events, figures.Days, figures.GapDays = new(len(times)), new(len(dates)), gapSpread(dates)
	figures.PerWeek = t.countWeekly(times)
	figures.places = places
	return figures
}

// arrivedCommits returns the commits of the main line in the window, oldest first.
func (t *timeline) arrivedCommits() []int32 {
	return filterSlice(t.line, func(at int32) bool { return t.window.containsTime(t.commits[at].committed) })
}

func (t *timeline) rolloutOf(at int32) *rollout { return t.notes[t.commits[at].note].rollout }

// countWeekly counts times in each whole week, back from the end of the window as far as the main line reaches,
// including weeks without any.
func (t *timeline) countWeekly(times []int64) Spread {
	const week = 7 * day
	start := max(t.window.from, t.commits[t.line[0]].committed)
	counts := make([]float64, max(0, (t.window.asOf-start)/week))
	for _, at := range times {
		if back := (t.window.asOf - at) / week; back < int64(len(counts)) {
			counts[back]++
		}
	}
	return spreadOf(counts)
}

// countEnvironments counts merges by the environment that they name, most frequent first.
func (t *timeline) countEnvironments(places []int32) []Environment {
	count := map[string]int{}
	for _, at := range places {
		count[t.rolloutOf(at).environment]++
	}
	list := []Environment{}
	for _, name := range byCount(count) {
		list = append(list, Environment{Name: name, Events: count[name]})
	}
	return list
}

// byCount sorts names by count, highest first, ties by name.
func byCount(count map[string]int) []string {
	return slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
}

// measurePromotion measures how long versions that went live had been in the environment that most of them come from.
// Only the first time that a version reaches an environment counts: later ones repeat it or go back to it.
func (t *timeline) measurePromotion(places []int32) Promotion {
	type version struct{ application, version string }
	came := map[version]map[string]int64{}
	for _, at := range places {
		r, when := t.rolloutOf(at), t.commits[at].committed
		key := version{r.application, r.version}
		if came[key] == nil {
			came[key] = map[string]int64{}
		}
		if first, known := came[key][r.environment]; !known || when < first {
			came[key][r.environment] = when
		}
	}
	froms, tos := map[string]int{}, map[string]int{}
	for _, times := range came {
		if from, to := promotionRoute(times); from != "" {
			froms[from]++
			tos[to]++
		}
	}
	if len(froms) == 0 {
		return Promotion{}
	}
	p := Promotion{From: new(byCount(froms)[0]), To: new(byCount(tos)[0])}
	var waits []float64
	for _, times := range came {
		before, known := times[*p.From]
		if live, lives := times[*p.To]; known && lives && before <= live {
			waits = append(waits, toDays(live-before))
		}
	}
	slices.Sort(waits)
	p.N, p.Median, p.P90 = new(len(waits)), quantile(waits, 0.5), quantile(waits, 0.9)
	return p
}

// promotionRoute returns the first environment of a version and the one in which it went live; empty unless it did
// both.
func promotionRoute(times map[string]int64) (from, to string) {
	for _, name := range slices.Sorted(maps.Keys(times)) {
		switch {
		case isProduction(name):
			if to == "" || times[name] < times[to] {
				to = name
			}
		case from == "" || times[name] < times[from]:
			from = name
		}
	}
	if from == "" || to == "" || times[from] > times[to] {
		return "", ""
	}
	return from, to
}
