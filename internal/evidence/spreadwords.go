package evidence

import "fmt"

// spreadWorthTelling is how many numbers there must be before their quartiles say more than their median.
const spreadWorthTelling = 5

// appendSpread adds quartiles where there is anything to describe.
func appendSpread(facts []Fact, label string, s Spread, noun string) []Fact {
	if s.Median == nil {
		return facts
	}
	if *s.N < spreadWorthTelling {
		return append(facts, Fact{label, fmt.Sprintf("median %s (%s)", figure(*s.Median), counted(*s.N, noun))})
	}
	return append(facts, Fact{label, quartiles(s, "of them") + " (" + counted(*s.N, noun) + ")"})
}

// quartiles writes a spread of plain numbers: "median 2, half of them 1 to 4, one in ten 6 or more".
func quartiles(s Spread, of string) string {
	half := figure(*s.P25)
	if high := figure(*s.P75); high != half {
		half += " to " + high
	}
	text := fmt.Sprintf("median %s, half %s %s", figure(*s.Median), of, half)
	if *s.P90 > *s.Median {
		text += ", one in ten " + figure(*s.P90) + " or more"
	}
	return text
}

func appendWait(facts []Fact, label string, s Spread, noun string) []Fact {
	if s.Median == nil {
		return facts
	}
	if *s.N < spreadWorthTelling {
		return append(facts, Fact{label, fmt.Sprintf("median %s (%s)", length(*s.Median), counted(*s.N, noun))})
	}
	return append(facts, Fact{label, fmt.Sprintf("median %s, half of them %s, one in ten %s or more (%s)",
		length(*s.Median), between(*s.P25, *s.P75), length(*s.P90), counted(*s.N, noun))})
}

// usual writes a median of times, and the long ones where they read otherwise.
func usual(median, p90 float64) string {
	text := "median " + length(median)
	if long := length(p90); long != length(median) {
		text += ", one in ten " + long + " or more"
	}
	return text
}
