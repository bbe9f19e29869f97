package evidence

import (
	"slices"
	"strings"
	"time"
)

// releaseFigures counts releases. Dates count, not tags: several releases on one day are one.
func (t *timeline) releaseFigures() Releases {
	counted := t.releasesInWindow()
	forward := filterSlice(counted, (*release).isForward)
	figures := Releases{
		Events:    new(len(counted)),
		Forward:   cadenceOf(forward),
		Minor:     cadenceOf(filterSlice(counted, (*release).isMinor)),
		Backports: new(len(counted) - len(forward)),
		Series:    seriesOf(counted),
		Later:     new(t.later),

		Independent: new(areIndependent(counted)),
	}
	for _, r := range counted {
		figures.Moments = append(figures.Moments, Moment{Day: toDays(r.at - t.window.from), Minor: r.isMinor()})
	}
	dates := datesOf(counted)
	figures.Days = new(len(dates))
	figures.GapDays = gapSpread(dates)
	figures.Weekday, figures.WeekdayShare = commonestWeekday(dates)
	if len(t.releases) > 0 {
		last := t.releases[len(t.releases)-1]
		figures.SinceLast = new(toDays(max(0, t.window.asOf-last.at)))
		figures.Last, figures.LastAt = new(last.leadTag().name), new(formatTime(last.at))
	}
	return figures
}

func filterSlice[T any](all []T, wanted func(T) bool) []T {
	var list []T
	for _, one := range all {
		if wanted(one) {
			list = append(list, one)
		}
	}
	return list
}

func cadenceOf(releases []*release) Cadence {
	return Cadence{Events: new(len(releases)), GapDays: gapSpread(datesOf(releases))}
}

// datesOf returns the days, since 1970, that have a release; releases are in order.
func datesOf(releases []*release) []int64 {
	var dates []int64
	for _, r := range releases {
		dates = append(dates, dayOf(r.at))
	}
	return slices.Compact(dates)
}

// gapSpread describes the days between one date and the next.
func gapSpread(dates []int64) Spread {
	var list []float64
	for i := 1; i < len(dates); i++ {
		list = append(list, float64(dates[i]-dates[i-1]))
	}
	return spreadOf(list)
}

// seriesOf counts the releases of each series, the most frequent first.
func seriesOf(releases []*release) []Series {
	count := map[string]int{}
	for _, r := range releases {
		for _, name := range r.seriesNames() {
			count[name]++
		}
	}
	list := []Series{}
	for name, events := range count {
		list = append(list, Series{Name: name, Events: events})
	}
	slices.SortFunc(list, func(a, b Series) int {
		if a.Events != b.Events {
			return b.Events - a.Events
		}
		return strings.Compare(a.Name, b.Name)
	})
	return list
}

// seriesNames returns the series that the tags of a release belong to, sorted.
func (r *release) seriesNames() []string {
	var names []string
	for _, t := range r.tags {
		names = append(names, t.series)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// commonestWeekday returns the day of the week that most dates fall on; on a tie, the one earlier in the week.
func commonestWeekday(dates []int64) (*string, *float64) {
	if len(dates) == 0 {
		return nil, nil
	}
	const week = 7
	var counts [week]int
	for _, d := range dates {
		// 1970-01-01 was a Thursday; Monday is 0.
		counts[((d+3)%week+week)%week]++
	}
	best := slices.Index(counts[:], slices.Max(counts[:]))
	return new(time.Weekday((best + 1) % week).String()), shareOf(counts[best], len(dates))
}
