package gate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/report"
)

// reviewed has one answer for each day; "" is one without a review.
func reviewed(date string, days ...string) *report.Document {
	doc := scoreResult()
	doc.Date, doc.Answers = report.Text(date), nil
	for i, day := range days {
		doc.Answers = append(doc.Answers, report.Answer{Question: string(rune('a' + i)), Status: "answered", Reviewed: report.Text(day)})
	}
	return doc
}

func TestAgeGates(t *testing.T) {
	t.Parallel()
	const today = "2026-11-22"
	aged := func(question, date string, days int) report.Aged {
		return report.Aged{Question: question, Date: date, Days: days}
	}
	fresh := func(age, since string, stale []report.Aged, undated ...string) *report.Freshness {
		if stale == nil {
			stale = []report.Aged{}
		}
		return &report.Freshness{MaxAge: age, Since: since, Stale: stale, Undated: append([]string{}, undated...)}
	}
	open := reviewed("")
	open.Answers = []report.Answer{{Question: "a", Status: "dont_know"}, {Question: "b", Status: "skipped", Reviewed: "2001-01-01"}}
	stated := reviewed("2026-11-01", "")
	stated.Answers = append(stated.Answers, report.Answer{Question: "na", Status: "not_applicable", Reviewed: "2026-01-01"})
	tests := []struct {
		name, age string
		doc       *report.Document
		want      *report.Freshness
		row       string
	}{
		{"on the last day", "180d", reviewed("", "2026-05-26"), fresh("180d", "2026-05-26", nil), "max-age 180d: met; lte 180, 180"},
		{
			"a day late", "180d", reviewed("", "2026-05-25"), fresh("180d", "2026-05-26", []report.Aged{aged("a", "2026-05-25", 181)}),
			"max-age 180d: not met; lte 180, 181; 1 answer is too old.",
		},
		{"months", "6m", reviewed("", "2026-05-22"), fresh("6m", "2026-05-22", nil), "max-age 6m: met; lte 184, 184"},
		{"a year over 29 February", "4y", reviewed("", "2022-11-22"), fresh("4y", "2022-11-22", nil), "max-age 4y: met; lte 1461, 1461"},
		{
			"the date of the file", "30d", reviewed("2026-01-01", "", "2026-11-01", ""),
			fresh("30d", "2026-10-23", []report.Aged{aged("a", "2026-01-01", 325), aged("c", "2026-01-01", 325)}),
			"max-age 30d: not met; lte 30, 325; 2 answers are too old.",
		},
		{
			"the oldest first", "30d", reviewed("", "2026-09-01", "2026-01-01", "2026-09-01"),
			fresh("30d", "2026-10-23", []report.Aged{aged("b", "2026-01-01", 325), aged("a", "2026-09-01", 82), aged("c", "2026-09-01", 82)}),
			"max-age 30d: not met; lte 30, 325; 3 answers are too old.",
		},
		{"without a date", "1y", reviewed("", "", "2026-11-22"), fresh("1y", "2025-11-22", nil, "a"), "max-age 1y: not met; lte 365, 0; Of the answers, 1 has no date, or one in the future."},
		{"no date at all", "1y", reviewed("", "", ""), fresh("1y", "2025-11-22", nil, "a", "b"), "max-age 1y: not met; lte 365, null; Of the answers, 2 have no date, or one in the future."},
		{
			"old and undated", "1d", reviewed("", "", "2026-11-20"), fresh("1d", "2026-11-21", []report.Aged{aged("b", "2026-11-20", 2)}, "a"),
			"max-age 1d: not met; lte 1, 2; 1 answer is too old, and 1 has no date, or one in the future.",
		},
		{"tomorrow is today elsewhere", "1d", reviewed("", "2026-11-23"), fresh("1d", "2026-11-21", nil), "max-age 1d: met; lte 1, 0"},
		{"a day to come", "1d", reviewed("", "2026-11-24"), fresh("1d", "2026-11-21", nil, "a"), "max-age 1d: not met; lte 1, null; Of the answers, 1 has no date, or one in the future."},
		{
			"the first day there is", "1y", reviewed("", "0001-01-01"),
			fresh("1y", "2025-11-22", []report.Aged{aged("a", "0001-01-01", 739941)}),
			"max-age 1y: not met; lte 365, 739941; 1 answer is too old.",
		},
		{"no day", "1d", reviewed("the other day", ""), fresh("1d", "2026-11-21", nil, "a"), "max-age 1d: not met; lte 1, null; Of the answers, 1 has no date, or one in the future."},
		{"nothing stated", "1d", open, fresh("1d", "2026-11-21", nil), "max-age 1d: not met; lte 1, null; No question is answered, so that there is not an age to look at."},
		{
			"not applicable gets old too", "30d", stated, fresh("30d", "2026-10-23", []report.Aged{aged("na", "2026-01-01", 325)}),
			"max-age 30d: not met; lte 30, 325; 1 answer is too old.",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			set(t, gate.Wanted{MaxAge: at(test.age)}).Judge(gate.Case{Document: test.doc, Day: today})
			if diff := cmp.Diff(test.want, test.doc.Freshness); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{test.row}, rows(test.doc)); diff != "" || test.doc.AsOf != today {
				t.Error(test.doc.AsOf, diff)
			}
		})
	}
}

