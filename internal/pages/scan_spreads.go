package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
)

// addSpread adds quartiles of plain numbers where there is anything to describe.
func (l *factList) addSpread(label string, s evidence.Spread, noun string) {
	switch {
	case s.Median == nil:
	case *s.N < evidence.SpreadWorthTelling:
		l.add(label, fmt.Sprintf("median %s (%s)", english.Rounded(*s.Median), english.Count(*s.N, noun)))
	default:
		l.add(label, quartiles(s, "of them")+" ("+english.Count(*s.N, noun)+")")
	}
}

// addWait is addSpread for times in days.
func (l *factList) addWait(label string, s evidence.Spread, noun string) {
	switch {
	case s.Median == nil:
	case *s.N < evidence.SpreadWorthTelling:
		l.add(label, fmt.Sprintf("median %s (%s)", english.Days(*s.Median), english.Count(*s.N, noun)))
	default:
		l.add(label, fmt.Sprintf("median %s, half of them %s, one in ten %s or more (%s)",
			english.Days(*s.Median), english.DaysBetween(*s.P25, *s.P75), english.Days(*s.P90), english.Count(*s.N, noun)))
	}
}

// quartiles writes a spread of plain numbers: "median 2, half of them 1 to 4, one in ten 6 or more".
func quartiles(s evidence.Spread, of string) string {
	half := english.Rounded(*s.P25)
	if high := english.Rounded(*s.P75); high != half {
		half += " to " + high
	}
	text := fmt.Sprintf("median %s, half %s %s", english.Rounded(*s.Median), of, half)
	if *s.P90 > *s.Median {
		text += ", one in ten " + english.Rounded(*s.P90) + " or more"
	}
	return text
}

// usualTime writes a median of times in days, and the long ones where they read otherwise.
func usualTime(median, p90 float64) string {
	text := "median " + english.Days(median)
	if long := english.Days(p90); long != english.Days(median) {
		text += ", one in ten " + long + " or more"
	}
	return text
}
