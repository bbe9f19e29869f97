package gitrepo

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Git follows links and waits for pipes wherever it expects a file. So everything that it opens is looked at first.

// mostEntries limits how many entries of git's own folders are looked at.
const mostEntries = 1 << 22

func isLink(mode fs.FileMode) bool { return mode&fs.ModeSymlink != 0 }

// isPlain reports whether an entry is a folder or a regular file.
func isPlain(mode fs.FileMode) bool { return mode.IsDir() || mode.IsRegular() }

// refusedEntry says what is wrong with an entry that is neither a folder nor a regular file. Its name is relative to
// the folder of git's data, or to that of the objects.
func refusedEntry(name string, mode fs.FileMode) error {
	if isLink(mode) {
		return fmt.Errorf("%w: %s is a symbolic link", ErrOutside, diag.Quote(name))
	}
	return fmt.Errorf("%w: %s", ErrNotRegular, diag.Quote(name))
}

// checkData refuses links, pipes and devices among what git reads of a repository: of its folder, and of the store that
// linked work trees share.
func checkData(data, store string) error {
	for _, folder := range slices.Compact([]string{data, store}) {
		if err := checkFolder(folder, "", isRead); err != nil {
			return err
		}
		for _, tree := range []string{"refs", "reftable"} {
			if err := checkTree(folder, tree); err != nil {
				return err
			}
		}
	}
	return checkFolder(store, "info", isReadInfo)
}

// isRead reports whether git reads an entry of its folder: those below, and all names in capitals, which are refs. Since
// the folder stands for the work tree too, that is where git looks for a .mailmap.
func isRead(name string) bool {
	if name == strings.ToUpper(name) {
		return true
	}
	return slices.Contains([]string{
		".mailmap", "commondir", "config", "config.worktree", "gitdir", "info", "objects", "packed-refs", "refs", "reftable", "shallow",
	}, name)
}

// isReadInfo leaves out what is about work trees, which many people keep elsewhere and link to.
func isReadInfo(name string) bool {
	return !slices.Contains([]string{"exclude", "sparse-checkout"}, name)
}

// checkFolder looks at the entries that are read of a folder below another. A folder that is not there holds none.
func checkFolder(root, below string, read func(name string) bool) error {
	// If we cannot read a folder, neither can git.
	entries, _ := os.ReadDir(filepath.Join(root, below))
	for _, entry := range entries {
		if mode := entry.Type(); !isPlain(mode) && read(entry.Name()) {
			return refusedEntry(filepath.Join(below, entry.Name()), mode)
		}
	}
	return nil
}

// checkTree looks at everything in a folder below another.
func checkTree(root, below string) error {
	count := 0
	return filepath.WalkDir(filepath.Join(root, below), func(name string, entry fs.DirEntry, err error) error {
		if count++; count > mostEntries {
			return ErrTooLarge
		}
		if err == nil && !isPlain(entry.Type()) {
			return refusedEntry(strings.TrimPrefix(name, root+string(filepath.Separator)), entry.Type())
		}
		return nil
	})
}

// checkObjects looks at the folders of a store of objects: itself, packs, and unpacked objects by the first byte of
// their names.
func checkObjects(objects string) error {
	if info, err := os.Lstat(objects); err == nil && !info.IsDir() {
		return refusedEntry("objects", info.Mode())
	}
	folders := []string{"", "info", "pack"}
	for first := range 1 << 8 {
		folders = append(folders, fmt.Sprintf("%02x", first))
	}
	for _, folder := range folders {
		if err := checkFolder(objects, folder, func(string) bool { return true }); err != nil {
			return err
		}
	}
	return nil
}
