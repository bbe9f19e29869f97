package adr

import (
	"encoding/json"
	"time"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/report"
)

// Schema names the form of the facts in a record; a change that breaks readers changes the number at its end.
const Schema = "opsfit.record/v1"

// Facts are what a record rests on, small enough to stand in it. They are held against those of a later assessment.
type Facts struct {
	Schema        string        `json:"schema"`
	Subject       report.Text   `json:"subject"`
	Date          report.Text   `json:"date"`
	Questionnaire Questionnaire `json:"questionnaire"`
	// Option is the option that was proposed; empty for none.
	Option     report.Text      `json:"option"`
	Advice     report.Text      `json:"advice"`
	Confidence report.Text      `json:"confidence"`
	Practice   report.Situation `json:"practice"`
	Situation  report.Situation `json:"situation"`
	Fit        report.Fit       `json:"fit"`
	Quadrant   report.Text      `json:"quadrant"`
	// State and Unmet are those of a record about readiness; left out of any other. Such a record has no member above that is about the
	// line between two poles or about delivery.
	State   report.Text    `json:"state,omitempty"`
	Unmet   []PointFact    `json:"unmet,omitzero"`
	Drivers []report.Cause `json:"drivers"`
	Unknown []string       `json:"unknown"`
	// Shortfalls has an entry for each axis.
	Shortfalls []AxisFact `json:"shortfalls"`
	// Warnings and Steps are those of the catalogue that applied.
	Warnings []WarningFact `json:"warnings"`
	Steps    []StepFact    `json:"steps"`
}

// PointFact is a point below its floor, with its level; nil for one that is unknown.
type PointFact struct {
	Question string   `json:"question"`
	Title    string   `json:"title"`
	Level    *float64 `json:"level"`
	Floor    float64  `json:"floor"`
	Critical bool     `json:"critical"`
}

// MarshalJSON leaves out of a record about readiness what is about other verdicts.
func (f Facts) MarshalJSON() ([]byte, error) {
	type plain Facts // without this method
	if f.Unmet == nil {
		return json.Marshal(plain(f))
	}
	return json.Marshal(struct {
		plain
		Advice     *string `json:"advice,omitempty"`
		Confidence *string `json:"confidence,omitempty"`
		Practice   *string `json:"practice,omitempty"`
		Situation  *string `json:"situation,omitempty"`
		Fit        *string `json:"fit,omitempty"`
		Quadrant   *string `json:"quadrant,omitempty"`
	}{plain: plain(f)})
}

// Questionnaire identifies the questionnaire.
type Questionnaire struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
}

// AxisFact is what is missing to the readiness that is called for on an axis; null where that is not known.
type AxisFact struct {
	Axis  string   `json:"axis"`
	Title string   `json:"title"`
	Short *float64 `json:"short"`
}

// WarningFact is a warning that stands; Because are the ids of the questions whose answers made it appear.
type WarningFact struct {
	ID       string   `json:"id"`
	Severity string   `json:"severity"`
	Text     string   `json:"text"`
	Because  []string `json:"because"`
}

// StepFact is a recommendation, now or later, with the questions whose answers made it appear.
type StepFact struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Status  string   `json:"status"`
	Because []string `json:"because"`
}

// FactsOf takes from a document what a later one is held against.
func FactsOf(doc *report.Document) Facts {
	q := doc.Questionnaire
	facts := Facts{
		Schema: Schema, Subject: doc.Subject, Date: report.Text(dateOf(doc)),
		Questionnaire: Questionnaire{ID: q.ID, Version: q.Version, Digest: q.Digest},
		Drivers:       []report.Cause{}, Unknown: []string{}, Shortfalls: []AxisFact{}, Warnings: []WarningFact{}, Steps: []StepFact{},
	}
	facts.takeVerdict(doc)
	for _, answer := range Drivers(doc) {
		facts.Drivers = append(facts.Drivers, report.Cause{
			Question: answer.Question, Title: string(answer.Title), Option: answer.Option, Text: string(answer.Text),
		})
	}
	for i := range doc.Answers {
		if isUnknown(&doc.Answers[i]) {
			facts.Unknown = append(facts.Unknown, doc.Answers[i].Question)
		}
	}
	for _, axis := range doc.Levels() {
		facts.Shortfalls = append(facts.Shortfalls, AxisFact{Axis: axis.ID, Title: axis.Title, Short: axis.Shortfall.Value})
	}
	for _, warning := range doc.Warnings {
		facts.Warnings = append(facts.Warnings, WarningFact{
			ID: warning.ID, Severity: warning.Severity, Text: warning.Text, Because: causedBy(warning.Because),
		})
	}
	for _, step := range doc.Recommendations {
		facts.Steps = append(facts.Steps, StepFact{
			ID: step.ID, Title: step.Title, Status: step.Status, Because: causedBy(step.Because),
		})
	}
	return facts
}

func (f *Facts) takeVerdict(doc *report.Document) {
	if doc.Verdict.Quadrant != nil {
		f.Quadrant = doc.Verdict.Quadrant.Quadrant
		return
	}
	if v := doc.Verdict.Readiness; v != nil {
		f.takeState(doc, v)
		return
	}
	v := doc.Verdict.Leaning
	f.Option, f.Advice, f.Confidence = report.Text(Proposed(v)), v.Advice, v.Confidence
	f.Practice, f.Situation, f.Fit = report.Situation{Value: v.Practice.Value, Band: v.Practice.Band}, v.Situation.Situation, v.Fit
}

func (f *Facts) takeState(doc *report.Document, v *report.ReadinessVerdict) {
	f.Option, f.State, f.Unmet = report.Text(Decided(v)), v.State, []PointFact{}
	for _, u := range v.Readiness.Unmet {
		point := PointFact{Question: u.Question, Title: u.Question, Level: u.Level, Floor: u.Floor, Critical: u.Critical}
		if answer := doc.AnswerTo(u.Question); answer != nil {
			point.Title = answer.Title
		}
		f.Unmet = append(f.Unmet, point)
	}
}

// isUnknown reports a question that applies and was not answered.
func isUnknown(answer *report.Answer) bool {
	status := answers.Status(answer.Status)
	return status == answers.DontKnow || status == answers.Skipped
}

func causedBy(causes []report.Cause) []string {
	ids := []string{}
	for _, cause := range causes {
		ids = append(ids, cause.Question)
	}
	return ids
}

// Years is how many years a record holds at most: the answers are about the year before, and after another one they
// describe another time. It is a judgement.
const Years = 1

// dateOf is the day of the assessment where it is one; a saved result may hold anything.
func dateOf(doc *report.Document) string {
	if _, err := time.Parse(time.DateOnly, string(doc.Date)); err != nil {
		return ""
	}
	return string(doc.Date)
}
