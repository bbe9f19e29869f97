package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/syntax"
	"github.com/opsfit/opsfit/questionnaires"
)

// shippedPrefix marks the names of the files inside the program.
const shippedPrefix = "opsfit:"

// library finds questionnaires: the shipped ones and those of a folder by id, any other by path.
type library struct {
	run *runner
	// folder adds ids to the shipped ones; empty for none.
	folder string
}

// load reads and checks a questionnaire. An id or file that does not exist is an error of usage; a faulty file
// gives a diag.List. Warnings are shown, or are errors under strict.
func (l library) load(name string, strict bool) (*questionnaire.Questionnaire, error) {
	source, err := l.find("", name)
	if err != nil {
		return nil, err
	}
	q, found := questionnaire.Load(source, l.find)
	if q == nil {
		return nil, found
	}
	return q, l.run.warn(found, strict)
}

// find returns the file that a reference in another file (or, with from empty, on the command line) means.
func (l library) find(from, reference string) (questionnaire.Source, error) {
	if strings.HasPrefix(from, shippedPrefix) {
		return l.shipped(reference)
	}
	if isPath(reference) {
		return l.read(l.relative(from, reference))
	}
	if source, err := l.shipped(reference); err == nil {
		return source, nil
	}
	return l.inFolder(reference)
}

// isPath tells a path from an id: ids have no separator and no file ending.
func isPath(reference string) bool {
	return strings.ContainsAny(reference, `/\`) || slices.Contains(endings(), strings.ToLower(filepath.Ext(reference)))
}

// endings are the file endings of questionnaires.
func endings() []string { return []string{".yaml", ".yml", ".json"} }

func (l library) relative(from, reference string) string {
	if from == "" || filepath.IsAbs(reference) {
		return reference
	}
	return filepath.Join(filepath.Dir(from), reference)
}

func (l library) read(path string) (questionnaire.Source, error) {
	name, text, err := l.run.readInput(path, syntax.MaxBytes)
	return questionnaire.Source{Name: name, Bytes: text}, err
}

func (l library) shipped(reference string) (questionnaire.Source, error) {
	file := reference
	if filepath.Ext(file) == "" {
		file += ".yaml"
	}
	text, err := fs.ReadFile(questionnaires.Files, file)
	if err != nil {
		return questionnaire.Source{}, l.unknown(reference)
	}
	l.run.sources[shippedPrefix+file] = text
	return questionnaire.Source{Name: shippedPrefix + file, Bytes: text}, nil
}

// inFolder looks for the questionnaire with that id; the file may have any name.
func (l library) inFolder(id string) (questionnaire.Source, error) {
	for _, path := range l.folderFiles() {
		text, err := readFile(l.run.absolute(path), syntax.MaxBytes)
		if err != nil || idOf(path, text) != id {
			continue
		}
		l.run.sources[path] = text
		return questionnaire.Source{Name: path, Bytes: text}, nil
	}
	return questionnaire.Source{}, l.unknown(id)
}

// folderFiles lists the files of the folder in order of their names. A folder that cannot be read has none: the
// error then names the ids that do exist.
func (l library) folderFiles() []string {
	if l.folder == "" {
		return nil
	}
	entries, err := os.ReadDir(l.run.absolute(l.folder))
	if err != nil {
		return nil
	}
	var files []string
	for _, entry := range entries {
		if !entry.IsDir() && isPath(entry.Name()) {
			files = append(files, filepath.Join(l.folder, entry.Name()))
		}
	}
	return files
}

// idOf returns the id of a questionnaire file, and "" for a faulty file or a catalogue.
func idOf(name string, text []byte) string {
	root, _ := syntax.Parse(name, text)
	if root.Get("questions") == nil && root.Get("extends") == nil {
		return ""
	}
	if id := root.Get("id"); id != nil {
		return id.Text
	}
	return ""
}

// ids returns the ids that can be named, shipped ones first.
func (l library) ids() []string {
	ids := shippedIDs()
	for _, path := range l.folderFiles() {
		text, err := readFile(l.run.absolute(path), syntax.MaxBytes)
		if err != nil {
			continue
		}
		if id := idOf(path, text); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// shippedIDs is the order in which the shipped questionnaires are listed: the usual one first.
func shippedIDs() []string { return []string{"full", "quick", "dora"} }

func (l library) unknown(name string) error {
	return usage(fmt.Errorf("no questionnaire has the id %s; %s", diag.Quote(name), l.hint(name)))
}

// hint names the nearest id, or all of them.
func (l library) hint(name string) string {
	if hint := diag.DidYouMean(name, l.ids()); hint != "" {
		return hint
	}
	return "known: " + strings.Join(l.ids(), ", ") + "; name a file by its path with -q"
}
