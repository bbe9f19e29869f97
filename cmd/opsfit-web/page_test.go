//go:build !(js && wasm)

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/opsfit/opsfit/internal/browser/browsertest"
)

// built is the page and the program that it is compared with, both of one version.
type built struct{ page, program string }

// build compiles the page and the program once for all tests.
func build(t *testing.T) built {
	t.Helper()
	if testing.Short() {
		t.Skip("short: nothing is compiled to WebAssembly")
	}
	dir := t.TempDir()
	b := built{page: filepath.Join(dir, "opsfit.html"), program: filepath.Join(dir, "opsfit.exe")}
	const flags = "-s -w -X main.version=v1.2.3"
	goTool(t, nil, "build", "-ldflags", flags, "-o", b.program, "../opsfit")
	compiled := filepath.Join(dir, "opsfit.wasm")
	goTool(t, []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"}, "build", "-trimpath", "-ldflags", flags, "-o", compiled, ".")
	runtime := filepath.Join(strings.TrimSpace(goTool(t, nil, "env", "GOROOT")), "lib", "wasm", "wasm_exec.js")
	if err := write(compiled, runtime, "../../.packaging/third-party-licences.txt", "v1.2.3", b.page); err != nil {
		t.Fatal(err)
	}
	return b
}

func goTool(t *testing.T, env []string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %v: %v", args, err)
	}
	return string(out)
}

// run runs the program in a folder and returns what it wrote on both streams.
func (b built) run(t *testing.T, dir string, args ...string) (out, said string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), b.program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	text, _ := cmd.Output() // faults are part of what is compared
	return string(text), stderr.String()
}

// TestThePage uses the page in Chromium as a person does, one window a test.
func TestThePage(t *testing.T) {
	t.Parallel()
	c := browsertest.Start(t)
	b := build(t)
	for name, test := range map[string]func(*testing.T, browsertest.Chromium, built){
		"questions to a report":                     checkAnswering,
		"reports of files are those of the program": checkReports,
		"a team is that of the program":             checkTeam,
		"faults are those of the program":           checkFaults,
		"a questionnaire of one's own":              checkOwn,
		"drafts are kept and forgotten":             checkDrafts,
		"links lead into the report":                checkLinks,
		"the form opens what opsfit reads":          checkContinue,
		"narrow and wide":                           checkLayout,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, c, b)
		})
	}
}

const frameHTML = `document.querySelector("#report iframe").contentDocument`

// checkAnswering answers with keys, sees the result, and saves both files: the program makes the same report from the saved answers.
func checkAnswering(t *testing.T, c browsertest.Chromium, b built) {
	w := c.Open(t, b.page)
	w.Click(`[data-source="quick"]`)
	w.Await(`document.activeElement.id === "start-title"`)
	w.Act(`document.querySelector("[name=subject]").focus()`)
	w.Press("web shop\t\tAda\tdeveloper", kb.Enter)
	for i := range 14 {
		w.Await(`document.querySelector(".current .number")?.textContent === §`, fmt.Sprintf("%d.", i+1))
		w.Press(kb.Tab, " ")
		for range i % 3 {
			w.Press(kb.ArrowDown)
		}
		w.Press(kb.Enter)
	}
	w.Await(`location.hash === "#review"`)
	w.Click("#result")
	w.Await(`document.activeElement.id === "report-title"`)
	w.Await(frameHTML + `?.adoptedStyleSheets?.length > 0`)
	if title := w.Text(`document.title`); title != "Result: web shop · opsfit" {
		t.Errorf("the page is called %q", title)
	}
	sheet, report := w.Save("#save-sheet"), w.Save("#save-report")
	if filepath.Base(sheet) != "web-shop-developer.yaml" || filepath.Base(report) != "web-shop-developer.html" {
		t.Errorf("saved as %s and %s", sheet, report)
	}
	want, said := b.run(t, filepath.Dir(sheet), "assess", "-a", filepath.Base(sheet), "-f", "html")
	if got := readFile(t, report); got != want || said != "" {
		t.Errorf("the page saves %d bytes, the program writes %d; it says %s", len(got), len(want), said)
	}
	w.Click("#change")
	w.Await(`document.querySelector("#review").offsetHeight > 0`)
}

