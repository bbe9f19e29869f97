package evidence

import (
	"slices"
	"strings"
	"time"
)

// releaseFigures tells how often something is released. Dates count, not tags: several releases of one day are one occasion.
func (t *timeline) releaseFigures() Releases {
	counted := t.counted()
	forward := picked(counted, (*release).isForward)
	figures := Releases{
		Events:    new(len(counted)),
		Forward:   cadenceOf(forward),
		Minor:     cadenceOf(picked(counted, (*release).isMinor)),
		Backports: new(len(counted) - len(forward)),
		Series:    seriesOf(counted),
		Later:     new(t.later),

		Independent: new(independent(counted)),
	}
	dates := datesOf(counted)
	figures.Days = new(len(dates))
	figures.GapDays = gaps(dates)
	figures.Weekday, figures.WeekdayShare = commonestWeekday(dates)
	if len(t.releases) > 0 {
		last := t.releases[len(t.releases)-1]
		figures.SinceLast = new(days(max(0, t.window.asOf-last.at)))
		figures.Last, figures.LastAt = new(last.lead().name), new(timestamp(last.at))
	}
	return figures
}

func picked[T any](all []T, wanted func(T) bool) []T {
	var list []T
	for _, one := range all {
		if wanted(one) {
			list = append(list, one)
		}
	}
	return list
}

func cadenceOf(releases []*release) Cadence {
	return Cadence{Events: new(len(releases)), GapDays: gaps(datesOf(releases))}
}

// datesOf returns the days, since 1970, that have a release; releases are in order.
func datesOf(releases []*release) []int64 {
	var dates []int64
	for _, r := range releases {
		dates = append(dates, date(r.at))
	}
	return slices.Compact(dates)
}

// gaps are the days between one date and the next.
func gaps(dates []int64) Spread {
	var list []float64
	for i := 1; i < len(dates); i++ {
		list = append(list, float64(dates[i]-dates[i-1]))
	}
	return spread(list)
}

// seriesOf counts the releases of each series, the most frequent first.
func seriesOf(releases []*release) []Series {
	count := map[string]int{}
	for _, r := range releases {
		for _, name := range r.series() {
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

// series are the series that a release has a tag of, sorted.
func (r *release) series() []string {
	var names []string
	for _, t := range r.tags {
		names = append(names, t.series)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// commonestWeekday returns the day of the week that most dates fall on, the earlier in the week of equals.
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
	return new(time.Weekday((best + 1) % week).String()), share(counts[best], len(dates))
}
