package testarchive_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/opsfit/opsfit/internal/testarchive"
)

const sample = `What stands before the first file is a comment.
-- base.yaml --
a: 1
b: 2
c: 3
-- bytes.yaml.quoted --
"a: \x00\r\n"
"b: \xff"
-- changed.yaml.edit --
# Another b, and a d.
 a: 1
-b: 2
+b: 20
@@
-c: 3
+c: 3
+d: 4
-- changed.yaml.out --
old
`

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.txtar")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, files fs.FS, name string) string {
	t.Helper()
	text, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestDecode(t *testing.T) {
	t.Parallel()
	a := testarchive.Open(t, write(t, sample), false)
	for name, want := range map[string]string{
		"bytes.yaml":   "a: \x00\r\nb: \xff",
		"changed.yaml": "a: 1\nb: 20\nc: 3\nd: 4\n",
	} {
		if got := read(t, a, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	a.Check(t, "changed.yaml.out", "old\n")
}

// What an update writes is read back as it was, whatever its bytes, and the inputs stay as they are.
func TestUpdate(t *testing.T) {
	t.Parallel()
	path := write(t, sample)
	odd := "no line end, \x1b[31m, \xff\n-- a --"
	t.Run("update", func(t *testing.T) {
		a := testarchive.Open(t, path, true)
		a.Check(t, "changed.yaml.out", "new\n")
		a.Check(t, "bytes.yaml.out", odd)
		a.Check(t, "added", "")
	})
	a := testarchive.Open(t, path, false)
	a.Check(t, "changed.yaml.out", "new\n")
	a.Check(t, "bytes.yaml.out", odd)
	a.Check(t, "added", "")
	if got, want := read(t, a, "changed.yaml"), "a: 1\nb: 20\nc: 3\nd: 4\n"; got != want {
		t.Errorf("the input became %q", got)
	}
}
