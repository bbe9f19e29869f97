package form_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// checkClicks answers all questions with the mouse, and saves.
func checkClicks(t *testing.T, c chromium) {
	q := questionnairetest.Named(t, "frozen")
	w := c.openForm(t, q, form.Prefilled{Subject: "payments-api", Team: "payments", Role: "operations"})
	w.click("button.next")
	for i := range q.Questions {
		question := &q.Questions[i]
		w.awaitStep("q-" + question.ID)
		w.click(`#q-` + question.ID + ` fieldset > label:last-of-type`)
		w.click(`#q-` + question.ID + ` fieldset > label:first-of-type`)
		w.click("button.next")
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
	w.act(`document.querySelector("[name=subject]").focus()`)
	w.press("web shop\t\tAda\tdeveloper", kb.Enter)
	for i := range q.Questions {
		w.awaitStep("q-" + q.Questions[i].ID)
		w.press(kb.Tab, " ")
		for range i % 3 {
			w.press(kb.ArrowDown)
		}
		if i == 7 { // over the folds of why and note
			w.press(kb.Tab, kb.Enter, "\tfirst line", kb.Enter, "second: line\thttps://example.org/7")
		}
		w.press(kb.Enter)
	}
	w.awaitStep("review")
	if summary := w.text(`document.querySelector(".summary").textContent`); summary != "Every question has an answer." {
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
	opening := interview.Opening{Sheet: &answers.Sheet{Date: w.text("today()")}}
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
	w.click("#q-users .note summary")
	w.enter("#q-users textarea", note)

	at("data")
	give(s.ChooseOption("personal"))
	s.SkipQuestion()
	w.choose("data", "personal")
	w.click("#q-data .clear")

	at("alarms")
	give(s.ToggleOption("errors"))
	give(s.ToggleOption("8.20"))
	give(s.ToggleOption("none_at_all"))
	give(s.ToggleOption("latency"))
	w.choose("alarms", "errors")
	for _, value := range []string{"8.20", "none_at_all", "latency"} {
		w.click(`#q-alarms fieldset input[value="` + value + `"]`)
	}
	compare := func() {
		t.Helper()
		if diff := cmp.Diff(string(answers.Write(q, s.Sheet())), w.sheet()); diff != "" {
			t.Errorf("(-interview +page):\n%s", diff)
		}
	}
	compare()
	give(s.NotApplicable("  no alarms: \tnothing runs  "))
	w.click(`#q-alarms fieldset input[value="not_applicable"]`)
	w.enter("#q-alarms .why-not", "  no alarms: \tnothing runs  ")
	at("constructor")
	give(s.ChooseOptions())
	s.SetEvidence("https://example.org/?a=b&c=\"d\"")
	w.choose("constructor", "[]")
	w.click("#q-constructor .note summary")
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
	w.click("#q-users .note summary")
	w.enter("#q-users textarea", "kept\nin two lines")
	before := w.sheet()
	w.do(chromedp.Reload())
	w.awaitStep("q-users")
	if diff := cmp.Diff(before, w.sheet()); diff != "" {
		t.Errorf("after a reload (-before +after):\n%s", diff)
	}
	if said := w.text(`document.getElementById("said").textContent`); said != "Your answers from last time are here." {
		t.Error(said)
	}
	text, err := os.ReadFile(w.file)
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
	second := w.beside(w.file)
	second.choose("users", "staff")
	w.await(`document.getElementById("draft").textContent.includes("another window")`)

	second.click("#clear")
	second.await(`document.getElementById("ask").open`)
	second.click("#ask .no")
	if !strings.Contains(second.sheet(), "users: {option: staff") {
		t.Errorf("cleared although nobody agreed:\n%s", second.sheet())
	}
	second.click("#clear")
	second.await(`document.getElementById("ask").open`)
	second.click("#ask .yes")
	second.await(`localStorage.getItem(page.draft.name) === null`)
	if sheet := second.sheet(); strings.Contains(sheet, "staff\n") || !strings.Contains(sheet, "subject: \"web shop\"") {
		t.Errorf("after clearing:\n%s", sheet)
	}
}

// checkNoDraft opens the form where the browser refuses to keep anything: it works, and says that there is no draft.
func checkNoDraft(t *testing.T, c chromium) {
	w := c.openForm(t, manyQuestionnaire(t), form.Prefilled{})
	call(w, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `Object.defineProperty(window, "localStorage", {get() { throw new Error("refused"); }});`,
	})
	w.do(chromedp.Reload())
	if said := w.text(`document.getElementById("draft").textContent`); !strings.Contains(said, "keeps no draft") {
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
			w.run(&got, `(() => {
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
	w.click("#q-alarms .single summary")
	set := func(option, state string) {
		w.act(`const select = document.querySelector("#q-alarms .part[data-option=" + § + "] select");
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
	w.click(`#q-alarms fieldset input[value="8.20"]`)
	check(`{options: [8.20], unknown: [latency], not_applicable: {errors: "no requests: none"}}`)
	readAs(t, q, w.sheet())
	w.click(`#q-alarms fieldset input[value="dont_know"]`)
	check("dont_know")
	w.click(`#q-alarms fieldset input[value="dont_know"]`)
	check("skipped")
}

// readLine returns what stands behind a question in a sheet.
func readLine(sheet, question string) string {
	_, rest, _ := strings.Cut(sheet, "\n  "+question+": ")
	line, _, _ := strings.Cut(rest, "\n")
	return line
}

// checkOpen continues saved files: one of opsfit, one written by hand, one in JSON; and refuses others whole.
func checkOpen(t *testing.T, c chromium) {
	q := manyQuestionnaire(t)
	w := c.openForm(t, q, form.Prefilled{})
	give := func(name, text string) string {
		t.Helper()
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		w.act(`page.tell("…")`)
		w.do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{file}))
		w.await(`document.getElementById("said").textContent !== "…" || document.getElementById("ask").open`)
		var asks bool
		w.run(&asks, `document.getElementById("ask").open`)
		if asks {
			w.click("#ask .yes")
			w.await(`document.getElementById("said").textContent !== "…"`)
		}
		return w.text(`document.getElementById("said").innerText + document.getElementById("refused").innerText`)
	}
	sheet := &answers.Sheet{
		Subject: "שירות", Date: w.text("today()"), DependsOn: []string{"billing"}, Respondent: answers.Respondent{Name: "Ada"},
		Answers: map[string]answers.Answer{
			"users":       {Status: answers.Answered, Option: "public", Source: answers.Person, Note: "a\nb: c", Reviewed: "2026-01-01"},
			"constructor": {Status: answers.Answered, List: &answers.List{Options: []string{"offsite"}}, Source: answers.Person},
		},
	}
	written := string(answers.Write(q, sheet))
	if said := give("saved.yaml", written); said != "The answers of saved.yaml are here." {
		t.Error(said)
	}
	if diff := cmp.Diff(written, w.sheet()); diff != "" {
		t.Errorf("opened and not changed (-file +page):\n%s", diff)
	}
	w.choose("users", "staff")
	if line := readLine(w.sheet(), "users"); !strings.Contains(line, "reviewed: "+sheet.Date) {
		t.Errorf("a changed answer keeps its date of review: %s", line)
	}
	if said := give("mine.json", `{"questionnaire": "many", "questionnaire_version": "0.9", "answers": {"users": "no"}}`); !strings.Contains(said, "version 0.9") {
		t.Error(said)
	}
	before := w.sheet()
	if readLine(before, "users") != `no` || strings.Contains(before, "billing") {
		t.Errorf("opened:\n%s", before)
	}
	for name, test := range map[string]struct{ text, want string }{
		"other.yaml":  {"questionnaire: quick\nanswers: {}\n", "The answers are for the questionnaire “quick”"},
		"typo.yaml":   {"answers:\n  users: nobody\n  date: x\n", "Line 2: “Users” has no option “nobody”."},
		"anchor.yaml": {"answers: &a\n  users: staff\n", "Line 1: Anchors, aliases and tags are not supported."},
		"latin.yaml":  {"subject: caf\xe9\nanswers:\n", "not text in UTF-8"},
		"large.yaml":  {"answers:\n" + strings.Repeat("# more\n", 1<<18), "larger than 1 MiB"},
		"bad.json":    {"answers:\n  users: staff\n", "not valid JSON"},
		"page.yaml":   {"<!DOCTYPE html>\n", "Line 1"},
	} {
		if said := give(name, test.text); !strings.Contains(said, test.want) || !strings.Contains(said, name+" was not opened") {
			t.Errorf("%s: %s", name, said)
		}
		if w.sheet() != before {
			t.Errorf("%s is refused, and changed the answers", name)
		}
	}
}

// checkFaults holds that every reason to refuse a file has words: each is said, with nothing left open in it.
func checkFaults(t *testing.T, c chromium) {
	w := c.openForm(t, questionnairetest.Named(t, "full"), form.Prefilled{})
	for _, text := range append(faultySheets(), values(refusedByHand())...) {
		said := w.text(`(() => {
			try {
				readSheet(page.form, §, false);
			} catch (fault) {
				page.refuse("a.yaml", fault);
				return document.getElementById("refused").innerText;
			}
			return "";
		})()`, text)
		if strings.ContainsAny(said, "{}") && !strings.ContainsAny(text, "{}") || strings.Contains(said, "undefined") {
			t.Errorf("%s\nfor\n%s", said, text)
		}
	}
}

func values(texts map[string]string) []string {
	var list []string
	for _, text := range texts {
		list = append(list, text)
	}
	return list
}

// checkSuggested opens a sheet that a repository has suggested: it stays open until a person decides.
func checkSuggested(t *testing.T, c chromium) {
	q := questionnairetest.Named(t, "frozen")
	w := c.openForm(t, q, form.Prefilled{})
	id, option := q.Questions[0].ID, q.Questions[0].Options[0].ID
	w.act(`page.answering.load(readSheet(page.form, §, false).sheet)`,
		"answers:\n  "+id+": {option: "+option+", note: seen, source: evidence}\n")
	if line := readLine(w.sheet(), id); !strings.Contains(line, "source: evidence") {
		t.Error(line)
	}
	w.goTo("q-" + id)
	if progress := w.text(`document.getElementById("progress").textContent`); !strings.HasPrefix(progress, "0 of ") {
		t.Error(progress)
	}
	w.click("#q-" + id + " .confirm")
	if line := readLine(w.sheet(), id); line != "{option: "+option+", note: seen}" {
		t.Error(line)
	}
}

// checkHostile opens a form for a questionnaire whose texts try to become markup or script.
func checkHostile(t *testing.T, c chromium) {
	q := hostileQuestionnaire(t)
	w := c.openForm(t, q, form.Prefilled{Subject: hostileText, Team: "{{.Title}}", Role: "</script>"})
	w.choose("a", "x")
	w.goTo("review")
	var found struct {
		Elements int
		Title    string
		Option   string
		Subject  string
	}
	w.run(&found, `({
		Elements: document.querySelectorAll("script:not(#data), img, iframe, b, svg, base, link:not([rel=icon])").length,
		Title: document.querySelector("h1").textContent, Option: page.answering.describe(page.answering.questions.get("a")),
		Subject: page.answering.sheet.subject,
	})`)
	if found.Elements != 1 {
		t.Errorf("%d elements are scripts or come from a text", found.Elements)
	}
	for _, text := range []string{found.Title, found.Option} {
		if !strings.Contains(text, `</script><script>document.title="hacked"</script><!--<img src=x onerror=alert(1)>`) {
			t.Errorf("the text is shown as %q", text)
		}
	}
	if strings.ContainsRune(found.Title, '\u202e') {
		t.Error("a character that turns the direction of others is shown as it is")
	}
	if got := readAs(t, q, w.sheet()).Subject; !strings.Contains(got, "hacked") {
		t.Errorf("the service is saved as %q", got)
	}
}

// checkLayout looks at forms on a telephone and on a screen: nothing stands out at the right, also with long and with Hebrew texts.
func checkLayout(t *testing.T, c chromium) {
	for _, q := range []*questionnaire.Questionnaire{
		questionnairetest.Named(t, "full"), manyQuestionnaire(t), hostileQuestionnaire(t), longQuestionnaire(t),
	} {
		w := c.openForm(t, q, form.Prefilled{Subject: strings.Repeat("endless", 30), Role: "תפעול"})
		for _, width := range []int64{320, 360, 1280} {
			call(w, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1, Mobile: width < 500})
			for _, hash := range []string{"start", "q-" + q.Questions[0].ID, "review"} {
				var overflow int
				w.goTo(hash)
				w.act(`document.querySelectorAll("details").forEach((d) => { d.open = true; })`)
				w.run(&overflow, `document.documentElement.scrollWidth - document.documentElement.clientWidth`)
				if overflow > 0 {
					t.Errorf("%s, %s, %d wide: %d pixels stand out", q.ID, hash, width, overflow)
				}
			}
			w.click("#all")
			var shown int
			w.run(&shown, `[...document.querySelectorAll(".question")].filter((step) => step.offsetHeight > 0).length`)
			if asked := len(q.Questions); shown != asked && q.ID != "many" {
				t.Errorf("%s: %d of %d questions are on the page", q.ID, shown, asked)
			}
			w.click("#all")
		}
	}
}
