package form_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/browser/browsertest"
	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// checkClicks answers all questions with the mouse, and saves.
func checkClicks(t *testing.T, c chromium) {
	q := questionnairetest.Named(t, "frozen")
	w := c.openForm(t, q, form.Prefilled{Subject: "payments-api", Team: "payments", Role: "operations"})
	w.Click("button.next")
	for i := range q.Questions {
		question := &q.Questions[i]
		w.awaitStep("q-" + question.ID)
		w.Click(`#q-` + question.ID + ` fieldset > label:last-of-type`)
		w.Click(`#q-` + question.ID + ` fieldset > label:first-of-type`)
		w.Click("button.next")
	}
	w.awaitStep("review")
	name, text := w.save()
	if name != "payments-api-operations.yaml" {
		t.Errorf("the file is called %s", name)
	}
	sheet := readAs(t, q, text)
	for i := range q.Questions {
		question := &q.Questions[i]
		if given := sheet.Get(question.ID).Option; given != question.Shown()[0].ID {
			t.Errorf("%s: %q is saved for the first answer", question.ID, given)
		}
	}
	if sheet.Subject != "payments-api" || sheet.Team != "payments" || sheet.Respondent.Role != "operations" || sheet.Date == "" {
		t.Errorf("the head is %+v", sheet)
	}
}

// readAs reads a saved file; one with any finding ends the test.
func readAs(t *testing.T, q *questionnaire.Questionnaire, text string) *answers.Sheet {
	t.Helper()
	file, found := answers.Parse("saved.yaml", []byte(text))
	if file == nil {
		t.Fatal(found)
	}
	sheet, found := file.Check(q)
	if sheet == nil || len(found) > 0 {
		t.Fatal(found)
	}
	return sheet
}

// checkKeys answers a questionnaire of 60 questions with keys alone: tab, arrows, space and enter.
func checkKeys(t *testing.T, c chromium) {
	q := questionnairetest.Load(t, "sixty.yaml", sixtyQuestions())
	w := c.openForm(t, q, form.Prefilled{})
	w.Act(`document.querySelector("[name=subject]").focus()`)
	w.Press("web shop\t\tAda\tdeveloper", kb.Enter)
	for i := range q.Questions {
		w.awaitStep("q-" + q.Questions[i].ID)
		w.Press(kb.Tab, " ")
		for range i % 3 {
			w.Press(kb.ArrowDown)
		}
		if i == 7 { // over the folds of why and note
			w.Press(kb.Tab, kb.Enter, "\tfirst line", kb.Enter, "second: line\thttps://example.org/7")
		}
		w.Press(kb.Enter)
	}
	w.awaitStep("review")
	if summary := w.Text(`document.querySelector(".summary").textContent`); summary != "Every question has an answer." {
		t.Error(summary)
	}
	sheet := readAs(t, q, w.sheet())
	for i := range q.Questions {
		question := &q.Questions[i]
		if given := sheet.Get(question.ID).Option; given != question.Options[i%3].ID {
			t.Errorf("%s: %q is saved for answer %d", question.ID, given, i%3+1)
		}
	}
	if given := sheet.Get("q7"); given.Note != "first line\nsecond: line" || given.Evidence != "https://example.org/7" {
		t.Errorf("%+v", given)
	}
	if sheet.Subject != "web shop" || sheet.Respondent != (answers.Respondent{Name: "Ada", Role: "developer"}) {
		t.Errorf("%+v", sheet)
	}
}

func sixtyQuestions() string {
	var b strings.Builder
	b.WriteString("id: sixty\nversion: 1.0.0\ntitle: Sixty\nverdict: readiness\naxes: [{id: a, title: A}]\nquestions:\n")
	for i := range 60 {
		fmt.Fprintf(&b, "  - {id: q%d, title: Question %[1]d, axis: a, measures: readiness, text: \"Is %[1]d done?\", options: "+
			"[{id: never, text: Not yet, readiness: 0}, {id: partly, text: Partly, readiness: 2}, {id: always, text: Always, readiness: 4}]}\n", i)
	}
	return b.String()
}

