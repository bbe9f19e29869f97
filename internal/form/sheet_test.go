package form_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// pageSheet is a sheet as the script keeps it.
type pageSheet struct {
	Subject   string                `json:"subject"`
	Team      string                `json:"team"`
	Name      string                `json:"name"`
	Role      string                `json:"role"`
	Date      string                `json:"date"`
	DependsOn []string              `json:"dependsOn"`
	Exempt    []pageExemption       `json:"exempt"`
	Answers   map[string]pageAnswer `json:"answers"`
}

type pageExemption struct {
	Warning    string `json:"warning"`
	Reason     string `json:"reason"`
	Until      string `json:"until"`
	Owner      string `json:"owner"`
	ApprovedBy string `json:"approved_by"`
}

type pageAnswer struct {
	Status   answers.Status `json:"status"`
	Option   string         `json:"option"`
	List     *pageList      `json:"list,omitempty"`
	Reason   string         `json:"reason"`
	Note     string         `json:"note"`
	Evidence string         `json:"evidence"`
	Reviewed string         `json:"reviewed"`
	Source   answers.Source `json:"source"`
}

type pageList struct {
	Options []string    `json:"options"`
	Unknown []string    `json:"unknown"`
	Out     [][2]string `json:"out"`
}

func pageSheetOf(sheet *answers.Sheet) pageSheet {
	p := pageSheet{
		Subject: sheet.Subject, Team: sheet.Team, Name: sheet.Respondent.Name, Role: sheet.Respondent.Role, Date: sheet.Date,
		DependsOn: append([]string{}, sheet.DependsOn...), Exempt: []pageExemption{}, Answers: map[string]pageAnswer{},
	}
	for _, e := range sheet.Exemptions {
		p.Exempt = append(p.Exempt, pageExemption{e.Warning, e.Reason, e.Until, e.Owner, e.ApprovedBy})
	}
	for id, a := range sheet.Answers {
		answer := pageAnswer{a.Status, a.Option, nil, a.Reason, a.Note, a.Evidence, a.Reviewed, a.Source}
		if a.List != nil {
			answer.List = &pageList{append([]string{}, a.List.Options...), append([]string{}, a.List.Unknown...), [][2]string{}}
			for _, out := range a.List.NotApplicable {
				answer.List.Out = append(answer.List.Out, [2]string{out.Option, out.Reason})
			}
		}
		p.Answers[id] = answer
	}
	return p
}

// manyAnswers asks for lists, and for questions that depend on others.
const manyAnswers = `id: many
version: 1.0.0
title: "Lists: a test"
verdict: readiness
axes:
  - {id: care, title: Care}
questions:
  - id: users
    title: Users
    measures: context
    text: Who uses it?
    options:
      - {id: "no", text: Nobody yet}
      - {id: staff, text: Staff}
      - {id: public, text: Everybody}
  - id: data
    title: Data
    measures: context
    text: Which data?
    ask_if: {none: [{answer: users, in: ["no"]}]}
    options:
      - {id: plain, text: Nothing secret}
      - {id: personal, text: Personal data}
  - id: alarms
    title: Alarms
    axis: care
    measures: readiness
    choose: many
    allow_na: true
    text: What alarms you?
    ask_if: {any: [{answer: data, in: [personal]}, {unknown: data}]}
    options:
      - {id: errors, text: Errors.}
      - {id: latency, text: Slow answers}
      - {id: "8.20", text: "A version that looks like a number: 8.20"}
      - {id: none_at_all, text: Nothing, none: true}
  - id: constructor
    title: Backups
    axis: care
    measures: readiness
    choose: many
    critical: true
    text: Which backups are there?
    options:
      - {id: daily, text: Daily ones}
      - {id: offsite, text: In another place}
`

func manyQuestionnaire(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.Load(t, "many.yaml", manyAnswers)
}

func questionnairesToAsk(t *testing.T) []*questionnaire.Questionnaire {
	t.Helper()
	list := []*questionnaire.Questionnaire{manyQuestionnaire(t)}
	for _, id := range []string{"full", "quick", "dora", "launch", "frozen", "frozen_short", "frozen_outcomes", "frozen_launch"} {
		list = append(list, questionnairetest.Named(t, id))
	}
	return list
}

