package evidence

import (
	"math"
	"slices"
)

// quantile interpolates linearly between the values around a share 0..1 of sorted values: type 7 of Hyndman and Fan,
// the default of most programs. It returns nil without values.
func quantile(sorted []float64, share float64) *float64 {
	if len(sorted) == 0 {
		return nil
	}
	place := share * float64(len(sorted)-1)
	low := int(math.Floor(place))
	high := min(low+1, len(sorted)-1)
	return new(sorted[low] + (place-float64(low))*(sorted[high]-sorted[low]))
}

// spreadOf describes values. It sorts them in place.
func spreadOf(values []float64) Spread {
	slices.Sort(values)
	return Spread{
		N:      new(len(values)),
		P25:    quantile(values, 0.25),
		Median: quantile(values, 0.5),
		P75:    quantile(values, 0.75),
		P90:    quantile(values, 0.9),
		Mean:   meanOf(values),
	}
}

// meanOf returns nil without values.
func meanOf(values []float64) *float64 {
	if len(values) == 0 {
		return nil
	}
	sum := 0.0
	for _, value := range values {
		sum += value
	}
	return new(sum / float64(len(values)))
}

// shareOf returns part/whole; nil when whole is 0.
func shareOf(part, whole int) *float64 {
	if whole == 0 {
		return nil
	}
	return new(float64(part) / float64(whole))
}

// day is in seconds. All days have the same length: git counts without leap seconds.
const day = 24 * 60 * 60

func toDays(seconds int64) float64 { return float64(seconds) / day }
