package files_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/files"
)

func TestJoin(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the names are of Unix")
	}
	for _, test := range [][3]string{
		{"/a", "b", "/a/b"},
		{"/a/", "b", "/a/b"},
		{"/a", "../b", "/a/../b"},
		{"/a", "/b", "/b"},
		{"", "b", "b"},
		{"/a", "", ""},
		{"/", "b", "/b"},
		{"/a", "./b/../c/", "/a/./b/../c/"},
	} {
		if got := files.Join(test[0], test[1]); got != test[2] {
			t.Errorf("Join(%q, %q) is %q, want %q", test[0], test[1], got, test[2])
		}
	}
}

func TestSplit(t *testing.T) {
	t.Parallel()
	for name, want := range map[string][3]string{
		"": {"", "", "."}, "a": {"", "a", "."}, "a/b": {"a/", "b", "a/"}, "/a": {"/", "a", "/"}, "a/../b": {"a/../", "b", "a/../"},
		"a//b": {"a//", "b", "a//"}, "a/": {"a/", "", "a/"},
	} {
		folder, base := files.Split(name)
		if folder != want[0] || base != want[1] || files.Folder(name) != want[2] {
			t.Errorf("%q: %q, %q, folder %q", name, folder, base, files.Folder(name))
		}
	}
}

// tree makes files (name: content) and links (name -> target) in a new folder.
func tree(t *testing.T, entries map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range entries {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, isLink := strings.CutPrefix(content, "-> "); isLink {
			err = os.Symlink(target, path)
		} else {
			err = os.WriteFile(path, []byte(content), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Following ends at the file that the kernel writes to.
func TestFollow(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{
		"real.md": "precious", "plain": "-> real.md", "twice": "-> plain", "nowhere": "-> sub/none.md",
		"far/off/dir/out.md": "-> ../real.md", "far/off/real.md": "meant", "folder": "-> far/off/dir",
		"loop": "-> pool", "pool": "-> loop",
	})
	for name, want := range map[string]string{
		"real.md": "real.md", "plain": "real.md", "twice": "real.md", "nowhere": "sub/none.md", "new": "new",
		"folder/out.md": "folder/../real.md",
	} {
		got, err := files.Follow(files.Join(dir, name))
		if err != nil || got != files.Join(dir, want) {
			t.Errorf("%s leads to %q (%v), want %s", name, got, err, want)
		}
	}
	if got, err := files.Follow(files.Join(dir, "loop")); err == nil {
		t.Errorf("a loop leads to %q", got)
	}
}

func TestWriteThroughLinks(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{
		"real.md": "precious", "far/off/dir/out.md": "-> ../real.md", "far/off/real.md": "earlier", "folder": "-> far/off/dir",
	})
	if err := files.Write(files.Join(dir, "folder/out.md"), []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"real.md": "precious", "far/off/real.md": "new"} {
		if got, _ := os.ReadFile(filepath.Join(dir, name)); string(got) != want {
			t.Errorf("%s holds %q, want %q", name, got, want)
		}
	}
}

func TestWrite(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("n", 255)
	dir := tree(t, map[string]string{"there": "earlier", long: "earlier", "folder/file": "x", "loop": "-> loop"})
	for name, fails := range map[string]bool{"new": false, "there": false, long: false, "folder": true, "loop": true, "none/new": false, "there/new": true} {
		err := files.Write(files.Join(dir, name), []byte("new"), 0o600)
		if got, _ := os.ReadFile(filepath.Join(dir, name)); fails != (err != nil) || !fails && string(got) != "new" {
			t.Errorf("%.20s: %v, holds %q", name, err, got)
		}
	}
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ".tmp") {
			t.Errorf("%s is left", entry.Name())
		}
	}
}

func TestWriteKeepsMode(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"there": "earlier"})
	path := filepath.Join(dir, "there")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := files.Write(path, []byte("new"), 0o600); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v", info.Mode())
	}
}

