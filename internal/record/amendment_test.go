package record_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/record"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestAmend(t *testing.T) {
	t.Parallel()
	was := record.Facts{
		Subject: "shop", Date: "2026-10-14", Questionnaire: record.Questionnaire{ID: "full", Version: "1.0.0", Digest: "a"},
		Option: "both", Advice: "combine", Confidence: "high", Practice: calls(0.57, "leaning_devops"), Situation: calls(0.25, "leaning_devops"),
		Fit:     report.Fit{Value: new(82.3), Word: "workable"},
		Drivers: []report.Cause{{Question: "pressure", Option: "weekly", Text: "Every week"}},
		Unknown: []string{"alarm"}, Shortfalls: []record.AxisFact{{Axis: "stability", Title: "Stability", Short: new(1.25)}},
		Warnings: []record.WarningFact{{ID: "restore", Severity: "critical", Text: "Nobody has tried.", Because: []string{"restore_test", "alarm"}}},
		Steps:    []record.StepFact{{ID: "try", Title: "Try it", Status: "now", Because: []string{"restore_test"}}, {ID: "wait", Title: "Go faster", Status: "later"}},
	}
	tests := []struct {
		name   string
		change func(*record.Facts)
		title  string
		want   []string
	}{
		{"nothing", func(*record.Facts) {}, "", nil},
		{
			"another proposal", func(f *record.Facts) { f.Option, f.Advice = "devops", "stay_devops" }, record.TitleOutcome,
			[]string{
				`The proposed option was "Both ways combined" and now is "The DevOps way".`,
				`The advice was "combine both models" and now is "stay with DevOps".`,
			},
		},
		{
			"no proposal any more", func(f *record.Facts) { f.Option, f.Advice, f.Confidence = "", "", "" }, record.TitleOutcome,
			[]string{
				`The proposed option was "Both ways combined" and now is none.`,
				`The advice was "combine both models" and now is "no advice".`, "The confidence was high and now is not scored.",
			},
		},
		{
			"another place, the same word", func(f *record.Facts) { f.Practice = calls(0.4, "leaning_devops") }, record.TitleOutcome,
			[]string{"How you work moved from +0.57 to +0.40 and is still leaning DevOps."},
		},
		{
			"another word", func(f *record.Facts) { f.Situation = calls(0.1, "hybrid") }, record.TitleOutcome,
			[]string{"What the situation calls for was leaning DevOps (+0.25) and now is hybrid (+0.10)."},
		},
		{
			"no place any more", func(f *record.Facts) { f.Practice = report.Situation{} }, record.TitleOutcome,
			[]string{"How you work was leaning DevOps (+0.57) and now is not scored."},
		},
		{"a move that nobody would see", func(f *record.Facts) { f.Practice = calls(0.5701, "leaning_devops") }, "", nil},
		{
			"another fit", func(f *record.Facts) { f.Fit = report.Fit{Value: new(60.0), Word: "strained"} }, record.TitleOutcome,
			[]string{"The fit was 82 of 100 (workable) and now is 60 of 100 (strained)."},
		},
		{
			"another need", func(f *record.Facts) {
				f.Drivers = []report.Cause{{Question: "pressure", Option: "daily", Text: "Every day"}}
			}, record.TitleDrivers,
			[]string{`pressure was "Every week" and now is "Every day".`},
		},
		{
			"a need more, a need less", func(f *record.Facts) {
				f.Drivers = []report.Cause{{Question: "audit", Option: "none", Text: "Nothing"}}
			}, record.TitleDrivers,
			[]string{`audit is "Nothing"; the record does not know it.`, `pressure was "Every week" and is no longer answered.`},
		},
		{
			"less missing", func(f *record.Facts) { f.Shortfalls[0].Short = new(0.5) }, record.TitleConsequences,
			[]string{"Readiness on Stability was short by 1.25 and now is short by 0.5."},
		},
		{
			"nothing missing", func(f *record.Facts) { f.Shortfalls[0].Short = new(0.0) }, record.TitleConsequences,
			[]string{"Readiness on Stability is no longer short of what is called for."},
		},
		{
			"readiness not known", func(f *record.Facts) { f.Shortfalls[0].Short = nil }, record.TitleConsequences,
			[]string{"Readiness on Stability can no longer be held against what is called for: one of the two is not known."},
		},
		{"nothing missing on an axis more", func(f *record.Facts) {
			f.Shortfalls = append(f.Shortfalls, record.AxisFact{Axis: "change", Title: "Change", Short: new(0.0)})
		}, record.TitleConsequences, []string{"Readiness on Change is now known to be what is called for, or more."}},
		{
			"something missing", func(f *record.Facts) {
				f.Shortfalls = append(f.Shortfalls, record.AxisFact{Axis: "change", Title: "Change", Short: new(1.0)})
			}, record.TitleConsequences,
			[]string{"Readiness on Change is now short by 1 of what is called for."},
		},
		{
			"warnings", func(f *record.Facts) {
				f.Warnings = []record.WarningFact{{ID: "pace", Severity: "high", Text: "Too fast."}}
			}, record.TitleConsequences,
			[]string{"A new warning (high): Too fast.", "A warning that no longer stands (critical): Nobody has tried."},
		},
		{
			"a warning that cannot be judged", func(f *record.Facts) {
				f.Warnings, f.Unknown = nil, []string{"alarm", "restore_test"}
			}, record.TitleConsequences,
			[]string{"A warning that cannot be judged now, for answers behind it are open (critical): Nobody has tried."},
		},
		{
			"a milder warning", func(f *record.Facts) { f.Warnings[0].Severity = "high" }, record.TitleConsequences,
			[]string{"A warning that was critical and now is high: Nobody has tried."},
		},
		{
			"known now, open now", func(f *record.Facts) { f.Unknown = []string{"restore"} }, record.TitleDissent,
			[]string{"No longer open: alarm.", "Open now: restore."},
		},
		{
			"steps", func(f *record.Facts) {
				f.Steps = []record.StepFact{{ID: "new", Title: "Look", Status: "now"}, {ID: "wait", Title: "Go faster", Status: "now"}}
			}, record.TitleSteps,
			[]string{`Done, or no longer called for: "Try it".`, `New: "Look".`, `Can start now: "Go faster".`},
		},
		{
			"a step that cannot be judged", func(f *record.Facts) {
				f.Steps, f.Unknown = f.Steps[1:], []string{"alarm", "restore_test"}
			}, record.TitleSteps,
			[]string{`Cannot be judged now, for answers behind it are open: "Try it".`},
		},
		{
			"a step that has to wait", func(f *record.Facts) { f.Steps[0].Status = "later" }, record.TitleSteps,
			[]string{`Has to wait now: "Try it".`},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			now := copied(t, was)
			test.change(&now)
			got := record.AmendFacts(&was, now)
			var sentences []string
			for _, part := range got.Parts {
				// What is open now stands in a part of its own, whatever else it changes.
				if part.Title == test.title || part.Title != record.TitleDissent {
					sentences = append(sentences, part.Sentences...)
				}
			}
			if diff := cmp.Diff(test.want, sentences); diff != "" || got.Holds != (test.want == nil) {
				t.Errorf("holds %t (-want +got):\n%s", got.Holds, diff)
			}
			if test.title != "" && !slices.ContainsFunc(got.Parts, func(p record.Part) bool { return p.Title == test.title }) {
				t.Errorf("no part %q in %+v", test.title, got.Parts)
			}
			if len(got.Basis) != 1 {
				t.Errorf("basis %q", got.Basis)
			}
		})
	}
}

