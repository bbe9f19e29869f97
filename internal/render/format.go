package render

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/export"
	model "github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/asciidoc"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// Options say what the place that the output goes to can show.
type Options = text.Options

// Format is one way to write a document of type D.
type Format[D any] struct {
	// Name is what --format accepts.
	Name string
	// Extensions are the file endings that choose it, with the dot.
	Extensions []string
	// Write writes the whole document; an error is one of the writer.
	Write func(io.Writer, D, Options) error
	// Edited tells that people go on writing in such a file, so that another one must never take its place.
	Edited bool
}

// Formats are the ways to write one kind of document, in documentation order; the first is the default.
type Formats[D any] []Format[D]

// Assessments returns the formats of one assessment.
func Assessments() Formats[*report.Document] {
	return people(pages.Assessment,
		picture(pages.Assessment),
		Format[*report.Document]{Name: "adr", Write: ADR, Edited: true},
		Format[*report.Document]{Name: "junit", Extensions: []string{".xml"}, Write: plain(export.JUnit)},
		Format[*report.Document]{Name: "sarif", Extensions: []string{".sarif"}, Write: plain(export.AssessmentSARIF)},
		Format[*report.Document]{Name: "github", Write: plain(export.GitHub)},
		Format[*report.Document]{Name: "gitlab", Write: plain(export.GitLab)},
		Format[*report.Document]{Name: "prom", Extensions: []string{".prom"}, Write: plain(export.OpenMetrics)},
		Format[*report.Document]{Name: "csv", Extensions: []string{".csv"}, Write: plain(export.AssessmentCSV)},
		Format[*report.Document]{Name: "badge", Write: plain(export.Badge)},
		Format[*report.Document]{Name: "shields", Write: plain(export.Shields)},
	)
}

// Checks returns the formats of a check: one screen for a log, which ends with where the whole report is, and those of an
// assessment.
func Checks(whereabouts string) Formats[*report.Document] {
	screen := Format[*report.Document]{
		Name: "log", Extensions: []string{".log"},
		Write: func(w io.Writer, doc *report.Document, opt Options) error {
			return text.Write(w, pages.Check(doc, whereabouts), opt)
		},
	}
	return append(Formats[*report.Document]{screen}, Assessments()...)
}

// Plans returns the formats of a path.
func Plans() Formats[*plan.Document] { return people(pages.Plan) }

// Comparisons returns the formats of two results side by side.
func Comparisons() Formats[*comparison.Comparison] { return people(pages.Comparison) }

// Trends returns the formats of a series of results.
func Trends() Formats[*comparison.Trend] { return people(pages.Trend) }

// plain is a format in which the options play no part: a page for a browser fits every width, and programs have none.
func plain[D any](write func(io.Writer, D) error) func(io.Writer, D, Options) error {
	return func(w io.Writer, doc D, _ Options) error { return write(w, doc) }
}

// people are the formats of a document that has a page: text, markdown, json, html and asciidoc, then what only this kind has.
func people[D any](build func(D) model.Page, more ...Format[D]) Formats[D] {
	return append(Formats[D]{
		{Name: "text", Extensions: []string{".txt"}, Write: func(w io.Writer, doc D, opt Options) error {
			return text.Write(w, build(doc), opt)
		}},
		{Name: "markdown", Extensions: []string{".md", ".markdown"}, Write: func(w io.Writer, doc D, _ Options) error {
			return markdown.Write(w, build(doc))
		}},
		{Name: "json", Extensions: []string{".json"}, Write: JSON[D]},
		{Name: "html", Extensions: []string{".html", ".htm"}, Write: func(w io.Writer, doc D, _ Options) error {
			return html.Write(w, build(doc))
		}},
		{Name: "asciidoc", Extensions: []string{".adoc"}, Write: func(w io.Writer, doc D, _ Options) error {
			return asciidoc.Write(w, build(doc))
		}},
	}, more...)
}

// picture is the chart of a page alone.
func picture[D any](build func(D) model.Page) Format[D] {
	return Format[D]{Name: "svg", Extensions: []string{".svg"}, Write: func(w io.Writer, doc D, _ Options) error {
		return html.Picture(w, build(doc))
	}}
}

// Names returns the names in documentation order.
func (f Formats[D]) Names() []string {
	var names []string
	for _, format := range f {
		names = append(names, format.Name)
	}
	return names
}

// Named returns the format of that name; the error lists the names and the nearest one.
func (f Formats[D]) Named(name string) (Format[D], error) {
	for _, format := range f {
		if format.Name == name {
			return format, nil
		}
	}
	hint := diag.DidYouMean(name, f.Names())
	if hint == "" {
		hint = "choose one of " + strings.Join(f.Names(), ", ")
	}
	return Format[D]{}, fmt.Errorf("unknown format %s; %s", diag.Quote(name), hint)
}

// OfFile returns the format that a file's extension stands for; the error lists the extensions.
func (f Formats[D]) OfFile(path string) (Format[D], error) {
	extension := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, format := range f {
		for _, candidate := range format.Extensions {
			if candidate == extension {
				return format, nil
			}
			known = append(known, candidate)
		}
	}
	return Format[D]{}, fmt.Errorf("no format is known for the file %s; end its name in one of %s, or write FORMAT=FILE",
		diag.Quote(path), strings.Join(known, " "))
}

// Teams returns the formats of a team result.
func Teams() Formats[*team.Document] {
	return people(pages.Team, picture(pages.TeamPicture),
		Format[*team.Document]{Name: "agenda", Write: func(w io.Writer, doc *team.Document, _ Options) error {
			return markdown.Write(w, pages.TeamAgenda(doc))
		}})
}

// Portfolios returns the formats of a portfolio. Those for programs are written service by service: ten thousand of them in one
// text take a hundred megabytes.
func Portfolios() Formats[*portfolio.Document] {
	services := func(name, extension string, begin func(io.Writer, portfolio.Header) export.ServiceWriter) Format[*portfolio.Document] {
		return Format[*portfolio.Document]{Name: name, Extensions: []string{extension}, Write: plain(export.WriteServices(begin))}
	}
	lines := services("jsonl", ".jsonl", export.PortfolioJSONL)
	lines.Extensions = append(lines.Extensions, ".ndjson")
	formats := people(pages.Portfolio, lines, services("csv", ".csv", export.PortfolioCSV))
	for i := range formats {
		if formats[i].Name == "json" {
			formats[i] = services("json", ".json", export.PortfolioJSON)
		}
	}
	return formats
}
