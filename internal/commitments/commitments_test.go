package commitments_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/commitments"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

const day = "2026-12-01"

// good is a file of the service of the frozen sheet typical.
const good = `schema: opsfit.commitments/v1
subject: payments-api
questionnaire: frozen
commitments:
  - item: prove_restore
    question: restore_test
    from: untested
    to: yearly
    owner: Ada
    due: 2027-01-31
    added: 2026-12-01
`

func parse(t testing.TB, text string) *commitments.File {
	t.Helper()
	file, found := commitments.Parse("c.yaml", []byte(text))
	if file == nil {
		t.Fatal(found)
	}
	return file
}

func TestFaults(t *testing.T) {
	t.Parallel()
	q, sheet := reporttest.FrozenSheet(t, "typical")
	for _, test := range []struct {
		name, old, new, want string
	}{
		{"nothing", "", "", ""},
		{"unknown item", "prove_restore", "prove_restor", `5:11: "prove_restor" is not a recommendation of "frozen" [unknown-item]`},
		{"unknown question", "restore_test", "restore_tes", `6:15: "restore_tes" is not a question of "frozen" [unknown-question]`},
		{"what a service calls for", "restore_test", "audit", `6:15: "audit" is about what the service calls for, which no work changes [not-promised]`},
		{"unknown option", "to: yearly", "to: yearli", `8:9: commitment 1: restore_test has no option "yearli"; did you mean "yearly"? [unknown-option]`},
		{"no answer to reach", "to: yearly", "to: dont_know", `8:9: commitment 1: "dont_know" is not an answer to reach [no-change]`},
		{"reached already", "to: yearly", "to: unsure", `8:9: commitment 1: "unsure" is reached already with "untested", from which it starts [no-change]`},
		{"no owner", "owner: Ada", "owner:", `9:5: commitment 1: "owner" has no value [missing]`},
		{"no due key", "    due: 2027-01-31\n", "", `5:5: commitment 1: "due" has no value [missing]`},
		{"a day that is none", "2027-01-31", "soon", `10:10: commitment 1: due: "soon" is not a date [bad-date]`},
		{"late at writing", "2027-01-31", "2026-11-30", `10:10: commitment 1: the last day 2026-11-30 had passed when it was written down, on 2026-12-01 [late-at-writing]`},
		{"another service", "payments-api", "billing", `2:10: commitments file: these commitments are about "billing", the answers are about "payments-api" [other-subject]`},
		{"the same service", "payments-api", "Payments-API", ""},
		{"another questionnaire", "questionnaire: frozen", "questionnaire: full", `3:16: commitments file: these commitments are about questionnaire "full", the one in use is "frozen" [other-questionnaire]`},
		{"another form", "commitments/v1", "commitments/v2", `1:9: commitments file: "opsfit.commitments/v2" is not the form of commitments [other-schema]`},
		{"unknown key", "owner: Ada", "ower: Ada", `5:5: commitment 1: "owner" has no value [missing]; 9:5: commitment 1: unknown key "ower" [unknown-key]`},
		{"withdrawn needs neither owner nor day", "    owner: Ada\n    due: 2027-01-31\n", "    withdrawn: the service ends in May\n", ""},
		{"withdrawn without a reason", "owner: Ada", "owner: Ada\n    withdrawn: \" \"", `10:16: commitment 1: "withdrawn" has no reason [missing]`},
		{
			"twice", "  - item", "  - {item: prove_restore, question: restore_test, from: unsure, to: partial, owner: A, due: 2027-01-01}\n  - item",
			`6:11: "prove_restore" is promised for "restore_test" in line 5 already [duplicate-commitment]`,
		},
		{"never advised", "item: prove_restore", "item: stay_sysops", `5:11: the answers do not lead to "stay_sysops", neither today's nor those that it starts from [not-advised]`},
		{"a list of texts", "commitments:\n", "commitments: [a]\nother:\n", `4:15: commitment 1 must be a mapping of keys to values, not the text "a" [wrong-type]; 5:1: commitments file: unknown key "other" [unknown-key]`},
	} {
		text := good
		if test.old != "" {
			text = strings.Replace(good, test.old, test.new, 1)
		}
		var got []string
		for _, d := range parse(t, text).Check(q, sheet, false).Sorted() {
			got = append(got, fmt.Sprintf("%d:%d: %s [%s]", d.Pos.Line, d.Pos.Column, d.Message, d.Code))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestDraftsMayLackPeople holds that steps can be added to a file that nobody has completed yet.
func TestDraftsMayLackPeople(t *testing.T) {
	t.Parallel()
	q, sheet := reporttest.FrozenSheet(t, "typical")
	text := strings.NewReplacer("owner: Ada", "owner:", "due: 2027-01-31", "due:").Replace(good)
	if found := parse(t, text).Check(q, sheet, true); len(found) > 0 {
		t.Error(found)
	}
	if found := parse(t, text).Check(q, sheet, false); len(found) != 2 {
		t.Error(found)
	}
}

func TestStatus(t *testing.T) {
	t.Parallel()
	q, sheet := reporttest.FrozenSheet(t, "typical")
	entry := func(question, from, to, due, withdrawn string) commitments.Entry {
		return commitments.Entry{Item: "prove_restore", Question: question, From: from, To: to, Due: due, Withdrawn: withdrawn}
	}
	for _, test := range []struct {
		name  string
		entry commitments.Entry
		now   string
		want  report.CommitmentStatus
	}{
		{"nothing changed", entry("restore_test", "untested", "yearly", "2027-01-31", ""), "untested", report.CommitmentOpen},
		{"on its last day it is open", entry("restore_test", "untested", "yearly", day, ""), "untested", report.CommitmentOpen},
		{"the day after it is overdue", entry("restore_test", "untested", "yearly", "2026-11-30", ""), "untested", report.CommitmentOverdue},
		{"half of the way is not done", entry("restore_test", "untested", "yearly", "2026-11-30", ""), "partial", report.CommitmentOverdue},
		{"as promised", entry("restore_test", "untested", "yearly", "2026-11-30", ""), "yearly", report.CommitmentDone},
		{"a higher level", entry("restore_test", "untested", "yearly", "2027-01-31", ""), "quarterly", report.CommitmentDone},
		{"unknown again", entry("restore_test", "untested", "yearly", "2027-01-31", ""), "dont_know", report.CommitmentOpen},
		{"taken back", entry("restore_test", "untested", "yearly", "2026-11-30", "not needed"), "untested", report.CommitmentWithdrawn},
		{"taken back stays so", entry("restore_test", "untested", "yearly", "2026-11-30", "not needed"), "yearly", report.CommitmentWithdrawn},
		{"towards DevOps and further", entry("batch_size", "project", "few_weeks", "", ""), "single", report.CommitmentDone},
		{"the other way", entry("batch_size", "project", "few_weeks", "", ""), "months", report.CommitmentOpen},
		{"towards SysOps and further", entry("batch_size", "single", "few_weeks", "", ""), "months", report.CommitmentDone},
		{"from unknown, exactly", entry("batch_size", "dont_know", "few_weeks", "", ""), "few_weeks", report.CommitmentDone},
		{"from unknown there is no way", entry("batch_size", "dont_know", "few_weeks", "", ""), "single", report.CommitmentOpen},
	} {
		now, _, err := sheet.Suppose(q, test.entry.Question+"="+test.now)
		if err != nil {
			t.Fatal(err)
		}
		judged := commitments.Judge(q, now, day, []commitments.Entry{test.entry})
		if got := judged.List[0].Status; got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if judged.Summary != report.CountCommitments(judged.List) || judged.Summary.Promised != 1 {
			t.Errorf("%s: counted %+v", test.name, judged.Summary)
		}
	}
}

func TestLists(t *testing.T) {
	t.Parallel()
	launch := questionnairetest.FrozenLaunch(t)
	at := slices.IndexFunc(launch.Questions, func(question questionnaire.Question) bool { return question.Many })
	if at < 0 {
		t.Fatal("no list in", launch.ID)
	}
	question := &launch.Questions[at]
	var ids []string
	for i := range question.Options {
		if !question.Options[i].None {
			ids = append(ids, question.Options[i].ID)
		}
	}
	promise := commitments.Entry{Item: "x", Question: question.ID, From: ids[0], To: ids[0] + "+" + ids[1]}
	for now, want := range map[string]report.CommitmentStatus{
		ids[0]: report.CommitmentOpen, ids[1]: report.CommitmentOpen, "[]": report.CommitmentOpen,
		ids[0] + "+" + ids[1]: report.CommitmentDone, strings.Join(ids, "+"): report.CommitmentDone,
	} {
		today, _, err := (&answers.Sheet{}).Suppose(launch, question.ID+"="+now)
		if err != nil {
			t.Fatal(err)
		}
		if got := commitments.Judge(launch, today, day, []commitments.Entry{promise}).List[0].Status; got != want {
			t.Errorf("%s: %s, want %s", now, got, want)
		}
	}
}

// TestMoved holds what a change is worth against the two results.
func TestMoved(t *testing.T) {
	t.Parallel()
	q, before := reporttest.FrozenSheet(t, "typical")
	after, _, err := before.Suppose(q, "restore_test=yearly")
	if err != nil {
		t.Fatal(err)
	}
	entry := commitments.Entry{Item: "prove_restore", Question: "restore_test", From: "untested", To: "yearly"}
	judged := commitments.Judge(q, after, day, []commitments.Entry{entry})
	without, with := reporttest.Sheet(q, before).Verdict.Leaning, reporttest.Sheet(q, after).Verdict.Leaning
	for _, moved := range judged.List[0].Moved {
		if moved.Metric == "readiness" && (*moved.Without != *without.Readiness.Value || *moved.With != *with.Readiness.Value) {
			t.Errorf("readiness %g to %g, want %g to %g", *moved.Without, *moved.With, *without.Readiness.Value, *with.Readiness.Value)
		}
		if moved.Metric == "practice" || moved.Metric == "fit" {
			t.Errorf("%s moved by an answer about readiness", moved.Metric)
		}
	}
	if len(judged.List[0].Moved) == 0 || !judged.List[0].LacksEvidence() || judged.Summary.WithoutEvidence != 1 {
		t.Errorf("judged %+v", judged.List[0])
	}
}

// drawEntry draws a promise that a file may hold.
func drawEntry(t *rapid.T, q *questionnaire.Questionnaire) (commitments.Entry, bool) {
	question := &q.Questions[rapid.IntRange(0, len(q.Questions)-1).Draw(t, "question")]
	words := []string{"dont_know", "skipped"}
	for _, option := range question.OptionsByID() {
		words = append(words, option.ID)
	}
	entry := commitments.Entry{
		Item: "prove_restore", Question: question.ID, From: rapid.SampledFrom(words).Draw(t, "from"), To: rapid.SampledFrom(words).Draw(t, "to"),
		Owner: "Ada", Due: rapid.SampledFrom([]string{"2026-11-01", "2027-01-01"}).Draw(t, "due"),
	}
	text := fmt.Sprintf("commitments: [{item: prove_restore, question: %s, from: %s, to: %s, owner: Ada, due: %s}]",
		entry.Question, entry.From, entry.To, entry.Due)
	file, found := commitments.Parse("c.yaml", []byte(text))
	return entry, len(found) == 0 && !file.Check(q, &answers.Sheet{}, false).HasErrors()
}

// TestDoneIffTheAnswerChangedToWhatWasPromised holds a promise against what a comparison says: it is done where the answer is another
// one than it was and reaches what was promised, which the exact change always does and the answer that it starts from never.
func TestDoneIffTheAnswerChangedToWhatWasPromised(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		entry, ok := drawEntry(t, q)
		if !ok {
			t.Skip("no such promise")
		}
		before, _, err := reporttest.DrawSheet(t, q).Suppose(q, entry.Question+"="+entry.From)
		if err != nil {
			t.Fatal(err)
		}
		isDone := func(sheet *answers.Sheet) bool {
			return commitments.Judge(q, sheet, day, []commitments.Entry{entry}).List[0].Status == report.CommitmentDone
		}
		if isDone(before) {
			t.Fatalf("%+v is done before anything changed", entry)
		}
		promised, _, _ := before.Suppose(q, entry.Question+"="+entry.To)
		if !isDone(promised) {
			t.Fatalf("%+v is not done as promised", entry)
		}
		other := reporttest.DrawSheet(t, q)
		change := report.Changes(reporttest.Sheet(q, before).Answers, reporttest.Sheet(q, other).Answers, []string{entry.Question})[0]
		if isDone(other) && change.IsNone() {
			t.Fatalf("%+v is done, and nothing changed: %+v", entry, change)
		}
		if change.To == entry.To && !isDone(other) {
			t.Fatalf("%+v is not done, and the answer changed as promised: %+v", entry, change)
		}
	})
}

// TestOrderDecidesNothing permutes the entries.
func TestOrderDecidesNothing(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		var entries []commitments.Entry
		for i := range rapid.IntRange(0, 6).Draw(t, "n") {
			if entry, ok := drawEntry(t, q); ok {
				entry.Item = fmt.Sprint("item", i)
				entries = append(entries, entry)
			}
		}
		sheet := reporttest.DrawSheet(t, q)
		want := commitments.Judge(q, sheet, day, entries)
		got := commitments.Judge(q, sheet, day, rapid.Permutation(entries).Draw(t, "order"))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		again := commitments.Judge(q, sheet, day, commitments.EntriesOf(want))
		if diff := cmp.Diff(want, again); diff != "" {
			t.Fatal(diff)
		}
	})
}