// checkWrittenSheets draws answers with all kinds of texts: what the page writes is byte for byte what opsfit writes, and is read and
// written again without a change.
func checkWrittenSheets(t *testing.T, c chromium) {
	for _, q := range questionnairesToAsk(t) {
		w := c.openForm(t, q, form.Prefilled{})
		rapid.Check(t, func(t *rapid.T) {
			sheet := drawSheet(t, q)
			want := string(answers.Write(q, sheet))
			var got [2]string
			w.Run(&got, `(() => {
				const text = writeSheet(page.form, §);
				return [text, writeSheet(page.form, readSheet(page.form, text, false).sheet)];
			})()`, pageSheetOf(sheet))
			if diff := cmp.Diff(want, got[0]); diff != "" {
				t.Fatalf("%s: the page writes (-opsfit +page):\n%s", q.ID, diff)
			}
			if diff := cmp.Diff(want, got[1]); diff != "" {
				t.Fatalf("%s: what was written is read as (-written +again):\n%s", q.ID, diff)
			}
		})
	}
}

func nastyText() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.Just(""),
		rapid.SampledFrom([]string{
			"yes", "no", "null", "Null", "~", "8.20", "2026-10-01", "a: b", "a #b", "# a", "'", `"`, `\`, "- a", "a\nb", "\n", " a ", "\t", "\x00\x1b[2J",
			"\u2028\u2029", "\ufeff", "\u202eevil", "\u200d", "👩‍👩‍👧", "{a}", "[]", "&a", "*a", "!x", "%", "@", "`", "|", ">", "שלום", "a_./-b", ".a", "_a",
			"\U000e0001", "\ufffe", "\U0010ffff", "é", "e\u0301", "</script><!--", "key:", "dont_know", "true", "x\ry",
		}),
		rapid.String(),
		rapid.StringMatching(`[a-z0-9 :#"'\\\n,{}\[\]|>-]{0,12}`),
	)
}

func drawSheet(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	text := nastyText()
	sheet := &answers.Sheet{
		Questionnaire: q.ID, QuestionnaireVersion: q.Version, Subject: text.Draw(t, "subject"), Team: text.Draw(t, "team"),
		Date:       rapid.SampledFrom([]string{"", "2026-11-22"}).Draw(t, "date"),
		Respondent: answers.Respondent{Name: text.Draw(t, "name"), Role: text.Draw(t, "role")},
		Answers:    map[string]answers.Answer{},
	}
	if rapid.Bool().Draw(t, "depends") {
		sheet.DependsOn = []string{"billing", "x" + text.Draw(t, "on")}
	}
	if q.Catalogue != nil && len(q.Catalogue.Warnings) > 0 && rapid.Bool().Draw(t, "exempt") {
		sheet.Exemptions = []answers.Exemption{{
			Warning: q.Catalogue.Warnings[0].ID, Reason: "because " + text.Draw(t, "why"), Until: "2027-01-31", Owner: text.Draw(t, "owner"),
			ApprovedBy: text.Draw(t, "approver"),
		}}
	}
	for i := range q.Questions {
		if rapid.Bool().Draw(t, "answered") {
			sheet.Answers[q.Questions[i].ID] = drawAnswer(t, &q.Questions[i], text)
		}
	}
	return sheet
}

func drawAnswer(t *rapid.T, question *questionnaire.Question, text *rapid.Generator[string]) answers.Answer {
	answer := answers.Answer{
		Status: rapid.SampledFrom([]answers.Status{answers.Answered, answers.Answered, answers.DontKnow, answers.Skipped, answers.NotApplicable}).Draw(t, "status"),
		Source: answers.Person, Note: text.Draw(t, "note"), Evidence: text.Draw(t, "evidence"),
		Reviewed: rapid.SampledFrom([]string{"", "2026-10-01"}).Draw(t, "reviewed"),
	}
	switch {
	case answer.Status == answers.NotApplicable && !question.AllowNA:
		answer.Status = answers.DontKnow
	case answer.Status == answers.NotApplicable:
		answer.Reason = "as " + text.Draw(t, "reason")
	case answer.Status == answers.Answered && question.Many:
		answer.List = drawList(t, question, text)
	case answer.Status == answers.Answered:
		answer.Option = rapid.SampledFrom(question.Options).Draw(t, "option").ID
		answer.Source = rapid.SampledFrom([]answers.Source{answers.Person, answers.Repository}).Draw(t, "source")
	}
	return answer
}

