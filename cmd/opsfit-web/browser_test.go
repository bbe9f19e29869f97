//go:build !(js && wasm)

package main

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

// open opens the page in a window that shares nothing with others.
func (c chromium) open(t *testing.T, file string) *window {
	t.Helper()
	return openFile(c.ctx, t, file, chromedp.WithNewBrowserContext())
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
func (w *window) await(expression string, values ...any) {
	w.t.Helper()
	for is := false; !is; {
		if w.run(&is, "Boolean("+expression+")", values...); !is {
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

// save presses a button and returns the file that it saves.
func (w *window) save(button string) (file string) {
	w.t.Helper()
	w.click(button)
	select {
	case name := <-w.saved:
		file = filepath.Join(w.downloads, name)
	case <-w.ctx.Done():
		w.t.Fatal("nothing was downloaded")
	}
	for w.ctx.Err() == nil {
		if _, err := os.Stat(file); err == nil {
			return file
		}
		time.Sleep(5 * time.Millisecond)
	}
	w.t.Fatalf("%s was not downloaded", file)
	return ""
}

// openFiles chooses files in a field for them.
func (w *window) openFiles(field string, files ...string) {
	w.t.Helper()
	w.do(chromedp.SetUploadFiles(chromedp.CSS(field), files))
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
