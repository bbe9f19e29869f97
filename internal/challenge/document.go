package challenge

import (
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Schema names the form of a challenge; a change that breaks readers changes the number at its end.
const Schema = "opsfit.challenge/v1"

// Document is a verdict with the answers on which it hangs and what others said to them. Conventions are those of report.Document.
// Where a member is called an advice, it is the state in a checklist.
type Document struct {
	Schema        string                  `json:"schema"`
	Tool          report.Tool             `json:"tool"`
	Questionnaire report.QuestionnaireRef `json:"questionnaire"`
	Assessment    Assessment              `json:"assessment"`
	// Deciding are the answers on which the verdict hangs, those that decide most first; empty where no single one does.
	Deciding []DecidingAnswer `json:"deciding"`
	// AdviceByVoice is what the verdict would be with the answers of each person who was heard, in the order of the files.
	AdviceByVoice []VoiceAdvice `json:"advice_by_voice"`
	// AdviceIfAll is that of all of them and the respondent as one group, in which all roles count equally; empty (null) where nobody
	// was heard, and where there is none.
	AdviceIfAll report.Text `json:"advice_if_all"`
	// Outcome is confirmed, open or overturned; empty (null) where there is no verdict to challenge or nothing decides it alone.
	Outcome report.Text `json:"outcome"`
	// OtherSide is the strongest case against the verdict; nil (null) without a verdict, and until somebody was heard.
	OtherSide *Case `json:"other_side"`
	// Settle is what would settle the answers that are not confirmed, the cheapest first; empty until somebody was heard.
	Settle []Settling `json:"settle"`
	// Repository is the state of the one that was set beside the answers; left out without one.
	Repository *report.Source `json:"repository,omitempty"`
	Gates      []report.Gate  `json:"gates"`
	Notes      []string       `json:"notes"`

	// Result is the assessment that is challenged, and Asked its questionnaire; no file holds them.
	Result *report.Document             `json:"-"`
	Asked  *questionnaire.Questionnaire `json:"-"`
}

// Assessment says which assessment is challenged.
type Assessment struct {
	// Digest tells whether answers were changed since: sha256: and the hash of every answer in one word.
	Digest     string            `json:"digest"`
	Subject    report.Text       `json:"subject"`
	Team       report.Text       `json:"team"`
	Date       report.Text       `json:"date"`
	Respondent report.Respondent `json:"respondent"`
	Advice     report.Text       `json:"advice"`
}

// DecidingAnswer is one answer on which the verdict hangs.
type DecidingAnswer struct {
	Question string `json:"question"`
	Title    string `json:"title"`
	Prompt   string `json:"prompt"`
	// Option is the answer in one word; of a question of which several may apply, those chosen with a plus between them.
	Option report.Text `json:"option"`
	Text   report.Text `json:"text"`
	// Why is one_step where a single step changes the verdict, one_answer where another option does, and one_warning where another
	// answer only switches a critical or high warning.
	Why string `json:"why"`
	// Decides is what every other answer would lead to, in the order of the options.
	Decides []Alternative `json:"decides"`
	// Evidence, Note and Reviewed are what the respondent added.
	Evidence report.Text `json:"evidence"`
	Note     report.Text `json:"note"`
	Reviewed report.Text `json:"reviewed"`
	// Repository is what the repository shows about the answer; nil (null) where it cannot speak to it.
	Repository *report.Finding `json:"repository"`
	// Heard is what each person said, in the order of the files.
	Heard []Statement `json:"heard"`
	// Confirmed is how many people other than the respondent gave the same answer, and ConfirmedByOtherRoles how many of these have
	// another role.
	Confirmed             int `json:"confirmed"`
	ConfirmedByOtherRoles int `json:"confirmed_by_other_roles"`
}

// Alternative is another answer with what it would lead to.
type Alternative struct {
	Option string      `json:"option"`
	Text   string      `json:"text"`
	Advice report.Text `json:"advice"`
	// Appear and Vanish are the critical and high warnings that come and go.
	Appear []Switched `json:"warnings_appear"`
	Vanish []Switched `json:"warnings_vanish"`
}

// Switched is a warning that comes or goes.
type Switched struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Severity string `json:"severity"`
}

