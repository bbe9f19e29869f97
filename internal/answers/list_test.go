package answers_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// checklist has lists, and questions that depend on answers: backout on stage and kind, stage on kind.
const checklist = `id: checklist
version: 1.0.0
title: Checklist
axes: [{id: people}, {id: recovery}]
questions:
  - {id: backout, axis: recovery, measures: readiness, ask_if: {none: [{answer: stage, in: [pilot]}]}, text: B, options: [{id: no, text: No, readiness: 0}, {id: tried, text: Tried, readiness: 4}]}
  - {id: alerts, title: Alerts, axis: people, measures: readiness, critical: true, allow_na: true, choose: many, text: A, options: [{id: nothing, text: Nothing, none: true}, {id: errors, was: faults, text: Errors, worth: 2}, {id: late, text: Late}, {id: sums, text: Sums}]}
  - {id: stage, title: Stage, measures: context, text: S, ask_if: {answer: kind, in: [new]}, options: [{id: pilot, text: A pilot}, {id: public, text: Public, floor: {people: 2, recovery: 2}}]}
  - {id: kind, title: Kind of launch, measures: context, allow_na: true, text: K, options: [{id: new, text: A new service}, {id: old, text: "A regular review; nothing new"}]}
  - {id: moved, title: Moved, axis: recovery, measures: readiness, choose: many, ask_if: {any: [{answer: stage, in: [public]}, {unknown: kind}]}, text: M, options: [{id: a, text: A}, {id: b, text: B}]}
`

func loadChecklist(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.Load(t, "checklist.yaml", checklist)
}

// answered reads one answer, kind being new so that everything but backout may be asked.
func answered(t testing.TB, line string) (*answers.Sheet, diag.List) {
	t.Helper()
	return read(loadChecklist(t), "a.yaml", []byte("questionnaire: checklist\nanswers:\n  kind: new\n  "+line+"\n"))
}

