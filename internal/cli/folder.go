package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// folder is the configured folder of questionnaires. It is read once a run, when first needed.
type folder struct {
	run  *runner
	path string

	read  bool
	files []shelved
	// problems say which questionnaires are hidden, and why: an unreadable file or folder, an id that is taken.
	problems diag.List
}

// shelved is a questionnaire of the folder.
type shelved struct {
	id     string
	source questionnaire.Source
}

// findSource returns the questionnaire with an id; its file may have any name.
func (f *folder) findSource(id string) (questionnaire.Source, bool) {
	f.readOnce()
	for _, file := range f.files {
		if file.id == id {
			f.run.sources[file.source.Name] = file.source.Bytes
			return file.source, true
		}
	}
	return questionnaire.Source{}, false
}

// listIDs returns the ids in the order of the file names.
func (f *folder) listIDs() []string {
	f.readOnce()
	var ids []string
	for _, file := range f.files {
		ids = append(ids, file.id)
	}
	return ids
}

func (f *folder) readOnce() {
	if f.read || f.path == "" {
		return
	}
	f.read = true
	entries, err := os.ReadDir(f.run.absolutePath(f.path))
	if err != nil {
		f.addWarning(f.path, "folder-unreadable", "the folder of questionnaires cannot be read: "+files.Cause(err).Error())
	}
	for _, entry := range entries {
		if !entry.IsDir() && config.IsPath(entry.Name()) {
			f.addFile(files.Join(f.path, entry.Name()))
		}
	}
}

// addFile adds a file unless it is not a questionnaire (a catalogue, say) or its id is taken.
func (f *folder) addFile(path string) {
	if f.run.leadsOut(f.path, path) {
		f.addWarning(path, "outside-repository", "the file is a link out of the repository, and its text could get into a log; copy it there")
		return
	}
	text, err := files.ReadRegular(f.run.absolutePath(path), yamltree.MaxBytes)
	if err != nil {
		f.addWarning(path, "file-unreadable", "the file cannot be read: "+files.Cause(err).Error())
		return
	}
	id := idOf(path, text)
	switch {
	case id == "":
		return
	case !yamltree.IsID(id):
		f.addWarning(path, "bad-id", diag.Quote(id)+" is not an id, so nothing can name this questionnaire; opsfit questionnaire lint says more")
		return
	case slices.Contains(shippedIDs(), id):
		f.addWarning(path, "id-taken", "the id "+diag.Quote(id)+" is that of a shipped questionnaire, which is used")
		return
	case slices.Contains(f.listIDs(), id):
		f.addWarning(path, "id-taken", "the id "+diag.Quote(id)+" is that of another file in the folder, which is used")
		return
	}
	f.run.inputs = append(f.run.inputs, f.run.absolutePath(path))
	f.files = append(f.files, shelved{id: id, source: questionnaire.Source{Name: path, Bytes: text}})
}

func (f *folder) addWarning(file, code, message string) {
	f.problems = append(f.problems, diag.Diagnostic{Severity: diag.Warning, Code: code, File: file, Message: message})
}

// idOf returns the id of a questionnaire file. A file that cannot be parsed counts as a questionnaire named like the
// file, so that its faults are shown to whoever asks for it.
func idOf(name string, text []byte) string {
	root, _ := yamltree.Parse(name, text)
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
