package cli

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
	"github.com/opsfit/opsfit/questionnaires"
)

// shippedPrefix marks the names of embedded files.
const shippedPrefix = "opsfit:"

// loader finds questionnaires: shipped ones and those of a folder by id, any other by path.
type loader struct {
	ctx    context.Context //nolint:containedctx // The finder that questionnaire.Load calls has no place for it.
	run    *runner
	folder *folder
	// opened caches questionnaires by name: a run over many files reads each one, and shows its warnings, once.
	opened map[string]*opened
}

// opened is a questionnaire with its diagnostics; nil when these are errors.
type opened struct {
	q     *questionnaire.Questionnaire
	found diag.List
	// told: the diagnostics have been shown.
	told bool
	// digest is that of q; "" before somebody asks for it.
	digest string
}

// newLoader returns the questionnaires that can be named under the settings.
func (r *runner) newLoader(ctx context.Context, settings config.Config) loader {
	return loader{
		ctx: ctx, run: r, folder: &folder{run: r, path: settings.Questionnaires}, opened: map[string]*opened{},
	}
}

// loadQuestionnaire reads and checks a questionnaire. An unknown id or file is a usage error; a faulty file gives a
// diag.List. Warnings are shown, or are errors under strict.
func (l loader) loadQuestionnaire(name string, strict bool) (*questionnaire.Questionnaire, error) {
	q, found, err := l.openQuestionnaire(name)
	if err != nil {
		return nil, err
	}
	if q == nil {
		return nil, found
	}
	if book := l.opened[name]; !book.told {
		book.told = true
		return q, l.run.showWarnings(found, strict)
	}
	return q, nil
}

// openQuestionnaire is loadQuestionnaire for a caller that handles the diagnostics itself.
func (l loader) openQuestionnaire(name string) (*questionnaire.Questionnaire, diag.List, error) {
	if book := l.opened[name]; book != nil {
		return book.q, book.found, nil
	}
	source, err := l.findSource("", name)
	if err != nil {
		return nil, nil, err
	}
	q, found := questionnaire.Load(source, l.findSource)
	l.opened[name] = &opened{q: q, found: found}
	return q, found, nil
}

// checkReference refuses a questionnaire that answers name by anything but a known id: answers may come from anybody,
// and must not choose files of this machine.
func (l loader) checkReference(file *answers.File) error {
	if !l.isKnown(file.Questionnaire) {
		return file.UnknownQuestionnaire(l.hintFor(file.Questionnaire))
	}
	return nil
}

// findSource returns the file that a reference in another file means, or on the command line if from is empty. The
// shipped files refer to each other only. On the command line a name that is not an id may still be a file.
func (l loader) findSource(from, reference string) (questionnaire.Source, error) {
	inside := strings.HasPrefix(from, shippedPrefix)
	if !inside && config.IsPath(reference) {
		if from != "" {
			return l.readReference(from, reference)
		}
		return l.readSource(reference)
	}
	if source, found := l.shippedSource(reference); found {
		return source, nil
	}
	if source, found := l.folder.findSource(reference); found && !inside {
		return source, nil
	}
	if _, err := os.Stat(l.run.absolutePath(reference)); err == nil && from == "" && reference != "" {
		return l.readSource(reference)
	}
	return questionnaire.Source{}, l.unknownError(reference)
}

// readReference reads a file that a questionnaire names, which starts from its folder. It may come from somebody else's repository:
// it opens nothing that could hold the run up and, in a repository, nothing outside of it, whose text a message could show.
func (l loader) readReference(from, reference string) (questionnaire.Source, error) {
	folder, _ := files.Split(from)
	name := files.Join(folder, reference)
	if l.run.leadsOut(files.Folder(from), name) {
		return questionnaire.Source{}, fmt.Errorf("read %s: it is outside of the repository of %s; copy it there", name, from)
	}
	if err := l.run.refuseWaiting(name); err != nil {
		return questionnaire.Source{}, err
	}
	return l.readSource(name)
}

// leadsOut reports that a name leads out of the repository that a folder lies in; false outside of repositories.
func (r *runner) leadsOut(folder, name string) bool {
	root, inside := config.Repository(r.absolutePath(folder))
	return inside && !files.IsBelow(root, r.absolutePath(name))
}

func (l loader) readSource(path string) (questionnaire.Source, error) {
	name, text, err := l.run.readInput(l.ctx, path, yamltree.MaxBytes)
	return questionnaire.Source{Name: name, Bytes: text}, err
}

func (l loader) shippedSource(reference string) (questionnaire.Source, bool) {
	file := reference
	if filepath.Ext(file) == "" {
		file += ".yaml"
	}
	text, err := fs.ReadFile(questionnaires.Files, file)
	if err != nil {
		return questionnaire.Source{}, false
	}
	l.run.sources[shippedPrefix+file] = text
	return questionnaire.Source{Name: shippedPrefix + file, Bytes: text}, true
}

// shippedIDs lists the shipped questionnaires in display order: the usual one first.
func shippedIDs() []string { return []string{"full", "quick", "launch", "dora"} }

// knownIDs returns the ids that can be named, shipped ones first.
func (l loader) knownIDs() []string { return append(shippedIDs(), l.folder.listIDs()...) }

// isKnown reports whether an id can be named.
// The folder is not read for a shipped id.
func (l loader) isKnown(id string) bool {
	return slices.Contains(shippedIDs(), id) || slices.Contains(l.folder.listIDs(), id)
}

func (l loader) unknownError(name string) error {
	return usageErr(fmt.Errorf("no questionnaire has the id %s; %s", diag.Quote(name), l.hintFor(name)))
}

// hintFor names the nearest id, or all of them.
func (l loader) hintFor(name string) string {
	return cmp.Or(diag.DidYouMean(name, l.knownIDs()), "known: "+strings.Join(l.knownIDs(), ", ")+"; name a file by its path with -q")
}