func proposed(t testing.TB) (*questionnaire.Questionnaire, *answers.Sheet, []commitments.Proposal, []string) {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, "typical")
	path := plan.Build(plan.Run{Questionnaire: q, Sheet: sheet, Steps: plan.UsualSteps})
	proposals, without := commitments.Propose(path, commitments.FirstSteps, day)
	return q, sheet, proposals, without
}

func TestNewFile(t *testing.T) {
	t.Parallel()
	q, sheet, proposals, without := proposed(t)
	text := commitments.New(commitments.Head{Subject: sheet.Subject, Questionnaire: q.ID}, proposals)
	file := parse(t, string(text))
	if found := file.Check(q, sheet, true); len(found) > 0 {
		t.Fatalf("%v\n%s", found, text)
	}
	if len(proposals) < 2 || len(file.Missing(proposals)) != 0 {
		t.Errorf("proposals %+v without %q", proposals, without)
	}
	same, err := file.Add(text, nil)
	if err != nil || string(same) != string(text) {
		t.Errorf("%v\n%s", err, same)
	}
	for _, judged := range commitments.Judge(q, sheet, day, file.Entries()).List {
		if judged.Status != report.CommitmentOpen || judged.Title == judged.Item {
			t.Errorf("%+v", judged)
		}
	}
}

