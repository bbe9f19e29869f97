package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/syntax"
)

// folder is the configured folder of questionnaires. It is read once a run, when it is first needed.
type folder struct {
	run  *runner
	path string

	read  bool
	files []shelved
	// problems are what hides a questionnaire: an unreadable file or folder, an id that is taken.
	problems diag.List
}

// shelved is one questionnaire of the folder.
type shelved struct {
	id     string
	source questionnaire.Source
}

// source returns the questionnaire with an id; its file may have any name.
func (f *folder) source(id string) (questionnaire.Source, bool) {
	f.fill()
	for _, file := range f.files {
		if file.id == id {
			f.run.sources[file.source.Name] = file.source.Bytes
			return file.source, true
		}
	}
	return questionnaire.Source{}, false
}

// ids returns the ids in order of the file names.
func (f *folder) ids() []string {
	f.fill()
	var ids []string
	for _, file := range f.files {
		ids = append(ids, file.id)
	}
	return ids
}

func (f *folder) fill() {
	if f.read || f.path == "" {
		return
	}
	f.read = true
	entries, err := os.ReadDir(f.run.absolute(f.path))
	if err != nil {
		f.warn(f.path, "folder-unreadable", "the folder of questionnaires cannot be read: "+reason(err).Error())
	}
	for _, entry := range entries {
		if !entry.IsDir() && config.IsPath(entry.Name()) {
			f.add(filepath.Join(f.path, entry.Name()))
		}
	}
}

// add shelves a file unless it is no questionnaire (a catalogue, say) or its id is taken.
func (f *folder) add(path string) {
	text, err := readPath(f.run.absolute(path), syntax.MaxBytes)
	if err != nil {
		f.warn(path, "file-unreadable", "the file cannot be read: "+reason(err).Error())
		return
	}
	id := idOf(path, text)
	switch {
	case id == "":
		return
	case slices.Contains(shippedIDs(), id):
		f.warn(path, "id-taken", "the id "+diag.Quote(id)+" is that of a shipped questionnaire, which is used")
		return
	case slices.Contains(f.ids(), id):
		f.warn(path, "id-taken", "the id "+diag.Quote(id)+" is that of another file in the folder, which is used")
		return
	}
	f.files = append(f.files, shelved{id: id, source: questionnaire.Source{Name: path, Bytes: text}})
}

func (f *folder) warn(file, code, message string) {
	f.problems = append(f.problems, diag.Diagnostic{Severity: diag.Warning, Code: code, File: file, Message: message})
}

// idOf returns the id of a questionnaire file. A file that cannot be parsed is taken for a questionnaire with the
// name of the file, so that its faults are shown to whoever asks for it.
func idOf(name string, text []byte) string {
	root, _ := syntax.Parse(name, text)
	if root == nil {
		return strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	if root.Get("questions") == nil && root.Get("extends") == nil {
		return ""
	}
	if id := root.Get("id"); id != nil {
		return id.Text
	}
	return ""
}