// checkReports opens answers files of several questionnaires.
func checkReports(t *testing.T, c browsertest.Chromium, b built) {
	files, err := filepath.Glob("../../testdata/answers/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	w := c.Open(t, b.page)
	for _, file := range files {
		file, _ = filepath.Abs(file)
		want, said := b.run(t, filepath.Dir(file), "assess", "-a", filepath.Base(file), "-f", "html")
		w.ChooseFiles("#answers-files", file)
		w.Await(`tool.report?.file.startsWith(§) || !document.querySelector("#faults").hidden`, strings.TrimSuffix(filepath.Base(file), ".yaml")+".")
		if want == "" {
			t.Logf("%s: %s", file, said)
		}
		if got := w.Text(`tool.report?.html`); got != want {
			t.Errorf("%s: the page shows %d bytes, the program writes %d; %s", file, len(got), len(want), w.Text(`document.querySelector("#faults").textContent`))
		}
	}
}

// checkTeam opens the answers of several people.
func checkTeam(t *testing.T, c browsertest.Chromium, b built) {
	files, err := filepath.Glob("../../testdata/team/*.yaml")
	if err != nil || len(files) == 0 {
		t.Skip(files, err)
	}
	for i := range files {
		files[i], _ = filepath.Abs(files[i])
	}
	slices.Sort(files)
	want, said := b.run(t, filepath.Dir(files[0]), append([]string{"team", "-f", "html"}, files...)...)
	w := c.Open(t, b.page)
	w.ChooseFiles("#answers-files", files...)
	w.Await(`tool.report || !document.querySelector("#faults").hidden`)
	if got := w.Text(`tool.report?.html`); got != want {
		t.Errorf("the page shows %d bytes, the program writes %d; it says %s", len(got), len(want), said)
	}
}

// checkFaults opens files that cannot be used.
func checkFaults(t *testing.T, c browsertest.Chromium, b built) {
	dir := t.TempDir()
	w := c.Open(t, b.page)
	for name, text := range map[string]string{
		"typo.yaml":    "questionnaire: quick\nanswers:\n  integraton: daily\n  approval: [\n",
		"option.yaml":  "questionnaire: quick\nanswers:\n  approval: pear\n",
		"unknown.yaml": "questionnaire: quik\nanswers: {}\n",
		"latin.yaml":   "questionnaire: quick\nsubject: \"\xe4\"\n",
		"empty.yaml":   "",
	} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, said := b.run(t, dir, "assess", "-a", name)
		w.ChooseFiles("#answers-files", file)
		w.Await(`document.querySelector("#faults-title").textContent.includes(§)`, name)
		shown := w.Text(`[...document.querySelectorAll("#faults li p")].map((p) => p.textContent).join("\n")`)
		for line := range strings.Lines(shown) {
			if line = strings.TrimSpace(line); !strings.Contains(said, line) {
				t.Errorf("the page says %q, the program %s", line, said)
			}
		}
		if shown == "" {
			t.Errorf("%s: nothing is said", name)
		}
	}
}

