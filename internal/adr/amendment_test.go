package adr_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestAmend(t *testing.T) {
	t.Parallel()
	was := adr.Facts{
		Subject: "shop", Date: "2026-10-14", Questionnaire: adr.Questionnaire{ID: "full", Version: "1.0.0", Digest: "a"},
		Option: "both", Advice: "combine", Confidence: "high", Practice: calls(0.57, "leaning_devops"), Situation: calls(0.25, "leaning_devops"),
		Fit:     report.Fit{Value: new(82.3), Word: "workable"},
		Drivers: []report.Cause{{Question: "pressure", Option: "weekly", Text: "Every week"}},
		Unknown: []string{"alarm"}, Shortfalls: []adr.AxisFact{{Axis: "stability", Title: "Stability", Short: new(1.25)}},
		Warnings: []adr.WarningFact{{ID: "restore", Severity: "critical", Text: "Nobody has tried.", Because: []string{"restore_test", "alarm"}}},
		Steps:    []adr.StepFact{{ID: "try", Title: "Try it", Status: "now", Because: []string{"restore_test"}}, {ID: "wait", Title: "Go faster", Status: "later"}},
	}
	tests := []struct {
		name   string
		change func(*adr.Facts)
		title  string
		want   []string
	}{
		{"nothing", func(*adr.Facts) {}, "", nil},
		{
			"another proposal", func(f *adr.Facts) { f.Option, f.Advice = "devops", "stay_devops" }, adr.TitleOutcome,
			[]string{
				`The proposed option was "Both ways combined" and now is "The DevOps way".`,
				`The advice was "combine both models" and now is "stay with DevOps".`,
			},
		},
		{
			"no proposal any more", func(f *adr.Facts) { f.Option, f.Advice, f.Confidence = "", "", "" }, adr.TitleOutcome,
			[]string{
				`The proposed option was "Both ways combined" and now is none.`,
				`The advice was "combine both models" and now is "no advice".`, "The confidence was high and now is not scored.",
			},
		},
		{
			"another place, the same word", func(f *adr.Facts) { f.Practice = calls(0.4, "leaning_devops") }, adr.TitleOutcome,
			[]string{"How you work moved from +0.57 to +0.40 and is still leaning DevOps."},
		},
		{
			"another word", func(f *adr.Facts) { f.Situation = calls(0.1, "hybrid") }, adr.TitleOutcome,
			[]string{"What the situation calls for was leaning DevOps (+0.25) and now is a mix of both (+0.10)."},
		},
		{
			"no place any more", func(f *adr.Facts) { f.Practice = report.Situation{} }, adr.TitleOutcome,
			[]string{"How you work was leaning DevOps (+0.57) and now is not scored."},
		},
		{"a move that nobody would see", func(f *adr.Facts) { f.Practice = calls(0.5701, "leaning_devops") }, "", nil},
		{
			"another fit", func(f *adr.Facts) { f.Fit = report.Fit{Value: new(60.0), Word: "strained"} }, adr.TitleOutcome,
			[]string{"The fit was 82 out of 100 and now is 60 out of 100."},
		},
		{
			"another need", func(f *adr.Facts) {
				f.Drivers = []report.Cause{{Question: "pressure", Option: "daily", Text: "Every day"}}
			}, adr.TitleDrivers,
			[]string{`pressure was "Every week" and now is "Every day".`},
		},
		{
			"a need more, a need less", func(f *adr.Facts) {
				f.Drivers = []report.Cause{{Question: "audit", Option: "none", Text: "Nothing"}}
			}, adr.TitleDrivers,
			[]string{`audit is "Nothing"; the record does not know it.`, `pressure was "Every week" and is no longer answered.`},
		},
		{
			"less missing", func(f *adr.Facts) { f.Shortfalls[0].Short = new(0.5) }, adr.TitleConsequences,
			[]string{"Readiness on Stability was short by 1.3 and now is short by 0.5."},
		},
		{
			"nothing missing", func(f *adr.Facts) { f.Shortfalls[0].Short = new(0.0) }, adr.TitleConsequences,
			[]string{"Readiness on Stability is no longer short of what is called for."},
		},
		{
			"readiness not known", func(f *adr.Facts) { f.Shortfalls[0].Short = nil }, adr.TitleConsequences,
			[]string{"Readiness on Stability can no longer be compared with what is called for: one of the two is not known."},
		},
		{"nothing missing on an axis more", func(f *adr.Facts) {
			f.Shortfalls = append(f.Shortfalls, adr.AxisFact{Axis: "change", Title: "Change", Short: new(0.0)})
		}, adr.TitleConsequences, []string{"Readiness on Change is now known to be what is called for, or more."}},
		{
			"something missing", func(f *adr.Facts) {
				f.Shortfalls = append(f.Shortfalls, adr.AxisFact{Axis: "change", Title: "Change", Short: new(1.0)})
			}, adr.TitleConsequences,
			[]string{"Readiness on Change is now short by 1.0 of what is called for."},
		},
		{
			"warnings", func(f *adr.Facts) {
				f.Warnings = []adr.WarningFact{{ID: "pace", Severity: "high", Text: "Too fast."}}
			}, adr.TitleConsequences,
			[]string{"A new warning (high): Too fast.", "A warning that no longer stands (critical): Nobody has tried."},
		},
		{
			"a warning that cannot be judged", func(f *adr.Facts) {
				f.Warnings, f.Unknown = nil, []string{"alarm", "restore_test"}
			}, adr.TitleConsequences,
			[]string{"A warning that cannot be judged now, for answers behind it are open (critical): Nobody has tried."},
		},
		{
			"a milder warning", func(f *adr.Facts) { f.Warnings[0].Severity = "high" }, adr.TitleConsequences,
			[]string{"A warning that was critical and now is high: Nobody has tried."},
		},
		{
			"known now, open now", func(f *adr.Facts) { f.Unknown = []string{"restore"} }, adr.TitleDissent,
			[]string{"No longer open: alarm.", "Open now: restore."},
		},
		{
			"steps", func(f *adr.Facts) {
				f.Steps = []adr.StepFact{{ID: "new", Title: "Look", Status: "now"}, {ID: "wait", Title: "Go faster", Status: "now"}}
			}, adr.TitleSteps,
			[]string{`Done, or no longer called for: "Try it".`, `New: "Look".`, `Can start now: "Go faster".`},
		},
		{
			"a step that cannot be judged", func(f *adr.Facts) {
				f.Steps, f.Unknown = f.Steps[1:], []string{"alarm", "restore_test"}
			}, adr.TitleSteps,
			[]string{`Cannot be judged now, for answers behind it are open: "Try it".`},
		},
		{
			"a step that has to wait", func(f *adr.Facts) { f.Steps[0].Status = "later" }, adr.TitleSteps,
			[]string{`Has to wait now: "Try it".`},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			now := copied(t, was)
			test.change(&now)
			got := adr.AmendFacts(&was, now)
			var sentences []string
			for _, part := range got.Parts {
				// What is open now stands in a part of its own, whatever else it changes.
				if part.Title == test.title || part.Title != adr.TitleDissent {
					sentences = append(sentences, part.Sentences...)
				}
			}
			if diff := cmp.Diff(test.want, sentences); diff != "" || got.Holds != (test.want == nil) {
				t.Errorf("holds %t (-want +got):\n%s", got.Holds, diff)
			}
			if test.title != "" && !slices.ContainsFunc(got.Parts, func(p adr.Part) bool { return p.Title == test.title }) {
				t.Errorf("no part %q in %+v", test.title, got.Parts)
			}
			if len(got.Basis) != 1 {
				t.Errorf("basis %q", got.Basis)
			}
		})
	}
}

