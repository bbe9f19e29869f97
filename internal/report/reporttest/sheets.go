package reporttest

import (
	"os"
	"path/filepath"
	"testing"
)

// Sheets lists the answers files in a folder below testdata, such as "answers", from whichever room the test runs in.
func Sheets(t testing.TB, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(root(t), "testdata", folder, "*.yaml"))
	if err != nil || len(found) == 0 {
		t.Fatalf("sheets in testdata/%s: %v, %v", folder, found, err)
	}
	return found
}

// root is the folder of the repository.
func root(t testing.TB) string {
	t.Helper()
	at, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			t.Fatal("no go.mod above the test")
		}
		at = filepath.Dir(at)
	}
}
