package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/record"
)

// Amendments returns the formats of what to amend in a decision record.
func Amendments() Formats[*record.Amendment] {
	return Formats[*record.Amendment]{
		{Name: "text", Extensions: []string{".txt"}, Write: AmendmentText},
		{Name: "adr", Extensions: []string{".md", ".markdown"}, Write: AmendmentADR},
		{Name: "json", Extensions: []string{".json"}, Write: JSON[*record.Amendment]},
	}
}

// holdsWords stand where nothing no longer holds.
const holdsWords = "Nothing in the record has to change."

// AmendmentText writes what to amend for a terminal. No line is wider than the options say. The only error is one of the
// writer.
func AmendmentText(w io.Writer, amendment *record.Amendment, opt Options) error {
	p := newPage(w, opt)
	p.text(0, strongTone, amendmentTitle(amendment))
	p.paragraphs(amendment.Basis)
	if amendment.Holds {
		p.blank()
		p.text(0, strongTone, holdsWords)
	}
	for _, part := range amendment.Parts {
		p.section(part.Title, part.Sentences)
	}
	return p.writeTo(w)
}

// AmendmentADR writes what to amend as a section to be added to the record, with the facts that it rests on from now on.
// An error is one of the writer.
func AmendmentADR(w io.Writer, amendment *record.Amendment, _ Options) error {
	var m manuscript
	m.heading(2, escape(amendmentTitle(amendment)))
	for _, text := range amendment.Basis {
		m.paragraph(text)
	}
	if amendment.Holds {
		m.block(holdsWords)
	}
	for _, part := range amendment.Parts {
		m.heading(3, escape(part.Title))
		m.list(escaped(part.Sentences))
	}
	if err := m.facts(amendment.Facts); err != nil {
		return err
	}
	// The empty line keeps the section apart from the record that it is added to.
	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	return m.writeTo(w)
}

func amendmentTitle(amendment *record.Amendment) string {
	if amendment.Date == "" {
		return "Amendment"
	}
	return "Amendment of " + string(amendment.Date)
}
