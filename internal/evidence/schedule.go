package evidence

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// releaseSchedule returns the schedule of a workflow that makes releases by itself at set times, and the days between two runs. One
// that also starts for a tag makes its releases then, and one for nightly builds makes none.
func releaseSchedule(file string, workflow []byte) (schedule string, days float64, found bool) {
	name := strings.ToLower(path.Base(file))
	trial := []string{"nightly", "canary", "snapshot", "edge", "preview", "stale", "test"}
	if path.Dir(file) != ".github/workflows" || slices.ContainsFunc(trial, func(word string) bool { return strings.Contains(name, word) }) {
		return "", 0, false
	}
	makes := regexp.MustCompile(`\bgit tag\b|\bcreateTag\b|gh release create|softprops/action-gh-release|ncipollo/release-action|semantic-release`)
	cron := regexp.MustCompile(`(?m)^\s*-\s+cron:\s*['"]?([^'"\r\n]+)`)
	match := cron.FindSubmatch(workflow)
	if match == nil || !makes.Match(workflow) || bytes.Contains(workflow, []byte(" tags:")) {
		return "", 0, false
	}
	schedule = strings.Join(strings.Fields(string(match[1])), " ")
	days, found = cronDays(schedule)
	return schedule, days, found
}

// cronDays returns the mean number of days between the days on which a schedule of five fields runs. It counts them over four
// years, in which everything about a calendar comes round.
func cronDays(schedule string) (days float64, found bool) {
	fields := strings.Fields(strings.ToUpper(schedule))
	if len(fields) != 5 {
		return 0, false
	}
	inMonth, okMonth := cronField(fields[3], 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC")
	onDate, okDate := cronField(fields[2], 1, 31, "")
	onDay, okDay := cronField(fields[4], 0, 7, "SUN MON TUE WED THU FRI SAT")
	if !okMonth || !okDate || !okDay {
		return 0, false
	}
	const fourYears = 4*365 + 1
	anyDate, anyDay := fields[2] == "*", fields[4] == "*"
	start := time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)
	runs := 0
	for i := range fourYears {
		at := start.AddDate(0, 0, i)
		date, weekday := onDate[at.Day()], onDay[int(at.Weekday())] || at.Weekday() == time.Sunday && onDay[7]
		// Where both are given, cron runs on the days of either.
		if inMonth[int(at.Month())] && (date && weekday || !anyDate && !anyDay && (date || weekday)) {
			runs++
		}
	}
	if runs == 0 {
		return 0, false
	}
	return float64(fourYears) / float64(runs), true
}

// cronField returns the values that a field of a schedule stands for: "*", "1-5", "1,15", "*/2" and names.
func cronField(field string, low, high int, names string) (values map[int]bool, ok bool) {
	values = map[int]bool{}
	for part := range strings.SplitSeq(field, ",") {
		span, stepText, stepped := strings.Cut(part, "/")
		from, to, step := low, high, 1
		if span != "*" {
			first, last, isRange := strings.Cut(span, "-")
			from, ok = cronValue(first, low, names)
			to = from
			if stepped {
				to = high
			}
			if ok && isRange {
				to, ok = cronValue(last, low, names)
			}
			if !ok {
				return nil, false
			}
		}
		if stepped {
			step, _ = strconv.Atoi(stepText)
		}
		if from < low || to > high || step < 1 {
			return nil, false
		}
		for value := from; value <= to; value += step {
			values[value] = true
		}
	}
	return values, len(values) > 0
}

func cronValue(text string, low int, names string) (int, bool) {
	if at := slices.Index(strings.Fields(names), text); at >= 0 {
		return low + at, true
	}
	value, err := strconv.Atoi(text)
	return value, err == nil
}
