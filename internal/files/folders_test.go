package files_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/files"
)

func TestMakeFolders(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "a", "b")
	made, err := files.MakeFolders(b+string(filepath.Separator), 0o755)
	if err != nil || !slices.Equal(made, []string{a, b}) {
		t.Errorf("made %q, %v", made, err)
	}
	if again, err := files.MakeFolders(b, 0o755); err != nil || len(again) > 0 {
		t.Errorf("made %q again, %v", again, err)
	}
	file := filepath.Join(a, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	files.RemoveEmpty(made)
	if _, err := os.Stat(b); !files.IsMissing(err) {
		t.Errorf("an empty folder stayed: %v", err)
	}
	if _, err := os.Stat(file); err != nil {
		t.Errorf("a folder that was in use is gone: %v", err)
	}
	if made, err := files.MakeFolders(filepath.Join(file, "c"), 0o755); len(made) > 0 {
		t.Errorf("made %q below a file, %v", made, err)
	}
}

// A link that leads nowhere is neither made a folder nor removed.
func TestMakeFoldersBehindALinkToNowhere(t *testing.T) {
	t.Parallel()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink("gone", link); err != nil {
		t.Skip(err)
	}
	if made, err := files.MakeFolders(filepath.Join(link, "below"), 0o755); err == nil {
		t.Errorf("made %q", made)
	}
	if _, err := os.Lstat(link); err != nil {
		t.Error("the link is gone")
	}
}
