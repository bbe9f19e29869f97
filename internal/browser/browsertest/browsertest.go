// Package browsertest uses pages in Chromium as a person does, for tests. A page that makes a request, writes to the console or fails
// fails its test.
package browsertest

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
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Chromium is a running browser.
type Chromium struct {
	ctx context.Context //nolint:containedctx // A browser is one, for the library that drives it.
}

// Start starts one browser for all tests, and stops it after them.
func Start(t *testing.T) Chromium {
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
	return Chromium{first}
}

// Window is one window of the browser with a page in it.
type Window struct {
	// Context is that of the window, for what the methods do not do.
	Context context.Context //nolint:containedctx // A window is one, for the library that drives it.
	// File is the page.
	File string

	t *testing.T
	// downloads is where the page saves.
	downloads string
	mutex     sync.Mutex
	// said are messages of the console, and requests that were made; there must be none.
	said []string
	// saved gets the name of each file that was downloaded; downloading are the names of those that are on their way, by the browser's
	// own id of a download.
	saved       chan string
	downloading sync.Map
}

// Open opens the page in a window that shares nothing with others.
func (c Chromium) Open(t *testing.T, file string) *Window {
	t.Helper()
	return openFile(c.ctx, t, file, chromedp.WithNewBrowserContext())
}

// Beside opens a file in a second window of the same person.
func (w *Window) Beside(file string) *Window {
	w.t.Helper()
	return openFile(w.Context, w.t, file, chromedp.WithExistingBrowserContext(chromedp.FromContext(w.Context).BrowserContextID))
}

func openFile(parent context.Context, t *testing.T, file string, option chromedp.ContextOption) *Window {
	t.Helper()
	w := &Window{t: t, File: file, downloads: t.TempDir(), saved: make(chan string, 8)}
	ctx, closeWindow := chromedp.NewContext(parent, option, chromedp.WithListener(w.listen))
	t.Cleanup(closeWindow)
	w.Context = ctx
	w.Do()
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	w.Context = ctx
	if err := chromedp.ListenBrowser(ctx, w.listenDownload); err != nil {
		t.Fatal(err)
	}
	Call(w, network.Enable, network.EnableParams{})
	Call(w, log.Enable, cdp.Empty{})
	allow := browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, BrowserContextID: chromedp.FromContext(ctx).BrowserContextID,
		DownloadPath: w.downloads, EventsEnabled: new(true),
	}
	if _, err := chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, allow); err != nil {
		t.Fatal(err)
	}
	w.Do(chromedp.Navigate("file://" + file))
	t.Cleanup(func() {
		w.mutex.Lock()
		defer w.mutex.Unlock()
		for _, said := range w.said {
			t.Error(said)
		}
	})
	return w
}

// Call gives a command of the protocol.
func Call[P, R any](w *Window, command cdp.Command[P, R], params P) {
	w.t.Helper()
	if _, err := chromedp.Call(w.Context, command, params); err != nil {
		w.t.Fatal(err)
	}
}

func (w *Window) listen(event any) {
	said := ""
	switch event := event.(type) {
	case *runtime.EventExceptionThrown:
		said = fmt.Sprintf("the script failed: %+v", event.ExceptionDetails)
	case *runtime.EventConsoleAPICalled:
		said = "the console says something"
	case *log.EventEntryAdded:
		said = "the browser logs: " + event.Entry.Text
	case *network.EventRequestWillBeSent:
		url, _, _ := strings.Cut(event.Request.URL, "#")
		if url != "file://"+w.File && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") && url != "about:srcdoc" {
			said = "a request to " + url
		}
	}
	if said != "" {
		w.mutex.Lock()
		defer w.mutex.Unlock()
		w.said = append(w.said, said)
	}
}

// listenDownload passes on the names of files that are complete: before, a file may be there and still empty.
func (w *Window) listenDownload(event any) {
	switch event := event.(type) {
	case *browser.EventDownloadWillBegin:
		if string(event.FrameID) == string(chromedp.FromContext(w.Context).Target.TargetID) {
			w.downloading.Store(event.GUID, event.SuggestedFilename)
		}
	case *browser.EventDownloadProgress:
		if event.State != browser.DownloadProgressStateCompleted {
			return
		}
		if name, ok := w.downloading.LoadAndDelete(event.GUID); ok {
			w.saved <- name.(string)
		}
	}
}

// Do does what the library can do.
func (w *Window) Do(actions ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	if err := chromedp.Do(w.Context, actions...); err != nil {
		w.t.Fatal(err)
	}
}

// Run evaluates an expression with values in the place of its section signs, and stores the result.
func (w *Window) Run(result any, expression string, values ...any) {
	w.t.Helper()
	for _, value := range values {
		text, err := json.Marshal(value)
		if err != nil {
			w.t.Fatal(err)
		}
		expression = strings.Replace(expression, "§", string(text), 1)
	}
	found, err := chromedp.Run(w.Context, chromedp.Evaluate[string]("JSON.stringify(("+expression+") ?? null)"))
	if err != nil {
		w.t.Fatalf("%v in %.300s", err, expression)
	}
	if err := json.Unmarshal([]byte(found), result); err != nil {
		w.t.Fatalf("%v in %.300s", err, found)
	}
}

// Act evaluates an expression for what it does.
func (w *Window) Act(expression string, values ...any) {
	w.t.Helper()
	var nothing any
	w.Run(&nothing, "(() => { "+expression+" })()", values...)
}

// Await waits until an expression is true.
func (w *Window) Await(expression string, values ...any) {
	w.t.Helper()
	for is := false; !is; {
		if w.Run(&is, "Boolean("+expression+")", values...); !is {
			time.Sleep(5 * time.Millisecond)
		}
	}
}

// Text evaluates an expression to a text.
func (w *Window) Text(expression string, values ...any) string {
	w.t.Helper()
	var text string
	w.Run(&text, expression, values...)
	return text
}

// Save presses a button and returns the file that it saves.
func (w *Window) Save(button string) (file string) {
	w.t.Helper()
	w.Click(button)
	select {
	case name := <-w.saved:
		file = filepath.Join(w.downloads, name)
	case <-w.Context.Done():
		w.t.Fatal("nothing was downloaded")
	}
	for w.Context.Err() == nil {
		if _, err := os.Stat(file); err == nil {
			return file
		}
		time.Sleep(5 * time.Millisecond)
	}
	w.t.Fatalf("%s was not downloaded", file)
	return ""
}

// ChooseFiles chooses files in a field for them.
func (w *Window) ChooseFiles(field string, files ...string) {
	w.t.Helper()
	w.Do(chromedp.SetUploadFiles(chromedp.CSS(field), files))
}

// Click presses what a selector names.
func (w *Window) Click(selector string) {
	w.t.Helper()
	w.Do(chromedp.Click(chromedp.CSS(selector)))
}

// Press presses keys.
func (w *Window) Press(keys ...string) {
	w.t.Helper()
	for _, key := range keys {
		w.Do(chromedp.KeyEvent(key))
	}
}
