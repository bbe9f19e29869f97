// Package testarchive keeps many small test inputs and their expected output in one txtar file. It does not know what
// the files mean. Only tests may import it.
package testarchive

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Archive holds the files of a txtar file, after decoding:
//
//	NAME         is the file itself
//	NAME.quoted  gives NAME: Go string literals, one a line, for bytes that a text file cannot show
//	NAME.edit    gives NAME: base.yaml with some lines replaced (see edit)
//	NAME.out     is what a test expects of NAME; Check compares with it
type Archive struct {
	fs.FS

	path  string
	files *txtar.Archive // as they are written

	mu  sync.Mutex
	got map[string]string // what Check was given, kept to be written
}

// Open reads an archive. When update is set, Check does not compare: the archive is rewritten when the test t ends.
func Open(t testing.TB, path string, update bool) *Archive {
	t.Helper()
	files, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := decode(files)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	a := &Archive{path: path, files: files}
	if a.FS, err = txtar.FS(decoded); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if update {
		a.got = map[string]string{}
		t.Cleanup(func() { a.write(t) })
	}
	return a
}

// Check compares what a test got with the file of that name. Tests that run in parallel may share an archive.
func (a *Archive) Check(t testing.TB, name, got string) {
	t.Helper()
	if a.got != nil {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.got[name] = got
		return
	}
	want, err := fs.ReadFile(a, name)
	if err != nil {
		t.Fatalf("%s: %v; run the test with -update to write it, and read what it wrote", a.path, err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: %s (-want +got):\n%s", a.path, name, diff)
	}
}

// write replaces the files that were checked. A new file follows its input, or goes to the end without one.
func (a *Archive) write(t testing.TB) {
	t.Helper()
	if t.Failed() {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(a.got)) {
		file := encode(name, a.got[name])
		at := slices.IndexFunc(a.files.Files, func(f txtar.File) bool { return written(f.Name) == name })
		if at >= 0 {
			a.files.Files[at] = file
			continue
		}
		input := strings.TrimSuffix(name, ".out")
		at = slices.IndexFunc(a.files.Files, func(f txtar.File) bool { return written(f.Name) == input })
		if at < 0 {
			at = len(a.files.Files) - 1
		}
		a.files.Files = slices.Insert(a.files.Files, at+1, file)
	}
	if err := os.WriteFile(a.path, txtar.Format(a.files), 0o644); err != nil {
		t.Fatal(err)
	}
}

const (
	quoted = ".quoted"
	edited = ".edit"
	base   = "base.yaml"
)

// written returns the name of a file after decoding.
func written(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, quoted), edited)
}

func decode(files *txtar.Archive) (*txtar.Archive, error) {
	decoded := &txtar.Archive{}
	for _, file := range files.Files {
		data := file.Data
		var err error
		switch {
		case strings.HasSuffix(file.Name, quoted):
			data, err = unquote(string(file.Data))
		case strings.HasSuffix(file.Name, edited):
			data, err = edit(decoded, string(file.Data))
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name, err)
		}
		decoded.Files = append(decoded.Files, txtar.File{Name: written(file.Name), Data: data})
	}
	for _, file := range decoded.Files {
		input, expected := strings.CutSuffix(file.Name, ".out")
		if expected && !slices.ContainsFunc(decoded.Files, func(f txtar.File) bool { return f.Name == input }) {
			return nil, fmt.Errorf("%s: there is no file %s", file.Name, input)
		}
	}
	return decoded, nil
}
