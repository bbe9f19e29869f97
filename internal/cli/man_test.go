package cli

import (
	"context"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/terminal"
	"github.com/opsfit/opsfit/internal/topics"
)

// TestManuals holds that every command and every topic has a manual page, of the day of the build, that mandoc finds no fault with.
func TestManuals(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	code := Main(context.Background(), Process{
		Streams: terminal.Streams{Out: t.Output(), Err: t.Output()}, Dir: dir, Env: func(string) string { return "" },
		Now:     func() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) },
		Version: Version{Version: "v0.1.0", Date: "2026-10-14"},
	}, []string{"man", dir})
	if code != ExitDone {
		t.Fatalf("ends with %d", code)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "man[17]", "opsfit*.[17]"))
	if err != nil {
		t.Fatal(err)
	}
	documented := len(topics.All())
	for _, cmd := range commands(newRoot(newTestRun(80), nil)) {
		if !cmd.Hidden && cmd.Name() != helpName {
			documented++
		}
	}
	if len(pages) != documented {
		t.Errorf("%d pages for %d commands and topics: %s", len(pages), documented, pages)
	}
	mandoc, err := exec.LookPath("mandoc")
	if err != nil {
		t.Skip("mandoc is not installed")
	}
	if out, err := exec.Command(mandoc, append([]string{"-Tlint"}, pages...)...).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
	text, err := exec.Command(mandoc, "-Tascii", filepath.Join(dir, "man1", "opsfit-check.1")).Output()
	if err != nil || !strings.Contains(string(text), "2026-10-14") {
		t.Errorf("%v, and no date:\n%s", err, text)
	}
}
