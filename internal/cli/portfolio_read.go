package cli

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"runtime"
	"sync"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/saved"
	"github.com/opsfit/opsfit/internal/score"
)

// sheetReader reads many files concurrently and returns them in order.
type sheetReader struct {
	run      *runner
	settings config.Config
	loader   loader
	// turn guards loader, which is not safe for concurrent use.
	turn  sync.Mutex
	saved *saved.Reader
}

func (r *runner) newSheetReader(ctx context.Context, settings config.Config) *sheetReader {
	reader := &sheetReader{run: r, settings: settings, loader: r.newLoader(ctx, settings)}
	reader.saved = saved.NewReader(func(of *report.Document) *saved.Known {
		reader.turn.Lock()
		defer reader.turn.Unlock()
		known := reader.loader.findScored(of)
		if known != nil {
			known.LeaveTips = true
		}
		return known
	})
	return reader
}

// entry is a file with its result, or why it cannot be used. Both are nil for a file of another kind found in a folder.
type entry struct {
	path       string
	doc        *report.Document
	unreadable *portfolio.Unreadable
}

// readAhead is how many files for each processor may be read ahead: enough to keep all of them busy, and few enough
// that memory does not grow with the number of files.
const readAhead = 4

// readAll yields one entry for each file, in order. It stops early when ctx ends.
func (r *sheetReader) readAll(ctx context.Context, files []sheetFile) iter.Seq[entry] {
	return func(yield func(entry) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		turns := make(chan chan entry, readAhead*runtime.GOMAXPROCS(0))
		go r.startReads(ctx, files, turns)
		for turn := range turns {
			if !yield(<-turn) {
				return
			}
		}
	}
}

// startReads starts the work on each file as soon as there is a free slot.
func (r *sheetReader) startReads(ctx context.Context, files []sheetFile, turns chan<- chan entry) {
	defer close(turns)
	busy := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, file := range files {
		turn := make(chan entry, 1)
		select {
		case turns <- turn:
		case <-ctx.Done():
			return
		}
		busy <- struct{}{}
		go func() {
			defer func() { <-busy }()
			turn <- r.readSheet(file)
		}()
	}
}

// readSheet reads and scores one file. A panic in one file must not end the others, so it becomes an error of that
// file.
func (r *sheetReader) readSheet(file sheetFile) (read entry) {
	read.path = file.path
	defer func() {
		if recover() != nil {
			read = entry{path: file.path, unreadable: newUnreadable(file.path, diag.List{{
				Severity: diag.Error, Code: "internal", Message: "internal failure; please report it with this file",
			}})}
		}
	}()
	text, err := []byte(nil), file.fault
	if err == nil {
		text, err = files.ReadRegular(r.run.absolutePath(file.path), report.MaxBytes)
	}
	if err != nil {
		read.unreadable = newUnreadable(file.path, diag.List{{
			Severity: diag.Error, Code: "unreadable", Message: files.Cause(err).Error(),
		}})
		return read
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if !file.named {
		kind, found := kindOf(file.path, text)
		if kind == nearlySheet {
			read.unreadable = newUnreadable(file.path, found)
		}
		if kind != sheetKind {
			return read
		}
	}
	doc, err := r.assessSheet(file.path, text)
	if err != nil {
		read.unreadable = newUnreadable(file.path, diagnosticsOf(err))
		return read
	}
	read.doc = doc
	return read
}

func (r *sheetReader) assessSheet(name string, text []byte) (*report.Document, error) {
	doc, given, err := decodeSaved(r.saved, name, text, true)
	if err != nil || doc != nil {
		return doc, err
	}
	file, found := answers.Parse(name, given.text)
	if file == nil {
		return nil, found
	}
	q, err := r.questionnaireOf(file)
	if err != nil {
		return nil, err
	}
	sheet, found := given.check(file, q)
	if sheet == nil || r.settings.Strict && found.Strict().HasErrors() {
		return nil, found
	}
	day := ""
	if len(sheet.Exemptions) > 0 {
		if day, err = r.run.dayOfRun(); err != nil {
			return nil, err
		}
	}
	result := score.Score(q, sheet)
	return report.Outline(report.Run{
		Questionnaire: q, Sheet: sheet, Score: result, Advice: advice.Advise(q, sheet, result), Today: day,
	}), nil
}

func newUnreadable(path string, found diag.List) *portfolio.Unreadable {
	return portfolio.NewUnreadable(path, found.Sorted().Capped())
}

// diagnosticsOf converts any error to diagnostics.
func diagnosticsOf(err error) diag.List {
	if found, ok := errors.AsType[diag.List](err); ok {
		return found
	}
	return diag.List{{Severity: diag.Error, Code: "unusable", Message: err.Error()}}
}

// questionnaireOf returns the questionnaire that a file names; a portfolio does not show its warnings.
func (r *sheetReader) questionnaireOf(file *answers.File) (*questionnaire.Questionnaire, error) {
	if file.Questionnaire == "" {
		return nil, file.MissingQuestionnaire()
	}
	r.turn.Lock()
	defer r.turn.Unlock()
	if err := r.loader.checkReference(file); err != nil {
		return nil, err
	}
	q, found, err := r.loader.openQuestionnaire(file.Questionnaire)
	if q == nil && err == nil {
		err = found
	}
	return q, err
}