// checkInterview gives the same answers to the page and to a session of the interview: both save the same bytes.
func checkInterview(t *testing.T, c chromium) {
	q := manyQuestionnaire(t)
	w := c.openForm(t, q, form.Prefilled{Subject: "web shop", Team: "shop", Role: "operations"})
	opening := interview.Opening{Sheet: &answers.Sheet{Date: w.Text("today()")}}
	opening.SetHead(interview.Head{Subject: "web shop", Team: "shop", Role: "operations"})
	s := interview.New(q, opening.Sheet)
	at := func(id string) {
		for i := range s.Len() {
			if s.Question(i).ID == id {
				s.GoTo(i)
			}
		}
	}
	give := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	const note = `why: "yes" # or no 👩‍👧`
	give(s.ChooseOption("staff"))
	s.SetNote(note)
	w.choose("users", "staff")
	w.Click("#q-users .note summary")
	w.enter("#q-users textarea", note)

	at("data")
	give(s.ChooseOption("personal"))
	s.SkipQuestion()
	w.choose("data", "personal")
	w.Click("#q-data .clear")

	at("alarms")
	give(s.ToggleOption("errors"))
	give(s.ToggleOption("8.20"))
	give(s.ToggleOption("none_at_all"))
	give(s.ToggleOption("latency"))
	w.choose("alarms", "errors")
	for _, value := range []string{"8.20", "none_at_all", "latency"} {
		w.Click(`#q-alarms fieldset input[value="` + value + `"]`)
	}
	compare := func() {
		t.Helper()
		if diff := cmp.Diff(string(answers.Write(q, s.Sheet())), w.sheet()); diff != "" {
			t.Errorf("(-interview +page):\n%s", diff)
		}
	}
	compare()
	give(s.NotApplicable("  no alarms: \tnothing runs  "))
	w.Click(`#q-alarms fieldset input[value="not_applicable"]`)
	w.enter("#q-alarms .why-not", "  no alarms: \tnothing runs  ")
	at("constructor")
	give(s.ChooseOptions())
	s.SetEvidence("https://example.org/?a=b&c=\"d\"")
	w.choose("constructor", "[]")
	w.Click("#q-constructor .note summary")
	w.enter("#q-constructor .evidence", "https://example.org/?a=b&c=\"d\"")
	compare()
	// Nobody uses it: the others are not asked, and what was given to them is kept.
	at("users")
	give(s.ChooseOption("no"))
	at("constructor")
	s.DontKnow()
	w.choose("users", "no")
	w.choose("constructor", "dont_know")
	compare()
	if _, text := w.save(); text != w.sheet() {
		t.Errorf("the file is not what was to be saved:\n%s", text)
	}
}

// checkDraft reloads the page: answers are still there until they are cleared. Another copy of the form has its own.
func checkDraft(t *testing.T, c chromium) {
	q := manyQuestionnaire(t)
	w := c.openForm(t, q, form.Prefilled{Subject: "web shop"})
	w.choose("users", "public")
	w.Click("#q-users .note summary")
	w.enter("#q-users textarea", "kept\nin two lines")
	before := w.sheet()
	w.Do(chromedp.Reload())
	w.awaitStep("q-users")
	if diff := cmp.Diff(before, w.sheet()); diff != "" {
		t.Errorf("after a reload (-before +after):\n%s", diff)
	}
	if said := w.Text(`document.getElementById("said").textContent`); said != "Your answers from last time are here." {
		t.Error(said)
	}
	text, err := os.ReadFile(w.File)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "form.html")
	if err := os.WriteFile(other, text, 0o600); err != nil {
		t.Fatal(err)
	}
	if sheet := w.beside(other).sheet(); strings.Contains(sheet, "kept") {
		t.Errorf("another copy of the form shows these answers:\n%s", sheet)
	}
	second := w.beside(w.File)
	second.choose("users", "staff")
	w.Await(`document.getElementById("draft").textContent.includes("another window")`)

	second.Click("#clear")
	second.Await(`document.getElementById("ask").open`)
	second.Click("#ask .no")
	if !strings.Contains(second.sheet(), "users: {option: staff") {
		t.Errorf("cleared although nobody agreed:\n%s", second.sheet())
	}
	second.Click("#clear")
	second.Await(`document.getElementById("ask").open`)
	second.Click("#ask .yes")
	second.Await(`localStorage.getItem(page.draft.name) === null`)
	if sheet := second.sheet(); strings.Contains(sheet, "staff\n") || !strings.Contains(sheet, "subject: \"web shop\"") {
		t.Errorf("after clearing:\n%s", sheet)
	}
}

