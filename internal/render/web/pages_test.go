package web_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// everyPage is each kind of page with what is hardest for it.
func everyPage(t testing.TB) map[string][]byte {
	pages := map[string][]byte{}
	for _, kind := range []string{"plan"} {
		for name, page := range goldenPages(t, kind) {
			pages[kind+" "+name] = page
		}
	}
	return pages
}

// goldenPages are the golden files of one kind of page, which the tests of the room render hold: it has the documents.
func goldenPages(t testing.TB, kind string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", kind, "*.html"))
	if err != nil || len(files) < 2 {
		t.Fatalf("golden pages of %s: %v, %v", kind, files, err)
	}
	pages := map[string][]byte{}
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages[strings.TrimSuffix(filepath.Base(file), ".html")] = page
	}
	return pages
}