func drawList(t *rapid.T, question *questionnaire.Question, text *rapid.Generator[string]) *answers.List {
	list := &answers.List{}
	for i := range question.Options {
		option := &question.Options[i]
		if option.None {
			continue
		}
		switch rapid.IntRange(0, 4).Draw(t, "part") {
		case 0, 1:
			list.Options = append(list.Options, option.ID)
		case 2:
			list.Unknown = append(list.Unknown, option.ID)
		case 3:
			if i > 0 { // one is left that may apply
				list.NotApplicable = append(list.NotApplicable, answers.LeftOut{Option: option.ID, Reason: "so " + text.Draw(t, "left")})
			}
		}
	}
	if none := question.NoneOption(); none != nil && len(list.Options)+len(list.Unknown) == 0 && rapid.Bool().Draw(t, "none") {
		list.Options = []string{none.ID}
	}
	return list
}

// checkHiddenCharacters compares, for every character, whether it is written as an escape.
func checkHiddenCharacters(t *testing.T, c chromium) {
	w := c.openForm(t, manyQuestionnaire(t), form.Prefilled{})
	var hidden []int
	w.Run(&hidden, `(() => {
		const found = [];
		for (let c = 0; c <= 0x10ffff; c++) if ((c < 0xd800 || c > 0xdfff) && hidden.test(String.fromCodePoint(c))) found.push(c);
		return found;
	})()`)
	checkFileNames(w)
	is := map[rune]bool{}
	for _, c := range hidden {
		is[rune(c)] = true
	}
	for c := rune(0); c <= unicode.MaxRune; c++ {
		if diag.Hidden(c) != is[c] && (c < 0xd800 || c > 0xdfff) {
			t.Errorf("U+%04X is hidden: %v for opsfit, %v for the page", c, diag.Hidden(c), is[c])
		}
	}
}

// checkFileNames holds that a file name is one on every system.
func checkFileNames(w *window) {
	w.t.Helper()
	for _, test := range []struct{ service, role, want string }{
		{"payments-api", "operations", "payments-api-operations.yaml"},
		{"", "", "answers.yaml"},
		{"con", "", "service-con.yaml"},
		{"con", "ops", "con-ops.yaml"},
		{"nul.v2", "ops", "service-nul.v2-ops.yaml"},
		{"COM¹", "", "service-COM¹.yaml"},
		{"console", "", "console.yaml"},
		{strings.Repeat("漢", 100), strings.Repeat("é", 100), strings.Repeat("漢", 40) + "-" + strings.Repeat("é", 60) + ".yaml"},
		{"x" + strings.Repeat("𐐀", 100), "", "x" + strings.Repeat("𐐀", 29) + ".yaml"},
		{strings.Repeat("a", 59) + ".b", "", strings.Repeat("a", 59) + ".yaml"},
		{"../../etc/passwd", "x\u202eny", "etc-passwd-x-ny.yaml"},
		{"Zahlung & Rechnung", "Betrieb/Nacht", "Zahlung-Rechnung-Betrieb-Nacht.yaml"},
		{"שירות", "ops", "שירות-ops.yaml"},
		{strings.Repeat("long", 40), "", strings.Repeat("long", 15) + ".yaml"},
		{".hidden.", "..", "hidden.yaml"},
	} {
		if got := w.Text(`fileName({subject: §, role: §})`, test.service, test.role); got != test.want {
			w.t.Errorf("the file for %q, %q is called %q, want %q", test.service, test.role, got, test.want)
		}
	}
}
