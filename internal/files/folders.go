package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// errNowhere is what a link in the place of a folder gives, whose target is missing.
var errNowhere = errors.New("it is a link that leads nowhere")

// MakeFolders makes a folder and those above it that are missing, with the mode less the umask. It returns the new ones, from the
// outermost to the folder itself; none where it was there. On failure none of them stays.
func MakeFolders(folder string, mode fs.FileMode) (made []string, err error) {
	for at := trimSeparators(folder); ; at = trimSeparators(Folder(at)) {
		_, err := os.Stat(at)
		if !IsMissing(err) || at == trimSeparators(Folder(at)) {
			break // It is there, or a root that is not.
		}
		if _, err := os.Lstat(at); err == nil {
			return nil, errNowhere // and is not ours to remove
		}
		made = append(made, at)
	}
	if len(made) == 0 {
		return nil, nil
	}
	slices.Reverse(made)
	if err := os.MkdirAll(folder, mode); err != nil {
		RemoveEmpty(made)
		return nil, Cause(err)
	}
	return made, nil
}

// trimSeparators leaves a folder without the separators at its end; a root keeps one.
func trimSeparators(folder string) string {
	end := len(folder)
	for end > len(filepath.VolumeName(folder))+1 && os.IsPathSeparator(folder[end-1]) {
		end--
	}
	return folder[:end]
}

// RemoveEmpty removes folders that MakeFolders made, from the innermost outwards, as far as nothing is in them.
func RemoveEmpty(made []string) {
	for _, folder := range slices.Backward(made) {
		if os.Remove(folder) != nil {
			return
		}
	}
}