// Statement is what one person said to one answer.
type Statement struct {
	Name report.Text `json:"name"`
	Role report.Text `json:"role"`
	// Option is the answer in one word; empty (null) for somebody who does not know or said nothing.
	Option report.Text `json:"option"`
	Text   report.Text `json:"text"`
	// Agrees is nil (null) for somebody who does not know or said nothing.
	Agrees *bool `json:"agrees"`
	// Counts is false for the respondent, heard again, and for somebody without a name: they confirm nothing.
	Counts   bool        `json:"counts"`
	Evidence report.Text `json:"evidence"`
	Note     report.Text `json:"note"`
	// Advice is what the verdict would be with this answer alone in the place of the one that was given; empty (null) where Agrees is
	// not false.
	Advice report.Text `json:"advice"`
}

// VoiceAdvice is what the verdict would be with the answers of one person.
type VoiceAdvice struct {
	Name   report.Text `json:"name"`
	Role   report.Text `json:"role"`
	Date   report.Text `json:"date"`
	Advice report.Text `json:"advice"`
}

// Case is the case for the other side, made of the answers of the respondent and the catalogue.
type Case struct {
	// Direction is what it is for: devops, sysops, or combine for both together; empty (null) in a checklist.
	Direction report.Text `json:"direction"`
	// Advice is the nearest verdict of that side, and Turns the answers that would each lead there; empty where no single one does.
	Advice report.Text     `json:"advice"`
	Turns  []report.Change `json:"turns"`
	// Needs and Limits are answers about the service that pull that way, Practice answers that are already so; the strongest first.
	Needs    []Argument `json:"needs"`
	Limits   []Argument `json:"limits"`
	Practice []Argument `json:"practice"`
	// Items are what the catalogue advises in that direction.
	Items []Item `json:"items"`
}

// Item is what the catalogue advises.
type Item struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	FirstStep string `json:"first_step"`
	Why       string `json:"why"`
}

// Argument is an answer that speaks for a side.
type Argument struct {
	Question string      `json:"question"`
	Title    string      `json:"title"`
	Option   report.Text `json:"option"`
	Text     report.Text `json:"text"`
}

// Settling is something that would settle an answer.
type Settling struct {
	// Question is empty (null), and Title that of an item, for a trial that is about no single answer.
	Question report.Text `json:"question"`
	Title    string      `json:"title"`
	// Kind is repository, record, example or trial, from the cheapest to the dearest.
	Kind SettlingKind `json:"kind"`
	// Texts are what to look for: in a repository or a record what speaks for the one answer or the other, and for a trial its first
	// step. Empty for an example, and for what has to be looked up.
	Texts []string `json:"texts"`
}

// SettlingKind is how an answer can be settled.
type SettlingKind string

// The kinds, the cheapest first.
const (
	ByRepository SettlingKind = "repository"
	ByRecord     SettlingKind = "record"
	ByExample    SettlingKind = "example"
	ByTrial      SettlingKind = "trial"
)

// RemoveNames leaves out who answered and who was heard, for a copy to pass on. Roles stay, and so does what people wrote.
func (d *Document) RemoveNames() {
	d.Assessment.Respondent.Name = ""
	for i := range d.AdviceByVoice {
		d.AdviceByVoice[i].Name = ""
	}
	for i := range d.Deciding {
		for j := range d.Deciding[i].Heard {
			d.Deciding[i].Heard[j].Name = ""
		}
	}
	d.Result.RemoveNames()
}

// IsHeard reports that somebody was heard.
func (d *Document) IsHeard() bool { return len(d.AdviceByVoice) > 0 }