// checkOwn opens a questionnaire together with the catalogue that it refers to, and answers to it.
func checkOwn(t *testing.T, c browsertest.Chromium, b built) {
	dir := t.TempDir()
	own := filepath.Join(dir, "ours.yaml")
	if err := os.WriteFile(own, []byte("id: ours\nversion: 1.0.0\ntitle: <b>Ours</b>\nextends: full\nonly: [integration, approval]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	answers := filepath.Join(dir, "answers.yaml")
	if err := os.WriteFile(answers, []byte("questionnaire: ours\nsubject: ours\nanswers:\n  integration: daily\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := c.Open(t, b.page)
	w.ChooseFiles("#answers-files", answers)
	w.Await(`document.querySelector("#faults").textContent.includes("open the file")`)
	w.ChooseFiles("#own-files", own)
	w.Await(`document.activeElement.id === "start-title" || !document.querySelector("#faults").hidden`)
	if title := w.Text(`document.querySelector("#form-title").textContent`); title != "<b>Ours</b>" {
		t.Errorf("the title is %q; %s", title, w.Text(`document.querySelector("#faults").textContent`))
	}
	w.ChooseFiles("#answers-files", answers)
	w.Await(`tool.report`)
	want, said := b.run(t, dir, "assess", "-q", "ours.yaml", "-a", "answers.yaml", "-f", "html")
	if got := w.Text(`tool.report?.html`); got != want {
		t.Errorf("the page shows %d bytes, the program writes %d; it says %s", len(got), len(want), said)
	}
}

// checkDrafts begins, reloads, continues and forgets.
func checkDrafts(t *testing.T, c browsertest.Chromium, b built) {
	w := c.Open(t, b.page)
	w.Click(`[data-source="quick"]`)
	w.Await(`document.activeElement.id === "start-title"`)
	w.Act(`document.querySelector("[name=subject]").focus()`)
	w.Press("kept")
	w.Do(chromedp.Reload())
	w.Await(`document.querySelector("#continue button")`)
	w.Click("#continue button")
	w.Await(`document.activeElement.id === "start-title"`)
	if kept := w.Text(`document.querySelector("[name=subject]").value`); kept != "kept" {
		t.Errorf("%q is left of the draft", kept)
	}
	w.Click(`#views [href="#home"]`)
	w.Click("#forget")
	w.Click("#confirm-yes")
	w.Await(`document.querySelector("#drafts").hidden`)
	if left := w.Text(`String(localStorage.length)`); left != "0" {
		t.Errorf("%s entries are left", left)
	}
}

// checkLinks follows a link inside of a report, and reads where one to elsewhere would open.
func checkLinks(t *testing.T, c browsertest.Chromium, b built) {
	w := c.Open(t, b.page)
	sheet, _ := filepath.Abs("../../testdata/answers/web-shop.yaml")
	w.ChooseFiles("#answers-files", sheet)
	w.Await(`tool.report?.frame?.contentDocument?.adoptedStyleSheets?.length > 0 && tool.report.frame.offsetHeight > 2000`)
	w.Act(frameHTML + `.querySelector("nav li:last-child a").click()`)
	w.Await(frameHTML + `.activeElement.id === ` + frameHTML + `.querySelector("nav li:last-child a").hash.slice(1) && scrollY > 800`)
	if at := w.Text(`location.hash`); at != "#report" {
		t.Errorf("the address is %s", at)
	}
	w.Act(`const link = ` + frameHTML + `.querySelector("a[href^=http]"); link.addEventListener("click", (e) => e.preventDefault()); link.click()`)
	if opens := w.Text(frameHTML + `.querySelector("a[href^=http]").target`); opens != "_blank" {
		t.Errorf("a link to elsewhere opens in %q", opens)
	}
}

// checkContinue opens a file that the reader of the form alone refuses, and changes it.
func checkContinue(t *testing.T, c browsertest.Chromium, b built) {
	dir := t.TempDir()
	sheet := filepath.Join(dir, "folded.yaml")
	text := "questionnaire: quick\nsubject: a name\n  in two lines\nanswers:\n  approval: &same peer\n"
	if err := os.WriteFile(sheet, []byte(strings.Replace(text, "&same ", "", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	w := c.Open(t, b.page)
	w.Click(`[data-source="quick"]`)
	w.Await(`document.activeElement.id === "start-title"`)
	w.ChooseFiles("#file", sheet)
	w.Await(`document.querySelector("[name=subject]").value === "a name in two lines"`)
	if err := os.WriteFile(sheet, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w.ChooseFiles("#file", sheet)
	w.Await(`document.activeElement.id === "faults-title"`)
	_, said := b.run(t, dir, "assess", "-a", "folded.yaml")
	if shown := w.Text(`document.querySelector("#faults li p").textContent`); !strings.Contains(said, shown) {
		t.Errorf("the page says %q, the program %s", shown, said)
	}
}

// checkLayout looks for what is wider than the window.
func checkLayout(t *testing.T, c browsertest.Chromium, b built) {
	w := c.Open(t, b.page)
	sheet, _ := filepath.Abs("../../testdata/answers/web-shop.yaml")
	w.ChooseFiles("#answers-files", sheet)
	w.Await(`tool.report?.frame?.contentDocument?.adoptedStyleSheets?.length > 0`)
	w.Do(chromedp.Sleep(300 * time.Millisecond))
	for _, width := range []int64{320, 360, 1280} {
		browsertest.Call(w, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1})
		for _, view := range []string{"home", "report"} {
			w.Act(`location.hash = §`, view)
			w.Await(`document.getElementById("` + view + `").offsetHeight > 0`)
			if over := w.Text(`String(document.documentElement.scrollWidth - innerWidth)`); over > "0" && !strings.HasPrefix(over, "-") {
				t.Errorf("%s is %s pixels too wide at %d", view, over, width)
			}
		}
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
