// Package checklist reads the checklists that people already have (a lens of a cloud provider, a list in Markdown, a table in
// CSV) and writes them as questionnaires about readiness, with a catalogue where they say what to do. Whatever a questionnaire
// cannot express is a Leftover: told with its place, and kept as a comment.
//
// It opens no files and judges no service. It ships no list of anybody: the texts are those of the file that it is given.
package checklist

import (
	"path"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Checklist is what a source asks, in its own order.
type Checklist struct {
	// Title is that of the source; Intro are the texts before its points.
	Title string
	Intro []string
	// From is the name of the source without its folder.
	From string
	// Scale says what the levels are made of; "" where the source says nothing of the kind.
	Scale    string
	Sections []Section
	Left     []Leftover
}

// Section is a group of points. It becomes an axis.
type Section struct {
	// ID is the source's own, or "".
	ID, Title string
	Points    []Point
	Left      []Leftover
	Pos       diag.Pos
}

// Point is one thing to settle. It becomes a question.
type Point struct {
	// ID is the source's own, or ""; Title a short name, or "".
	ID, Title string
	Text      string
	// Why are the texts that explain it.
	Why      []string
	Critical bool
	// NotApplicable is how the source words that the point does not apply; "" where it offers no such answer.
	NotApplicable string
	// Many: all options that apply are chosen, and Worth counts; otherwise one is, and Level counts.
	Many    bool
	Options []Option
	Sources []string
	// Remedies say what to do.
	Remedies []Remedy
	Left     []Leftover
	Pos      diag.Pos
}

// Option is a possible answer.
type Option struct {
	// ID is the source's own, or "".
	ID, Text string
	// Level is a decimal from 0 to 4, Worth one above 0.
	Level, Worth string
	// None: nothing of a list is there.
	None bool
	Pos  diag.Pos
}

// Remedy is what to do where a point is not met.
type Remedy struct {
	// Option is the index of the option that it is about; -1 for the whole point.
	Option            int
	Title, Step, Then string
	// Impact is 1 to 5.
	Impact int
}

// Leftover is something of the source that a questionnaire cannot express.
type Leftover struct {
	// Reason says what it is and why it is left out.
	Reason string
	// Text is the text of the source; "" where that is in the questionnaire all the same.
	Text string
	Pos  diag.Pos
}

// Leftovers returns all of them, by their place in the source.
func (c *Checklist) Leftovers() []Leftover {
	all := append([]Leftover{}, c.Left...)
	for _, section := range c.Sections {
		all = append(all, section.Left...)
		for _, point := range section.Points {
			all = append(all, point.Left...)
		}
	}
	return byPlace(all)
}

// Points returns how many there are.
func (c *Checklist) Points() int {
	n := 0
	for _, section := range c.Sections {
		n += len(section.Points)
	}
	return n
}

// Remedies returns how many there are.
func (c *Checklist) Remedies() int {
	n := 0
	for _, section := range c.Sections {
		for _, point := range section.Points {
			n += len(point.Remedies)
		}
	}
	return n
}

// finish completes what was read, and reports what is too much or too little for a questionnaire.
func (c *Checklist) finish(r *yamltree.Reader, file string) (*Checklist, diag.List) {
	c.From = path.Base(strings.ReplaceAll(file, `\`, "/"))
	if c.Title == "" {
		c.Title = strings.TrimSuffix(c.From, path.Ext(c.From))
	}
	if c.Points() == 0 && !r.Diagnostics().HasErrors() {
		const hint = "opsfit help questionnaires says what a list looks like"
		r.Errorf(diag.Pos{Line: 1, Column: 1}, 1, "no-points", hint, "there is no point to ask about")
	}
	c.checkLimits(r)
	c.keepRules()
	if found := r.Diagnostics().Sorted(); found.HasErrors() {
		return nil, found
	}
	c.tellApart()
	c.leaveIDs()
	return c, r.Diagnostics().Sorted()
}

// checkLimits reports the first thing of each kind that is too much. One question is that about what is at stake.
func (c *Checklist) checkLimits(r *yamltree.Reader) {
	const most = questionnaire.MaxQuestions - 1
	if len(c.Sections) > questionnaire.MaxAxes {
		r.Errorf(c.Sections[questionnaire.MaxAxes].Pos, 1, "too-many-axes", "join sections, or split the file",
			"more than %d sections", questionnaire.MaxAxes)
	}
	count := 0
	for _, section := range c.Sections {
		for _, point := range section.Points {
			if count++; count == most+1 {
				r.Errorf(point.Pos, 1, "too-many-questions", "split the file", "more than %d points", most)
			}
			if len(point.Options) > questionnaire.MaxOptions {
				r.Errorf(point.Options[questionnaire.MaxOptions].Pos, 1, "too-many-options", "make several points of it",
					"%s has more than %d options", diag.Quote(point.Text), questionnaire.MaxOptions)
			}
		}
	}
}

// joinRemedies makes one remedy of those about the whole point: they would appear together.
func (p *Point) joinRemedies() {
	var kept, whole []Remedy
	for _, remedy := range p.Remedies {
		if remedy.Option < 0 {
			whole = append(whole, remedy)
		} else {
			kept = append(kept, remedy)
		}
	}
	if len(whole) > 1 {
		one := Remedy{Option: -1, Title: p.Text}
		var steps, thens []string
		for _, remedy := range whole {
			steps, thens = append(steps, remedy.withTitle(p)), append(thens, remedy.Then)
			one.Impact = max(one.Impact, remedy.Impact)
		}
		one.Step, one.Then = join(" ", steps...), join(" ", thens...)
		whole = []Remedy{one}
	}
	p.Remedies = append(kept, whole...)
}

// withTitle returns the step behind the title, unless that is the point itself.
func (r Remedy) withTitle(p *Point) string {
	if r.Title == p.Text || r.Step == "" {
		return r.Step
	}
	return r.Title + ": " + r.Step
}

// keepRules keeps as many remedies as a catalogue may have rules.
func (c *Checklist) keepRules() {
	count := 0
	for i := range c.Sections {
		for j := range c.Sections[i].Points {
			point := &c.Sections[i].Points[j]
			point.joinRemedies()
			room := max(0, questionnaire.MaxRules-count)
			if len(point.Remedies) > room {
				for _, remedy := range point.Remedies[room:] {
					reason := "advice: a catalogue has at most " + strconv.Itoa(questionnaire.MaxRules) + " rules"
					point.Left = append(point.Left, Leftover{Reason: reason, Text: join(" ", remedy.Title+":", remedy.Step, remedy.Then), Pos: point.Pos})
				}
				point.Remedies = point.Remedies[:room]
			}
			count += len(point.Remedies)
		}
	}
}

// leaveIDs leaves out the ids of the source that cannot be ids here.
func (c *Checklist) leaveIDs() {
	const reason = `an id that is not made of 1 to 64 letters, digits, "_", "." and "-"`
	leave := func(left *[]Leftover, id string, pos diag.Pos) {
		if id != "" && !yamltree.IsID(id) {
			*left = append(*left, Leftover{Reason: reason, Text: oneLine(id), Pos: pos})
		}
	}
	for i := range c.Sections {
		section := &c.Sections[i]
		leave(&section.Left, section.ID, section.Pos)
		for j := range section.Points {
			point := &section.Points[j]
			leave(&point.Left, point.ID, point.Pos)
			for _, option := range point.Options {
				leave(&point.Left, option.ID, option.Pos)
			}
		}
	}
}

// tellApart puts the section before the text of a point that was asked before, and drops what would be asked twice in one.
func (c *Checklist) tellApart() {
	seen := map[string]bool{}
	for i := range c.Sections {
		section := &c.Sections[i]
		for j := range section.Points {
			point := &section.Points[j]
			if key := wordsOf(point.Text); seen[key] {
				point.Text = section.Title + ": " + point.Text
			}
			for n, text := 2, point.Text; seen[wordsOf(point.Text)]; n++ {
				point.Text = text + " (" + strconv.Itoa(n) + ")"
			}
			seen[wordsOf(point.Text)] = true
			point.tellOptionsApart()
		}
	}
}

func (p *Point) tellOptionsApart() {
	seen := map[string]bool{}
	for i := range p.Options {
		for n, text := 2, p.Options[i].Text; seen[wordsOf(p.Options[i].Text)]; n++ {
			p.Options[i].Text = text + " (" + strconv.Itoa(n) + ")"
		}
		seen[wordsOf(p.Options[i].Text)] = true
	}
}

// join joins the texts that are not empty.
func join(between string, texts ...string) string {
	var kept []string
	for _, text := range texts {
		if text = oneLine(text); text != "" {
			kept = append(kept, text)
		}
	}
	return strings.Join(kept, between)
}

// oneLine returns a text with single blanks between its words.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
