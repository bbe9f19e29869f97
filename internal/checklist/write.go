package checklist

import (
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// tierQuestion is the id of the question about what is at stake.
const tierQuestion = "at_stake"

// Write returns the checklist as a questionnaire with an id, in YAML, and its catalogue. A catalogue without a name is part
// of the questionnaire; it is nil then, and where there is no remedy.
func (c *Checklist) Write(id, catalogueName string) (questionnaireFile, catalogueFile []byte) {
	w := &writer{list: c}
	w.nameAll()
	w.writeHead(id, catalogueName)
	w.writeAxes()
	w.writeTier()
	for i := range c.Sections {
		w.writeSection(i)
	}
	if c.Remedies() == 0 {
		return []byte(w.String()), nil
	}
	if catalogueName == "" {
		w.writeRemedies()
		return []byte(w.String()), nil
	}
	questionnaireFile = []byte(w.String())
	w.Reset()
	w.comment("", "Advice of the checklist "+diag.Quote(c.From)+", made by opsfit questionnaire import. "+aboutAdvice)
	w.line("id: " + yamltree.Quote(cut(id, longestID-len(CatalogueEnd))+CatalogueEnd))
	w.line("version: " + firstVersion)
	w.field("", "title", "Advice: "+c.Title)
	w.writeRemedies()
	return questionnaireFile, []byte(w.String())
}

const (
	firstVersion = "1.0.0"
	// CatalogueEnd is what the id of a catalogue, and its file, has behind that of the questionnaire.
	CatalogueEnd = "-recommendations"

	aboutAdvice = "Each item appears while its point is not met or unknown. The source does not say how much work an item is and what it " +
		"brings: effort 2 (weeks) and the impact are guesses to replace."
)

type writer struct {
	strings.Builder
	list *Checklist
	// axes are the ids of the sections, points those of their points, options those of the options of these.
	axes    []string
	points  [][]string
	options [][][]string
}

// nameAll gives everything an id.
func (w *writer) nameAll() {
	axes, points := newIDs(condition.Overall), newIDs(tierQuestion)
	for _, section := range w.list.Sections {
		axis := axes.take(section.ID, section.Title, "")
		w.axes = append(w.axes, axis)
		var ids []string
		var options [][]string
		for i := range section.Points {
			point := &section.Points[i]
			ids = append(ids, points.take(point.ID, firstOf(point.Title, point.Text), axis))
			options = append(options, point.optionIDs())
		}
		w.points, w.options = append(w.points, ids), append(w.options, options)
	}
}

func (p *Point) optionIDs() []string {
	taken := newIDs(questionnaire.ReservedOptions()...)
	list := make([]string, len(p.Options))
	for i, o := range p.Options {
		list[i] = taken.take(o.ID, o.Text, "")
	}
	return list
}

func (w *writer) writeHead(id, catalogueName string) {
	w.comment("", "Made from the checklist "+diag.Quote(w.list.From)+" by opsfit questionnaire import. Its texts belong to whoever wrote "+
		"them, and its licence holds here too. Change what is here, then run: opsfit questionnaire lint FILE and opsfit assess -q FILE")
	w.line("#")
	w.comment("", "The checklist does not say how much a service needs of it, so the first question asks what is at stake, and its "+
		"answers set a floor for each axis: 4 asks for every point in full, 3 lets points be met in part (three quarters of a list), "+
		"1 asks for a beginning. "+
		"Floors and answers are a proposal: change them, leave tiers out or add some.")
	w.line("#")
	w.comment("", "Levels: 4 yes, 3 in part, 0 no. For a list (choose: many) the level is 4 * worth chosen / worth of all; a worth is 1 "+
		"where none stands. A point with critical: true forbids a launch while it is unmet or unknown.")
	if w.list.Scale != "" {
		w.line("#")
		w.comment("", w.list.Scale)
	}
	if w.list.Remedies() > 0 && catalogueName == "" {
		w.line("#")
		w.comment("", "Advice stands at the end. "+aboutAdvice)
	}
	if n := len(w.list.Leftovers()); n > 0 {
		w.line("#")
		w.comment("", `What is not in the questionnaire stands where it was, as a comment that begins with "Not imported".`)
	}
	w.leftovers("", w.list.Left)
	w.line("id: " + yamltree.Quote(id))
	w.line("version: " + firstVersion)
	w.field("", "title", w.list.Title)
	w.line("verdict: readiness")
	const usualScope = "Answer for one service. Choose what is fully true today; plans do not count."
	w.field("", "scope_hint", firstOf(join(" ", w.list.Intro...), usualScope))
	if w.list.Remedies() > 0 && catalogueName != "" {
		w.line("catalogue: " + yamltree.Quote(catalogueName))
	}
}

func (w *writer) writeAxes() {
	w.line("")
	w.line("axes:")
	for i, section := range w.list.Sections {
		w.line("  - id: " + yamltree.Quote(w.axes[i]))
		w.field("    ", "title", section.Title)
	}
}

// tier is an answer to the question about what is at stake.
type tier struct {
	id, text string
	// level is asked for on every axis, as far as its points can reach it.
	level int64
}

func tiers() []tier {
	return []tier{
		{"serious", "A large loss, a legal breach, or harm to people", 4},
		{"noticeable", "Annoyed users, and a loss we can absorb", 3},
		{"minor", "Hardly anyone would notice", 1},
	}
}

func (w *writer) writeTier() {
	w.line("")
	w.line("questions:")
	w.line("  - id: " + tierQuestion)
	w.field("    ", "title", "What is at stake")
	w.line("    measures: context")
	w.line("    kind: profile")
	w.field("    ", "text", "What would it mean if the service were down, or did the wrong thing, for one hour?")
	w.field("    ", "why", "Take the worst case. It sets how much of the checklist the service needs.")
	w.line("    options:")
	for _, t := range tiers() {
		w.line("      - id: " + t.id)
		w.field("        ", "text", t.text)
		w.line("        floor:")
		for i := range w.list.Sections {
			w.line("          " + yamltree.Quote(w.axes[i]) + ": " + decimal(w.list.Sections[i].floor(t.level)))
		}
	}
	w.line("    sources:")
	w.line(`      - "a proposal of opsfit; the checklist has no tiers"`)
}

// floor returns a level, or the highest one that all points of the section can reach.
func (s *Section) floor(level int64) *big.Rat {
	floor := big.NewRat(level, 1)
	for i := range s.Points {
		if best := s.Points[i].best(); best.Cmp(floor) < 0 {
			floor = best
		}
	}
	return floor
}

func (w *writer) writeSection(i int) {
	section := &w.list.Sections[i]
	w.line("")
	w.comment("  ", "-- "+section.Title+" --")
	w.leftovers("  ", section.Left)
	for j := range section.Points {
		w.line("")
		w.leftovers("  ", section.Points[j].Left)
		w.writePoint(i, j)
	}
}

func (w *writer) writePoint(i, j int) {
	section, point := &w.list.Sections[i], &w.list.Sections[i].Points[j]
	w.line("  - id: " + yamltree.Quote(w.points[i][j]))
	w.field("    ", "title", firstOf(point.Title, shortTitle(point.Text)))
	w.line("    axis: " + yamltree.Quote(w.axes[i]))
	w.line("    measures: readiness")
	if point.Critical {
		w.line("    critical: true")
	}
	if point.NotApplicable != "" {
		w.line("    allow_na: true # " + diag.Visible(point.NotApplicable))
	}
	if point.Many {
		w.line("    choose: many")
	}
	w.field("    ", "text", point.Text)
	w.field("    ", "why", firstOf(join(" ", point.Why...), "The checklist asks for it under "+section.Title+"."))
	w.line("    options:")
	for k, option := range point.Options {
		w.line("      - id: " + yamltree.Quote(w.options[i][j][k]))
		switch {
		case option.None:
			w.line("        none: true")
		case point.Many && option.Worth != "":
			w.line("        worth: " + option.Worth)
		case !point.Many:
			w.line("        readiness: " + option.Level)
		}
		w.field("        ", "text", option.Text)
	}
	w.line("    sources:")
	for _, source := range append([]string{fmt.Sprintf("%s, line %d", w.list.From, point.Pos.Line)}, point.Sources...) {
		w.line("      - " + quoted(source))
	}
}

func (w *writer) writeRemedies() {
	w.line("")
	w.line("recommendations:")
	taken := newIDs()
	for i := range w.list.Sections {
		for j := range w.list.Sections[i].Points {
			for _, remedy := range w.list.Sections[i].Points[j].Remedies {
				w.writeRemedy(remedy, taken, i, j)
			}
		}
	}
}

func (w *writer) writeRemedy(remedy Remedy, taken ids, i, j int) {
	question := yamltree.Quote(w.points[i][j])
	when := "{any: [{unmet: " + question + "}, {unknown: " + question + "}]}"
	own := ""
	if remedy.Option >= 0 {
		option := w.options[i][j][remedy.Option]
		own = cut(w.points[i][j]+"_"+option, longestID)
		when = "{any: [{all: [{unmet: " + question + "}, {none: [{answer: " + question + ", in: [" + yamltree.Quote(option) + "]}]}]}, " +
			"{unknown: " + question + "}]}"
	}
	w.line("  - id: " + yamltree.Quote(taken.take(own, w.points[i][j], "")))
	w.field("    ", "title", shortEnough(remedy.Title))
	w.line("    direction: either")
	w.line("    tier: foundation")
	w.line("    axis: " + yamltree.Quote(w.axes[i]))
	w.line("    lifts: [" + question + "]")
	w.line("    effort: 2")
	w.line(fmt.Sprintf("    impact: %d", remedy.Impact))
	w.line("    when: " + when)
	w.field("    ", "first_step", firstOf(remedy.Step, remedy.Then))
	if remedy.Step != "" && remedy.Then != "" {
		w.field("    ", "then", remedy.Then)
	}
	w.field("    ", "why", "The checklist says so: "+w.list.From+".")
}

// shortEnough cuts a title that is a whole sentence; the text stands in the question too.
func shortEnough(title string) string {
	const most = 80
	return diag.Cut(title, most)
}

func (w *writer) line(text string) { w.WriteString(text + "\n") }

// field writes a key with a text: on its line, or folded below where it is long.
func (w *writer) field(indent, key, text string) {
	const width = 116
	text = oneLine(text)
	if value := quoted(text); len(indent)+len(key)+utf8.RuneCountInString(value) <= width || strings.ContainsFunc(text, diag.Hidden) {
		w.line(indent + key + ": " + value)
		return
	}
	w.line(indent + key + ": >-")
	for _, row := range english.Wrap(text, width-len(indent)) {
		w.line(indent + "  " + row)
	}
}

// quoted returns a text for people, always in quotes.
func quoted(text string) string {
	if value := yamltree.Quote(text); strings.HasPrefix(value, `"`) {
		return value
	}
	return `"` + text + `"`
}

// comment writes a text as comment lines.
func (w *writer) comment(indent, text string) {
	const width = 112
	for _, row := range english.Wrap(diag.Visible(text), width-len(indent)) {
		w.line(indent + "# " + row)
	}
}

func (w *writer) leftovers(indent string, left []Leftover) {
	for _, l := range byPlace(append([]Leftover{}, left...)) {
		w.comment(indent, "Not imported, "+w.list.From+":"+fmt.Sprint(l.Pos.Line)+", "+join(": ", l.Reason, l.Text))
	}
}
