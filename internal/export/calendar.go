package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// Calendar writes the last days of commitments that are open or overdue as all-day events, as RFC 5545 has them. An event keeps its
// identity as long as service, recommendation and question stay, so that a calendar that reads it again moves it. Nothing in it depends
// on when it is written: its stamp is the day on which the promise was written down, else its last day. An error is what the writer
// returned.
func Calendar(w io.Writer, subject report.Text, judged *report.Commitments) error {
	calendar := ics.NewCalendarFor("opsfit")
	calendar.SetProductId("-//opsfit//opsfit//EN")
	calendar.SetMethod(ics.MethodPublish)
	for i := range judged.List {
		c := &judged.List[i]
		day, err := time.Parse(time.DateOnly, string(c.Due))
		if err == nil && (c.Status == report.CommitmentOpen || c.Status == report.CommitmentOverdue) {
			addEvent(calendar, subject, c, day)
		}
	}
	return calendar.SerializeTo(w, ics.WithNewLineWindows)
}

func addEvent(calendar *ics.Calendar, subject report.Text, c *report.Commitment, day time.Time) {
	stamp := day
	if added, err := time.Parse(time.DateOnly, string(c.Added)); err == nil {
		stamp = added
	}
	id := sha256.Sum256([]byte(strings.Join([]string{string(subject), c.Item, c.Question}, "\x00")))
	event := calendar.AddEvent(hex.EncodeToString(id[:16]) + "@opsfit")
	event.SetDtStampTime(stamp)
	event.SetAllDayStartAt(day)
	event.SetAllDayEndAt(day.AddDate(0, 0, 1))
	event.SetTimeTransparency(ics.TransparencyTransparent)
	title := c.Title
	if subject != "" {
		title += " (" + string(subject) + ")"
	}
	event.SetSummary(diag.Visible(title))
	lines := append([]string{c.QuestionTitle + ": " + c.ToText, "Instead of: " + c.FromText}, c.Terms(report.AsIs)...)
	event.SetDescription(diag.VisibleLines(strings.Join(lines, "\n")))
}
