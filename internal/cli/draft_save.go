package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// own is a file that a session may overwrite, and the text that it last saw in it. Any other text came from another
// session, an editor or a person, and is kept.
type own struct {
	path string
	text []byte
}

// Save writes the whole sheet, readable by its owner only.
//
// Sessions do not lock their files: locks outlive a killed process, do not work on every file system and do not stop an
// editor. Instead each save checks whether somebody else has written, and always writes all answers.
func (d *drafts) Save(sheet *answers.Sheet) (moved string, err error) {
	moved, d.unsaved = d.saveSheet(sheet)
	return moved, d.unsaved
}

func (d *drafts) saveSheet(sheet *answers.Sheet) (moved string, err error) {
	place, text := d.AnswersPlace(sheet.Subject), answers.Write(d.q, sheet)
	if len(text) > yamltree.MaxBytes {
		return "", fmt.Errorf("the notes are too long: a file of answers may have %d bytes", yamltree.MaxBytes)
	}
	if d.save == "" {
		if err := os.MkdirAll(d.folder, 0o700); err != nil {
			return "", fmt.Errorf("make the folder for drafts: %w", err)
		}
	}
	path := d.run.absolutePath(place)
	d.removeStale(path)
	switch {
	case path != d.own.path:
		err = setAside(path)
	case d.isForeign(path):
		moved, place, err = d.fileBeside(place)
	}
	if err != nil {
		return "", err
	}
	err = d.writeDraft(place, text)
	switch {
	case moved == "":
	case err == nil:
		d.save = place
	default:
		// The new file is empty, and the next attempt would take another name.
		_ = os.Remove(d.run.absolutePath(place))
		moved = ""
	}
	return moved, err
}

// saveApart runs at the end of an abandoned session: if another session has written to its file since, its answers get
// a file of their own.
func (d *drafts) saveApart(session *interview.Session) {
	if session == nil || !d.saved || !d.isForeign(d.own.path) {
		return
	}
	moved, err := d.Save(session.Sheet())
	if err != nil {
		moved = "The answers of this session are not saved: " + err.Error()
	}
	d.run.notify("%s", moved)
}

func (d *drafts) writeDraft(place string, text []byte) error {
	path := d.run.absolutePath(place)
	if err := writeFileMode(path, text, 0o600); err != nil {
		return fmt.Errorf("write %s: %w", place, err)
	}
	d.own, d.written, d.saved = own{path, text}, place, true
	return nil
}

// isForeign reports whether the own file contains something that this session did not write.
func (d *drafts) isForeign(path string) bool {
	if !worthKeeping(path) {
		return false
	}
	text, err := os.ReadFile(path)
	return err != nil || !bytes.Equal(text, d.own.text)
}

// fileBeside finds a new file beside one that another session writes to.
func (d *drafts) fileBeside(place string) (moved, beside string, err error) {
	file, err := createNumbered(d.run.absolutePath(place))
	if err != nil {
		return "", "", fmt.Errorf("another session or an editor has written to %s, and no file can be made beside it: %w", place, causeOf(err))
	}
	if err := file.Close(); err != nil {
		return "", "", err
	}
	beside = filepath.Join(filepath.Dir(place), filepath.Base(file.Name()))
	moved = fmt.Sprintf("Another session or an editor has written to %s. It stays as it is. "+
		"All your answers are now in %s, and this session goes on there.", place, beside)
	return moved, beside, nil
}

// SaveAs saves in a file that the person names; ~/ is the home folder, as in a shell.
func (d *drafts) SaveAs(sheet *answers.Sheet, file string) error {
	if rest, ok := strings.CutPrefix(file, "~/"); ok && d.run.Env("HOME") != "" {
		file = filepath.Join(d.run.Env("HOME"), rest)
	}
	if err := checkDraftName(file); err != nil {
		return err
	}
	was := d.save
	d.save = file
	_, err := d.saveSheet(sheet)
	if err != nil {
		d.save = was
		return err
	}
	d.unsaved = nil
	return nil
}

// checkDraftName refuses names under which the answers could not be read again.
func checkDraftName(file string) error {
	switch {
	case file == "":
		return errors.New("name a file")
	case strings.EqualFold(filepath.Ext(file), ".json"):
		return errors.New("answers are saved as YAML; name a file that ends in .yaml")
	}
	return nil
}

// setAside copies a file that this session did not write to the first free name of NAME.1.yaml, NAME.2.yaml, …; unlike
// a rename, a copy works through symbolic links and without hard links.
func setAside(path string) error {
	if !worthKeeping(path) {
		return nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("set the earlier draft aside: %w", causeOf(err))
	}
	file, err := createNumbered(path)
	if err != nil {
		return fmt.Errorf("set the earlier draft aside: %w", causeOf(err))
	}
	if err := writeAndClose(file, text, file.Name()); err != nil {
		_ = os.Remove(file.Name())
		return fmt.Errorf("set the earlier draft aside: %w", causeOf(err))
	}
	return nil
}

// createNumbered creates a file with the first free name of NAME.1.yaml, NAME.2.yaml, … for NAME.yaml.
func createNumbered(path string) (*os.File, error) {
	end := filepath.Ext(path)
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.%d%s", strings.TrimSuffix(path, end), n, end)
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}

// worthKeeping reports whether there is a file with content; a device or a named pipe holds nothing.
func worthKeeping(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}

// stale is the age from which a temporary file must be left over from a killed process: a write takes milliseconds.
const stale = 10 * time.Minute

// removeStale removes, before the first save, the temporary files that killed sessions left beside this draft. It keeps
// those that another session may be writing, and everything else.
func (d *drafts) removeStale(path string) {
	path = targetOf(path)
	if d.swept == path {
		return
	}
	d.swept = path
	entries, _ := os.ReadDir(filepath.Dir(path)) // a folder that cannot be listed stays as it is
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && info.Mode().IsRegular() && isTemporary(entry.Name(), path) && d.run.Now().Sub(info.ModTime()) > stale {
			_ = os.Remove(filepath.Join(filepath.Dir(path), entry.Name()))
		}
	}
}

// isTemporary reports whether createBeside gives a file such names.
func isTemporary(name, path string) bool {
	rest, ok := strings.CutPrefix(name, "."+filepath.Base(path)+".")
	return ok && regexp.MustCompile(`^\d+\.\d+\.tmp$`).MatchString(rest)
}
