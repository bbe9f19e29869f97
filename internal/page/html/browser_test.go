package html_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestInABrowser opens a page of every block in Chromium, on a telephone and on a screen, with every fold open: nothing may be
// written to the console, nothing fetched, nothing stand out at the right, and no chart be torn. OPSFIT_CHROMIUM names the
// program if it is not found by itself.
func TestInABrowser(t *testing.T) {
	t.Parallel()
	chromium := findChromium(t)
	folder := t.TempDir()
	pages := map[string][]byte{}
	for kind, said := range map[string]string{"plain": "payments team", "endless": strings.Repeat("endless", 300), "rtl": rightToLeft} {
		for name, p := range pagesOf(said) {
			pages[kind+"-"+name] = pageOf(t, p)
		}
	}
	var frames strings.Builder
	for name, page := range pages {
		if err := os.WriteFile(filepath.Join(folder, name+".html"), page, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{320, 1280} {
			fmt.Fprintf(&frames, `<iframe src="%s.html" title="%s at %d" width="%d" height="800" style="border:0"></iframe>`, name, name, width, width)
		}
	}
	harness := filepath.Join(folder, "harness.html")
	if err := os.WriteFile(harness, []byte(frames.String()+browserHarness), 0o600); err != nil {
		t.Fatal(err)
	}
	found, log := browse(t, chromium, harness)
	for line := range strings.Lines(log) {
		if strings.Contains(line, "CONSOLE") {
			t.Errorf("the console says %s", line)
		}
	}
	if len(found) != 2*len(pages) {
		t.Fatalf("%d of %d frames were measured: %+v\n%s", len(found), 2*len(pages), found, log)
	}
	for _, page := range found {
		if page.Styled == "" || page.Requests != 0 || page.Overflow > 0 || page.Torn != "" {
			t.Errorf("%+v", page)
		}
	}
}

// measured is what the harness finds in one frame.
type measured struct {
	Frame string
	// Torn names a row whose picture is not below or beside the others of its chart, or on a wide one not beside its name.
	Torn string
	// Overflow is by how many pixels the page is wider than its frame.
	Overflow int
	Requests int
	// Styled is empty when the browser did not apply the style.
	Styled string
}

const browserHarness = `
<pre id="result"></pre>
<script>
addEventListener("load", () => {
  const found = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument, root = page.documentElement;
    page.querySelectorAll("details").forEach(d => d.open = true);
    const torn = [...page.querySelectorAll(".chart:not(.ruler)")].flatMap(chart => {
      const box = (row, part) => row.querySelector(part).getBoundingClientRect();
      const rows = [...chart.querySelectorAll(".row")], scale = box(rows[0], ".place");
      return rows.slice(1).filter(row => {
        const place = box(row, ".place"), name = box(row, ".name");
        const beside = name.bottom > place.top && name.top < place.bottom;
        return Math.abs(place.left - scale.left) > 1 || Math.abs(place.width - scale.width) > 1 || beside != (chart.clientWidth >= 480);
      }).map(row => chart.querySelector("figcaption").textContent + ": " + row.textContent);
    });
    return {
      Torn: (torn[0] || "").slice(0, 200),
      Frame: frame.title, Overflow: root.scrollWidth - root.clientWidth,
      Requests: frame.contentWindow.performance.getEntriesByType("resource").length,
      Styled: getComputedStyle(page.querySelector(".kind")).letterSpacing == "normal" ? "" : "styled",
    };
  });
  document.getElementById("result").textContent = JSON.stringify(found);
});
</script>`

func findChromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("short: no browser is started")
	}
	names := []string{cmp.Or(os.Getenv("OPSFIT_CHROMIUM"), "chromium"), "chromium-browser", "google-chrome"}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("no browser: none of %s is installed, and OPSFIT_CHROMIUM names none", strings.Join(names, ", "))
	return ""
}

// browse opens a page and returns what its script measured, and the log.
func browse(t *testing.T, chromium, page string) (found []measured, log string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	profile, err := os.MkdirTemp("", "opsfit-browser-") //nolint:usetesting // removing it may fail while the browser still writes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(profile) })
	cmd := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
		"--disable-background-networking", "--no-first-run", "--user-data-dir="+profile, "--allow-file-access-from-files",
		"--enable-logging=stderr", "--virtual-time-budget=10000", "--dump-dom", "file://"+filepath.ToSlash(page))
	var stderr strings.Builder
	cmd.Stderr = &stderr
	dom, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", chromium, err, stderr.String())
	}
	result := regexp.MustCompile(`<pre id="result">(.*?)</pre>`).FindSubmatch(dom)
	if result == nil {
		t.Fatalf("the page was not measured:\n%s\n%s", dom, stderr.String())
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(string(result[1]))), &found); err != nil {
		t.Fatalf("%v in %s\n%s", err, result[1], stderr.String())
	}
	return found, stderr.String()
}
