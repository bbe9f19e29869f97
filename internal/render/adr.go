package render

import (
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/record"
	"github.com/opsfit/opsfit/internal/report"
)

// ADR writes the document as an architecture decision record in the manner of MADR 4: a proposal in Markdown that people
// edit and commit, with the facts that a later assessment is held against in a comment at its end. It has one form only.
// An error is one of the writer.
func ADR(w io.Writer, doc *report.Document, _ Options) error {
	drafted := record.Draft(doc)
	var m manuscript
	m.frontMatter(drafted)
	m.heading(1, escape(drafted.Title))
	m.passage(record.TitleContext, drafted.Context)
	m.drivers(drafted.Drivers)
	m.options(drafted.Options)
	m.outcome(drafted)
	m.arguments(drafted.Options)
	m.sentences(record.TitleDissent, drafted.Dissent)
	m.steps(drafted)
	m.sentences(record.TitleRevisit, drafted.Revisit)
	m.passage(report.TitleOrigin, drafted.Origin)
	if err := m.facts(drafted.Facts); err != nil {
		return err
	}
	return m.writeTo(w)
}

// frontMatter holds a date of digits or a text of ours, so that nothing in it needs escaping.
func (m *manuscript) frontMatter(drafted record.Record) {
	date := markup(drafted.Date)
	if drafted.Date == "" {
		date = `"(the day of the decision)"`
	}
	m.block("---", "status: proposed", "date: "+date, `decision-makers: "`+record.Deciders+`"`, "---")
}

// passage writes paragraphs under a heading; none, no heading.
func (m *manuscript) passage(title markup, texts []string) {
	if len(texts) == 0 {
		return
	}
	m.heading(2, title)
	for _, text := range texts {
		m.paragraph(text)
	}
}

func (m *manuscript) drivers(groups []record.DriverGroup) {
	if len(groups) == 0 {
		return
	}
	m.heading(2, record.TitleDrivers)
	var lines []markup
	for _, group := range groups {
		head := strong(escape(group.Title))
		if group.Calls != "" {
			head = labelled(escape(group.Title), escape(group.Calls))
		}
		lines = append(lines, "- "+head)
		for _, driver := range group.Drivers {
			lines = append(lines, "  - "+driverLine(driver))
		}
	}
	m.block(lines...)
}

func driverLine(driver record.Driver) markup {
	line := escape(driver.Prompt) + " " + strong(escape(driver.Answer))
	if driver.Calls != "" {
		line += " — " + escape(driver.Calls)
	}
	if driver.Also != "" {
		line += "; also bears on " + escape(driver.Also)
	}
	if driver.Note != "" {
		line += lineBreak + labelled("Note", escapeLines(driver.Note))
	}
	return line
}

func (m *manuscript) options(options []record.Option) {
	if len(options) == 0 {
		return
	}
	m.heading(2, record.TitleOptions)
	var titles []markup
	for _, option := range options {
		titles = append(titles, escape(option.Title))
	}
	m.list(titles)
}

func (m *manuscript) outcome(drafted record.Record) {
	m.heading(2, record.TitleOutcome)
	m.paragraph(drafted.Outcome[0])
	m.list(escaped(drafted.Outcome[1:]))
	if len(drafted.Consequences)+len(drafted.Regardless) > 0 {
		m.heading(3, record.TitleConsequences)
	}
	m.list(because(drafted.Consequences))
	if len(drafted.Regardless) > 0 {
		m.block("Whatever is decided:")
		m.list(escaped(drafted.Regardless))
	}
	m.heading(3, record.TitleConfirmation)
	m.block("Assess again and hold the result against this record: " + code(record.AmendCommand) +
		" lists what no longer holds and leaves it as it is.")
}

func because(arguments []record.Argument) []markup {
	var items []markup
	for _, argument := range arguments {
		items = append(items, escape(argument.Weight)+", because "+escape(argument.Text))
	}
	return items
}

func (m *manuscript) arguments(options []record.Option) {
	if len(options) == 0 {
		return
	}
	m.heading(2, record.TitleArguments)
	for _, option := range options {
		m.heading(3, escape(option.Title))
		m.block("Here it would mean:")
		m.list(facts(option.Means))
		m.block("What the answers about the situation say to that:")
		m.list(because(option.Arguments))
	}
}

func (m *manuscript) steps(drafted record.Record) {
	if len(drafted.Steps)+len(drafted.OtherSteps) == 0 {
		return
	}
	m.heading(2, record.TitleSteps)
	var lines []markup
	for _, step := range drafted.Steps {
		lines = append(lines, "- [ ] "+action(step))
	}
	m.block(lines...)
	for _, text := range drafted.OtherSteps {
		m.paragraph(text)
	}
}

// facts writes the comment that a later assessment is held against.
func (m *manuscript) facts(facts record.Facts) error {
	text, err := facts.Text()
	if err != nil {
		return err
	}
	lines := []markup{record.Comment}
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, markup(line))
	}
	m.block(append(lines, "-->")...)
	return nil
}