// A file that may not be written is not replaced, although its folder would permit it, and although root may write everything.
func TestWriteProtected(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"there": "earlier"})
	path := filepath.Join(dir, "there")
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	err := files.Write(path, []byte("new"), 0o600)
	if got, _ := os.ReadFile(path); err == nil || string(got) != "earlier" {
		t.Errorf("%v, holds %q", err, got)
	}
}

func TestCreate(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"there": "earlier", "link": "-> nowhere"})
	for _, name := range []string{"there", "link"} {
		if err := files.Create(files.Join(dir, name), []byte("new"), 0o600); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := files.Create(files.Join(dir, "new"), []byte("new"), 0o600); err != nil {
		t.Error(err)
	}
	for _, want := range []string{"there.1", "there.2"} {
		name, err := files.CreateNumbered(files.Join(dir, "there"), []byte(want), 0o600)
		if got, _ := os.ReadFile(name); err != nil || name != files.Join(dir, want) || string(got) != want {
			t.Errorf("%s: %q, %v", want, name, err)
		}
	}
}

func TestCreateNumberedLongName(t *testing.T) {
	t.Parallel()
	name, err := files.CreateNumbered(files.Join(t.TempDir(), strings.Repeat("ü", 125)+".yaml"), []byte("x"), 0o600)
	if err != nil || !strings.HasSuffix(name, "ü.1.yaml") {
		t.Errorf("%s: %v", name, err)
	}
}

// Of sessions that create one file in the same instant exactly one succeeds, and its text is the file's.
func TestCreateTogether(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for trial := range 50 {
		path := files.Join(dir, fmt.Sprint(trial))
		var (
			all    sync.WaitGroup
			errs   [4]error
			winner = -1
		)
		for i := range errs {
			all.Go(func() { errs[i] = files.Create(path, fmt.Append(nil, i), 0o600) })
		}
		all.Wait()
		for i, err := range errs {
			switch {
			case err == nil && winner < 0:
				winner = i
			case err == nil || !errors.Is(err, fs.ErrExist):
				t.Errorf("session %d: %v", i, err)
			}
		}
		if got, _ := os.ReadFile(path); string(got) != fmt.Sprint(winner) {
			t.Errorf("%d succeeded, the file holds %q", winner, got)
		}
	}
}

// Without the lock, sessions that read, compare and write lose each other's entries.
func TestLocked(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := files.Join(dir, "answers")
	var all sync.WaitGroup
	const sessions = 20
	for range sessions {
		all.Go(func() {
			err := files.Locked(dir, func() error {
				text, _ := os.ReadFile(path)
				return files.Write(path, append(text, 'x'), 0o600)
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got, _ := os.ReadFile(path); runtime.GOOS == "linux" && len(got) != sessions {
		t.Errorf("%d of %d saves are left", len(got), sessions)
	}
}

func TestReadRegular(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"file": "text", "link": "-> file", "device": "-> /dev/null", "sub/file": "x", "nowhere": "-> none"})
	for name, want := range map[string]string{"file": "text", "link": "text"} {
		if got, err := files.ReadRegular(files.Join(dir, name), 100); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for name, want := range map[string]error{"sub": files.ErrFolder, "nowhere": fs.ErrNotExist, "device": files.ErrNotRegular} {
		if runtime.GOOS == "windows" && name == "device" {
			continue
		}
		if got, err := files.ReadRegular(files.Join(dir, name), 100); !errors.Is(err, want) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if got, _ := files.Read(files.Join(dir, "file"), 2); len(got) != 3 {
		t.Errorf("read %q, want one byte more than the limit", got)
	}
}

func TestSame(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"a.md": "x", "link": "-> a.md", "sub/b": "x", "folder": "-> sub", "new-link": "-> sub/new"})
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"a.md", "link", true},
		{"a.md", "sub/b", false},
		{"a.md", "new", false},
		{"new.md", "NEW.md", true},
		{"sub/new", "folder/new", true},
		{"sub/new", "new-link", true},
		{"sub/new", "new", false},
		{"none/x", "none/x", true},
		{"none/x", "other/x", false},
	} {
		if got := files.Same(files.Join(dir, test.a), files.Join(dir, test.b)); got != test.want {
			t.Errorf("%s and %s: %t", test.a, test.b, got)
		}
	}
}

func TestRemoveLeft(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{".a.yaml.0123abc.tmp": "", ".a.yaml.fresh.tmp": "", ".a.yaml.ABC.tmp": "", ".b.yaml.0123abc.tmp": "", ".a.yaml.0.bak": ""})
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	old := now.Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, ".a.yaml.fresh.tmp"), now, now); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".a.yaml.0123abc.tmp", ".a.yaml.ABC.tmp", ".b.yaml.0123abc.tmp", ".a.yaml.0.bak"} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	files.RemoveLeft(files.Join(dir, "a.yaml"), now.Add(-10*time.Minute))
	entries, _ := os.ReadDir(dir)
	var left []string
	for _, entry := range entries {
		left = append(left, entry.Name())
	}
	if got := strings.Join(left, " "); got != ".a.yaml.0.bak .a.yaml.ABC.tmp .a.yaml.fresh.tmp .b.yaml.0123abc.tmp" {
		t.Error(got)
	}
}

