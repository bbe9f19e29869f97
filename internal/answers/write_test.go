package answers_test

import (
	"io/fs"
	"os"
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
	"github.com/opsfit/opsfit/internal/testarchive"
)

// TestWriteReadsBack is the law of the writer: whatever a person gave comes back as it was, whatever its characters.
func TestWriteReadsBack(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		checkReadsBack(t, q, drawSheet(t, q))
	})
}

func checkReadsBack(t *rapid.T, q *questionnaire.Questionnaire, sheet *answers.Sheet) {
	t.Helper()
	again, found := read(q, "a.yaml", answers.Write(q, sheet))
	if again == nil || found.HasErrors() {
		t.Fatalf("what was written cannot be read: %v\n%s", found, answers.Write(q, sheet))
	}
	if diff := cmp.Diff(sheet, again, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
		t.Fatal(diff)
	}
}

// TestEmptySheetAsksEverything proves that the file to fill in holds each question, each option, and no answer.
func TestEmptySheetAsksEverything(t *testing.T) {
	t.Parallel()
	known := []*questionnaire.Questionnaire{loadChecklist(t)}
	for _, id := range []string{"full", "quick", "dora", "launch", "frozen", "frozen_outcomes"} {
		known = append(known, questionnairetest.Named(t, id))
	}
	for _, q := range known {
		id := q.ID
		text := string(answers.Write(q, &answers.Sheet{}))
		sheet, found := read(q, "a.yaml", []byte(text))
		if sheet == nil || len(found) > 0 || len(sheet.Unasked) > 0 || hasAnswers(sheet) {
			t.Errorf("%s: sheet %+v, diagnostics %v", id, sheet, found)
		}
		for i := range q.Questions {
			checkAsked(t, &q.Questions[i], partOf(text, q.Questions[i].ID))
		}
		for line := range strings.Lines(text) {
			if len([]rune(line)) > 105 {
				t.Errorf("%s: line of %d columns: %s", id, len([]rune(line)), line)
			}
		}
	}
}

// hasAnswers reports that something was answered.
func hasAnswers(sheet *answers.Sheet) bool {
	for _, answer := range sheet.Answers {
		if !answer.NotAsked {
			return true
		}
	}
	return false
}

// partOf is what stands above the line that answers a question, up to the blank line before it.
func partOf(text, question string) string {
	before, _, found := strings.Cut(text, "\n  "+question+":\n")
	if !found {
		return ""
	}
	return before[strings.LastIndex(before, "\n\n")+2:]
}

// checkAsked holds that a person can answer from the comments alone: what is asked and why, the options, and whether the
// question may be left out.
func checkAsked(t *testing.T, q *questionnaire.Question, part string) {
	t.Helper()
	words := strings.Join(strings.Fields(strings.ReplaceAll(part, "\n  #", " ")), " ")
	want := []string{q.Text}
	for _, option := range q.Shown() {
		want = append(want, " "+option.ID+" "+option.Text)
	}
	if q.Why != "" {
		want = append(want, "Why: "+q.Why)
	}
	for _, text := range want {
		if !strings.Contains(words, strings.Join(strings.Fields(text), " ")) {
			t.Errorf("%s does not say %q:\n%s", q.ID, text, part)
		}
	}
	if q.Why == "" && strings.Contains(words, "Why:") {
		t.Errorf("%s gives a reason that it does not have:\n%s", q.ID, part)
	}
	if offered := strings.Contains(words, "not_applicable"); offered != q.AllowNA {
		t.Errorf("%s offers not_applicable: %t, want %t", q.ID, offered, q.AllowNA)
	}
}

func drawSheet(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	text := nastyText()
	sheet := &answers.Sheet{
		Questionnaire: q.ID, QuestionnaireVersion: rapid.SampledFrom([]string{q.Version, "0.9.0"}).Draw(t, "version"), Subject: text.Draw(t, "subject"), Team: text.Draw(t, "team"),
		Date:       rapid.SampledFrom([]string{"", "2026-11-22"}).Draw(t, "date"),
		Respondent: answers.Respondent{Name: text.Draw(t, "name"), Role: text.Draw(t, "role")},
		Answers:    map[string]answers.Answer{},
	}
	for i := range q.Questions {
		if answer, ok := drawAnswer(t, &q.Questions[i]); ok {
			sheet.Answers[q.Questions[i].ID] = answer
		}
	}
	for range rapid.IntRange(0, 2).Draw(t, "neighbours") {
		sheet.DependsOn = append(sheet.DependsOn, text.Draw(t, "depends on"))
	}
	if q.Catalogue != nil {
		drawExemptions(t, q.Catalogue, sheet)
	}
	return sheet
}

