package evidence

import (
	"slices"
	"strings"
)

// findDate finds the first date in the name of a tag, "2025-06-01" or "20250601", with what counts the releases of that
// day or gives its time as further numbers.
func findDate(name string) (run, bool) {
	for i := 0; i < len(name); i++ {
		if !isDigit(name[i]) {
			continue
		}
		if found, ok := dateAt(name, i); ok {
			if letters := lettersBefore(name, i); letters == "" || isReleaseWord(letters) {
				return found, true
			}
		}
		i = digitsEnd(name, i) - 1
	}
	return run{}, false
}

// dateAt reads a date that starts at a place.
func dateAt(name string, start int) (run, bool) {
	found, ok := compactDateAt(name, start)
	if !ok {
		found, ok = dashedDateAt(name, start)
	}
	if !ok || !isDate(found.numbers) {
		return run{}, false
	}
	const most = 3 // a time and a count
	for range most {
		at := found.end + 1
		end := digitsEnd(name, at)
		if found.end >= len(name) || end <= at || !slices.Contains([]byte("-._T"), name[found.end]) {
			break
		}
		found.numbers, found.end = append(found.numbers, parseNumber(name[at:end])), end
	}
	return found, true
}

// compactDateAt reads 20250601, with a time to the minute or second or without.
func compactDateAt(name string, start int) (run, bool) {
	end := digitsEnd(name, start)
	digits := name[start:end]
	const date, minute, second = 8, 12, 14
	if !slices.Contains([]int{date, minute, second}, len(digits)) {
		return run{}, false
	}
	found := run{start: start, end: end}
	found.numbers = []int64{parseNumber(digits[:4]), parseNumber(digits[4:6]), parseNumber(digits[6:date])}
	if len(digits) > date {
		found.numbers = append(found.numbers, parseNumber(digits[date:]))
	}
	return found, true
}

// dashedDateAt reads 2025-06-01.
func dashedDateAt(name string, start int) (run, bool) {
	const length = len("2025-06-01")
	end := start + length
	if end > len(name) || digitsEnd(name, start+8) != end {
		return run{}, false
	}
	found := run{start: start, end: end}
	parts := strings.Split(name[start:end], "-")
	if len(parts) != 3 || len(parts[0]) != 4 || len(parts[1]) != 2 {
		return run{}, false
	}
	for _, part := range parts {
		if !isNumber(part) {
			return run{}, false
		}
		found.numbers = append(found.numbers, parseNumber(part))
	}
	return found, true
}

// isDate reports whether numbers begin with a year, a month and a day.
func isDate(numbers []int64) bool {
	return isYear(numbers[0]) && 1 <= numbers[1] && numbers[1] <= 12 && 1 <= numbers[2] && numbers[2] <= 31
}

// digitsEnd returns the end of the digits that start at a place; the place itself when there are none.
func digitsEnd(name string, start int) int {
	end := start
	for end < len(name) && isDigit(name[end]) {
		end++
	}
	return end
}

// isDatedSeries reports whether a component that is released by date is a service that goes live. Anything else may be
// marked with a date: backups, nightly builds, the state before a migration.
func isDatedSeries(series string) bool {
	return slices.Contains([]string{"", "prod", "production", "live", "deploy", "deployment", "stable"}, series)
}

// countSingleNumbers makes tags such as v7 and 12 releases where nothing else is one: there they are the versions,
// elsewhere they move along with v7.1.2.
func countSingleNumbers(list []namedTag) {
	const fewest, longest = 3, 5
	var single []int
	for i := range list {
		if list[i].isRelease() {
			return
		}
		name := list[i].Name
		at := len(lettersBefore(name, len(name)-len(trailingDigits(name))))
		digits := name[at:]
		if !list[i].Commit.IsZero() && isNumber(digits) && len(digits) <= longest && (at == 0 || isReleaseWord(name[:at])) {
			single = append(single, i)
		}
	}
	if len(single) < fewest {
		return
	}
	for _, i := range single {
		list[i].tagName = tagName{class: counterTag, version: []int64{parseNumber(trailingDigits(list[i].Name))}}
	}
}

func trailingDigits(name string) string {
	start := len(name)
	for start > 0 && isDigit(name[start-1]) {
		start--
	}
	return name[start:]
}
