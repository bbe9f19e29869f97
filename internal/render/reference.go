package render

import (
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/methodology"
	model "github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
)

// Methodologies returns the formats of the page that explains every number.
func Methodologies() Formats[*methodology.Document] { return people(pages.Methodology) }

// Pages returns the formats of a page that programs have no form of.
func Pages() Formats[model.Page] {
	formats := people(func(p model.Page) model.Page { return p })
	return slices.DeleteFunc(formats, func(f Format[model.Page]) bool { return f.Name == "json" })
}

// Lints returns the formats of what was found in questionnaires and catalogues.
func Lints() Formats[*lint.Report] {
	formats := people(pages.Lint, Format[*lint.Report]{Name: "sarif", Extensions: []string{".sarif"}, Write: plain(export.LintSARIF)})
	formats[0].Write = LintText
	return formats
}

// LintText writes each finding with its line of the source, as faults are shown everywhere, and a count of them. It fails only
// when w does.
func LintText(w io.Writer, report *lint.Report, opt Options) error {
	if err := text.Diagnostics(w, report.Diagnostics.Capped(), report.Source, opt); err != nil {
		return err
	}
	names := make([]string, 0, len(report.Checked))
	for _, name := range report.Checked {
		names = append(names, diag.Visible(name))
	}
	_, err := io.WriteString(w, strings.Join(names, ", ")+": "+report.Summary.String()+"\n")
	return err
}
