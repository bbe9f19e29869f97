package report

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Commitments say what became of what was promised, on the day of the document.
type Commitments struct {
	// AsOf is the day, YYYY-MM-DD, on which they were judged.
	AsOf    string           `json:"as_of"`
	Summary CommitmentCounts `json:"summary"`
	// List is ordered by the last day, then by item and question; those without a day come last.
	List []Commitment `json:"list"`
}

// CommitmentCounts count commitments. Promised is all of them; each is in exactly one of Done, Open, Overdue and Withdrawn.
type CommitmentCounts struct {
	Promised int `json:"promised"`
	Done     int `json:"done"`
	// WithoutEvidence are those done of which the answer names no evidence; they are among Done.
	WithoutEvidence int `json:"done_without_evidence"`
	Open            int `json:"open"`
	Overdue         int `json:"overdue"`
	Withdrawn       int `json:"withdrawn"`
}

// CommitmentStatus is what a commitment has come to.
type CommitmentStatus string

// The statuses of a commitment.
const (
	// CommitmentDone is one whose answer is, or is beyond, the one that was promised.
	CommitmentDone CommitmentStatus = "done"
	// CommitmentOpen still has time.
	CommitmentOpen CommitmentStatus = "open"
	// CommitmentOverdue is not done, and its last day has passed.
	CommitmentOverdue CommitmentStatus = "overdue"
	// CommitmentWithdrawn was taken back with a reason.
	CommitmentWithdrawn CommitmentStatus = "withdrawn"
)

// Commitment is a recommendation that somebody promised to carry out, as the change of one answer. From, To and Now are words of an
// answers file; each text says the same to a person.
type Commitment struct {
	// Item is the id of the recommendation, Title its title.
	Item          string `json:"item"`
	Title         string `json:"title"`
	Question      string `json:"question"`
	QuestionTitle string `json:"question_title"`
	From          string `json:"from"`
	FromText      string `json:"from_text"`
	To            string `json:"to"`
	ToText        string `json:"to_text"`
	Now           string `json:"now"`
	NowText       string `json:"now_text"`
	Owner         Text   `json:"owner"`
	// Due is the last day, and Added the day on which it was written down, YYYY-MM-DD.
	Due      Text `json:"due"`
	AgreedBy Text `json:"agreed_by"`
	Note     Text `json:"note"`
	Added    Text `json:"added"`
	// Withdrawn is why it was taken back; empty for any other.
	Withdrawn Text             `json:"withdrawn"`
	Status    CommitmentStatus `json:"status"`
	// Evidence is what the answer of today names for one that is done.
	Evidence Text `json:"evidence"`
	// Moved are the overall figures that would be others today without the change; empty for one that is not done.
	Moved []MovedFigure `json:"moved"`
}

// MovedFigure is a figure with and without the change of one answer; nil where it cannot be computed.
type MovedFigure struct {
	Metric  string   `json:"metric"`
	Without *float64 `json:"without"`
	With    *float64 `json:"with"`
}

// RemoveNames leaves out who owns and who agreed to a commitment; nil has none.
func (c *Commitments) RemoveNames() {
	if c == nil {
		return
	}
	for i := range c.List {
		c.List[i].Owner, c.List[i].AgreedBy = "", ""
	}
}

// LacksEvidence reports a commitment that is said to be done, and nothing is named that shows it.
func (c *Commitment) LacksEvidence() bool { return c.Status == CommitmentDone && c.Evidence == "" }

// Terms are the last day, who does it and who agreed, why it was taken back, and the note, as far as they are known.
func (c *Commitment) Terms(said func(string) string) []string {
	var terms []string
	for _, term := range []struct {
		label string
		text  Text
	}{{"due ", c.Due}, {"owner ", c.Owner}, {"agreed by ", c.AgreedBy}, {"withdrawn: ", c.Withdrawn}, {"", c.Note}} {
		if term.text != "" {
			terms = append(terms, term.label+said(string(term.text)))
		}
	}
	return terms
}

// CountCommitments counts a list.
func CountCommitments(list []Commitment) CommitmentCounts {
	counts := CommitmentCounts{Promised: len(list)}
	for i := range list {
		switch list[i].Status {
		case CommitmentDone:
			counts.Done++
		case CommitmentOpen:
			counts.Open++
		case CommitmentOverdue:
			counts.Overdue++
		case CommitmentWithdrawn:
			counts.Withdrawn++
		}
		if list[i].LacksEvidence() {
			counts.WithoutEvidence++
		}
	}
	return counts
}

// Overdue are the commitments that are overdue, in order; none without commitments.
func (d *Document) Overdue() []Commitment {
	var overdue []Commitment
	if d.Commitments == nil {
		return nil
	}
	for _, c := range d.Commitments.List {
		if c.Status == CommitmentOverdue {
			overdue = append(overdue, c)
		}
	}
	return overdue
}

// AnswerWords is an answer as a person reads it: the chosen options in words, or why there is none.
func AnswerWords(question *questionnaire.Question, answer answers.Answer) string {
	switch option := question.Option(answer.Option); {
	case answer.Status != answers.Answered:
		return StatusWord(string(answer.Status))
	case answer.List != nil:
		return chosenText(question, answer.List)
	case option != nil:
		return option.Text
	}
	return answer.Option
}
