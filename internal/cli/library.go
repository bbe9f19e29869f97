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
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/syntax"
	"github.com/opsfit/opsfit/questionnaires"
)

// shippedPrefix marks the names of the files inside the program.
const shippedPrefix = "opsfit:"

// library finds questionnaires: the shipped ones and those of a folder by id, any other by path.
type library struct {
	ctx    context.Context //nolint:containedctx // The finder that questionnaire.Load calls has no place for it.
	run    *runner
	folder *folder
	// opened keeps what was read, by name: a run over many files reads a questionnaire, and tells its warnings, once.
	opened map[string]*opened
}

// opened is a questionnaire with the findings about it; nil when these forbid to use it.
type opened struct {
	q     *questionnaire.Questionnaire
	found diag.List
	// told reports that the findings have been shown.
	told bool
}

// library returns the questionnaires that can be named under the settings.
func (r *runner) library(ctx context.Context, settings config.Config) library {
	return library{
		ctx: ctx, run: r, folder: &folder{run: r, path: settings.Questionnaires}, opened: map[string]*opened{},
	}
}

// load reads and checks a questionnaire. An id or file that does not exist is an error of usage; a faulty file
// gives a diag.List. Warnings are shown, or are errors under strict.
func (l library) load(name string, strict bool) (*questionnaire.Questionnaire, error) {
	q, found, err := l.open(name)
	if err != nil {
		return nil, err
	}
	if q == nil {
		return nil, found
	}
	if book := l.opened[name]; !book.told {
		book.told = true
		return q, l.run.warn(found, strict)
	}
	return q, nil
}

// open is load for a caller that deals with the findings itself.
func (l library) open(name string) (*questionnaire.Questionnaire, diag.List, error) {
	if book := l.opened[name]; book != nil {
		return book.q, book.found, nil
	}
	source, err := l.find("", name)
	if err != nil {
		return nil, nil, err
	}
	q, found := questionnaire.Load(source, l.find)
	l.opened[name] = &opened{q: q, found: found}
	return q, found, nil
}

// admits refuses a questionnaire that answers name by anything but a known id: they may come from anybody, and choose no
// file of this machine.
func (l library) admits(file *answers.File) error {
	if !l.knows(file.Questionnaire) {
		return file.UnknownQuestionnaire(l.hint(file.Questionnaire))
	}
	return nil
}

// find returns the file that a reference in another file (or, with from empty, on the command line) means. The
// shipped files refer to each other only. On the command line a name that is no id may still be a file.
func (l library) find(from, reference string) (questionnaire.Source, error) {
	inside := strings.HasPrefix(from, shippedPrefix)
	if !inside && config.IsPath(reference) {
		return l.read(relative(from, reference))
	}
	if source, found := l.shipped(reference); found {
		return source, nil
	}
	if source, found := l.folder.source(reference); found && !inside {
		return source, nil
	}
	if _, err := os.Stat(l.run.absolute(reference)); err == nil && from == "" && reference != "" {
		return l.read(reference)
	}
	return questionnaire.Source{}, l.unknown(reference)
}

func relative(from, reference string) string {
	if from == "" || filepath.IsAbs(reference) {
		return reference
	}
	return filepath.Join(filepath.Dir(from), reference)
}

func (l library) read(path string) (questionnaire.Source, error) {
	name, text, err := l.run.readInput(l.ctx, path, syntax.MaxBytes)
	return questionnaire.Source{Name: name, Bytes: text}, err
}

func (l library) shipped(reference string) (questionnaire.Source, bool) {
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

// shippedIDs is the order in which the shipped questionnaires are listed: the usual one first.
func shippedIDs() []string { return []string{"full", "quick", "dora"} }

// ids returns the ids that can be named, shipped ones first.
func (l library) ids() []string { return append(shippedIDs(), l.folder.ids()...) }

// knows reports an id that can be named.
func (l library) knows(id string) bool { return slices.Contains(l.ids(), id) }

func (l library) unknown(name string) error {
	return usage(fmt.Errorf("no questionnaire has the id %s; %s", diag.Quote(name), l.hint(name)))
}

// hint names the nearest id, or all of them.
func (l library) hint(name string) string {
	return cmp.Or(diag.DidYouMean(name, l.ids()), "known: "+strings.Join(l.ids(), ", ")+"; name a file by its path with -q")
}
