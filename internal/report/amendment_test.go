package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func recordOf(t testing.TB, facts report.Facts) string {
	t.Helper()
	text, err := facts.Text()
	if err != nil {
		t.Fatal(err)
	}
	return "# A record\n\nWords of people.\n\n" + report.FactsComment + "\n" + text + "\n-->\n"
}

func TestFactsComeBack(t *testing.T) {
	t.Parallel()
	for _, sample := range samples(t) {
		want := report.FactsOf(reporttest.File(t, sample))
		for name, text := range map[string]string{
			"as written":   recordOf(t, want),
			"with CRLF":    strings.ReplaceAll(recordOf(t, want), "\n", "\r\n"),
			"the last one": recordOf(t, report.Facts{Schema: report.FactsSchema}) + recordOf(t, want) + "more words\n",
		} {
			got, found := report.ReadFacts("r.md", []byte(text))
			if got == nil {
				t.Fatalf("%s: %v", name, found)
			}
			if diff := cmp.Diff(&want, got); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", filepath.Base(sample), name, diff)
			}
		}
	}
}

// TestFactsCannotLeaveTheirComment puts anything into the facts.
func TestFactsCannotLeaveTheirComment(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		nasty := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"-->", "--!>", "<!--", "]]>", "\n-->\n", `"}`, `\`, `\"`, "\x1b[31m", "\u202e", "\u2028", "{", "[]", ", ", ": ", "\xff",
		})).Draw(t, "text")
		facts := report.Facts{
			Schema: report.FactsSchema, Subject: report.Text(nasty), Unknown: []string{nasty, nasty},
			Drivers: []report.Cause{{Question: nasty, Text: nasty}}, Steps: []report.StepFact{{Title: nasty}},
			Shortfalls: []report.AxisFact{}, Warnings: []report.WarningFact{},
		}
		text, err := facts.Text()
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(text, "<>") || strings.ContainsFunc(strings.ReplaceAll(text, "\n", ""), diag.Hidden) || !json.Valid([]byte(text)) {
			t.Fatalf("%q becomes\n%s", nasty, text)
		}
		got, found := report.ReadFacts("r.md", []byte(report.FactsComment+"\n"+text+"\n-->"))
		if got == nil || string(got.Subject) != strings.ToValidUTF8(nasty, "\ufffd") {
			t.Fatalf("%q came back as %+v, %v", nasty, got, found)
		}
	})
}

func TestReadFactsFaults(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"no comment", "# A record\n", `r.md:1:1: no facts of an assessment are in it: the comment that begins with "<!-- opsfit.record/v1" is missing; write a new record with opsfit report FILE -f adr [not-a-record]`},
		{"empty comment", "x\n\n<!-- opsfit.record/v1 -->", "r.md:3:1: the comment with the facts is empty"},
		{"cut off", "x\n<!-- opsfit.record/v1\n{\"schema\":", "the file ends before the result does"},
		{"no JSON", "x\n<!-- opsfit.record/v1\n{nope}\n-->", "r.md:3:2: not a JSON result"},
		{"other schema", "<!-- opsfit.record/v1\n{\"schema\": \"opsfit.record/v2\"}\n-->", `the schema is "opsfit.record/v2", this version reads "opsfit.record/v1"`},
		{"too large", strings.Repeat("x", report.MaxRecordBytes+1), "over 1 MiB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			facts, found := report.ReadFacts("r.md", []byte(test.text))
			if facts != nil || len(found) != 1 || !strings.Contains(found[0].String(), test.want) {
				t.Errorf("got %v, want %s", found, test.want)
			}
		})
	}
}

func FuzzReadFacts(f *testing.F) {
	for _, sample := range samples(f) {
		f.Add([]byte(recordOf(f, report.FactsOf(reporttest.File(f, sample)))))
	}
	doc := reporttest.File(f, "../../testdata/answers/web-shop.yaml")
	f.Fuzz(func(t *testing.T, data []byte) {
		facts, found := report.ReadFacts("r.md", data)
		if (facts == nil) != found.HasErrors() {
			t.Fatalf("facts %v with diagnostics %v", facts, found)
		}
		if facts == nil {
			return
		}
		var out bytes.Buffer
		if err := report.Encode(&out, report.Amend(facts, doc)); err != nil {
			t.Fatal(err)
		}
	})
}