func drawExemptions(t *rapid.T, catalogue *questionnaire.Catalogue, sheet *answers.Sheet) {
	for _, warning := range catalogue.Warnings {
		if rapid.IntRange(0, 4).Draw(t, "exempt") > 0 {
			continue
		}
		sheet.Exemptions = append(sheet.Exemptions, answers.Exemption{
			Warning: warning.ID, Reason: nastyText().Draw(t, "reason") + "a new system comes",
			Until: rapid.SampledFrom([]string{"", "2027-03-31"}).Draw(t, "until"),
			Owner: nastyText().Draw(t, "owner"), ApprovedBy: nastyText().Draw(t, "approved_by"),
		})
	}
}

func drawAnswer(t *rapid.T, question *questionnaire.Question) (answers.Answer, bool) {
	statuses := []answers.Status{"", answers.Answered, answers.DontKnow, answers.Skipped}
	if question.AllowNA {
		statuses = append(statuses, answers.NotApplicable)
	}
	text := nastyText()
	answer := answers.Answer{
		Status: rapid.SampledFrom(statuses).Draw(t, "status"),
		Note:   text.Draw(t, "note"), Evidence: text.Draw(t, "evidence"),
		Source: rapid.SampledFrom([]answers.Source{answers.Person, answers.Repository}).Draw(t, "source"),
	}
	switch answer.Status {
	case "":
		return answer, false
	case answers.Answered:
		if question.Many {
			answer.List = drawList(t, question)
			break
		}
		answer.Option = rapid.SampledFrom(question.Options).Draw(t, "option").ID
	case answers.NotApplicable:
		answer.Reason = text.Filter(func(s string) bool { return !question.Critical || strings.TrimSpace(s) != "" }).Draw(t, "reason")
	case answers.DontKnow, answers.Skipped:
	}
	return answer, true
}

// drawList draws any list but one that leaves everything out, or that says none beside others.
func drawList(t *rapid.T, question *questionnaire.Question) *answers.List {
	list := &answers.List{}
	for i, option := range question.Options {
		where := rapid.IntRange(0, 3).Draw(t, "where")
		if option.None {
			continue
		}
		switch where {
		case 0:
			list.Options = append(list.Options, option.ID)
		case 1:
			list.Unknown = append(list.Unknown, option.ID)
		case 2:
			if len(list.NotApplicable) < len(question.Options)-2 && i > 0 {
				reason := nastyText().Filter(func(s string) bool { return strings.TrimSpace(s) != "" }).Draw(t, "left out")
				list.NotApplicable = append(list.NotApplicable, answers.LeftOut{Option: option.ID, Reason: reason})
			}
		}
	}
	return list
}

func nastyText() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{
			"", "null", "~", "yes", "- a", "a: b", "# c", "'", `"`, `\`, "{}", "[", "*x", "&x", "!t", "%", "@", "`",
			"a\nb", "a\r\nb", " a ", "\t", "\x1b[31m", "\u0085", "\u2028", "\ufeff", "\u202e", "\U0001f600", "\U000e0041", "1_0", "---", "...",
		}),
		rapid.StringN(0, 30, -1),
	)
}

func FuzzParse(f *testing.F) {
	q, lists := questionnairetest.Frozen(f), loadChecklist(f)
	f.Add([]byte("questionnaire: checklist\nanswers: {kind: new, stage: pilot, backout: no, moved: [a, b],\n" +
		"  alerts: {options: [errors], unknown: [sums], not_applicable: {late: none}}}\n"))
	f.Add([]byte("questionnaire: checklist\nanswers: {kind: old, alerts: [nothing, late], moved: {options: a, option: b, unknown: {}}}\n"))
	for _, files := range []fs.FS{os.DirFS("../../testdata/answers"), testarchive.Open(f, badFiles, false)} {
		for _, name := range inputs(f, files) {
			f.Add(text(f, files, name))
		}
	}
	for _, name := range questionnairetest.Sheets(f) {
		f.Add([]byte(questionnairetest.Sheet(f, name)))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if sheet, found := read(lists, "a.yaml", slices.Clone(text)); (sheet == nil) != found.HasErrors() {
			t.Fatalf("sheet %v with diagnostics %v", sheet, found)
		}
		sheet, found := read(q, "a.yaml", slices.Clone(text))
		if (sheet == nil) != found.HasErrors() {
			t.Fatalf("sheet %v with diagnostics %v", sheet, found)
		}
		again, more := read(q, "a.yaml", slices.Clone(text))
		if !cmp.Equal(sheet, again) || !cmp.Equal(found, more) {
			t.Fatal("the same bytes gave another result")
		}
		for _, d := range found {
			if strings.ContainsFunc(d.String(), diag.Hidden) {
				t.Fatalf("a diagnostic carries a control character: %q", d)
			}
		}
	})
}
