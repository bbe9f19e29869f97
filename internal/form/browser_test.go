package form_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// TestInABrowser fills in forms in Chromium as a person does, one window a test. OPSFIT_CHROMIUM names the program if it is not found
// by itself.
func TestInABrowser(t *testing.T) {
	t.Parallel()
	c := startChromium(t)
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
type chromium struct{ ctx context.Context }

// startChromium starts one browser for all tests, and stops it after them.
func startChromium(t *testing.T) chromium {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no browser is started")
	}
	path := ""
	names := []string{cmp.Or(os.Getenv("OPSFIT_CHROMIUM"), "chromium"), "chromium-browser", "google-chrome"}
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skipf("no browser: none of %s is installed, and OPSFIT_CHROMIUM names none", strings.Join(names, ", "))
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.WSURLReadTimeout(2*time.Minute), chromedp.WindowSize(1280, 900))
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	first, closeFirst := chromedp.NewContext(allocated)
	t.Cleanup(closeFirst)
	if err := chromedp.Do(first); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	return chromium{first}
}

// window is one window of the browser with a form in it.
type window struct {
	t   *testing.T
	ctx context.Context
	// file is the form, downloads where it saves.
	file, downloads string
	mutex           sync.Mutex
	// said are messages of the console, and requests that were made; there must be none.
	said []string
	// saved gets the name of each file that was downloaded.
	saved chan string
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
	return openFile(c.ctx, t, file, chromedp.WithNewBrowserContext())
}

// beside opens a file in a second window of the same person.
func (w *window) beside(file string) *window {
	w.t.Helper()
	return openFile(w.ctx, w.t, file, chromedp.WithExistingBrowserContext(chromedp.FromContext(w.ctx).BrowserContextID))
}

func openFile(parent context.Context, t *testing.T, file string, option chromedp.ContextOption) *window {
	t.Helper()
	w := &window{t: t, file: file, downloads: t.TempDir(), saved: make(chan string, 8)}
	ctx, closeWindow := chromedp.NewContext(parent, option, chromedp.WithListener(w.listen))
	t.Cleanup(closeWindow)
	w.ctx = ctx
	w.do()
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	w.ctx = ctx
	if err := chromedp.ListenBrowser(ctx, w.listenDownload); err != nil {
		t.Fatal(err)
	}
	call(w, network.Enable, network.EnableParams{})
	call(w, log.Enable, cdp.Empty{})
	allow := browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, BrowserContextID: chromedp.FromContext(ctx).BrowserContextID, DownloadPath: w.downloads, EventsEnabled: new(true),
	}
	if _, err := chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, allow); err != nil {
		t.Fatal(err)
	}
	w.do(chromedp.Navigate("file://" + file))
	t.Cleanup(func() {
		w.mutex.Lock()
		defer w.mutex.Unlock()
		for _, said := range w.said {
			t.Error(said)
		}
	})
	return w
}

// call gives a command of the protocol.
func call[P, R any](w *window, command cdp.Command[P, R], params P) {
	w.t.Helper()
	if _, err := chromedp.Call(w.ctx, command, params); err != nil {
		w.t.Fatal(err)
	}
}

func (w *window) listen(event any) {
	said := ""
	switch event := event.(type) {
	case *runtime.EventExceptionThrown:
		said = fmt.Sprintf("the script failed: %+v", event.ExceptionDetails)
	case *runtime.EventConsoleAPICalled:
		said = "the console says something"
	case *log.EventEntryAdded:
		said = "the browser logs: " + event.Entry.Text
	case *network.EventRequestWillBeSent:
		if url, _, _ := strings.Cut(event.Request.URL, "#"); url != "file://"+w.file && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") {
			said = "a request to " + url
		}
	}
	if said != "" {
		w.mutex.Lock()
		defer w.mutex.Unlock()
		w.said = append(w.said, said)
	}
}

func (w *window) listenDownload(event any) {
	download, ok := event.(*browser.EventDownloadWillBegin)
	if ok && string(download.FrameID) == string(chromedp.FromContext(w.ctx).Target.TargetID) {
		w.saved <- download.SuggestedFilename
	}
}

func (w *window) do(actions ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	if err := chromedp.Do(w.ctx, actions...); err != nil {
		w.t.Fatal(err)
	}
}

// run evaluates an expression with values in the place of its section signs, and stores the result.
func (w *window) run(result any, expression string, values ...any) {
	w.t.Helper()
	for _, value := range values {
		text, err := json.Marshal(value)
		if err != nil {
			w.t.Fatal(err)
		}
		expression = strings.Replace(expression, "§", string(text), 1)
	}
	found, err := chromedp.Run(w.ctx, chromedp.Evaluate[string]("JSON.stringify(("+expression+") ?? null)"))
	if err != nil {
		w.t.Fatalf("%v in %.300s", err, expression)
	}
	if err := json.Unmarshal([]byte(found), result); err != nil {
		w.t.Fatalf("%v in %.300s", err, found)
	}
}

// act evaluates an expression for what it does.
func (w *window) act(expression string, values ...any) {
	w.t.Helper()
	var nothing any
	w.run(&nothing, "(() => { "+expression+" })()", values...)
}

// await waits until an expression is true.
func (w *window) await(expression string) {
	w.t.Helper()
	for is := false; !is; {
		if w.run(&is, "Boolean("+expression+")"); !is {
			time.Sleep(5 * time.Millisecond)
		}
	}
}

// text evaluates an expression to a text.
func (w *window) text(expression string, values ...any) string {
	w.t.Helper()
	var text string
	w.run(&text, expression, values...)
	return text
}

// sheet is the text that would be saved now.
func (w *window) sheet() string {
	w.t.Helper()
	return w.text(`page.text()`)
}

// save presses the button and returns the name and the text of the file.
func (w *window) save() (name, text string) {
	w.t.Helper()
	w.goTo("review")
	w.click("#save")
	select {
	case name = <-w.saved:
	case <-w.ctx.Done():
		w.t.Fatal("nothing was downloaded")
	}
	for w.ctx.Err() == nil {
		if saved, err := os.ReadFile(filepath.Join(w.downloads, name)); err == nil {
			return name, string(saved)
		}
		time.Sleep(5 * time.Millisecond)
	}
	w.t.Fatalf("%s was not downloaded", name)
	return "", ""
}

// click presses what a selector names.
func (w *window) click(selector string) {
	w.t.Helper()
	w.do(chromedp.Click(chromedp.CSS(selector)))
}

// press presses keys.
func (w *window) press(keys ...string) {
	w.t.Helper()
	for _, key := range keys {
		w.do(chromedp.KeyEvent(key))
	}
}

// awaitStep waits until a step is shown.
func (w *window) awaitStep(step string) {
	w.t.Helper()
	w.await("document.getElementById(" + quoted(step) + ").offsetHeight > 0")
}

// goTo shows a step.
func (w *window) goTo(step string) {
	w.t.Helper()
	w.act(`location.hash = §`, step)
	w.awaitStep(step)
}

// choose goes to a question and clicks an answer.
func (w *window) choose(question, value string) {
	w.t.Helper()
	w.goTo("q-" + question)
	w.click(`#q-` + question + ` fieldset > label > input[value="` + value + `"]`)
}

// enter replaces the text of a field.
func (w *window) enter(selector, text string) {
	w.t.Helper()
	w.act(`document.querySelector(§).select()`, selector)
	call(w, input.InsertText, input.InsertTextParams{Text: text})
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