func TestAmend(t *testing.T) {
	t.Parallel()
	was := report.Facts{
		Subject: "shop", Date: "2026-10-14", Questionnaire: report.FactsQuestion{ID: "full", Version: "1.0.0", Digest: "a"},
		Option: "both", Advice: "combine", Confidence: "high", Practice: calls(0.57, "leaning_devops"), Situation: calls(0.25, "leaning_devops"),
		Fit:     report.Fit{Value: new(82.3), Word: "workable"},
		Drivers: []report.Cause{{Question: "pressure", Option: "weekly", Text: "Every week"}},
		Unknown: []string{"alarm"}, Shortfalls: []report.AxisFact{{Axis: "stability", Title: "Stability", Short: new(1.25)}},
		Warnings: []report.WarningFact{{ID: "restore", Severity: "critical", Text: "Nobody has tried.", Because: []string{"restore_test", "alarm"}}},
		Steps:    []report.StepFact{{ID: "try", Title: "Try it", Status: "now", Because: []string{"restore_test"}}, {ID: "wait", Title: "Go faster", Status: "later"}},
	}
	tests := []struct {
		name   string
		change func(*report.Facts)
		title  string
		want   []string
	}{
		{"nothing", func(*report.Facts) {}, "", nil},
		{
			"another proposal", func(f *report.Facts) { f.Option, f.Advice = "devops", "stay_devops" }, report.RecordOutcome,
			[]string{
				`The proposed option was "Both ways combined" and now is "The DevOps way".`,
				`The advice was "combine both models" and now is "stay with DevOps".`,
			},
		},
		{
			"no proposal any more", func(f *report.Facts) { f.Option, f.Advice, f.Confidence = "", "", "" }, report.RecordOutcome,
			[]string{
				`The proposed option was "Both ways combined" and now is none.`,
				`The advice was "combine both models" and now is "no advice".`, "The confidence was high and now is not scored.",
			},
		},
		{
			"another place, the same word", func(f *report.Facts) { f.Practice = calls(0.4, "leaning_devops") }, report.RecordOutcome,
			[]string{"How you work moved from +0.57 to +0.40 and is still leaning DevOps."},
		},
		{
			"another word", func(f *report.Facts) { f.Situation = calls(0.1, "hybrid") }, report.RecordOutcome,
			[]string{"What the situation calls for was leaning DevOps (+0.25) and now is hybrid (+0.10)."},
		},
		{
			"no place any more", func(f *report.Facts) { f.Practice = report.Situation{} }, report.RecordOutcome,
			[]string{"How you work was leaning DevOps (+0.57) and now is not scored."},
		},
		{"a move that nobody would see", func(f *report.Facts) { f.Practice = calls(0.5701, "leaning_devops") }, "", nil},
		{
			"another fit", func(f *report.Facts) { f.Fit = report.Fit{Value: new(60.0), Word: "strained"} }, report.RecordOutcome,
			[]string{"The fit was 82 of 100 (workable) and now is 60 of 100 (strained)."},
		},
		{
			"another need", func(f *report.Facts) {
				f.Drivers = []report.Cause{{Question: "pressure", Option: "daily", Text: "Every day"}}
			}, report.RecordDrivers,
			[]string{`pressure was "Every week" and now is "Every day".`},
		},
		{
			"a need more, a need less", func(f *report.Facts) {
				f.Drivers = []report.Cause{{Question: "audit", Option: "none", Text: "Nothing"}}
			}, report.RecordDrivers,
			[]string{`audit is "Nothing"; the record does not know it.`, `pressure was "Every week" and is no longer answered.`},
		},
		{
			"less missing", func(f *report.Facts) { f.Shortfalls[0].Short = new(0.5) }, report.RecordConsequences,
			[]string{"Readiness on Stability was short by 1.25 and now is short by 0.5."},
		},
		{
			"nothing missing", func(f *report.Facts) { f.Shortfalls[0].Short = new(0.0) }, report.RecordConsequences,
			[]string{"Readiness on Stability is no longer short of what is called for."},
		},
		{
			"readiness not known", func(f *report.Facts) { f.Shortfalls[0].Short = nil }, report.RecordConsequences,
			[]string{"Readiness on Stability can no longer be held against what is called for: one of the two is not known."},
		},
		{"nothing missing on an axis more", func(f *report.Facts) {
			f.Shortfalls = append(f.Shortfalls, report.AxisFact{Axis: "change", Title: "Change", Short: new(0.0)})
		}, report.RecordConsequences, []string{"Readiness on Change is now known to be what is called for, or more."}},
		{
			"something missing", func(f *report.Facts) {
				f.Shortfalls = append(f.Shortfalls, report.AxisFact{Axis: "change", Title: "Change", Short: new(1.0)})
			}, report.RecordConsequences,
			[]string{"Readiness on Change is now short by 1 of what is called for."},
		},
		{
			"warnings", func(f *report.Facts) {
				f.Warnings = []report.WarningFact{{ID: "pace", Severity: "high", Text: "Too fast."}}
			}, report.RecordConsequences,
			[]string{"A new warning (high): Too fast.", "A warning that no longer stands (critical): Nobody has tried."},
		},
		{
			"a warning that cannot be judged", func(f *report.Facts) {
				f.Warnings, f.Unknown = nil, []string{"alarm", "restore_test"}
			}, report.RecordConsequences,
			[]string{"A warning that cannot be judged now, for answers behind it are open (critical): Nobody has tried."},
		},
		{
			"a milder warning", func(f *report.Facts) { f.Warnings[0].Severity = "high" }, report.RecordConsequences,
			[]string{"A warning that was critical and now is high: Nobody has tried."},
		},
		{
			"known now, open now", func(f *report.Facts) { f.Unknown = []string{"restore"} }, report.RecordDissent,
			[]string{"No longer open: alarm.", "Open now: restore."},
		},
		{
			"steps", func(f *report.Facts) {
				f.Steps = []report.StepFact{{ID: "new", Title: "Look", Status: "now"}, {ID: "wait", Title: "Go faster", Status: "now"}}
			}, report.RecordSteps,
			[]string{`Done, or no longer called for: "Try it".`, `New: "Look".`, `Can start now: "Go faster".`},
		},
		{
			"a step that cannot be judged", func(f *report.Facts) {
				f.Steps, f.Unknown = f.Steps[1:], []string{"alarm", "restore_test"}
			}, report.RecordSteps,
			[]string{`Cannot be judged now, for answers behind it are open: "Try it".`},
		},
		{
			"a step that has to wait", func(f *report.Facts) { f.Steps[0].Status = "later" }, report.RecordSteps,
			[]string{`Has to wait now: "Try it".`},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			now := copied(t, was)
			test.change(&now)
			got := report.AmendFacts(&was, now)
			var sentences []string
			for _, part := range got.Parts {
				// What is open now stands in a part of its own, whatever else it changes.
				if part.Title == test.title || part.Title != report.RecordDissent {
					sentences = append(sentences, part.Sentences...)
				}
			}
			if diff := cmp.Diff(test.want, sentences); diff != "" || got.Holds != (test.want == nil) {
				t.Errorf("holds %t (-want +got):\n%s", got.Holds, diff)
			}
			if test.title != "" && !slices.ContainsFunc(got.Parts, func(p report.AmendedPart) bool { return p.Title == test.title }) {
				t.Errorf("no part %q in %+v", test.title, got.Parts)
			}
			if len(got.Basis) != 1 {
				t.Errorf("basis %q", got.Basis)
			}
		})
	}
}

