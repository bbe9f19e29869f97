package questionnaire_test

import (
	"errors"
	"flag"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

var update = flag.Bool("update", false, "rewrite the expected diagnostics in testdata")

const (
	okDir  = "../../testdata/questionnaire/ok"
	errDir = "../../testdata/questionnaire/err"
)

// finderIn takes references for paths beside the file they stand in, in a folder of testdata.
func finderIn(dir string) questionnaire.Finder {
	return func(from, reference string) (questionnaire.Source, error) {
		name := path.Join(path.Dir(from), reference)
		source, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
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

func filesIn(t testing.TB, dir string) []questionnaire.Source {
	t.Helper()
	var sources []questionnaire.Source
	for _, pattern := range []string{"*.yaml", "*.json"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s in %s: %v", pattern, dir, err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sources = append(sources, questionnaire.Source{Name: filepath.Base(file), Bytes: source})
		}
	}
	return sources
}

func TestGoodFilesAreSilent(t *testing.T) {
	t.Parallel()
	for _, source := range filesIn(t, okDir) {
		t.Run(source.Name, func(t *testing.T) {
			t.Parallel()
			for _, d := range examine(source, finderIn(okDir)) {
				t.Errorf("unexpected: %s", d)
			}
		})
	}
}

func TestFaultyFilesSayWhatAndWhere(t *testing.T) {
	t.Parallel()
	for _, source := range filesIn(t, errDir) {
		t.Run(source.Name, func(t *testing.T) {
			t.Parallel()
			var got strings.Builder
			for _, d := range examine(source, finderIn(errDir)) {
				got.WriteString(d.String() + "\n")
			}
			golden := filepath.Join(errDir, strings.TrimSuffix(source.Name, filepath.Ext(source.Name))+".out")
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" || got.Len() == 0 {
				t.Errorf("diagnostics (-want +got), none is a fault too:\n%s", diff)
			}
		})
	}
}
