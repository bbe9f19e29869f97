package comparison

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Story is what every human-readable comparison or trend says, in its order. Renderers lay it out, escape its texts, and
// add charts from the document; they write no sentences of their own.
type Story struct {
	// Title names the subject, or the questionnaire when there is none.
	Title string
	// Asked says what is compared.
	Asked []report.Fact
	// Headline is the difference in one plain sentence.
	Headline string
	// Why are the sentences that explain the headline.
	Why []string
	// Figures are numbers before and after, or first and last.
	Figures []Row
	// Results is one row for each result of a trend; empty for a comparison.
	Results  Table
	Sections []Section
}

// Table is a head and rows of as many cells.
type Table struct {
	Head []string
	Rows [][]string
}

// Row is one line of a table of figures.
type Row struct {
	Label, Before, After string
	// Change is empty where there is none to name.
	Change string
}

// Section is a titled part: sentences, then chapters.
type Section struct {
	Title     string
	Sentences []string
	Chapters  []Chapter
}

// Chapter is a list with a title.
type Chapter struct {
	Title string
	Items []Item
}

// Item is one entry: a short label, which may be empty, its text, and further lines.
type Item struct {
	Label, Text string
	Details     []string
}

// The titles of the sections of a comparison.
const (
	TitleQuestionnaire = "What the questionnaire changed"
	TitleMoves         = "What moved it"
	TitleChanged       = "Answers that changed"
	TitleSteps         = "Steps"
	TitleWarnings      = "Warnings"
)

// Tell derives the story from the comparison alone.
func Tell(c *Comparison) Story {
	t := tellerOf(c)
	story := Story{Title: t.title(), Asked: t.asked(), Headline: t.headline()}
	if !Moved(c) {
		story.add(TitleChanged, t.remarked(), nil)
		story.add(report.TitleNotes, c.Notes, nil)
		return story
	}
	story.Why, story.Figures = t.why(), t.figures()
	story.add(TitleQuestionnaire, t.questionnaire(), nil)
	story.add(TitleMoves, nil, t.moves())
	story.add(TitleChanged, t.remarked(), t.changed())
	story.add(TitleSteps, nil, t.steps())
	story.add(TitleWarnings, nil, t.warnings())
	story.add(report.TitleAxes, nil, t.axes())
	story.add(report.TitleNotes, c.Notes, nil)
	return story
}

// add adds a section unless it is empty.
func (s *Story) add(title string, sentences []string, chapters []Chapter) {
	if len(sentences)+len(chapters) > 0 {
		s.Sections = append(s.Sections, Section{Title: title, Sentences: sentences, Chapters: chapters})
	}
}

// teller is a comparison and what is looked up in it.
type teller struct {
	*Comparison
	changes map[string]*AnswerChange
	titles  map[string]string
}

func tellerOf(c *Comparison) *teller {
	t := &teller{Comparison: c, changes: map[string]*AnswerChange{}, titles: map[string]string{}}
	for i := range c.Answers.Changed {
		t.changes[c.Answers.Changed[i].Question] = &c.Answers.Changed[i]
	}
	for i := range c.Axes {
		t.titles[c.Axes[i].ID] = cmp.Or(c.Axes[i].Title, c.Axes[i].ID, nameless)
	}
	return t
}

func (t *teller) title() string {
	return string(cmp.Or(t.After.Subject, t.Before.Subject, report.Text(t.After.Questionnaire.Title)))
}

func (t *teller) asked() []report.Fact {
	var facts []report.Fact
	switch {
	case t.Basis.OtherSubject:
		facts = append(facts, report.Fact{Label: "Services", Value: fmt.Sprintf("%s, and after it %s", t.Before.Subject, t.After.Subject)})
	case t.title() != "" && t.title() != t.After.Questionnaire.Title:
		facts = append(facts, report.Fact{Label: "Service", Value: t.title()})
	}
	return append(facts,
		report.Fact{Label: "Before", Value: origin(t.Before)},
		report.Fact{Label: "After", Value: origin(t.After)})
}

// origin says when, by whom and with what a result was made.
func origin(side Side) string {
	parts := []string{string(cmp.Or(side.Date, "no date"))}
	if side.Team != "" {
		parts = append(parts, "team "+string(side.Team))
	}
	if who := cmp.Or(side.Respondent.Name, side.Respondent.Role); who != "" {
		parts = append(parts, "by "+string(who))
	}
	if side.Supposed {
		parts = append(parts, "what if")
	}
	parts = append(parts,
		fmt.Sprintf("%d of %s answered", side.Answered, english.Count(side.Asked, "question")),
		versioned(side.Questionnaire.ID, side.Questionnaire.Version))
	return strings.Join(parts, ", ")
}

// versioned is what something is called, with its version. Results of other programs need not name anything.
func versioned(name, version string) string {
	return strings.TrimSpace(cmp.Or(name, nameless) + " " + version)
}

// nameless stands for a name that a file does not give.
const nameless = "without a name"
