package evidence

import (
	"math"
	"slices"
)

// quantile interpolates linearly between the values around a share 0..1 of sorted values: type 7 of Hyndman and Fan, the
// default of most programs. nil without values.
func quantile(sorted []float64, share float64) *float64 {
	if len(sorted) == 0 {
		return nil
	}
	place := share * float64(len(sorted)-1)
	low := int(math.Floor(place))
	high := min(low+1, len(sorted)-1)
	return new(sorted[low] + (place-float64(low))*(sorted[high]-sorted[low]))
}

// spread sorts the values in place.
func spread(values []float64) Spread {
	slices.Sort(values)
	return Spread{
		N:      new(len(values)),
		P25:    quantile(values, 0.25),
		Median: quantile(values, 0.5),
		P75:    quantile(values, 0.75),
		P90:    quantile(values, 0.9),
	}
}

// share returns part of whole; nil of nothing.
func share(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	return new(float64(part) / float64(whole))
}

// day is in seconds. Every day has as many: times are counted as git counts them, without leap seconds.
const day = 24 * 60 * 60

func days(seconds int64) float64 { return float64(seconds) / day }
