package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSecurityNamesItsTests holds that each test that SECURITY.md names for a promise exists.
func TestSecurityNamesItsTests(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(root, "SECURITY.md"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := output(t, "git", "ls-files", "--cached", "--others", "--exclude-standard", "*_test.go")
	if err != nil {
		t.Skipf("only git knows which files belong to the repository: %v", err)
	}
	var tests strings.Builder
	for file := range strings.Lines(files) {
		source, err := os.ReadFile(filepath.Join(root, strings.TrimSpace(file)))
		if err != nil {
			t.Fatal(err)
		}
		tests.Write(source)
	}
	named := regexp.MustCompile(`\b(Test|Fuzz)[A-Z]\w+`).FindAllString(string(text), -1)
	if len(named) < 30 {
		t.Fatalf("SECURITY.md names %d tests only", len(named))
	}
	for _, name := range named {
		if !strings.Contains(tests.String(), "\nfunc "+name+"(") {
			t.Errorf("SECURITY.md names %s, and there is no such test", name)
		}
	}
}