func copied(t *testing.T, facts adr.Facts) adr.Facts {
	t.Helper()
	text, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	var made adr.Facts
	if err := json.Unmarshal(text, &made); err != nil {
		t.Fatal(err)
	}
	return made
}

func TestAmendmentSaysWhatWasCompared(t *testing.T) {
	t.Parallel()
	was := adr.Facts{Subject: "shop", Date: "2026-10-14", Questionnaire: adr.Questionnaire{ID: "full", Version: "1.0.0", Digest: "a"}}
	tests := []struct {
		change func(*adr.Facts)
		want   []string
	}{
		{func(f *adr.Facts) { f.Date = "2027-01-05" }, []string{
			"A later assessment of 2027-01-05 was compared with this record, which rests on one of 2026-10-14.",
		}},
		{func(f *adr.Facts) { f.Date = "2026-09-01" }, []string{
			"An earlier assessment of 2026-09-01 was compared with this record, which rests on one of 2026-10-14.",
		}},
		{func(*adr.Facts) {}, []string{
			"Another assessment of 2026-10-14 was compared with this record, which rests on one of 2026-10-14.",
		}},
		{func(f *adr.Facts) { f.Date, f.Subject = "", "" }, []string{
			"A later assessment without a date was compared with this record, which rests on one of 2026-10-14.",
			`Note that the record is about "shop" and the answers are about a service without a name.`,
		}},
		{func(f *adr.Facts) {
			f.Date, f.Questionnaire.Version, f.Questionnaire.Digest = "2027-01-05", "1.1.0", "b"
		}, []string{
			"A later assessment of 2027-01-05 was compared with this record, which rests on one of 2026-10-14.",
			"The questionnaire counts otherwise than then (1.0.0, now 1.1.0). A difference may come from it.",
		}},
		{func(f *adr.Facts) { f.Date, f.Questionnaire.ID = "2027-01-05", "quick" }, []string{
			"A later assessment of 2027-01-05 was compared with this record, which rests on one of 2026-10-14.",
			"The questions are others: full then, quick now. A difference may come from them.",
		}},
	}
	for i, test := range tests {
		now := was
		test.change(&now)
		if diff := cmp.Diff(test.want, adr.AmendFacts(&was, now).Basis); diff != "" {
			t.Errorf("%s (-want +got):\n%s", fmt.Sprint(i), diff)
		}
	}
}

// TestAmendingWithTheSameAnswersFindsNothing holds a record against the answers that it was drafted from.
func TestAmendingWithTheSameAnswersFindsNothing(t *testing.T) {
	t.Parallel()
	for _, sample := range questionnairetest.Sheets(t) {
		doc := reporttest.Frozen(t, sample)
		facts, found := adr.Read("r.md", []byte(recordOf(t, adr.FactsOf(doc))))
		if facts == nil {
			t.Fatal(found)
		}
		if got := adr.Amend(facts, doc); !got.Holds || len(got.Basis) != 1 {
			t.Errorf("%s: %+v", sample, got)
		}
	}
}

func TestAmendmentSaysThatAnswersAreSupposed(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "notes")
	doc.Suppose(reporttest.Frozen(t, "notes"), []string{"release_pressure"})
	facts := adr.FactsOf(doc)
	if basis := adr.Amend(&facts, doc).Basis; !slices.Contains(basis, "A what-if that changes no answer.") {
		t.Errorf("basis %q", basis)
	}
}
