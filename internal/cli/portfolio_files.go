package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sheetFile is a file that may hold answers or a result. One that was found in a folder is left out when it is something
// else; one that was named has to be what it is named as.
type sheetFile struct {
	path  string
	named bool
}

// sheetFiles lists the files that paths stand for, by path and each once: files as they are, folders with all that is
// below them, and patterns that the shell did not expand. Links inside folders are not followed: they may lead in circles
// or out of the folder.
func (r *runner) sheetFiles(paths []string) ([]sheetFile, error) {
	var list []sheetFile
	for _, path := range paths {
		found, err := r.expand(path)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	slices.SortFunc(list, func(a, b sheetFile) int { return strings.Compare(a.path, b.path) })
	list = slices.CompactFunc(list, func(a, b sheetFile) bool { return a.path == b.path })
	return list, nil
}

func (r *runner) expand(path string) ([]sheetFile, error) {
	info, err := os.Stat(r.absolute(path))
	if err == nil && info.IsDir() {
		return r.below(path)
	}
	if err == nil {
		return []sheetFile{{path: filepath.Clean(path), named: true}}, nil
	}
	matches, globErr := filepath.Glob(r.absolute(path))
	if globErr != nil || len(matches) == 0 {
		return nil, fmt.Errorf("read %s: %w", path, reason(err))
	}
	var list []sheetFile
	for _, match := range matches {
		found, err := r.expand(r.relative(match))
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	return list, nil
}

// relative names a file as seen from the working directory where it lies below it.
func (r *runner) relative(path string) string {
	if name, err := filepath.Rel(r.Dir, path); err == nil && !strings.HasPrefix(name, "..") {
		return name
	}
	return path
}

// below lists the files of a folder that may be sheets by their names.
func (r *runner) below(folder string) ([]sheetFile, error) {
	var list []sheetFile
	root := r.absolute(folder)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("read %s: %w", folder, reason(err))
		case entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), "."):
			// Folders such as .git hold no sheets, and many files.
			return fs.SkipDir
		case entry.Type().IsRegular() && isSheetName(entry.Name()):
			name, relErr := filepath.Rel(root, path)
			if relErr != nil {
				return fmt.Errorf("read %s: %w", folder, relErr)
			}
			list = append(list, sheetFile{path: filepath.Join(folder, name)})
		}
		return nil
	})
	return list, err
}

func isSheetName(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(name))) && !strings.HasPrefix(name, ".")
}
