package adr

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// AmendmentSchema names the form of an amendment; a change that breaks readers changes the number at its end.
const AmendmentSchema = "opsfit.amendment/v1"

// Amendment says what in a decision record a later assessment no longer supports. It is added to the record; what people
// wrote stays as it is. Lists are never nil.
type Amendment struct {
	Schema string `json:"schema"`
	// Date is the day of the later assessment, Recorded that of the record.
	Date     report.Text `json:"date"`
	Recorded report.Text `json:"recorded"`
	// Holds tells that nothing in the record has to change.
	Holds bool `json:"holds"`
	// Basis are sentences about what was compared.
	Basis []string `json:"basis"`
	// Parts are the parts of the record in which something no longer holds, in its order.
	Parts []Part `json:"parts"`
	// Facts are what the record rests on from now on.
	Facts Facts `json:"facts"`
}

// Part is one part of a record, by its title, with what no longer holds in it.
type Part struct {
	Title     string   `json:"title"`
	Sentences []string `json:"sentences"`
}

// The titles of the parts of a record that an amendment names, as MADR writes them.
const (
	TitleDrivers      = "Decision Drivers"
	TitleOutcome      = "Decision Outcome"
	TitleConsequences = "Consequences"
	TitleDissent      = "Dissent and Unknowns"
	TitleSteps        = "First Steps"
)

// Amend holds a later document against the facts of a record.
func Amend(record *Facts, doc *report.Document) *Amendment {
	titles := map[string]string{}
	for i := range doc.Answers {
		titles[doc.Answers[i].Question] = string(doc.Answers[i].Title)
	}
	amendment := compared{was: record, now: new(FactsOf(doc)), titles: titles}.amendment()
	if doc.WhatIf != nil {
		amendment.Basis = append(amendment.Basis, doc.WhatIf.Note())
	}
	return amendment
}

func (c compared) amendment() *Amendment {
	amendment := &Amendment{
		Schema: AmendmentSchema, Date: c.now.Date, Recorded: c.was.Date, Basis: c.basis(), Parts: []Part{}, Facts: *c.now,
	}
	for _, part := range []Part{
		{TitleDrivers, c.drivers()},
		{TitleOutcome, c.outcome()},
		{TitleConsequences, append(c.shortfalls(), c.warnings()...)},
		{TitleDissent, c.unknown()},
		{TitleSteps, c.steps()},
	} {
		if len(part.Sentences) > 0 {
			amendment.Parts = append(amendment.Parts, part)
		}
	}
	amendment.Holds = len(amendment.Parts) == 0
	return amendment
}

// compared are the facts of a record and those of a later assessment.
type compared struct {
	was, now *Facts
	// titles are what people are shown in place of the ids of questions; facts alone have none for unknown answers.
	titles map[string]string
}

func (c compared) titlesOf(questions []string) []string {
	titles := make([]string, len(questions))
	for i, id := range questions {
		titles[i] = cmp.Or(c.titles[id], id)
	}
	return titles
}

// which tells the assessment from that of the record. Without dates it is taken for the later one.
func (c compared) which() string {
	if c.now.Date == "" || c.was.Date == "" {
		return "A later"
	}
	return [...]string{"An earlier", "Another", "A later"}[1+cmp.Compare(c.now.Date, c.was.Date)]
}

func (c compared) basis() []string {
	sentences := []string{fmt.Sprintf("%s assessment%s was compared with this record, which rests on one%s.",
		c.which(), ofDay(c.now.Date), ofDay(c.was.Date))}
	if !english.SameName(c.was.Subject, c.now.Subject) {
		sentences = append(sentences, fmt.Sprintf("Note that the record is about %s and the answers are about %s.",
			subjectWords(c.was.Subject), subjectWords(c.now.Subject)))
	}
	was, now := c.was.Questionnaire, c.now.Questionnaire
	switch {
	case was.ID != now.ID:
		sentences = append(sentences, fmt.Sprintf("The questions are others: %s then, %s now. A difference may come from them.", was.ID, now.ID))
	case was.Digest != now.Digest:
		sentences = append(sentences, fmt.Sprintf("The questionnaire counts otherwise than then (%s, now %s). A difference may come from it.",
			was.Version, now.Version))
	}
	return sentences
}

func ofDay(date report.Text) string {
	if date == "" {
		return " without a date"
	}
	return " of " + string(date)
}

func subjectWords(subject report.Text) string {
	if subject == "" {
		return "a service without a name"
	}
	return english.Quote(string(subject))
}

// outcome says what in the verdict is another than it was.
func (c compared) outcome() []string {
	var sentences []string
	add := func(what, was, now string) {
		if was != now {
			sentences = append(sentences, fmt.Sprintf("%s was %s and now is %s.", what, was, now))
		}
	}
	add("The proposed option", optionWords(c.was.Option), optionWords(c.now.Option))
	add("The advice", english.Quote(report.AdviceWord(c.was.Advice)), english.Quote(report.AdviceWord(c.now.Advice)))
	sentences = append(sentences, movedTo("How you work", c.was.Practice, c.now.Practice)...)
	sentences = append(sentences, movedTo("What the situation calls for", c.was.Situation, c.now.Situation)...)
	add("The fit", fitWords(c.was.Fit), fitWords(c.now.Fit))
	add("The confidence", cmp.Or(string(c.was.Confidence), notScored), cmp.Or(string(c.now.Confidence), notScored))
	add("Delivery", report.QuadrantWord(c.was.Quadrant), report.QuadrantWord(c.now.Quadrant))
	add("The state", report.StateWord(c.was.State), report.StateWord(c.now.State))
	return append(sentences, c.points()...)
}

// movedTo says where a position was and is, and whether the word for it stayed.
func movedTo(what string, was, now report.Situation) []string {
	switch {
	case positionWords(was) == positionWords(now):
		return nil
	case was.Band == now.Band:
		return []string{fmt.Sprintf("%s moved from %s to %s and is still %s.",
			what, report.Signed(was.Value), report.Signed(now.Value), report.BandInSentence(now.Band))}
	}
	return []string{fmt.Sprintf("%s was %s and now is %s.", what, positionWords(was), positionWords(now))}
}

func optionWords(o report.Text) string {
	if title := cmp.Or(Option(o).Title(), Decision(o).Title()); title != "" {
		return english.Quote(title)
	}
	return "none"
}

// notScored stands where nothing could be computed.
const notScored = "not scored"

func positionWords(s report.Situation) string {
	if s.Value == nil {
		return notScored
	}
	return report.BandInSentence(s.Band) + " (" + report.Signed(s.Value) + ")"
}

func fitWords(fit report.Fit) string {
	if fit.Value == nil {
		return notScored
	}
	return report.FitFigure(fit) + " out of 100"
}

// unknown says which questions are answered now and which are open now.
func (c compared) unknown() []string {
	var sentences []string
	without := func(list, other []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(id string) bool { return slices.Contains(other, id) })
	}
	if known := without(c.was.Unknown, c.now.Unknown); len(known) > 0 {
		sentences = append(sentences, "No longer open: "+english.List(c.titlesOf(known))+".")
	}
	if open := without(c.now.Unknown, c.was.Unknown); len(open) > 0 {
		sentences = append(sentences, "Open now: "+english.List(c.titlesOf(open))+".")
	}
	return sentences
}
