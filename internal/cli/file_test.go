package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestWriteFile holds what a reader of the file may rely on: it is whole, old or new, and nothing else appears.
func TestWriteFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "report.md")
	for _, text := range []string{"first, and long", "second", ""} {
		if err := writeFile(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, path); got != text {
			t.Errorf("the file holds %q, want %q", got, text)
		}
	}
	if names := list(t, dir); names != "report.md" {
		t.Errorf("the folder holds %s", names)
	}
}

// TestWriteFileLeavesPermissionsToTheMask proves that a new report is no more open than the user wants files to be.
func TestWriteFileLeavesPermissionsToTheMask(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	ours, theirs := filepath.Join(dir, "report.md"), filepath.Join(dir, "plain")
	if err := writeFile(ours, []byte("x")); err != nil {
		t.Fatal(err)
	}
	// What the system gives any new file under the mask in force.
	file, err := os.OpenFile(theirs, os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	_ = file.Close()
	got, err := os.Stat(ours)
	if err != nil {
		t.Fatal(err)
	}
	if want, err := os.Stat(theirs); err != nil || got.Mode() != want.Mode() {
		t.Errorf("the report has %v, another new file %v, %v", got.Mode(), want.Mode(), err)
	}
}

func TestWriteFileKeepsPermissions(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps other permissions")
	}
	path := filepath.Join(t.TempDir(), "report.md")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// TestWriteFileFollowsLinks proves that a link stays a link and its target gets the report.
func TestWriteFileFollowsLinks(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	dir := t.TempDir()
	target, link := filepath.Join(dir, "kept", "real.md"), filepath.Join(dir, "link.md")
	if err := os.Mkdir(filepath.Dir(target), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(target, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 || read(t, target) != "new" {
		t.Errorf("the link is %v, %v; its target holds %q", info.Mode(), err, read(t, target))
	}
}

func TestWriteFileFailures(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	write(t, file, "x")
	tests := []struct{ name, path, want string }{
		{"a folder", dir, "it is a folder"},
		{"a folder that is a file", filepath.Join(file, "none", "r.md"), "not a directory"},
	}
	if _, err := os.Stat("/dev/full"); err == nil {
		tests = append(tests, struct{ name, path, want string }{"a full disk", "/dev/full", "no space left"})
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if err := writeFile(test.path, []byte("x")); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

// TestWriteFileMakesFolders proves that missing folders are made, and that none stays when the file does not come about.
func TestWriteFileMakesFolders(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a", "b", "report.md")
	if err := writeFile(path, []byte("x")); err != nil || read(t, path) != "x" {
		t.Errorf("%v, the file holds %q", err, read(t, path))
	}
	abandoned, err := newReplacement(filepath.Join(dir, "a", "c", "d", "report.md"), 0o666)
	if err != nil {
		t.Fatal(err)
	}
	abandoned.abandon()
	if names := list(t, filepath.Join(dir, "a")); names != "b" {
		t.Errorf("an abandoned file left %s", names)
	}
}

func TestWriteFileToADevice(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(os.DevNull); err != nil || runtime.GOOS == "windows" {
		t.Skip("no null device in the file system")
	}
	if err := writeFile(os.DevNull, []byte("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the device was replaced by a file")
	}
}

func TestIDFor(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"ours.yaml": "ours", "a/b/Our Questions.yml": "our-questions", "--.yaml": "questionnaire", "é.yaml": "questionnaire",
		strings.Repeat("x", 100) + ".yaml": strings.Repeat("x", 64),
	}
	for file, want := range tests {
		if got := idFor(file); got != want {
			t.Errorf("%s gives %q, want %q", file, got, want)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func list(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}