// TestMonthsEnd looks back from the end of a long month into a shorter one.
func TestMonthsEnd(t *testing.T) {
	t.Parallel()
	tests := []struct{ day, age, since string }{
		{"2026-08-31", "6m", "2026-02-28"},
		{"2028-08-31", "6m", "2028-02-29"},
		{"2028-02-29", "1y", "2027-02-28"},
		{"2026-03-31", "1m", "2026-02-28"},
		{"2026-01-15", "13m", "2024-12-15"},
		{"2026-03-01", "1d", "2026-02-28"},
	}
	for _, test := range tests {
		doc := reviewed("", "2026-01-01")
		set(t, gate.Wanted{MaxAge: at(test.age)}).Judge(gate.Case{Document: doc, Day: test.day})
		if got := doc.Freshness.Since; got != test.since {
			t.Errorf("%s before %s is %s, want %s", test.age, test.day, got, test.since)
		}
	}
}

// TestYoungerAnswersAreNoWorse reviews an answer again: an age that was good enough still is.
func TestYoungerAnswersAreNoWorse(t *testing.T) {
	t.Parallel()
	days := []string{"2020-02-29", "2025-11-21", "2025-11-22", "2026-05-31", "2026-11-21", "2026-11-22"}
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.IntRange(0, len(days)-1).Draw(t, "first")
		later := rapid.IntRange(first, len(days)-1).Draw(t, "later")
		age := rapid.SampledFrom([]string{"1d", "30d", "6m", "1y", "12m", "7y"}).Draw(t, "age")
		met := func(day string) bool {
			wanted, _ := gate.Read(gate.Wanted{MaxAge: at(age)})
			doc := reviewed("", day)
			wanted.Judge(gate.Case{Document: doc, Day: "2026-11-22"})
			return doc.Gates[0].Met
		}
		if met(days[first]) && !met(days[later]) {
			t.Fatalf("%s: %s is young enough, %s is not", age, days[first], days[later])
		}
	})
}

// TestNoLimitNoDay leaves a document alone that there is nothing to judge by a day.
func TestNoLimitNoDay(t *testing.T) {
	t.Parallel()
	doc := scoreResult()
	doc.AsOf, doc.Freshness = "2020-01-01", &report.Freshness{}
	set(t, gate.Wanted{Conditions: all("fit >= 1")}).Judge(gate.Case{Document: doc, Day: "2026-11-22"})
	if doc.AsOf != "" || doc.Freshness != nil {
		t.Errorf("as of %q, freshness %+v", doc.AsOf, doc.Freshness)
	}
	gate.Set{}.Judge(gate.Case{Document: doc})
	if doc.Gates == nil || len(doc.Gates) > 0 {
		t.Errorf("no gate was set: %#v", doc.Gates)
	}
}
