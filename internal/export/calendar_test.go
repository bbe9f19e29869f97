package export_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
)

func calendarOf(t *testing.T, list ...report.Commitment) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Calendar(&b, "payments-api", &report.Commitments{AsOf: "2026-12-01", List: list}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestCalendarOfHostileTexts holds that no text begins a line or a property of its own, and that lines are as long as RFC 5545 lets them.
func TestCalendarOfHostileTexts(t *testing.T) {
	t.Parallel()
	hostile := "a;b,c\\d\r\nEND:VEVENT\r\nBEGIN:VALARM\x1b[31m\x00" + strings.Repeat("é🙂", 60)
	text := calendarOf(t, report.Commitment{
		Item: "x", Title: hostile, Question: "q", QuestionTitle: hostile, ToText: hostile, FromText: hostile, Owner: report.Text(hostile),
		Note: report.Text(hostile), Due: "2027-01-31", Added: "2026-12-01", Status: report.CommitmentOpen,
	})
	if strings.Count(text, "\r\nEND:VEVENT") != 1 || strings.Contains(text, "\r\nBEGIN:VALARM") || strings.ContainsAny(text, "\x1b\x00") {
		t.Errorf("text breaks out:\n%q", text)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
}

func TestCalendarHasWhatIsNotDone(t *testing.T) {
	t.Parallel()
	made := func(item string, due report.Text, status report.CommitmentStatus) report.Commitment {
		return report.Commitment{Item: item, Title: item, Question: "q", Due: due, Status: status}
	}
	list := []report.Commitment{
		made("a", "2027-01-31", report.CommitmentOpen), made("b", "2026-11-30", report.CommitmentOverdue),
		made("c", "2027-01-31", report.CommitmentDone), made("d", "2027-01-31", report.CommitmentWithdrawn), made("e", "", report.CommitmentOpen),
	}
	text := calendarOf(t, list...)
	for _, want := range []string{
		"SUMMARY:a (payments-api)", "SUMMARY:b (payments-api)", "DTSTART;VALUE=DATE:20270131", "DTEND;VALUE=DATE:20270201", "DTSTAMP:20261130T000000Z",
	} {
		if !strings.Contains(text, want+"\r\n") {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
	if n := strings.Count(text, "BEGIN:VEVENT"); n != 2 {
		t.Errorf("%d events", n)
	}
	moved := list[0]
	moved.Due = "2027-02-28"
	uid := func(text string) string {
		_, after, _ := strings.Cut(text, "UID:")
		id, _, _ := strings.Cut(after, "\r\n")
		return id
	}
	if uid(calendarOf(t, moved)) != uid(text) || uid(calendarOf(t, list[1])) == uid(text) {
		t.Error("an event does not keep its identity")
	}
}
