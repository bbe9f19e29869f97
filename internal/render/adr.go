package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
)

// ADR writes the decision record of a result: a proposal in Markdown that people edit and commit. It has one form only. An error
// is one of the writer.
func ADR(w io.Writer, doc *report.Document, _ Options) error {
	record, err := pages.Record(doc)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, adr.FrontMatter(doc)); err != nil {
		return err
	}
	return markdown.Write(w, record)
}

// Amendments returns the formats of what to amend in a decision record.
func Amendments() Formats[*adr.Amendment] {
	return Formats[*adr.Amendment]{
		{Name: "text", Extensions: []string{".txt"}, Write: amendmentText},
		{Name: "adr", Extensions: []string{".md", ".markdown"}, Write: amendmentSection},
		{Name: "json", Extensions: []string{".json"}, Write: JSON[*adr.Amendment]},
	}
}

func amendmentText(w io.Writer, amendment *adr.Amendment, opt Options) error {
	p, err := pages.Amendment(amendment)
	if err != nil {
		return err
	}
	return text.Write(w, p, opt)
}

// amendmentSection writes what to amend as a section to be added to the record.
func amendmentSection(w io.Writer, amendment *adr.Amendment, _ Options) error {
	p, err := pages.Amendment(amendment)
	if err != nil {
		return err
	}
	return markdown.WritePart(w, p)
}
