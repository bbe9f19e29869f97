package questionnaire_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/testarchive"
)

var update = flag.Bool("update", false, "rewrite the expected diagnostics in testdata")

// goodFiles are files without a fault.
func goodFiles() fs.FS { return os.DirFS("../../testdata/questionnaire/ok") }

// faultyFiles are files with one kind of fault each; those in the folder parts are only named by others.
func faultyFiles(t testing.TB) *testarchive.Archive {
	t.Helper()
	return testarchive.Open(t, "../../testdata/questionnaire/err.txtar", *update)
}

// finderIn takes references for paths beside the file they stand in.
func finderIn(files fs.FS) questionnaire.Finder {
	return func(from, reference string) (questionnaire.Source, error) {
		name := path.Join(path.Dir(from), reference)
		source, err := fs.ReadFile(files, name)
		if err != nil {
			return questionnaire.Source{}, errors.New("no such file: " + name)
		}
		return questionnaire.Source{Name: name, Bytes: source}, nil
	}
}

func mustLoad(t testing.TB, find questionnaire.Finder, reference string) *questionnaire.Questionnaire {
	t.Helper()
	source, err := find("", reference)
	if err != nil {
		t.Fatal(err)
	}
	q, found := questionnaire.Load(source, find)
	for _, d := range found {
		t.Errorf("unexpected: %s", d)
	}
	if q == nil {
		t.FailNow()
	}
	return q
}

// examine is what a form check does with one file: a catalogue is read alone, everything else as a questionnaire.
func examine(source questionnaire.Source, find questionnaire.Finder) diag.List {
	if questionnaire.IsCatalogue(source) {
		_, found := questionnaire.LoadCatalogue(source)
		return found
	}
	_, found := questionnaire.Load(source, find)
	return found
}

func filesIn(t testing.TB, files fs.FS) []questionnaire.Source {
	t.Helper()
	var sources []questionnaire.Source
	for _, pattern := range []string{"*.yaml", "*.json"} {
		names, err := fs.Glob(files, pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		for _, name := range names {
			sources = append(sources, fileNamed(t, files, name))
		}
	}
	return sources
}

func fileNamed(t testing.TB, files fs.FS, name string) questionnaire.Source {
	t.Helper()
	source, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	return questionnaire.Source{Name: name, Bytes: source}
}

func TestGoodFilesAreSilent(t *testing.T) {
	t.Parallel()
	for _, source := range filesIn(t, goodFiles()) {
		t.Run(source.Name, func(t *testing.T) {
			t.Parallel()
			for _, d := range examine(source, finderIn(goodFiles())) {
				t.Errorf("unexpected: %s", d)
			}
		})
	}
}

func TestFaultyFilesSayWhatAndWhere(t *testing.T) {
	t.Parallel()
	archive := faultyFiles(t)
	for _, source := range filesIn(t, archive) {
		t.Run(source.Name, func(t *testing.T) {
			t.Parallel()
			var got strings.Builder
			for _, d := range examine(source, finderIn(archive)) {
				got.WriteString(d.String() + "\n")
			}
			if got.Len() == 0 {
				t.Error("nothing is found")
			}
			archive.Check(t, source.Name+".out", got.String())
		})
	}
}
