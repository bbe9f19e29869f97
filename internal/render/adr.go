package render

import (
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// ADR writes the document as an architecture decision record in the manner of MADR 4: a proposal in Markdown that people
// edit and commit, with the facts that a later assessment is held against in a comment at its end. It has one form only.
// An error is one of the writer.
func ADR(w io.Writer, doc *report.Document, _ Options) error {
	record := report.Decide(doc)
	var m manuscript
	m.frontMatter(record)
	m.heading(1, escape(record.Title))
	m.passage(report.RecordContext, record.Context)
	m.drivers(record.Drivers)
	m.options(record.Options)
	m.outcome(record)
	m.arguments(record.Options)
	m.items(report.RecordDissent, record.Dissent)
	m.steps(record)
	m.items(report.RecordRevisit, record.Revisit)
	m.passage(report.RecordOrigin, record.Origin)
	if err := m.facts(record.Facts); err != nil {
		return err
	}
	return m.writeTo(w)
}

// frontMatter holds a date of digits or a text of ours, so that nothing in it needs escaping.
func (m *manuscript) frontMatter(record report.Record) {
	date := markup(record.Date)
	if record.Date == "" {
		date = `"(the day of the decision)"`
	}
	m.block("---", "status: proposed", "date: "+date, `decision-makers: "`+report.RecordDeciders+`"`, "---")
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

// items writes a list under a heading; none, no heading.
func (m *manuscript) items(title markup, texts []string) {
	if len(texts) == 0 {
		return
	}
	m.heading(2, title)
	m.list(escaped(texts))
}

func (m *manuscript) drivers(groups []report.DriverGroup) {
	if len(groups) == 0 {
		return
	}
	m.heading(2, report.RecordDrivers)
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

func driverLine(driver report.Driver) markup {
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

func (m *manuscript) options(options []report.RecordOption) {
	if len(options) == 0 {
		return
	}
	m.heading(2, report.RecordOptions)
	var titles []markup
	for _, option := range options {
		titles = append(titles, escape(option.Title))
	}
	m.list(titles)
}

func (m *manuscript) outcome(record report.Record) {
	m.heading(2, report.RecordOutcome)
	m.paragraph(record.Outcome[0])
	m.list(escaped(record.Outcome[1:]))
	if len(record.Consequences)+len(record.Regardless) > 0 {
		m.heading(3, report.RecordConsequences)
	}
	m.list(because(record.Consequences))
	if len(record.Regardless) > 0 {
		m.block("Whatever is decided:")
		m.list(escaped(record.Regardless))
	}
	m.heading(3, report.RecordConfirmation)
	m.block("Assess again and hold the result against this record: " + code(report.AmendCommand) +
		" lists what no longer holds and leaves it as it is.")
}

func because(arguments []report.Argument) []markup {
	var items []markup
	for _, argument := range arguments {
		items = append(items, escape(argument.Weight)+", because "+escape(argument.Text))
	}
	return items
}

func (m *manuscript) arguments(options []report.RecordOption) {
	if len(options) == 0 {
		return
	}
	m.heading(2, report.RecordArguments)
	for _, option := range options {
		m.heading(3, escape(option.Title))
		m.block("Here it would mean:")
		m.list(facts(option.Means))
		m.block("What the answers about the situation say to that:")
		m.list(because(option.Arguments))
	}
}

func (m *manuscript) steps(record report.Record) {
	if len(record.Steps)+len(record.OtherSteps) == 0 {
		return
	}
	m.heading(2, report.RecordSteps)
	var lines []markup
	for _, step := range record.Steps {
		lines = append(lines, "- [ ] "+action(step))
	}
	m.block(lines...)
	for _, text := range record.OtherSteps {
		m.paragraph(text)
	}
}

// facts writes the comment that a later assessment is held against.
func (m *manuscript) facts(facts report.Facts) error {
	text, err := facts.Text()
	if err != nil {
		return err
	}
	lines := []markup{report.FactsComment}
	for line := range strings.SplitSeq(text, "\n") {
		lines = append(lines, markup(line))
	}
	m.block(append(lines, "-->")...)
	return nil
}
