package browser

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// fakeOpener puts a program in place of the system's own, and returns the file that it writes its arguments to.
func fakeOpener(t *testing.T, script string) (told string) {
	t.Helper()
	name, _ := opener(runtime.GOOS)
	if runtime.GOOS == "windows" {
		t.Skip("Windows runs no shell scripts")
	}
	dir := t.TempDir()
	told = filepath.Join(dir, "told")
	t.Setenv("PATH", dir)
	t.Setenv("TOLD", told)
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return told
}

// TestOpen proves that the opener gets the path as one argument, whatever a shell would make of it.
func TestOpen(t *testing.T) {
	told := fakeOpener(t, `echo "$# $1" > "$TOLD"`)
	path := "/tmp/it's; $(touch here) & \"there\".html"
	if err := Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(told); err != nil || string(got) != "1 "+path+"\n" {
		t.Errorf("the opener got %q, %v", got, err)
	}
}

func TestOpenFails(t *testing.T) {
	fakeOpener(t, "exit 3")
	if err := Open(t.Context(), "/tmp/page.html"); err == nil || !strings.Contains(err.Error(), "ended with exit status 3") {
		t.Errorf("got %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if err := Open(t.Context(), "/tmp/page.html"); err == nil || !strings.Contains(err.Error(), "is not installed") {
		t.Errorf("got %v", err)
	}
}

func TestOpener(t *testing.T) {
	t.Parallel()
	for system, want := range map[string]string{
		"windows": "rundll32 url.dll,FileProtocolHandler", "darwin": "open", "linux": "xdg-open", "freebsd": "xdg-open",
	} {
		if name, args := opener(system); strings.Join(append([]string{name}, args...), " ") != want {
			t.Errorf("%s: %s %q, want %s", system, name, args, want)
		}
	}
}
