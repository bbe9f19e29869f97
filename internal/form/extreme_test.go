package form_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// checkAddresses opens the form at addresses that name no step of it, as a mail program may have changed them: it begins at the start.
func checkAddresses(t *testing.T, c chromium) {
	w := c.openForm(t, manyQuestionnaire(t), form.Prefilled{})
	for _, hash := range []string{"#%", "#%E0%A4%A", "#saving", "#parts", "#nonsense", "#q-", "#__proto__"} {
		w.Do(chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+w.File+hash))
		const shown = `[...document.querySelectorAll(".step")].filter((step) => step.offsetHeight > 0).map((step) => step.id).join()`
		if got := w.Text(shown); got != "start" {
			t.Errorf("%s shows the step %q", hash, got)
		}
	}
}

// checkExtremes gives the page the largest files that it reads, of each kind that could take long: it reads or refuses each one, and
// the window is used at once again.
func checkExtremes(t *testing.T, c chromium) {
	w := c.openForm(t, manyQuestionnaire(t), form.Prefilled{})
	for name, test := range map[string]struct{ before, often, after string }{
		"blanks in quotes":   {"subject: \"a", " ", "x\n y\"\nanswers:\n"},
		"lines in quotes":    {"subject: \"a", "\n a", "\"\nanswers:\n"},
		"escapes":            {"subject: \"", `\n`, "\"\nanswers:\n"},
		"quotes in quotes":   {"subject: '", "''", "\nanswers:\n"},
		"empty lines":        {"", " \n", "answers:\n"},
		"comments":           {"", "#\n", "answers:\n"},
		"brackets":           {"answers: ", "[", ""},
		"hyphens":            {"answers:\n", "- ", ""},
		"items":              {"answers:\n", "- a: b\n", ""},
		"colons":             {"answers:\n  ", "a:", ""},
		"number signs":       {"answers:\n  a: ", "a#", ""},
		"blanks in a text":   {"answers:\n  a: x", " ", "x"},
		"blanks in a key":    {"answers", " ", "x"},
		"text of lines":      {"subject: |\n", " a\n", "answers:\n"},
		"folded text":        {"subject: >\n", " a\n\n", "answers:\n"},
		"blanks in braces":   {"answers: {", "\n ", "a: b}"},
		"comments in braces": {"answers: {", "\n #", "\n a: b}"},
		"halves":             {`{"answers": "`, `\ud83d`, `"}`},
		"JSON":               {`{"answers": `, "[", ""},
		"documents":          {"", "---\n", ""},
	} {
		text := test.before + strings.Repeat(test.often, (yamltree.MaxBytes-200)/len(test.often)) + test.after
		became := w.Text(`(() => {
			try {
				return "read " + readSheet(page.form, §, false).sheet.subject.length;
			} catch (fault) {
				return fault instanceof Refused || fault instanceof Faults ? "refused" : String(fault);
			}
		})()`, text)
		if became != "refused" && !strings.HasPrefix(became, "read ") {
			t.Errorf("%s: %s", name, became)
		}
	}
}

// checkUnreadable opens a file that is too large to be read into memory, and one that is gone by now.
func checkUnreadable(t *testing.T, c chromium) {
	w := c.openForm(t, manyQuestionnaire(t), form.Prefilled{})
	refused := func() string {
		w.Await(`document.getElementById("refused").innerText !== ""`)
		return w.Text(`document.getElementById("refused").innerText`)
	}
	huge := filepath.Join(t.TempDir(), "huge.yaml")
	if err := os.WriteFile(huge, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 3<<30); err != nil {
		t.Skip(err)
	}
	w.Do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{huge}))
	if said := refused(); !strings.Contains(said, "larger than 1 MiB") {
		t.Error(said)
	}
	w.Act(`page.tell();
		page.open({files: [{name: "gone.yaml", size: 1, arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError"))}]})`)
	if said := refused(); !strings.Contains(said, "gone.yaml was not opened") || !strings.Contains(said, "cannot read the file") {
		t.Error(said)
	}
}

// checkLargeSheet holds that a person learns of a file that opsfit would not read.
func checkLargeSheet(t *testing.T, c chromium) {
	q := manyQuestionnaire(t)
	w := c.openForm(t, q, form.Prefilled{})
	w.goTo("q-" + q.Questions[0].ID)
	w.Act(`const field = document.querySelector(§); field.value = "a ".repeat(600000) + "b"; field.dispatchEvent(new Event("input", {bubbles: true}))`,
		"#q-"+q.Questions[0].ID+" textarea")
	if name, text := w.save(); len(text) <= yamltree.MaxBytes {
		t.Errorf("%s has %d bytes", name, len(text))
	}
	if said := w.Text(`document.getElementById("refused").innerText`); !strings.Contains(said, "opsfit does not read it") {
		t.Error(said)
	}
}
