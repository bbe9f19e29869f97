package english

import (
	"math"
	"strings"
)

// Rounded formats a number with one decimal below ten, and none above.
func Rounded(value float64) string {
	if math.Abs(value) >= 10 {
		return Plain(&value, 0)
	}
	return Plain(&value, 1)
}

// Days formats a time given in days, in a suitable unit: "40 minutes", "7 hours", "12 days", "2.5 days".
func Days(days float64) string {
	const hour, minute = 1.0 / 24, 1.0 / (24 * 60)
	switch {
	case days < minute:
		return "less than a minute"
	case days < hour:
		return Count(int(math.Round(days/minute)), "minute")
	case days == 1:
		return "1 day"
	case days < 2:
		return Count(int(math.Round(days/hour)), "hour")
	}
	return Rounded(days) + " days"
}

// DaysBetween formats two times, both in days if they are long.
func DaysBetween(low, high float64) string {
	first, second := Days(low), Days(high)
	if first == second {
		return first
	}
	if strings.HasSuffix(second, " days") {
		first = strings.TrimSuffix(strings.TrimSuffix(first, " days"), " day")
	}
	return "between " + first + " and " + second
}
