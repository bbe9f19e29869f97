package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// drafts saves the answers of interviews in files that are themselves answers files. It never overwrites what a person
// typed in another session: a file in the way is renamed first, unless it was resumed.
type drafts struct {
	run *runner
	q   *questionnaire.Questionnaire
	// save is the file that was named; "" for one below folder.
	save   string
	folder string
	// named is the path of the questionnaire on the command line; "" if the id in the answers finds it.
	named string
	// own is what this session may overwrite. written is the file that holds its answers, as the person named it;
	// saved: this session has written them, and not only read them.
	own     own
	written string
	saved   bool
	// unsaved is the error of the last save; nil when it succeeded.
	unsaved error
	// swept is the file beside which stale temporary files were looked for.
	swept string
}

// findFolder finds the folder of the drafts, unless a file was named.
func (d *drafts) findFolder() error {
	if d.save != "" {
		return nil
	}
	if d.folder = d.run.draftFolder(); d.folder == "" {
		return errors.New("there is no folder for the draft; set HOME or XDG_STATE_HOME, or name a file with --save")
	}
	return nil
}

// AnswersPlace returns the file for a subject, as the person named it.
func (d *drafts) AnswersPlace(subject string) string {
	if d.save != "" {
		return d.save
	}
	return files.Join(d.folder, draftName(d.q.ID, subject))
}

// draftName returns one file name for each questionnaire and subject: readable letters first, then a digest of both, so
// that no subject can name another file or another folder.
func draftName(id, subject string) string {
	subject = english.NameKey(subject)
	sum := sha256.Sum256([]byte(id + "\x00" + subject))
	parts := slices.DeleteFunc([]string{lettersOf(id), lettersOf(subject), hex.EncodeToString(sum[:4])},
		func(part string) bool { return part == "" })
	return strings.Join(parts, "-") + ".yaml"
}

func lettersOf(text string) string {
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

// findPlace returns the file of the latest draft about a subject; the one where a new draft would be when there is none.
func (d *drafts) findPlace(subject string) string {
	if d.save == "" {
		for _, draft := range listDrafts(d.folder) {
			if draft.isAbout(subject) && draft.file.Questionnaire == d.q.ID {
				return draft.path
			}
		}
	}
	return d.AnswersPlace(subject)
}

// Find returns the latest draft about a subject.
func (d *drafts) Find(subject string) (*interview.Draft, error) {
	place := d.findPlace(subject)
	path := d.run.absolutePath(place)
	if worth, err := isWorthKeeping(path); !worth && err == nil {
		return nil, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read the draft %s: %w", path, files.Cause(err))
	}
	text, err := files.ReadRegular(path, yamltree.MaxBytes)
	if err != nil {
		return nil, fmt.Errorf("read the draft %s: %w", path, files.Cause(err))
	}
	file, found := answers.Parse(path, text)
	if file == nil {
		return nil, found
	}
	sheet, found := file.Keep(d.q)
	switch {
	case sheet == nil:
		return nil, found
	case !english.SameName(sheet.Subject, subject) || len(sheet.Answers) == 0:
		return nil, nil
	}
	resume := func() { d.resumeDraft(place, text, sheet) }
	return &interview.Draft{Sheet: sheet, Saved: info.ModTime(), Dropped: found, Resume: resume}, nil
}

// resumeDraft continues with a file that was read. If a person added something to it, such as a comment, the original
// is copied first.
func (d *drafts) resumeDraft(place string, text []byte, sheet *answers.Sheet) {
	d.save, d.written = place, place
	if d.isUnedited(text, sheet) {
		d.own = own{d.run.absolutePath(place), text}
	}
}

// isUnedited reports whether a file holds exactly what would be written for its sheet, so that overwriting it loses
// nothing: no comment of a person, and no answer that does not fit.
func (d *drafts) isUnedited(text []byte, sheet *answers.Sheet) bool {
	return bytes.Equal(text, answers.Write(d.q, sheet))
}
