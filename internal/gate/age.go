package gate

import (
	"strconv"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/diag"
)

// age is the maximum age of something, in calendar units; the zero value is no limit.
type age struct {
	count int
	// unit is d, m or y.
	unit byte
}

// oldest is the largest limit in years, or in as many months or days; more is a mistake.
const oldest = 100

func (r *reader) readAge(text diag.Placed) age {
	written := strings.TrimSpace(text.Text)
	if written != "" {
		digits, unit := written[:len(written)-1], written[len(written)-1]
		count, err := strconv.ParseUint(digits, 10, 31)
		if most := maxOf(unit); err == nil && count > 0 && int(count) <= most {
			return age{int(count), unit}
		}
	}
	r.addFault(text.Errorf("bad-age", "write days, months or years, up to 100 years: 180d, 6m, 1y", "%s is not an age", diag.Quote(text.Text)))
	return age{}
}

// maxOf returns the largest count of a unit; 0 for an unknown unit.
func maxOf(unit byte) int {
	switch unit {
	case 'd':
		return oldest * 366
	case 'm':
		return oldest * 12
	case 'y':
		return oldest
	}
	return 0
}

// String returns the age as written in a gate: "180d".
func (a age) String() string { return strconv.Itoa(a.count) + string(a.unit) }

// earliestDay returns the earliest day within the limit, counted back from a day. A month back from the 31st is the
// last day of a shorter month.
func (a age) earliestDay(day time.Time) time.Time {
	switch a.unit {
	case 'm':
		return monthsBefore(day, a.count)
	case 'y':
		return monthsBefore(day, 12*a.count)
	}
	return day.AddDate(0, 0, -a.count)
}

func monthsBefore(day time.Time, months int) time.Time {
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, -months, 0)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}

// dayOf parses YYYY-MM-DD.
func dayOf(text string) (day time.Time, ok bool) {
	day, err := time.Parse(time.DateOnly, text)
	return day, err == nil
}

// daysBetween counts from an earlier to a later day.
func daysBetween(from, to time.Time) int {
	// time.Duration ends at 292 years.
	const secondsPerDay = 24 * 60 * 60
	return int((to.Unix() - from.Unix()) / secondsPerDay)
}
