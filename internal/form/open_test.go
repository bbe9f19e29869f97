package form_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/browser/browsertest"
	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

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
		w.Act(`page.tell("…")`)
		w.Do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{file}))
		w.Await(`document.getElementById("said").textContent !== "…" || document.getElementById("ask").open`)
		var asks bool
		w.Run(&asks, `document.getElementById("ask").open`)
		if asks {
			w.Click("#ask .yes")
			w.Await(`document.getElementById("said").textContent !== "…"`)
		}
		return w.Text(`document.getElementById("said").innerText + document.getElementById("refused").innerText`)
	}
	sheet := &answers.Sheet{
		Subject: "שירות", Date: w.Text("today()"), DependsOn: []string{"billing"}, Respondent: answers.Respondent{Name: "Ada"},
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
		said := w.Text(`(() => {
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
	w.Act(`page.answering.load(readSheet(page.form, §, false).sheet)`,
		"answers:\n  "+id+": {option: "+option+", note: seen, source: evidence}\n")
	if line := readLine(w.sheet(), id); !strings.Contains(line, "source: evidence") {
		t.Error(line)
	}
	w.goTo("q-" + id)
	if progress := w.Text(`document.getElementById("progress").textContent`); !strings.HasPrefix(progress, "0 of ") {
		t.Error(progress)
	}
	w.Click("#q-" + id + " .confirm")
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
	w.Run(&found, `({
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
			browsertest.Call(w.Window, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1, Mobile: width < 500})
			for _, hash := range []string{"start", "q-" + q.Questions[0].ID, "review"} {
				var overflow int
				w.goTo(hash)
				w.Act(`document.querySelectorAll("details").forEach((d) => { d.open = true; })`)
				w.Run(&overflow, `document.documentElement.scrollWidth - document.documentElement.clientWidth`)
				if overflow > 0 {
					t.Errorf("%s, %s, %d wide: %d pixels stand out", q.ID, hash, width, overflow)
				}
			}
			w.Click("#all")
			var shown int
			w.Run(&shown, `[...document.querySelectorAll(".question")].filter((step) => step.offsetHeight > 0).length`)
			if asked := len(q.Questions); shown != asked && q.ID != "many" {
				t.Errorf("%s: %d of %d questions are on the page", q.ID, shown, asked)
			}
			w.Click("#all")
		}
	}
}

// checkPaper looks at the form as it is printed: every question stands on it, also one that is not asked now, and nothing to press.
func checkPaper(t *testing.T, c chromium) {
	q := manyQuestionnaire(t)
	w := c.openForm(t, q, form.Prefilled{})
	w.choose("users", "no")
	browsertest.Call(w.Window, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	var questions, pressable int
	w.Run(&questions, `[...document.querySelectorAll(".question")].filter((step) => step.offsetHeight > 0).length`)
	w.Run(&pressable, `[...document.querySelectorAll("button, summary, nav")].filter((part) => part.offsetHeight > 0).length`)
	if questions != len(q.Questions) || pressable > 0 {
		t.Errorf("%d of %d questions are printed, with %d buttons and folds", questions, len(q.Questions), pressable)
	}
}

// checkCopy copies the sheet, where the browser allows it and where it does not.
func checkCopy(t *testing.T, c chromium) {
	w := c.openForm(t, manyQuestionnaire(t), form.Prefilled{})
	w.choose("users", "staff")
	w.goTo("review")
	w.Act(`navigator.clipboard.writeText = async (text) => { window.copied = text; }`)
	w.Click("#copy")
	w.Await(`document.getElementById("said").textContent === "Copied. Paste it into a mail."`)
	if copied := w.Text(`window.copied`); copied != w.sheet() {
		t.Errorf("copied is\n%s", copied)
	}
	w.Act(`navigator.clipboard.writeText = async () => { throw new Error("refused"); }`)
	w.Click("#copy")
	w.Await(`document.getElementById("by-hand").open`)
	if selected := w.Text(`document.getSelection().toString() || document.activeElement.value`); selected != w.sheet() {
		t.Errorf("selected is\n%s", selected)
	}
}
