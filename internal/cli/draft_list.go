package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// draftFolder is the folder of the drafts; "" when there is no place for one.
func (r *runner) draftFolder() string {
	folder := stateFolder(runtime.GOOS, r.Env)
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, "opsfit", "drafts")
}

// stateFolder is where programs keep the state of a user: XDG_STATE_HOME if absolute, as its specification demands,
// else the default of the platform; "" for none.
func stateFolder(goos string, env func(string) string) string {
	if folder := env("XDG_STATE_HOME"); filepath.IsAbs(folder) {
		return folder
	}
	home := env("HOME")
	switch {
	case goos == "windows":
		return env("LOCALAPPDATA")
	case home == "":
		return ""
	case goos == "darwin":
		return filepath.Join(home, "Library", "Application Support")
	}
	return filepath.Join(home, ".local", "state")
}

// storedDraft is a file in the folder of the drafts.
type storedDraft struct {
	path  string
	saved time.Time
	text  []byte
	// file is nil for a text that is no answers file.
	file *answers.File
}

// listDrafts returns the drafts in a folder, the latest first; those written at the same time, from the last name to the
// first. A file that cannot be read is left out.
func listDrafts(folder string) []storedDraft {
	var list []storedDraft
	entries, _ := os.ReadDir(folder) // without a folder there are no drafts
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() || filepath.Ext(entry.Name()) != ".yaml" {
			continue
		}
		draft := storedDraft{path: filepath.Join(folder, entry.Name()), saved: info.ModTime()}
		if draft.text, err = files.ReadRegular(draft.path, yamltree.MaxBytes); err != nil || len(draft.text) == 0 {
			continue
		}
		draft.file, _ = answers.Parse(draft.path, draft.text)
		list = append(list, draft)
	}
	slices.Reverse(list)
	slices.SortStableFunc(list, func(a, b storedDraft) int { return b.saved.Compare(a.saved) })
	return list
}

// isAbout reports whether a draft is about a subject, whatever its case and blanks.
func (s *storedDraft) isAbout(subject string) bool {
	return s.file != nil && english.SameName(s.file.About().Subject, subject)
}
