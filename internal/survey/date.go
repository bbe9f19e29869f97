package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// stamp is what a response says of its day.
type stamp struct {
	text string
	at   place
	// column is its index.
	column int
}

// stampIn returns when a person answered; the first column that says so.
func (r *reader) stampIn(cells row) stamp {
	for _, c := range slices.Concat(r.person[dateUse], r.person[otherDateUse]) {
		if text := cells.cell(c.index); text != "" {
			return stamp{text, cells.at[c.index], c.index}
		}
	}
	return stamp{}
}

// daysOf returns the day of each stamp as YYYY-MM-DD, empty where there is none, and the stamps that cannot be read for sure. Which of
// two numbers is the month is known from the order, or where any stamp has a number that can be no month; never from one alone that
// could be either.
func daysOf(stamps []stamp, order string) (days []string, unread []int) {
	parts := make([]dayParts, len(stamps))
	dayFirst, monthFirst := false, false
	for i, s := range stamps {
		parts[i] = partsOf(s.text)
		if p := parts[i]; p.known && !p.yearFirst && !p.dotted {
			dayFirst, monthFirst = dayFirst || p.numbers[0] > 12, monthFirst || p.numbers[1] > 12
		}
	}
	if order == "" && dayFirst != monthFirst {
		order = map[bool]string{true: "dmy", false: "mdy"}[dayFirst]
	}
	days = make([]string, len(stamps))
	for i, s := range stamps {
		days[i] = parts[i].day(order)
		if days[i] == "" && s.text != "" {
			unread = append(unread, i)
		}
	}
	return days, unread
}

// dayParts are the three numbers of a day in the order in which they are written.
type dayParts struct {
	numbers [3]int
	// yearFirst and dotted days have one order everywhere.
	yearFirst, dotted bool
	known             bool
}

// partsOf reads the numbers at the beginning of a text: 2026-11-22, 22.11.2026, 11/22/26, with a time behind them or not, or the
// number of a day that a spreadsheet writes.
func partsOf(text string) dayParts {
	var p dayParts
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == 'T' || r == ',' || r == '\u00a0' })
	if len(fields) == 0 {
		return p
	}
	if serial, err := strconv.ParseFloat(fields[0], 64); err == nil && len(fields) == 1 {
		return serialDay(serial)
	}
	written := strings.TrimRight(fields[0], ".")
	separator := strings.Trim(written, "0123456789")
	if separator == "" {
		return p
	}
	numbers := strings.Split(written, separator[:1])
	if len(numbers) != len(p.numbers) || !strings.Contains("-/.", separator[:1]) {
		return p
	}
	for i, number := range numbers {
		n, err := strconv.Atoi(number)
		if err != nil || n < 0 {
			return p
		}
		p.numbers[i] = n
	}
	p.yearFirst, p.dotted, p.known = len(numbers[0]) == 4, separator[0] == '.', true
	return p
}

// serialDay is the day of which a spreadsheet wrote the number of days since the end of 1899.
func serialDay(serial float64) dayParts {
	const year2000, year2100 = 36526, 73051
	if !(serial >= year2000 && serial < year2100) { // also where it is no number
		return dayParts{}
	}
	day := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(serial))
	return dayParts{numbers: [3]int{day.Year(), int(day.Month()), day.Day()}, yearFirst: true, known: true}
}

// day returns the day as YYYY-MM-DD; empty for one that there is not, or whose order is not known.
func (p dayParts) day(order string) string {
	n := p.numbers
	switch {
	case !p.known:
		return ""
	case p.yearFirst:
		return checkedDay(n[0], n[1], n[2])
	case p.dotted:
		return checkedDay(n[2], n[1], n[0])
	}
	switch order {
	case "dmy":
		return checkedDay(n[2], n[1], n[0])
	case "mdy":
		return checkedDay(n[2], n[0], n[1])
	case "ymd":
		return checkedDay(n[0], n[1], n[2])
	}
	if n[0] == n[1] {
		return checkedDay(n[2], n[0], n[1])
	}
	return ""
}

func checkedDay(year, month, day int) string {
	const century = 2000
	if year < 100 {
		year += century
	}
	written := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	if _, err := time.Parse(time.DateOnly, written); err != nil {
		return ""
	}
	return written
}
