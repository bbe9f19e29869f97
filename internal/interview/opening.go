package interview

import (
	"time"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Drafts keeps the sheets of sessions; the command line implements it with files.
type Drafts interface {
	// Find returns the draft of an earlier session about a subject, and nil when there is none. A draft that cannot
	// be read is an error; it is still set aside before another one takes its place.
	Find(subject string) (*Draft, error)
	// Save stores the sheet durably, under the sheet's own subject. It is all there when Save returns nil, and what
	// was stored before is still there when it fails. The first save sets a draft aside that was not resumed. When
	// somebody else has written to the file since, Save leaves it alone and goes on in another one; moved says so.
	Save(sheet *answers.Sheet) (moved string, err error)
	// SaveAs stores the sheet, and from then on every other, in a file that the person names. Nothing changes when it
	// fails.
	SaveAs(sheet *answers.Sheet, file string) error
	// Place names where the sheets of this session about a subject are stored, for the person.
	Place(subject string) string
}

// Draft is a stored sheet that fits the questionnaire in use.
type Draft struct {
	Sheet *answers.Sheet
	// Saved is when it was last written to, in the time zone of the person.
	Saved time.Time
	// Dropped says which answers of an older questionnaire no longer fit; empty for none.
	Dropped diag.List
	// Resume makes Drafts.Save store over the draft from now on.
	Resume func()
}

// Opening is how a session begins: the faces ask what is not settled, offer an earlier draft, and get the session.
type Opening struct {
	// Questionnaire returns what is asked, or why it cannot be. The first call may have to wait for it, so that the
	// faces put the first prompts before they call; further calls return the same.
	Questionnaire func() (*questionnaire.Questionnaire, error)
	// Sheet holds the date, the defaults of the head, and earlier answers when there are any.
	Sheet *answers.Sheet
	// Settled means that nothing is asked before the first question: a resumed draft or answers to edit.
	Settled bool
	// Edit starts at the first question although all have answers.
	Edit bool
	// Fresh ignores earlier drafts.
	Fresh bool
	// Notices are said before the first question, for example which answers of a draft no longer fit.
	Notices []string
	Drafts  Drafts
	// Witness is nil where no repository is set beside the answers.
	Witness Witness

	saved int
}

// Head returns the defaults of the head.
func (o *Opening) Head() Head { return headOf(o.Sheet) }

// SetHead replaces the head before the session begins.
func (o *Opening) SetHead(head Head) { setHead(o.Sheet, head) }

// Place names where the answers are saved, for the person.
func (o *Opening) Place() string { return o.Drafts.Place(o.Head().Subject) }

// Draft looks for an earlier draft about the subject; nil when there is none to offer. It needs the questionnaire.
func (o *Opening) Draft() (*Draft, error) {
	if o.Settled || o.Fresh {
		return nil, nil
	}
	return o.Drafts.Find(o.Sheet.Subject)
}

// Begin returns the session, from the draft when one is given. A resumed draft is of today: the person looks at its
// answers again. It fails only where Questionnaire does.
func (o *Opening) Begin(draft *Draft) (*Session, error) {
	q, err := o.Questionnaire()
	if err != nil {
		return nil, err
	}
	sheet := *o.Sheet
	if draft != nil {
		draft.Resume()
		sheet.Answers, sheet.Exemptions = draft.Sheet.Answers, draft.Sheet.Exemptions
	}
	s := New(q, &sheet)
	if o.Edit {
		s.Jump(0)
	}
	o.saved = s.Changes()
	return s, nil
}

// Keep saves the session when it changed since the last time, or when saving failed then. Faces call it after every
// step, show the error while the person can still act, and say where the answers moved to, if they did.
func (o *Opening) Keep(s *Session) (moved string, err error) {
	if o.saved == s.Changes() {
		return "", nil
	}
	if moved, err = o.Drafts.Save(s.Sheet()); err == nil {
		o.saved = s.Changes()
	}
	return moved, err
}

// KeepIn saves the session in a file that the person names, at once and from then on; when that fails, nothing changes.
func (o *Opening) KeepIn(s *Session, file string) error {
	err := o.Drafts.SaveAs(s.Sheet(), file)
	if err == nil {
		o.saved = s.Changes()
	}
	return err
}