func TestReal(t *testing.T) {
	t.Parallel()
	dir := tree(t, map[string]string{"repo/svc/file": "x", "svc": "-> repo/svc"})
	got, err := files.Real(files.Join(dir, "svc"))
	base, _ := filepath.EvalSymlinks(dir)
	if err != nil || got != filepath.Join(base, "repo", "svc") {
		t.Errorf("%s: %v", got, err)
	}
}

// write writes as a report is written.
func write(path string, data []byte) error { return files.Write(path, data, 0o666) }

// TestWriteLeavesPermissionsToTheMask proves that a new report is no more open than the user wants files to be.
func TestWriteLeavesPermissionsToTheMask(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	ours, theirs := filepath.Join(dir, "report.md"), filepath.Join(dir, "plain")
	if err := write(ours, []byte("x")); err != nil {
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

func TestWriteFailures(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := write(file, []byte("x")); err != nil {
		t.Fatal(err)
	}
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
			if err := write(test.path, []byte("x")); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

// TestWriteMakesFolders proves that missing folders are made, and that none stays when the file does not come about.
func TestWriteMakesFolders(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a", "b", "report.md")
	if err := write(path, []byte("x")); err != nil {
		t.Error(err)
	}
	abandoned, err := files.Replace(filepath.Join(dir, "a", "c", "d", "report.md"), 0o666)
	if err != nil {
		t.Fatal(err)
	}
	abandoned.Abandon()
	if entries, err := os.ReadDir(filepath.Join(dir, "a")); err != nil || len(entries) != 1 {
		t.Errorf("an abandoned file left %v (%v)", entries, err)
	}
}

func TestWriteToADevice(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(os.DevNull); err != nil || runtime.GOOS == "windows" {
		t.Skip("no null device in the file system")
	}
	if err := write(os.DevNull, []byte("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the device was replaced by a file")
	}
}

// TestCauseEndsWithoutStop is about Windows, which ends what it says with a full stop.
func TestCauseEndsWithoutStop(t *testing.T) {
	t.Parallel()
	said := fmt.Errorf("%w: The system cannot find the file specified.", fs.ErrNotExist) //nolint:revive // these are the words of Windows.
	got := files.Cause(&fs.PathError{Op: "open", Path: "a", Err: said})
	if !strings.HasSuffix(got.Error(), "file specified") || !errors.Is(got, fs.ErrNotExist) {
		t.Errorf("%v, missing %v", got, errors.Is(got, fs.ErrNotExist))
	}
	if plain := files.Cause(&os.LinkError{Err: fs.ErrPermission}); !errors.Is(plain, fs.ErrPermission) || plain.Error() != fs.ErrPermission.Error() {
		t.Errorf("another word for %v: %v", fs.ErrPermission, plain)
	}
}
