package render

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// realResults returns the saved results in testdata/render at the root of the repository.
func realResults(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "render", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("no saved results in testdata/render")
	}
	return files
}

func decoded(t testing.TB, file string) *report.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, faults := report.Decode(file, data)
	if faults != nil {
		t.Fatal(faults)
	}
	return doc
}