// checkNoDraft opens the form where the browser refuses to keep anything: it works, and says that there is no draft.
func checkNoDraft(t *testing.T, c chromium) {
	w := c.openForm(t, manyQuestionnaire(t), form.Prefilled{})
	browsertest.Call(w.Window, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `Object.defineProperty(window, "localStorage", {get() { throw new Error("refused"); }});`,
	})
	w.Do(chromedp.Reload())
	if said := w.Text(`document.getElementById("draft").textContent`); !strings.Contains(said, "keeps no draft") {
		t.Error(said)
	}
	w.choose("users", "public")
	if _, text := w.save(); !strings.Contains(text, "users: public") {
		t.Errorf("saved:\n%s", text)
	}
}

// checkDependent holds that the page asks what opsfit asks, for all answers that decide it.
func checkDependent(t *testing.T, c chromium) {
	for _, q := range []*questionnaire.Questionnaire{manyQuestionnaire(t), questionnairetest.Named(t, "launch"), questionnairetest.Named(t, "frozen_launch")} {
		w := c.openForm(t, q, form.Prefilled{})
		var decides []string
		for i := range q.Questions {
			if q.Questions[i].Measures == questionnaire.Context {
				decides = append(decides, q.Questions[i].ID)
			}
		}
		for n := range 60 {
			sheet := answers.Sheet{Answers: map[string]answers.Answer{}}
			for i, id := range decides {
				options := q.Question(id).Options
				if which := (n*(i+1) + n/7) % (len(options) + 2); which < len(options) {
					sheet.Answers[id] = answers.Answer{Status: answers.Answered, Option: options[which].ID, Source: answers.Person}
				} else if which == len(options) {
					sheet.Answers[id] = answers.Answer{Status: answers.DontKnow, Source: answers.Person}
				}
			}
			asking := answers.NewAsking(q, &sheet)
			var want, got []string
			for i := range q.Questions {
				if asking.IsAsked(&q.Questions[i]) {
					want = append(want, q.Questions[i].ID)
				}
			}
			w.Run(&got, `(() => {
				page.answering.load({...emptySheet(page.form), ...§});
				return [...document.querySelectorAll(".question:not(.unasked)")].map((step) => step.dataset.question);
			})()`, pageSheetOf(&sheet))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: with %v the page asks (-opsfit +page):\n%s", q.ID, sheet.Answers, diff)
			}
		}
	}
}

// checkLists says of single options that they are not known, or cannot apply.
func checkLists(t *testing.T, c chromium) {
	q := manyQuestionnaire(t)
	w := c.openForm(t, q, form.Prefilled{})
	w.choose("users", "public")
	w.choose("data", "personal")
	w.choose("alarms", "none_at_all")
	w.Click("#q-alarms .single summary")
	set := func(option, state string) {
		w.Act(`const select = document.querySelector("#q-alarms .part[data-option=" + § + "] select");
			select.value = §;
			select.dispatchEvent(new Event("change", {bubbles: true}));`, option, state)
	}
	check := func(want string) {
		t.Helper()
		if got := readLine(w.sheet(), "alarms"); got != want {
			t.Errorf("saved is %s, want %s", got, want)
		}
	}
	set("latency", "unknown")
	check("{options: [], unknown: [latency]}")
	set("errors", "not_applicable")
	check("{options: [], unknown: [errors, latency]}")
	w.enter(`#q-alarms .part[data-option="errors"] input`, "no requests: none")
	check(`{options: [], unknown: [latency], not_applicable: {errors: "no requests: none"}}`)
	w.Click(`#q-alarms fieldset input[value="8.20"]`)
	check(`{options: [8.20], unknown: [latency], not_applicable: {errors: "no requests: none"}}`)
	readAs(t, q, w.sheet())
	w.Click(`#q-alarms fieldset input[value="dont_know"]`)
	check("dont_know")
	w.Click(`#q-alarms fieldset input[value="dont_know"]`)
	check("skipped")
}

// readLine returns what stands behind a question in a sheet.
func readLine(sheet, question string) string {
	_, rest, _ := strings.Cut(sheet, "\n  "+question+": ")
	line, _, _ := strings.Cut(rest, "\n")
	return line
}
