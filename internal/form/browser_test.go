package form_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"

	"github.com/opsfit/opsfit/internal/browser/browsertest"
	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// TestInABrowser fills in forms in Chromium as a person does, one window a test. OPSFIT_CHROMIUM names the program if it is not found
// by itself.
func TestInABrowser(t *testing.T) {
	t.Parallel()
	c := chromium{browsertest.Start(t)}
	for name, test := range map[string]func(*testing.T, chromium){
		"sheets are written as opsfit writes them":     checkWrittenSheets,
		"characters are escaped as opsfit does":        checkHiddenCharacters,
		"sheets are read as opsfit reads them":         checkReadSheets,
		"files are parsed as opsfit parses them":       checkTrees,
		"faults of files are named":                    checkFaults,
		"one by one with the mouse":                    checkClicks,
		"one by one with keys":                         checkKeys,
		"the same answers as in the interview":         checkInterview,
		"a draft survives":                             checkDraft,
		"no draft can be kept":                         checkNoDraft,
		"questions that depend on others":              checkDependent,
		"lists":                                        checkLists,
		"printed on paper":                             checkPaper,
		"copied for a mail":                            checkCopy,
		"a saved file is continued":                    checkOpen,
		"hostile texts stay texts":                     checkHostile,
		"narrow, wide, long and from right to left":    checkLayout,
		"what a repository suggested is to be decided": checkSuggested,
		"addresses of no step":                         checkAddresses,
		"the largest files":                            checkExtremes,
		"files that cannot be read":                    checkUnreadable,
		"a sheet that is too large":                    checkLargeSheet,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, c)
		})
	}
}

// chromium is a running browser.
type chromium struct{ browsertest.Chromium }

// window is one window of the browser with a form in it.
type window struct {
	*browsertest.Window

	t *testing.T
}

// openForm opens the form for a questionnaire in a window that shares nothing with others.
func (c chromium) openForm(t *testing.T, q *questionnaire.Questionnaire, filled form.Prefilled) *window {
	t.Helper()
	text, err := form.Write(q, filled)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "form.html")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return &window{c.Open(t, file), t}
}

// beside opens a file in a second window of the same person.
func (w *window) beside(file string) *window {
	w.t.Helper()
	return &window{w.Beside(file), w.t}
}

// sheet is the text that would be saved now.
func (w *window) sheet() string {
	w.t.Helper()
	return w.Text(`page.text()`)
}

// save presses the button and returns the name and the text of the file.
func (w *window) save() (name, text string) {
	w.t.Helper()
	w.goTo("review")
	file := w.Save("#save")
	saved, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	return filepath.Base(file), string(saved)
}

// awaitStep waits until a step is shown.
func (w *window) awaitStep(step string) {
	w.t.Helper()
	w.Await("document.getElementById(" + quoted(step) + ").offsetHeight > 0")
}

// goTo shows a step.
func (w *window) goTo(step string) {
	w.t.Helper()
	w.Act(`location.hash = §`, step)
	w.awaitStep(step)
}

// choose goes to a question and clicks an answer.
func (w *window) choose(question, value string) {
	w.t.Helper()
	w.goTo("q-" + question)
	w.Click(`#q-` + question + ` fieldset > label > input[value="` + value + `"]`)
}

// enter replaces the text of a field.
func (w *window) enter(selector, text string) {
	w.t.Helper()
	w.Act(`document.querySelector(§).select()`, selector)
	browsertest.Call(w.Window, input.InsertText, input.InsertTextParams{Text: text})
}

func quoted(text string) string {
	written, _ := json.Marshal(text) // a string is always written
	return string(written)
}

// jsText writes a text as the script does.
func jsText(text string) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return err.Error()
	}
	return strings.NewReplacer(`\u2028`, "\u2028", `\u2029`, "\u2029").Replace(strings.TrimSuffix(b.String(), "\n"))
}
