package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/syntax"
)

// drafts keeps the answers of interviews in files that are themselves answers files. Nothing a person typed is
// written over by another session: what stands where a draft belongs is renamed first, unless it was resumed.
type drafts struct {
	run *runner
	q   *questionnaire.Questionnaire
	// save is the file that was named; empty for one below folder.
	save   string
	folder string
	// named is the path of the questionnaire on the command line; empty when the id in the answers finds it.
	named string
	// owned is the file that this session may write over; written is the one that holds its answers.
	owned, written string
}

// locate finds the folder of the drafts, unless a file was named.
func (d *drafts) locate() error {
	if d.save != "" {
		return nil
	}
	folder := stateFolder(runtime.GOOS, d.run.Env)
	if folder == "" {
		return errors.New("there is no folder for the draft; set HOME or XDG_STATE_HOME, or name a file with --save")
	}
	d.folder = filepath.Join(folder, "opsfit", "drafts")
	return nil
}

// stateFolder is where programs keep the state of a user: XDG_STATE_HOME when it is absolute, as its specification
// demands, else the place of the platform; empty when there is none.
func stateFolder(goos string, env func(string) string) string {
	if folder := env("XDG_STATE_HOME"); filepath.IsAbs(folder) {
		return folder
	}
	home := env("HOME")
	switch {
	case goos == "windows":
		return env("LOCALAPPDATA")
	case home == "":
		return ""
	case goos == "darwin":
		return filepath.Join(home, "Library", "Application Support")
	}
	return filepath.Join(home, ".local", "state")
}

// Place returns the file for a subject, as the person named it.
func (d *drafts) Place(subject string) string {
	if d.save != "" {
		return d.save
	}
	return filepath.Join(d.folder, draftName(d.q.ID, subject))
}

func (d *drafts) path(subject string) string { return d.run.absolute(d.Place(subject)) }

// draftName is one file a questionnaire and subject: readable letters first, and a digest of both, so that no subject
// can name another file or another folder.
func draftName(id, subject string) string {
	sum := sha256.Sum256([]byte(id + "\x00" + subject))
	parts := slices.DeleteFunc([]string{letters(id), letters(subject), hex.EncodeToString(sum[:4])},
		func(part string) bool { return part == "" })
	return strings.Join(parts, "-") + ".yaml"
}

func letters(text string) string {
	const longest = 40
	text = strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_':
			return r
		}
		return '-'
	}, text), "-")
	return text[:min(len(text), longest)]
}

// Find returns the draft about a subject.
func (d *drafts) Find(subject string) (*interview.Draft, error) {
	path := d.path(subject)
	if !worthKeeping(path) {
		return nil, nil
	}
	text, err := readPath(path, syntax.MaxBytes)
	if err != nil {
		return nil, fmt.Errorf("read the draft %s: %w", path, reason(err))
	}
	file, found := answers.Parse(path, text)
	if file == nil {
		return nil, found
	}
	sheet, found := file.Keep(d.q)
	switch {
	case sheet == nil:
		return nil, found
	case sheet.Subject != subject || len(sheet.Answers) == 0:
		return nil, nil
	}
	resume := func() {
		if d.wrote(text, sheet) {
			d.owned = path
		}
		d.written = d.Place(subject)
	}
	return &interview.Draft{Sheet: sheet, Dropped: found, Resume: resume}, nil
}

// wrote reports that a file holds nothing but what would be written for its sheet, so that writing over it loses
// nothing: no comment of a person, and no answer that does not fit.
func (d *drafts) wrote(text []byte, sheet *answers.Sheet) bool {
	return bytes.Equal(text, answers.Write(d.q, sheet))
}

// Save writes the sheet as a whole, for its owner's eyes only.
func (d *drafts) Save(sheet *answers.Sheet) error {
	path := d.path(sheet.Subject)
	text := answers.Write(d.q, sheet)
	if len(text) > syntax.MaxBytes {
		return fmt.Errorf("the notes are too long: a file of answers may have %d bytes", syntax.MaxBytes)
	}
	if d.save == "" {
		if err := os.MkdirAll(d.folder, 0o700); err != nil {
			return fmt.Errorf("make the folder for drafts: %w; name a file with --save", err)
		}
	}
	if path != d.owned {
		if err := setAside(path); err != nil {
			return err
		}
	}
	if err := writeFileMode(path, text, 0o600); err != nil {
		return fmt.Errorf("write %s: %w", d.Place(sheet.Subject), err)
	}
	d.owned, d.written = path, d.Place(sheet.Subject)
	return nil
}

// setAside copies a file that this session did not write, to the first free name of NAME.1.yaml, NAME.2.yaml, …; a
// copy works through links, and where there are no links.
func setAside(path string) error {
	if !worthKeeping(path) {
		return nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("set the earlier draft aside: %w; name another file with --save", reason(err))
	}
	end := filepath.Ext(path)
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s.%d%s", strings.TrimSuffix(path, end), n, end)
		file, err := os.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			err = fill(file, text, aside)
		}
		if err != nil {
			return fmt.Errorf("set the earlier draft aside as %s: %w; name another file with --save", aside, reason(err))
		}
		return nil
	}
}

// worthKeeping reports that there is a file with something in it; a device or a named pipe holds nothing.
func worthKeeping(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}

// remember fills the head of a new sheet with the team and role of the latest draft.
func (d *drafts) remember(sheet *answers.Sheet) {
	path := d.latest()
	text, err := readPath(path, syntax.MaxBytes)
	if path == "" || err != nil {
		return
	}
	if file, _ := answers.Parse(path, text); file != nil {
		about := file.About()
		sheet.Team, sheet.Respondent = about.Team, about.Respondent
	}
}

// latest is the draft written last; of two at the same time, the last by name.
func (d *drafts) latest() string {
	var latest string
	var when time.Time
	entries, _ := os.ReadDir(d.folder) // no folder, nothing to remember
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && info.Mode().IsRegular() && !info.ModTime().Before(when) && filepath.Ext(entry.Name()) == ".yaml" {
			latest, when = filepath.Join(d.folder, entry.Name()), info.ModTime()
		}
	}
	return latest
}

// today is the date where the person is.
func (r *runner) today() string { return r.Now().Format(time.DateOnly) }
