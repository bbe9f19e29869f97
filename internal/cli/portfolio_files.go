package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// sheetFile is a file that may hold answers or a result. One that was found in a folder is left out when it is something
// else; one that was named has to be what it is named as.
type sheetFile struct {
	path  string
	named bool
	// fault is why nothing can be read there; nil for a file.
	fault error
}

// listSheets lists the files that paths stand for, by path and each once: files as they are, folders with all that is
// below them, and patterns that the shell did not expand. Links inside folders are not followed: they may lead in circles
// or out of the folder.
func (r *runner) listSheets(paths []string) ([]sheetFile, error) {
	var list []sheetFile
	for _, path := range paths {
		found, err := r.expandPath(path)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	slices.SortFunc(list, func(a, b sheetFile) int { return strings.Compare(a.path, b.path) })
	list = slices.CompactFunc(list, func(a, b sheetFile) bool { return a.path == b.path })
	return list, nil
}

func (r *runner) expandPath(path string) ([]sheetFile, error) {
	_, err := os.Stat(r.absolute(path))
	if err == nil {
		return r.listPath(path)
	}
	matches, globErr := filepath.Glob(r.globPattern(path))
	if globErr != nil || len(matches) == 0 {
		return nil, fmt.Errorf("read %s: %w", path, reason(err))
	}
	var list []sheetFile
	for _, match := range matches {
		found, err := r.listPath(r.relativeName(match))
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	return list, nil
}

// globPattern is absolute for a pattern: the names of the folders above the working directory are no part of it.
func (r *runner) globPattern(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	literal := []string{"[", "[[]", "*", "[*]", "?", "[?]"}
	if filepath.Separator != '\\' {
		literal = append(literal, `\`, `\\`)
	}
	return filepath.Join(strings.NewReplacer(literal...).Replace(r.Dir), path)
}

// listPath gives what one path stands for that is no pattern. What cannot be read, such as a link that leads nowhere, or a
// named pipe, which may never end, is listed as such and does not stop the others.
func (r *runner) listPath(path string) ([]sheetFile, error) {
	info, err := os.Stat(r.absolute(path))
	file := sheetFile{path: filepath.Clean(path), named: true}
	switch {
	case err != nil:
		file.fault = reason(err)
	case info.IsDir():
		return r.listFolder(path)
	case !info.Mode().IsRegular():
		file.fault = errors.New("it is neither a file nor a folder")
	}
	return []sheetFile{file}, nil
}

// relativeName names a file as seen from the working directory where it lies below it.
func (r *runner) relativeName(path string) string {
	if name, err := filepath.Rel(r.Dir, path); err == nil && filepath.IsLocal(name) {
		return name
	}
	return path
}

// listFolder lists the files of a folder that may be sheets by their names. A folder in it that cannot be listed is an entry of
// its own, so that what is missing is told and the rest is shown.
func (r *runner) listFolder(folder string) ([]sheetFile, error) {
	var list []sheetFile
	// The separator at the end makes the walk follow a link that was named.
	root := filepath.Clean(r.absolute(folder)) + string(filepath.Separator)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil && path == root {
			return fmt.Errorf("read %s: %w", folder, reason(err))
		}
		name := filepath.Join(folder, strings.TrimPrefix(path, root))
		switch {
		case err != nil:
			list = append(list, sheetFile{path: name, fault: reason(err)})
		case entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), "."):
			// Folders such as .git hold no sheets, and many files.
			return fs.SkipDir
		case entry.Type().IsRegular() && isSheetName(entry.Name()):
			list = append(list, sheetFile{path: name})
		}
		return nil
	})
	return list, err
}

func isSheetName(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(name))) && !strings.HasPrefix(name, ".")
}

// refuseSheets refuses to write a report over a file that is to be read. Only the sheets among the files found in a folder
// count: an earlier report there may be written again.
func (r *runner) refuseSheets(list []target[*portfolio.Document], found []sheetFile) error {
	for _, t := range list {
		there, err := os.Stat(r.absolute(t.file))
		if t.file == "" || err != nil || !there.Mode().IsRegular() {
			continue
		}
		for _, file := range found {
			info, err := os.Stat(r.absolute(file.path))
			if err == nil && os.SameFile(there, info) && (file.named || r.holdsSheet(file.path)) {
				return usagef("--output %s would replace a file that is read; name another one", t.file)
			}
		}
	}
	return nil
}

func (r *runner) holdsSheet(path string) bool {
	text, err := readPath(r.absolute(path), report.MaxBytes)
	return err == nil && isSheet(text)
}