func copied(t *testing.T, facts record.Facts) record.Facts {
	t.Helper()
	text, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	var made record.Facts
	if err := json.Unmarshal(text, &made); err != nil {
		t.Fatal(err)
	}
	return made
}

func TestAmendmentSaysWhatWasCompared(t *testing.T) {
	t.Parallel()
	was := record.Facts{Subject: "shop", Date: "2026-10-14", Questionnaire: record.Questionnaire{ID: "full", Version: "1.0.0", Digest: "a"}}
	tests := []struct {
		change func(*record.Facts)
		want   []string
	}{
		{func(f *record.Facts) { f.Date = "2027-01-05" }, []string{
			"A later assessment of 2027-01-05 was held against this record, which rests on one of 2026-10-14.",
		}},
		{func(f *record.Facts) { f.Date, f.Subject = "", "" }, []string{
			"A later assessment without a date was held against this record, which rests on one of 2026-10-14.",
			`Note that the record is about "shop" and the later answers are about a service without a name.`,
		}},
		{func(f *record.Facts) {
			f.Date, f.Questionnaire.Version, f.Questionnaire.Digest = "2027-01-05", "1.1.0", "b"
		}, []string{
			"A later assessment of 2027-01-05 was held against this record, which rests on one of 2026-10-14.",
			"The questionnaire counts otherwise than then (1.0.0, now 1.1.0). A difference may come from it.",
		}},
		{func(f *record.Facts) { f.Date, f.Questionnaire.ID = "2027-01-05", "quick" }, []string{
			"A later assessment of 2027-01-05 was held against this record, which rests on one of 2026-10-14.",
			"The questions are others: full then, quick now. A difference may come from them.",
		}},
	}
	for i, test := range tests {
		now := was
		test.change(&now)
		if diff := cmp.Diff(test.want, record.AmendFacts(&was, now).Basis); diff != "" {
			t.Errorf("%s (-want +got):\n%s", fmt.Sprint(i), diff)
		}
	}
}

// TestAmendingWithTheSameAnswersFindsNothing holds a record against the answers that it was drafted from.
func TestAmendingWithTheSameAnswersFindsNothing(t *testing.T) {
	t.Parallel()
	for _, sample := range questionnairetest.Sheets(t) {
		doc := reporttest.Frozen(t, sample)
		facts, found := record.Read("r.md", []byte(recordOf(t, record.FactsOf(doc))))
		if facts == nil {
			t.Fatal(found)
		}
		if got := record.Amend(facts, doc); !got.Holds || len(got.Basis) != 1 {
			t.Errorf("%s: %+v", sample, got)
		}
	}
}

func TestAmendmentSaysThatAnswersAreSupposed(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "notes")
	doc.Suppose(reporttest.Frozen(t, "notes"), []string{"release_pressure"})
	facts := record.FactsOf(doc)
	if basis := record.Amend(&facts, doc).Basis; !slices.Contains(basis, "A what-if that changes no answer.") {
		t.Errorf("basis %q", basis)
	}
}
