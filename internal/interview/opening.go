package interview

import (
	"cmp"
	"time"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Drafts keeps the sheets of sessions; the command line implements it with files.
type Drafts interface {
	// Find returns the latest draft about a subject, whatever its case and the blanks around it; nil when there is none,
	// and an error for one that cannot be read; even that one is kept, not overwritten.
	Find(subject string) (*Draft, error)
	// Save stores the sheet durably, under the sheet's own subject, all of it or nothing. The first save sets aside a
	// draft that was not resumed. When somebody else has written to the file since, Save leaves that file alone and
	// uses another one from then on; moved says so.
	Save(sheet *answers.Sheet) (moved string, err error)
	// SaveAs stores the sheet, and all later ones, in a file that the person names. It changes nothing when it fails.
	SaveAs(sheet *answers.Sheet, file string) error
	// AnswersPlace names for the person where the sheets about a subject are stored.
	AnswersPlace(subject string) string
}

// Draft is a stored sheet that fits the questionnaire in use.
type Draft struct {
	Sheet *answers.Sheet
	// Saved is when it was last written, in the person's time zone.
	Saved time.Time
	// Dropped says which answers of an older questionnaire no longer fit; empty for none.
	Dropped diag.List
	// Resume makes Drafts.Save overwrite the draft from now on.
	Resume func()
}

// Unfinished is a draft with open questions that a person may continue instead of starting a new one.
type Unfinished struct {
	// Subject may be empty. Questionnaire is the title of the questionnaire.
	Subject, Questionnaire string
	// Answered of Total questions have an answer.
	Answered, Total int
	// Saved is when it was last written, in the person's time zone.
	Saved time.Time
}

// Opening is what a session starts from: package ui asks for what is missing, offers an earlier draft, and gets the
// session.
type Opening struct {
	// Questionnaire returns the questionnaire, or why there is none. The first call may have to wait for it, so the
	// first prompts come before that call; later calls return the same.
	Questionnaire func() (*questionnaire.Questionnaire, error)
	// Sheet holds the date, the defaults of the head, and earlier answers when there are any.
	Sheet *answers.Sheet
	// SuggestedSubject is a name for the service that the person may take, such as that of the repository; "" for none. It
	// stands in no file before they do.
	SuggestedSubject string
	// Given is the part of the head that the command line names, which is not asked again.
	Given Head
	// Unfinished are drafts to offer before anything else, the latest first. Resume makes the session continue one of
	// them, by its index, and settles the opening.
	Unfinished []Unfinished
	Resume     func(i int)
	// Settled: nothing is asked before the first question, since a draft is resumed or answers are edited.
	Settled bool
	// Edit starts at the first question although all have answers.
	Edit bool
	// Fresh ignores earlier drafts.
	Fresh bool
	// Notices are shown before the first question, for example which answers of a draft no longer fit.
	Notices []string
	Drafts  Drafts
	// RepositoryEvidence is nil when no repository is compared with the answers.
	RepositoryEvidence RepositoryEvidence
	// WritePage writes the report on a sheet as a page to send, and returns the name of its file. It changes nothing when it
	// fails. It is nil where no page is offered.
	WritePage func(sheet *answers.Sheet) (file string, err error)

	saved int
}

// Head returns the defaults of the head.
func (o *Opening) Head() Head { return headOf(o.Sheet) }

// OfferedSubject is the service to offer where it is asked for: the one of the sheet, else the suggested one.
func (o *Opening) OfferedSubject() string { return cmp.Or(o.Sheet.Subject, o.SuggestedSubject) }

// SetHead replaces the head before the session begins.
func (o *Opening) SetHead(head Head) { setHead(o.Sheet, head) }

// FillGiven puts what the command line names into the head.
func (o *Opening) FillGiven() {
	head, given := o.Head(), o.Given
	o.SetHead(Head{
		Subject: cmp.Or(given.Subject, head.Subject), Team: cmp.Or(given.Team, head.Team),
		Name: cmp.Or(given.Name, head.Name), Role: cmp.Or(given.Role, head.Role),
	})
}

// AnswersPlace names for the person where the answers are saved.
func (o *Opening) AnswersPlace() string { return o.Drafts.AnswersPlace(o.Head().Subject) }

// FindDraft looks for an earlier draft about the subject; nil when there is none to offer. It needs the questionnaire.
func (o *Opening) FindDraft() (*Draft, error) {
	if o.Settled || o.Fresh {
		return nil, nil
	}
	return o.Drafts.Find(o.Sheet.Subject)
}

// BeginSession returns the session, from the draft when one is given. A resumed draft is dated today, because the
// person looks at its answers again, and its subject keeps the spelling that it had. It fails only where Questionnaire does.
func (o *Opening) BeginSession(draft *Draft) (*Session, error) {
	q, err := o.Questionnaire()
	if err != nil {
		return nil, err
	}
	sheet := *o.Sheet
	if draft != nil {
		draft.Resume()
		sheet.Answers, sheet.Unasked, sheet.Exemptions = draft.Sheet.Answers, draft.Sheet.Unasked, draft.Sheet.Exemptions
		sheet.Subject = draft.Sheet.Subject
	}
	s := New(q, &sheet)
	if o.Edit {
		s.GoTo(0)
	}
	o.saved = s.ChangeCount()
	return s, nil
}

// SaveChanges saves the session when it changed since the last save, or when that failed. Call it after every step,
// show the error while the person can still act, and say where the answers moved to, if they did.
func (o *Opening) SaveChanges(s *Session) (moved string, err error) {
	if o.saved == s.ChangeCount() {
		return "", nil
	}
	if moved, err = o.Drafts.Save(s.Sheet()); err == nil {
		o.saved = s.ChangeCount()
	}
	return moved, err
}

// SaveAs saves the session at once in a file that the person names, and there from then on; it changes nothing when it
// fails.
func (o *Opening) SaveAs(s *Session, file string) error {
	err := o.Drafts.SaveAs(s.Sheet(), file)
	if err == nil {
		o.saved = s.ChangeCount()
	}
	return err
}