// TestAddKeepsWhatPeopleWrote adds to files of several layouts.
func TestAddKeepsWhatPeopleWrote(t *testing.T) {
	t.Parallel()
	_, _, proposals, _ := proposed(t)
	proposals = slices.DeleteFunc(proposals, func(p commitments.Proposal) bool { return p.Item == "prove_restore" })
	for name, test := range map[string]struct {
		text string
		ok   bool
	}{
		"plain":                  {good, true},
		"comments":               {strings.ReplaceAll(good, "    to:", "    # why\n    to:") + "  # the last line\n\n\n", true},
		"no newline at the end":  {strings.TrimSuffix(good, "\n"), true},
		"other line ends":        {strings.ReplaceAll(good, "\n", "\r\n"), true},
		"no indent":              {strings.NewReplacer("\n  - ", "\n- ", "\n    ", "\n  ").Replace(good), true},
		"a text of lines at end": {good + "    note: |\n      first\n      # second\n", true},
		"a key behind":           {strings.Replace(good, "subject: payments-api\n", "", 1) + "\n# whose\nsubject: payments-api\n", true},
		"a list without entries": {"commitments: []\n", true},
		"nothing yet":            {"commitments:\n", true},
		"a lone tilde":           {"commitments: ~\n", false},
		"one line":               {"commitments: [{item: a, question: b, from: c, to: d}]\n", false},
		"JSON":                   {`{"commitments": [{"item": "a", "question": "b", "from": "c", "to": "d"}]}`, false},
	} {
		file := parse(t, test.text)
		got, err := file.Add([]byte(test.text), proposals)
		if (err == nil) != test.ok {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
		if err != nil {
			continue
		}
		if want := append(file.Entries(), entriesOf(proposals)...); !slices.Equal(parse(t, string(got)).Entries(), want) {
			t.Errorf("%s: entries of\n%s", name, got)
		}
		if name != "a list without entries" && !keepsLines(test.text, string(got)) {
			t.Errorf("%s: changed what was there:\n%s", name, got)
		}
	}
}

func entriesOf(proposals []commitments.Proposal) []commitments.Entry {
	var entries []commitments.Entry
	for i := range proposals {
		entries = append(entries, proposals[i].Entry)
	}
	return entries
}

// keepsLines reports that every line of a text is in another one, in order.
func keepsLines(text, other string) bool {
	for line := range strings.Lines(text) {
		_, after, found := strings.Cut(other, strings.TrimRight(line, "\n"))
		if !found {
			return false
		}
		other = after
	}
	return true
}

func FuzzParse(f *testing.F) {
	q, sheet := reporttest.FrozenSheet(f, "typical")
	for _, text := range []string{good, "commitments: []", "commitments: [~, {}]", "commitments: [{item: [], to: {a: b}}]", "{\"commitments\": 1}", "- a"} {
		f.Add(text)
	}
	_, _, proposals, _ := proposed(f)
	f.Fuzz(func(t *testing.T, text string) {
		file, found := commitments.Parse("c.yaml", []byte(text))
		if file == nil {
			if !found.HasErrors() {
				t.Fatal("no file and no error")
			}
			return
		}
		if file.Check(q, sheet, true).HasErrors() {
			return
		}
		commitments.Judge(q, sheet, day, file.Entries())
		missing := file.Missing(proposals)
		added, err := file.Add([]byte(text), missing)
		if err == nil && !slices.Equal(parse(t, string(added)).Entries(), append(file.Entries(), entriesOf(missing)...)) {
			t.Fatalf("%q became %q", text, added)
		}
	})
}

// TestSchemaHasTheKeys holds the schema that editors use against the reader.
func TestSchemaHasTheKeys(t *testing.T) {
	t.Parallel()
	text, err := questionnaire.Schema("commitments")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Definitions struct {
			Commitment struct {
				Properties map[string]any `json:"properties"`
				Required   []string       `json:"required"`
			} `json:"commitment"`
		} `json:"definitions"`
	}
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	q, sheet := reporttest.FrozenSheet(t, "typical")
	entry := "commitments:\n  - {"
	for key := range schema.Definitions.Commitment.Properties {
		entry += key + ": x, "
	}
	for _, d := range parse(t, entry+"}\n").Check(q, sheet, true) {
		if d.Code == "unknown-key" || d.Code == "missing" {
			t.Error(d)
		}
	}
	if len(schema.Definitions.Commitment.Properties) != 10 || len(schema.Definitions.Commitment.Required) != 4 {
		t.Errorf("schema %+v", schema)
	}
}
