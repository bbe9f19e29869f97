package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPatternsBelowOddFolders expands a pattern from a working directory whose own name would be one, and names what it finds
// from there, also a file that begins like the way up.
func TestPatternsBelowOddFolders(t *testing.T) {
	t.Parallel()
	name := "[ab] team"
	if runtime.GOOS != "windows" {
		name += `*?\`
	}
	dir := filepath.Join(t.TempDir(), name)
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"..odd.yaml", "one.yaml", "two.yml"} {
		if err := os.WriteFile(filepath.Join(dir, file), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := &runner{Process: Process{Dir: dir}}
	found, err := run.listSheets([]string{"*.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, file := range found {
		got = append(got, file.path)
	}
	if diff := cmp.Diff([]string{"..odd.yaml", "one.yaml"}, got); diff != "" {
		t.Error(diff)
	}
}