func TestFormsOfLists(t *testing.T) {
	t.Parallel()
	list := func(options ...string) answers.Answer {
		return answers.Answer{Status: answers.Answered, List: &answers.List{Options: options}}
	}
	tests := []struct {
		written string
		want    answers.Answer
	}{
		{"[late, errors]", list("errors", "late")},
		{"[]", list()},
		{"[nothing]", list("nothing")},
		{"nothing", list("nothing")},
		{"late", list("late")},
		{"dont_know", answers.Answer{Status: answers.DontKnow}},
		{"skipped", answers.Answer{Status: answers.Skipped}},
		{"{not_applicable: nobody is called}", answers.Answer{Status: answers.NotApplicable, Reason: "nobody is called"}},
		{"{note: later}", answers.Answer{Status: answers.Skipped, Note: "later"}},
		{"{options: , note: later}", answers.Answer{Status: answers.Skipped, Note: "later"}},
		{"{option: dont_know, note: later}", answers.Answer{Status: answers.DontKnow, Note: "later"}},
		{"{options: dont_know}", answers.Answer{Status: answers.DontKnow}},
		{"{options: late}", list("late")},
		{"{option: [late]}", list("late")},
		{"{options: []}", list()},
		{"{unknown: [late, errors]}", answers.Answer{Status: answers.Answered, List: &answers.List{Unknown: []string{"errors", "late"}}}},
		{"{unknown: late}", answers.Answer{Status: answers.Answered, List: &answers.List{Unknown: []string{"late"}}}},
		{
			"{options: [errors], unknown: [sums], not_applicable: {late: no jobs}, note: N, reviewed: 2026-10-01}",
			answers.Answer{
				Status: answers.Answered, Note: "N", Reviewed: "2026-10-01",
				List: &answers.List{Options: []string{"errors"}, Unknown: []string{"sums"}, NotApplicable: []answers.LeftOut{{"late", "no jobs"}}},
			},
		},
		{
			"{options: [nothing], not_applicable: {sums: none, late: no jobs}}",
			answers.Answer{
				Status: answers.Answered,
				List:   &answers.List{Options: []string{"nothing"}, NotApplicable: []answers.LeftOut{{"late", "no jobs"}, {"sums", "none"}}},
			},
		},
	}
	for _, test := range tests {
		t.Run(test.written, func(t *testing.T) {
			t.Parallel()
			sheet, found := answered(t, "alerts: "+test.written)
			if sheet == nil || len(found) > 0 {
				t.Fatal(found)
			}
			test.want.Source = answers.Person
			if diff := cmp.Diff(test.want, sheet.Get("alerts"), cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFaultsOfLists(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"alerts: [errors, lat]":                                 `4:20: alerts has no option "lat"; did you mean "late"? [unknown-option]`,
		"alerts: [errors, errors]":                              `4:20: alerts: the option "errors" is named twice; keep one of the two [option-twice]`,
		"alerts: [errors, {a: b}]":                              `4:20: alerts: an item of the list must be an option id, not a mapping; write for example [first, second] [wrong-type]`,
		"alerts: [late, nothing]":                               `4:18: alerts: "nothing" says that nothing applies, and stands beside others; keep it alone, or leave it out [none-and-others]`,
		"alerts: [dont_know]":                                   `4:12: alerts: dont_know stands for the whole answer, not for an option in a list; write {options: [...], unknown: [...]} for options that nobody knows about [word-in-list]`,
		"alerts: {options: [nothing], unknown: late}":           `4:22: alerts: "nothing" says that nothing applies, and stands beside others; keep it alone, or leave it out [none-and-others]`,
		"alerts: {unknown: [nothing]}":                          `4:22: alerts: "nothing" says that nothing applies; that is chosen, or follows from the others; leave it out [none-and-others]`,
		"alerts: {options: [late], unknown: [late]}":            `4:39: alerts: the option "late" is named twice; keep one of the two [option-twice]`,
		"alerts: {options: [late], not_applicable: {late: no}}": `4:46: alerts: the option "late" is named twice; keep one of the two [option-twice]`,
		"alerts: {not_applicable: {errors: a, late: b, sums: c}}": `4:28: alerts: no option is left that could apply; ` +
			`write {not_applicable: "the reason"} for the whole question [nothing-applies]`,
		"alerts: {not_applicable: {late: }}":             `4:29: alerts: late is critical, and not applicable without a reason; say why: {not_applicable: "the reason"} [no-reason]`,
		"alerts: {not_applicable: {late: [a]}}":          `4:35: alerts: the reason for "late" must be a text, not a list; write the reason as a text [wrong-type]`,
		"alerts: not_applicable":                         `4:11: alerts is critical, and not applicable without a reason; say why: {not_applicable: "the reason"} [no-reason]`,
		"alerts: {options: [late], not_applicable: why}": `4:45: alerts: an answer has options or is not applicable, not both; write {not_applicable: {OPTION: reason}} for single options [two-answers]`,
		"alerts: {options: [late], option: errors}":      `4:37: alerts: the options stand in one list; keep one of the two [two-answers]`,
		"alerts: {chosen: [late]}":                       `4:12: alerts: unknown key "chosen"; known: options, unknown, option, not_applicable, note, evidence, reviewed, source [unknown-key]`,
		"stage: [pilot]":                                 `4:10: stage: the answer is one option, not a list; choose the one that is true of most cases [wrong-type]`,
		"stage: {option: [pilot]}":                       `4:19: stage: "option" must be a text, not a list [wrong-type]`,
		"moved: {not_applicable: {a: }}":                 ``,
		"moved: {not_applicable: nothing moves}":         `4:27: moved always applies and cannot be answered not_applicable; choose an option, or dont_know [not-applicable]`,
		"alerts: {options: [faults], unknown: [errors]}": `4:41: alerts: the option "errors" is named twice; keep one of the two [option-twice]`,
	} {
		sheet, found := answered(t, line)
		var faults diag.List
		for _, d := range found {
			if d.Severity == diag.Error {
				faults = append(faults, d)
			}
		}
		if got := strings.ReplaceAll(strings.TrimSpace(lines(faults)), "a.yaml:", ""); got != want || (sheet == nil) != (want != "") {
			t.Errorf("%s\n got %s\nwant %s", line, got, want)
		}
	}
}

// TestAskedInAnyOrder: which questions are asked depends on the answers alone, and what was given comes back.
func TestAskedInAnyOrder(t *testing.T) {
	t.Parallel()
	q := loadChecklist(t)
	rapid.Check(t, func(t *rapid.T) {
		given := map[string]answers.Answer{}
		for i := range q.Questions {
			if answer, ok := drawAnswer(t, &q.Questions[i]); ok {
				given[q.Questions[i].ID] = answer
			}
		}
		sheet := (&answers.Sheet{Answers: given}).LeaveUnasked(q)
		mixed := *q
		mixed.Questions = rapid.Permutation(q.Questions).Draw(t, "questions")
		if diff := cmp.Diff(sheet, (&answers.Sheet{Answers: given}).LeaveUnasked(&mixed)); diff != "" {
			t.Fatalf("another order:\n%s", diff)
		}
		if diff := cmp.Diff(sheet, sheet.LeaveUnasked(q)); diff != "" {
			t.Fatalf("twice:\n%s", diff)
		}
		for i := range q.Questions {
			id := q.Questions[i].ID
			kept, ok := sheet.Given(id)
			if want, wanted := given[id]; ok != wanted || !cmp.Equal(want, kept) {
				t.Fatalf("%s: given %v, kept %v", id, want, kept)
			}
		}
	})
}

func TestUnasked(t *testing.T) {
	t.Parallel()
	q := loadChecklist(t)
	for written, want := range map[string]map[string]string{
		"kind: new, stage: public":          {},
		"kind: new":                         {"moved": "not asked: Stage is not known, Kind of launch is \"A new service\""},
		"kind: dont_know":                   {"stage": "not asked: Kind of launch is not known"},
		"kind: new, stage: pilot":           {"backout": `not asked: Stage is "A pilot"`, "moved": `not asked: Stage is "A pilot", Kind of launch is "A new service"`},
		"kind: old, stage: pilot":           {"stage": `not asked: Kind of launch is "A regular review; nothing new"`, "moved": `not asked: Stage is not asked either, Kind of launch is "A regular review; nothing new"`},
		"kind: {not_applicable: no}":        {"stage": "not asked: Kind of launch does not apply", "moved": "not asked: Stage is not asked either, Kind of launch does not apply"},
		"stage: pilot, backout: no":         {"stage": "not asked: Kind of launch is not known"},
		"kind: old, moved: [a], alerts: []": {"stage": `not asked: Kind of launch is "A regular review; nothing new"`, "moved": `not asked: Stage is not asked either, Kind of launch is "A regular review; nothing new"`},
	} {
		sheet, found := read(q, "a.yaml", []byte("{questionnaire: checklist, answers: {"+written+"}}"))
		if sheet == nil {
			t.Fatal(found)
		}
		got := map[string]string{}
		for i := range q.Questions {
			if answer := sheet.Get(q.Questions[i].ID); answer.NotAsked {
				got[q.Questions[i].ID] = answer.Reason
				if answer.Status != answers.NotApplicable {
					t.Errorf("%s: %s is not asked, and %s", written, q.Questions[i].ID, answer.Status)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", written, diff)
		}
		for id := range sheet.Unasked {
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == "not-asked" && strings.Contains(d.Message, id) }) {
				t.Errorf("%s: nothing is said about the answer to %s: %v", written, id, found)
			}
		}
	}
}

func TestSupposeLists(t *testing.T) {
	t.Parallel()
	q := loadChecklist(t)
	sheet, _ := answered(t, "alerts: {options: [errors], unknown: [sums], not_applicable: {late: no jobs}}")
	supposed, _, err := sheet.Suppose(q, "alerts=sums+errors,kind=old")
	if err != nil {
		t.Fatal(err)
	}
	want := answers.Answer{
		Status: answers.Answered, Source: answers.Supposed,
		List: &answers.List{Options: []string{"errors", "sums"}, NotApplicable: []answers.LeftOut{{"late", "no jobs"}}},
	}
	if diff := cmp.Diff(want, supposed.Get("alerts")); diff != "" {
		t.Error(diff)
	}
	if !supposed.Get("stage").NotAsked || sheet.Get("stage").NotAsked {
		t.Error("a supposed answer does not decide what is asked")
	}
	if same, _, _ := sheet.Suppose(q, "alerts=errors"); same.Get("alerts").Source != answers.Supposed {
		t.Error("that the rest is missing is another answer than that some of it is unknown")
	}
	if none, _, err := sheet.Suppose(q, "alerts=[]"); err != nil || none.Get("alerts").Word() != "[]" {
		t.Errorf("nothing chosen: %v", err)
	}
	for change, want := range map[string]string{
		"alerts=errors+lat":     `alerts has no option "lat"; did you mean "late"?`,
		"alerts=errors+errors":  `alerts names the option errors twice; keep one of the two`,
		"alerts=nothing+errors": `alerts: nothing says that nothing applies and cannot stand beside others`,
		"stage=pilot+public":    `stage has no option "pilot+public"`,
	} {
		if _, _, err := sheet.Suppose(q, change); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", change, err, want)
		}
	}
}

// Write keeps lists, and what was given to questions that are not asked.
func TestWriteChecklistReadsBack(t *testing.T) {
	t.Parallel()
	q := loadChecklist(t)
	rapid.Check(t, func(t *rapid.T) {
		checkReadsBack(t, q, drawSheet(t, q).LeaveUnasked(q))
	})
}

// Keep leaves out of a list what no longer fits, and every part of it is named.
func TestKeepLists(t *testing.T) {
	t.Parallel()
	q := loadChecklist(t)
	file, found := answers.Parse("draft.yaml", []byte("questionnaire: checklist\nanswers:\n"+
		"  kind: old\n  moved: [a, gone, nothing]\n  alerts: {options: [nothing, sums], not_applicable: {late: , errors: none}}\n"+
		"  backout: no\n"))
	if file == nil {
		t.Fatal(found)
	}
	sheet, dropped := file.Keep(q)
	want := map[string]answers.Answer{
		"kind":    {Status: answers.Answered, Option: "old", Source: answers.Person},
		"backout": {Status: answers.Answered, Option: "no", Source: answers.Person},
		"moved":   {Status: answers.Answered, List: &answers.List{Options: []string{"a"}}, Source: answers.Person},
		"alerts": {Status: answers.Answered, Source: answers.Person, List: &answers.List{
			Options: []string{"sums"}, NotApplicable: []answers.LeftOut{{"errors", "none"}},
		}},
	}
	if diff := cmp.Diff(want, sheet.Answers, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(dropped) != 4 || dropped.HasErrors() {
		t.Errorf("said of it: %v", dropped)
	}
	if _, found := read(q, "a.yaml", answers.Write(q, sheet)); found.HasErrors() {
		t.Errorf("what was kept is refused: %v", found)
	}
}

// Answers that are left out for one reason are one note, at the first of them.
func TestOneNoteForEachReason(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "launch")
	_, found := read(q, "a.yaml", []byte("questionnaire: launch\nanswers:\n  launch_kind: routine\n  first_reach: all\n  real_trial: nobody\n"))
	want := `a.yaml:4:16: note: "real_trial" and "first_reach" are left out; ` +
		`not asked: Kind of launch is "A regular review; nothing new goes live" [not-asked]`
	if got := strings.TrimSpace(lines(found)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
