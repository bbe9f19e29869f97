package cli

import (
	"fmt"
	"strconv"
	"time"

	"github.com/opsfit/opsfit/internal/diag"
)

// epochVariable holds the day of a run that can be repeated, in seconds since 1970.
const epochVariable = "SOURCE_DATE_EPOCH"

// dayOfRun returns the day that ages and exemptions are judged on: that of SOURCE_DATE_EPOCH if it is set, so that a run can be
// repeated to the byte, else today. A day ends at midnight in UTC: the pipeline and each colleague get the same verdict in the same
// moment.
func (r *runner) dayOfRun() (string, error) {
	text := r.Env(epochVariable)
	if text == "" {
		return r.Now().UTC().Format(time.DateOnly), nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	day := time.Unix(seconds, 0).UTC()
	if err != nil || seconds < 0 || day.Year() > 9999 {
		return "", diag.List{{
			Severity: diag.Error, Code: "bad-value", Hint: "set it to seconds since 1970, or not at all",
			Message: fmt.Sprintf("the variable %s has the value %s", epochVariable, diag.Quote(text)),
		}}
	}
	return day.Format(time.DateOnly), nil
}

// today is the date in the person's time zone.
func (r *runner) today() string { return r.Now().Format(time.DateOnly) }
