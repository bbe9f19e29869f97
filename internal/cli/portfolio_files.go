package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// sheetFile is a file that may hold answers or a result. If it was found in a folder, other content is ignored; if it
// was named, other content is an error.
type sheetFile struct {
	path  string
	named bool
	// fault is why nothing can be read there; nil for a file.
	fault error
}

// listSheets lists the files that paths stand for, sorted and without duplicates: files themselves, all files below
// folders, and patterns that the shell did not expand. Names have forward slashes on every system, so that what is written of the
// same files is the same. Links inside folders are not followed: they may lead in circles
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
	for i := range list {
		list[i].path = filepath.ToSlash(list[i].path)
	}
	slices.SortFunc(list, func(a, b sheetFile) int { return strings.Compare(a.path, b.path) })
	list = slices.CompactFunc(list, func(a, b sheetFile) bool { return a.path == b.path })
	return list, nil
}

func (r *runner) expandPath(path string) ([]sheetFile, error) {
	_, err := os.Stat(r.absolutePath(path))
	if err == nil {
		return r.listPath(path)
	}
	matches, globErr := filepath.Glob(r.globPattern(path))
	if globErr != nil || len(matches) == 0 {
		return nil, fmt.Errorf("read %s: %w", path, files.Cause(err))
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

// globPattern makes a pattern absolute; the names of the working directory and its parents are taken literally.
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

// listPath lists a path that is not a pattern. What cannot be read, such as a broken link or a named pipe, which may
// never end, is listed with its fault and does not stop the others.
func (r *runner) listPath(path string) ([]sheetFile, error) {
	info, err := os.Stat(r.absolutePath(path))
	file := sheetFile{path: filepath.Clean(path), named: true}
	switch {
	case err != nil:
		file.fault = files.Cause(err)
	case info.IsDir():
		return r.listFolder(path)
	case !info.Mode().IsRegular():
		file.fault = errors.New("it is neither a file nor a folder")
	}
	return []sheetFile{file}, nil
}

// relativeName returns the name of a file relative to the working directory if it lies below it.
func (r *runner) relativeName(path string) string {
	if name, err := filepath.Rel(r.Dir, path); err == nil && filepath.IsLocal(name) {
		return name
	}
	return path
}

// listFolder lists the files of a folder that may be sheets by their names. A subfolder that cannot be listed becomes
// an entry with a fault, and the rest is still listed.
func (r *runner) listFolder(folder string) ([]sheetFile, error) {
	var list []sheetFile
	// The separator at the end makes the walk follow a link that was named.
	root := filepath.Clean(r.absolutePath(folder)) + string(filepath.Separator)
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil && path == root {
			return fmt.Errorf("read %s: %w", folder, files.Cause(err))
		}
		name := filepath.Join(folder, strings.TrimPrefix(path, root))
		switch {
		case err != nil:
			list = append(list, sheetFile{path: name, fault: files.Cause(err)})
		case entry.IsDir() && path != root && strings.HasPrefix(entry.Name(), "."):
			// Skip folders such as .git: many files and no sheets.
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

// sheetsIn returns the names of answers files, with those of each folder in place of it. Of what a folder holds, saved results and
// other files are passed over.
func (r *runner) sheetsIn(paths []string) ([]string, error) {
	var list []string
	for _, path := range paths {
		if info, err := os.Stat(r.absolutePath(path)); path == "-" || err != nil || !info.IsDir() {
			list = append(list, path)
			continue
		}
		found, err := r.answersIn(path)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	return list, nil
}

// answersIn returns the answers files in a folder and the folders in it.
func (r *runner) answersIn(folder string) ([]string, error) {
	entries, err := r.listFolder(folder)
	if err != nil {
		return nil, err
	}
	var list []string
	for _, entry := range entries {
		text, err := []byte(nil), entry.fault
		if err == nil {
			text, err = files.ReadRegular(r.absolutePath(entry.path), report.MaxBytes)
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", entry.path, files.Cause(err))
		}
		kind, found := kindOf(entry.path, withoutMark(text))
		switch {
		case kind == nearlySheet:
			r.sources[entry.path] = text
			return nil, found
		case kind == sheetKind && !answers.IsResult(text):
			list = append(list, entry.path)
		}
	}
	surveys := r.surveysIn(folder)
	if len(list) == 0 {
		hint := "they are .yaml, .yml or .json files that name a questionnaire; opsfit assess --save FILE writes one"
		if len(surveys) > 0 {
			hint = "a survey is read when it is named: opsfit team " + r.shell().quote(surveys[0])
		}
		return nil, diag.List{{
			Severity: diag.Error, Code: "no-files", File: folder, Message: "no answers file was found in this folder", Hint: hint,
		}}
	}
	for _, survey := range surveys {
		r.notify("%s is not read: the answers files beside it may be made of it; a survey is read when it is named", survey)
	}
	return list, nil
}

// surveysIn returns the exports of survey tools that lie in a folder.
func (r *runner) surveysIn(folder string) []string {
	entries, _ := os.ReadDir(r.absolutePath(folder)) // it was read before
	var list []string
	for _, entry := range entries {
		if entry.Type().IsRegular() && isSurveyName(entry.Name()) {
			list = append(list, filepath.Join(folder, entry.Name()))
		}
	}
	return list
}

// refuseSheets refuses to write a report over a file that is to be read. Of the files found in a folder only sheets
// count: an earlier report there may be overwritten.
func (r *runner) refuseSheets(list []target[*portfolio.Document], found []sheetFile) error {
	for _, t := range list {
		there, err := os.Stat(r.absolutePath(t.file))
		if t.file == "" || err != nil || !there.Mode().IsRegular() {
			continue
		}
		for _, file := range found {
			info, err := os.Stat(r.absolutePath(file.path))
			if err == nil && os.SameFile(there, info) && (file.named || r.holdsSheet(file.path)) {
				return usagef("--output %s would replace a file that is read; name another one", t.file)
			}
		}
	}
	return nil
}

func (r *runner) holdsSheet(path string) bool {
	text, err := files.ReadRegular(r.absolutePath(path), report.MaxBytes)
	kind, _ := kindOf(path, withoutMark(text))
	return err == nil && kind != otherFile
}