func copied(t *testing.T, facts report.Facts) report.Facts {
	t.Helper()
	text, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	var made report.Facts
	if err := json.Unmarshal(text, &made); err != nil {
		t.Fatal(err)
	}
	return made
}

func TestAmendmentSaysWhatWasCompared(t *testing.T) {
	t.Parallel()
	was := report.Facts{Subject: "shop", Date: "2026-10-14", Questionnaire: report.FactsQuestion{ID: "full", Version: "1.0.0", Digest: "a"}}
	tests := []struct {
		change func(*report.Facts)
		want   []string
	}{
		{func(f *report.Facts) { f.Date = "2027-01-05" }, []string{
			"A later assessment of 2027-01-05 was held against this record, which rests on one of 2026-10-14.",
		}},
		{func(f *report.Facts) { f.Date, f.Subject = "", "" }, []string{
			"A later assessment without a date was held against this record, which rests on one of 2026-10-14.",
			`Note that the record is about "shop" and the later answers are about a service without a name.`,
		}},
		{func(f *report.Facts) {
			f.Date, f.Questionnaire.Version, f.Questionnaire.Digest = "2027-01-05", "1.1.0", "b"
		}, []string{
			"A later assessment of 2027-01-05 was held against this record, which rests on one of 2026-10-14.",
			"The questionnaire counts otherwise than then (1.0.0, now 1.1.0). A difference may come from it.",
		}},
		{func(f *report.Facts) { f.Date, f.Questionnaire.ID = "2027-01-05", "quick" }, []string{
			"A later assessment of 2027-01-05 was held against this record, which rests on one of 2026-10-14.",
			"The questions are others: full then, quick now. A difference may come from them.",
		}},
	}
	for i, test := range tests {
		now := was
		test.change(&now)
		if diff := cmp.Diff(test.want, report.AmendFacts(&was, now).Basis); diff != "" {
			t.Errorf("%s (-want +got):\n%s", fmt.Sprint(i), diff)
		}
	}
}

// TestAmendingWithTheSameAnswersFindsNothing holds a record against the answers that it was drafted from.
func TestAmendingWithTheSameAnswersFindsNothing(t *testing.T) {
	t.Parallel()
	for _, sample := range samples(t) {
		doc := reporttest.File(t, sample)
		facts, found := report.ReadFacts("r.md", []byte(recordOf(t, report.FactsOf(doc))))
		if facts == nil {
			t.Fatal(found)
		}
		if got := report.Amend(facts, doc); !got.Holds || len(got.Basis) != 1 {
			t.Errorf("%s: %+v", filepath.Base(sample), got)
		}
	}
}

func TestAmendmentSaysThatAnswersAreSupposed(t *testing.T) {
	t.Parallel()
	doc := reporttest.File(t, "../../testdata/answers/web-shop.yaml")
	doc.Suppose(reporttest.File(t, "../../testdata/answers/web-shop.yaml"), []string{"priority"})
	facts := report.FactsOf(doc)
	if basis := report.Amend(&facts, doc).Basis; !slices.Contains(basis, "A what-if that changes no answer.") {
		t.Errorf("basis %q", basis)
	}
}
