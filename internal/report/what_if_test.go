package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// supposed scores a frozen sheet twice, as it is and with changes.
func supposed(t testing.TB, name, changes string) (before, after *report.Document) {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, name)
	other, changed, err := sheet.Suppose(q, changes)
	if err != nil {
		t.Fatal(err)
	}
	before, after = reporttest.Sheet(q, sheet), reporttest.Sheet(q, other)
	after.Suppose(before, changed)
	return before, after
}

func TestGoldenWhatIfs(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, "testdata/what-if.txtar", *update)
	for name, changes := range map[string]string{
		"typical":  "restore_test=yearly,who_runs=separate,batch_size=dont_know",
		"fitting":  "release_pressure=daily,restore_test=not_applicable",
		"outcomes": "change_fail_rate=dont_know,lead_time=m1_m6",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, doc := supposed(t, name, changes)
			got := encode(t, doc)
			archive.Check(t, name+".json", string(got))
			again, found := report.Decode("a.json", got)
			if again == nil {
				t.Fatal(found)
			}
			if diff := cmp.Diff(string(got), string(encode(t, again))); diff != "" {
				t.Errorf("read and written again (-want +got):\n%s", diff)
			}
		})
	}
}

// TestWhatIfTellsBeforeAndAfter holds what a reader needs so as not to take a supposed result for a real one.
func TestWhatIfTellsBeforeAndAfter(t *testing.T) {
	t.Parallel()
	before, after := supposed(t, "typical", "restore_test=yearly,who_runs=dev_first,batch_size=dont_know")
	wantChanges := []report.Change{
		{
			Question: "batch_size", Title: "Batch size", Prompt: "How much goes into a typical production release?",
			From: "feature", FromText: "One feature or a handful of fixes", To: "dont_know", ToText: "don't know",
		},
		{
			Question: "restore_test", Title: "Restore test", Prompt: "What shows that lost data can be brought back?",
			From: "untested", FromText: "Backups run, but nobody has restored one",
			To: "yearly", ToText: "A full restore was tested in the past year",
		},
		{
			Question: "who_runs", Title: "Night calls", Prompt: "Who acts first when production misbehaves?",
			From: "dev_first", FromText: "Developers first; specialists support them", To: "dev_first", ToText: "Developers first; specialists support them",
		},
	}
	if diff := cmp.Diff(wantChanges, after.WhatIf.Changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before.Verdict, after.WhatIf.Before.Verdict); diff != "" {
		t.Errorf("the verdict before (-want +got):\n%s", diff)
	}
	if want := "A what-if: 2 answers are supposed, not given: Batch size and Restore test."; after.Notes[0] != want {
		t.Errorf("note %q, want %q", after.Notes[0], want)
	}
	for _, answer := range after.Answers {
		want := "person"
		if answer.Question == "batch_size" || answer.Question == "restore_test" {
			want = "what_if"
		}
		if answer.Source != want {
			t.Errorf("%s: source %s, want %s", answer.Question, answer.Source, want)
		}
	}
	if before.WhatIf != nil {
		t.Error("a report on given answers calls itself a what-if")
	}
}

func TestWhatIfThatChangesNothing(t *testing.T) {
	t.Parallel()
	before, after := supposed(t, "typical", "who_runs=dev_first")
	if diff := cmp.Diff(before.Answers, after.Answers); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	if want := "This is a what-if, but it changes no answer."; after.WhatIf.Intro() != want || after.Notes[0] != "A what-if that changes no answer." {
		t.Errorf("got %q and %q", after.WhatIf.Intro(), after.Notes[0])
	}
}

func TestCompareWarnings(t *testing.T) {
	t.Parallel()
	of := func(ids ...string) []report.ActiveWarning {
		list := []report.ActiveWarning{}
		for _, id := range ids {
			name, severity, _ := strings.Cut(id, " ")
			list = append(list, report.ActiveWarning{ID: name, Severity: severity})
		}
		return list
	}
	tests := []struct {
		name          string
		before, after []report.ActiveWarning
		want          report.WarningChanges
	}{
		{"none", nil, nil, report.WarningChanges{Gone: of(), New: of(), Regraded: []report.RegradedWarning{}}},
		{"the same in another order", of("a high", "b info"), of("b info", "a high"), report.WarningChanges{Gone: of(), New: of(), Regraded: []report.RegradedWarning{}}},
		{"one goes, one comes", of("a high"), of("b info"), report.WarningChanges{Gone: of("a high"), New: of("b info"), Regraded: []report.RegradedWarning{}}},
		{
			"another severity", of("a high"), of("a critical"),
			report.WarningChanges{Gone: of(), New: of(), Regraded: []report.RegradedWarning{{ActiveWarning: of("a critical")[0], Was: "high"}}},
		},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, report.CompareWarnings(test.before, test.after)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestDecodeFaultsOfAWhatIf(t *testing.T) {
	t.Parallel()
	const head = `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "leaning"}, "warnings": [], "what_if": `
	for whatIf, want := range map[string]string{
		`{}`:                                     "no verdict of the same kind",
		`{"before": {"verdict": null}}`:          `the verdict kind "" is none of`,
		`{"before": {"verdict": {"kind": "x"}}}`: `the verdict kind "x" is none of`,
		`{"before": {"verdict": {"kind": "quadrant"}}}`: "no verdict of the same kind",
		`[]`: `"what_if" is an array, which no result has there`,
	} {
		doc, found := report.Decode("r.json", []byte(head+whatIf+"}"))
		if doc != nil || len(found) != 1 || !strings.Contains(found[0].String(), want) {
			t.Errorf("%s: got %v, want %s", whatIf, found, want)
		}
	}
	for _, whatIf := range []string{`null`, `{"before": {"verdict": {"kind": "leaning", "robustness": {}}}, "changes": [{}]}`} {
		doc, found := report.Decode("r.json", []byte(head+whatIf+"}"))
		if doc == nil {
			t.Fatal(found)
		}
		if strings.Contains(string(encode(t, doc)), `"warnings": null`) {
			t.Errorf("%s: a list comes out as null", whatIf)
		}
	}
}
