package evidence

import (
	"errors"
	"math"
	"strconv"
	"time"
)

// defaultWindow is two years, in days.
const defaultWindow = 730.0

// window is the time that is examined, in seconds since 1970: later than from, not later than asOf.
type window struct {
	from, asOf int64
}

func windowUpTo(asOf int64, days float64) window {
	return window{from: asOf - int64(math.Round(days*day)), asOf: asOf}
}

func (w window) containsTime(at int64) bool { return w.from < at && at <= w.asOf }

// previousWindow is the window of the same length that ends where this one starts.
func (w window) previousWindow() window { return window{from: 2*w.from - w.asOf, asOf: w.from} }

// formatTime formats seconds since 1970 as RFC 3339.
func formatTime(seconds int64) string { return time.Unix(seconds, 0).UTC().Format(time.RFC3339) }

// dayOf returns the UTC day of a time, counted since 1970.
func dayOf(seconds int64) int64 {
	if seconds < 0 {
		return (seconds - day + 1) / day
	}
	return seconds / day
}

// ParseWindow parses a length of time such as 24m, 90d, 12w or 2y and returns it in days. A year has 365 days and a
// month a twelfth of them, so 24m is 730 days.
func ParseWindow(text string) (float64, error) {
	fault := errors.New("write a length of time such as 24m, 90d, 12w or 2y")
	if text == "" {
		return 0, fault
	}
	units := map[byte]float64{'d': 1, 'w': 7, 'm': 365.0 / 12, 'y': 365}
	unit, known := units[text[len(text)-1]]
	number, err := strconv.Atoi(text[:len(text)-1])
	if err != nil || !known || number <= 0 {
		return 0, fault
	}
	const century = 36_525
	days := float64(number) * unit
	if days > century {
		return 0, errors.New("that is longer than any history; write 100y at most")
	}
	return days, nil
}

// ParseAsOf parses a date, which stands for its last second in UTC, or a time in RFC 3339. It returns seconds since
// 1970.
func ParseAsOf(text string) (int64, error) {
	if at, err := time.Parse(time.DateOnly, text); err == nil {
		return at.Unix() + day - 1, nil
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return 0, errors.New("write a date such as 2026-11-22, or a time such as 2026-11-22T18:00:00Z")
	}
	return at.Unix(), nil
}
