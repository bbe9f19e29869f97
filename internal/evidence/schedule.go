package evidence

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// releaseSchedule returns the schedule of a workflow that makes releases by itself at set times, and the days between
// two runs. A workflow that also starts for a tag makes its releases then, and a nightly build makes none.
func releaseSchedule(file string, workflow []byte) (schedule string, days float64, found bool) {
	name := strings.ToLower(path.Base(file))
	trial := []string{"nightly", "canary", "snapshot", "edge", "preview", "stale", "test"}
	if path.Dir(file) != ".github/workflows" || slices.ContainsFunc(trial, func(word string) bool { return strings.Contains(name, word) }) {
		return "", 0, false
	}
	makes := regexp.MustCompile(`\bgit tag\b|\bcreateTag\b|gh release create|semantic-release|` +
		`softprops/action-gh-release|ncipollo/release-action`)
	cron := regexp.MustCompile(`(?m)^\s*-\s+cron:\s*['"]?([^'"\r\n]+)`)
	match := cron.FindSubmatch(workflow)
	if match == nil || !makes.Match(workflow) || bytes.Contains(workflow, []byte(" tags:")) {
		return "", 0, false
	}
	schedule = strings.Join(strings.Fields(string(match[1])), " ")
	days, found = cronDays(schedule)
	return schedule, days, found
}

// cronDays returns the mean number of days between the days on which a schedule of five fields runs, counted over four
// years, after which the calendar repeats.
func cronDays(schedule string) (days float64, found bool) {
	// Reject the name of a time zone: the library would read files for it.
	fields := strings.Fields(schedule)
	if len(fields) != 5 || strings.Contains(schedule, "=") {
		return 0, false
	}
	fields[0], fields[1] = "0", "0"
	runs, err := cron.ParseStandard(strings.Join(fields, " "))
	if err != nil {
		return 0, false
	}
	start := time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)
	end := start.AddDate(4, 0, 0)
	count := 0
	for at := runs.Next(start.Add(-time.Second)); !at.IsZero() && at.Before(end); at = runs.Next(at) {
		count++
	}
	if count == 0 {
		return 0, false
	}
	return end.Sub(start).Hours() / 24 / float64(count), true
}
