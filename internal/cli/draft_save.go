package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/files"
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
// Each save checks whether somebody else has written, and always writes all answers. Sessions of this program take turns in it; an
// editor does not, so what it writes in the same instant is not seen before the next save.
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
	path, err := files.Follow(d.run.absolutePath(place))
	if err != nil {
		return "", fmt.Errorf("write %s: %w", place, files.Cause(err))
	}
	if d.run.mayWait(place) {
		return "", fmt.Errorf("write %s: %w", place, files.ErrNotRegular)
	}
	d.removeLeft(path)
	err = files.Locked(files.Folder(path), func() (err error) {
		moved, err = d.saveAt(place, text)
		return err
	})
	return moved, err
}

// saveAt saves where no other session saves at the moment.
func (d *drafts) saveAt(place string, text []byte) (moved string, err error) {
	path := d.run.absolutePath(place)
	if path != d.own.path {
		return "", d.saveFirst(place, text)
	}
	foreign, err := d.isForeign(path)
	switch {
	case err != nil:
		return "", err
	case foreign:
		return d.writeBeside(place, text)
	}
	return "", d.writeDraft(place, text)
}

// saveFirst makes the file in one step, which fails where another session was faster, also on systems where sessions cannot take
// turns. What is there already is kept beside it.
func (d *drafts) saveFirst(place string, text []byte) error {
	path := d.run.absolutePath(place)
	err := files.Create(path, text, 0o600)
	switch {
	case err == nil:
		d.own, d.written, d.saved = own{path, text}, place, true
		return nil
	case !errors.Is(err, fs.ErrExist) && !files.IsMissing(err):
		return fmt.Errorf("write %s: %w", place, err)
	}
	aside, err := setAside(path)
	if err != nil {
		return err
	}
	if err = d.writeDraft(place, text); err != nil && aside != "" {
		_ = os.Remove(aside) // a copy of what is still there; each later try would leave another
	}
	return err
}

// saveApart runs at the end of an abandoned session: if another session has written to its file since, its answers get
// a file of their own.
func (d *drafts) saveApart(session *interview.Session) {
	if session == nil || !d.saved {
		return
	}
	foreign, err := d.isForeign(d.own.path)
	if err == nil && !foreign {
		return
	}
	moved := ""
	if err == nil {
		moved, err = d.Save(session.Sheet())
	}
	if err != nil {
		moved = "The answers of this session are not saved: " + err.Error()
	}
	d.run.notify("%s", moved)
}

func (d *drafts) writeDraft(place string, text []byte) error {
	path := d.run.absolutePath(place)
	if err := files.Write(path, text, 0o600); err != nil {
		return fmt.Errorf("write %s: %w", place, err)
	}
	d.own, d.written, d.saved = own{path, text}, place, true
	return nil
}

// isForeign reports whether the own file contains something that this session did not write.
func (d *drafts) isForeign(path string) (bool, error) {
	if worth, err := isWorthKeeping(path); !worth || err != nil {
		return false, err
	}
	text, err := os.ReadFile(path)
	return err != nil || !bytes.Equal(text, d.own.text), nil
}

// writeBeside writes to a new file beside one that another session writes to, and continues there.
func (d *drafts) writeBeside(place string, text []byte) (moved string, err error) {
	path, err := files.CreateNumbered(d.run.absolutePath(place), text, 0o600)
	if err != nil {
		return "", fmt.Errorf("another session or an editor has written to %s, and no file can be made beside it: %w", place, err)
	}
	folder, _ := files.Split(place)
	_, base := files.Split(path)
	beside := folder + base
	d.own, d.written, d.save, d.saved = own{path, text}, beside, beside, true
	return fmt.Sprintf("Another session or an editor has written to %s. It stays as it is. "+
		"All your answers are now in %s, and this session continues there.", place, beside), nil
}

// SaveAs saves in a file that the person names; ~/ is the home folder, as in a shell.
func (d *drafts) SaveAs(sheet *answers.Sheet, file string) error {
	if rest, ok := strings.CutPrefix(file, "~/"); ok && d.run.Env("HOME") != "" {
		file = files.Join(d.run.Env("HOME"), rest)
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

// setAside copies a file that this session did not write to the first free name of NAME.1.yaml, NAME.2.yaml, …, and returns that; ""
// where there is nothing to keep. Unlike a rename, a copy works through symbolic links.
func setAside(path string) (aside string, err error) {
	worth, err := isWorthKeeping(path)
	if !worth && err == nil {
		return "", nil
	}
	if err == nil {
		aside, err = copyBeside(path)
	}
	if err != nil {
		return "", fmt.Errorf("keep the earlier draft: %w", files.Cause(err))
	}
	return aside, nil
}

func copyBeside(path string) (aside string, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	return files.CreateNumbered(path, text, 0o600)
}

// isWorthKeeping reports whether there is a file with content; a device or a named pipe holds nothing. What cannot be looked at
// is an error, and not the same as nothing.
func isWorthKeeping(path string) (bool, error) {
	info, err := os.Stat(path)
	if files.IsMissing(err) {
		return false, nil
	}
	return err == nil && info.Mode().IsRegular() && info.Size() > 0, err
}

// leftAge is the age from which a temporary file must be left over from a killed process: a write takes milliseconds.
const leftAge = 10 * time.Minute

// removeLeft removes, before the first save, the temporary files that killed sessions left beside this draft. It keeps
// those that another session may be writing, and everything else.
func (d *drafts) removeLeft(path string) {
	if d.swept != path {
		d.swept = path
		files.RemoveLeft(path, d.run.Now().Add(-leftAge))
	}
}
