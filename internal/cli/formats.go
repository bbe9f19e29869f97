package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// recordFormatName is the format of a decision record.
const recordFormatName = "adr"

// assessmentFormats are those of one assessment.
func assessmentFormats() formats[*report.Document] {
	return formatsOf(pages.Assessment, chartFormat(pages.Assessment),
		format[*report.Document]{name: recordFormatName, write: writeRecord, edited: true},
		plainFormat("junit", export.JUnit, ".xml"),
		plainFormat("sarif", export.AssessmentSARIF, ".sarif"),
		commandFormat("github", export.GitHub),
		plainFormat("gitlab", export.GitLab),
		plainFormat("prom", export.OpenMetrics, ".prom"),
		plainFormat("csv", export.AssessmentCSV, ".csv"),
		plainFormat("csv-bom", export.AssessmentMarkedCSV),
		plainFormat("jsonl", export.AssessmentJSONL, ".jsonl", ".ndjson"),
		plainFormat("badge", export.Badge),
		plainFormat("shields", export.Shields),
	)
}

// checkFormats are a few lines for a log, which ends with where the whole report is, and those of an assessment.
func checkFormats(whereabouts string) formats[*report.Document] {
	log := format[*report.Document]{
		name: "log", extensions: []string{".log"},
		write: func(w io.Writer, doc *report.Document, opt text.Options) error {
			return text.Write(w, pages.Check(doc, whereabouts), opt)
		},
		screen: func(w io.Writer, doc *report.Document, _ page.Commands, opt text.Options) error {
			return text.Write(w, pages.CheckScreen(doc, whereabouts), opt)
		},
	}
	return append(formats[*report.Document]{log}, assessmentFormats()...)
}

func planFormats() formats[*plan.Document] {
	return formatsOf(pages.Plan,
		plainFormat("issues", writeIssues),
		plainFormat(calendarFormatName, func(w io.Writer, doc *plan.Document) error {
			return export.Calendar(w, doc.Subject, doc.Commitments)
		}, ".ics"),
	)
}

// calendarFormatName is the format with the last days of commitments.
const calendarFormatName = "ics"

// writeIssues writes several texts behind each other, each below a comment that names its recommendation.
func writeIssues(w io.Writer, doc *plan.Document) error {
	for i, issue := range pages.Issues(doc) {
		mark := "<!-- opsfit issue: " + issue.Item + " -->\n\n"
		if i > 0 {
			mark = "\n" + mark
		}
		if _, err := io.WriteString(w, mark); err != nil {
			return err
		}
		if err := markdown.Write(w, issue.Page); err != nil {
			return err
		}
	}
	return nil
}

func comparisonFormats() formats[*comparison.Comparison] { return formatsOf(pages.Comparison) }

func trendFormats() formats[*comparison.Trend] { return formatsOf(pages.Trend) }

func scanFormats() formats[*evidence.Scan] { return formatsOf(pages.Scan) }

func methodologyFormats() formats[*methodology.Document] { return formatsOf(pages.Methodology) }

func draftFormats() formats[*interview.DraftList] { return formatsOf(pages.Drafts) }

// pageFormats are those of a page that programs have no form of.
func pageFormats() formats[page.Page] {
	list := formatsOf(func(p page.Page) page.Page { return p })
	return slices.DeleteFunc(list, func(f format[page.Page]) bool { return f.name == "json" })
}

func teamFormats() formats[*team.Document] {
	agenda := format[*team.Document]{name: "agenda", write: func(w io.Writer, doc *team.Document, _ text.Options) error {
		return markdown.Write(w, pages.TeamAgenda(doc))
	}}
	return formatsOf(pages.Team, chartFormat(pages.TeamPicture), agenda, plainFormat("prom", export.TeamOpenMetrics, ".prom"))
}

// portfolioFormats write what is for programs service by service: ten thousand of them in one text take a hundred megabytes.
func portfolioFormats() formats[*portfolio.Document] {
	list := formatsOf(pages.Portfolio,
		plainFormat("jsonl", export.WriteServices(export.PortfolioJSONL), ".jsonl", ".ndjson"),
		plainFormat("csv", export.WriteServices(export.PortfolioCSV), ".csv"),
		plainFormat("csv-bom", export.WriteServices(export.PortfolioMarkedCSV)),
		plainFormat("prom", export.PortfolioOpenMetrics, ".prom"),
	)
	for i := range list {
		if list[i].name == "json" {
			list[i] = plainFormat("json", export.WriteServices(export.PortfolioJSON), ".json")
		}
	}
	return list
}

// lintFormats are those of what was found in files. The text shows each finding with its line of the
// source, as faults are shown everywhere.
func lintFormats() formats[*lint.Report] {
	list := formatsOf(pages.Lint,
		plainFormat("junit", export.LintJUnit, ".xml"),
		plainFormat("sarif", export.LintSARIF, ".sarif"),
		commandFormat("github", export.LintGitHub),
		plainFormat("gitlab", export.LintGitLab),
	)
	list[0].write = lintText
	return list
}

func lintText(w io.Writer, found *lint.Report, opt text.Options) error {
	if err := text.Diagnostics(w, found.Diagnostics.Capped(), found.Source, opt); err != nil {
		return err
	}
	names := make([]string, 0, len(found.Checked))
	for _, name := range found.Checked {
		names = append(names, diag.Visible(name))
	}
	_, err := io.WriteString(w, strings.Join(names, ", ")+": "+found.Summary.String()+"\n")
	return err
}

// amendmentFormats are those of what to amend in a decision record.
func amendmentFormats() formats[*adr.Amendment] {
	return formats[*adr.Amendment]{
		{name: "text", extensions: []string{".txt"}, write: amendmentText},
		{name: "adr", extensions: []string{".md", ".markdown"}, write: amendmentSection},
		plainFormat("json", encodeJSON[*adr.Amendment], ".json"),
	}
}

func amendmentText(w io.Writer, amendment *adr.Amendment, opt text.Options) error {
	p, err := pages.Amendment(amendment)
	if err != nil {
		return err
	}
	return text.Write(w, p, opt)
}

// amendmentSection is to be added to the record.
func amendmentSection(w io.Writer, amendment *adr.Amendment, _ text.Options) error {
	p, err := pages.Amendment(amendment)
	if err != nil {
		return err
	}
	return markdown.WritePart(w, p)
}

// challengeFormats are those of a challenge: before anybody was heard also what others fill in, afterwards a decision record.
func challengeFormats(heard bool) formats[*challenge.Document] {
	list := formatsOf(pages.Challenge)
	if heard {
		return append(list, format[*challenge.Document]{name: recordFormatName, write: writeChallengeRecord, edited: true})
	}
	for i := range list {
		if list[i].name == pageFormatName {
			list[i].extensions = nil // The ending is that of the form, which is what others get.
		}
	}
	return append(list,
		format[*challenge.Document]{name: blindSheetFormat, extensions: []string{".yaml", ".yml"}, write: writeBlindSheet, edited: true},
		plainFormat(blindFormFormat, writeBlindForm, ".html", ".htm"),
	)
}

func writeChallengeRecord(w io.Writer, doc *challenge.Document, _ text.Options) error {
	record, err := pages.ChallengeRecord(doc)
	if err != nil {
		return err
	}
	return writeMatter(w, doc.Result, record, pages.Heard(doc)...)
}

// writeRecord writes the decision record of a result: a proposal in Markdown that people edit and commit.
func writeRecord(w io.Writer, doc *report.Document, _ text.Options) error {
	record, err := pages.Record(doc)
	if err != nil {
		return err
	}
	return writeMatter(w, doc, record)
}

// writeMatter writes a record below its front matter.
func writeMatter(w io.Writer, doc *report.Document, record page.Page, consulted ...string) error {
	front, err := adr.FrontMatter(doc, consulted...)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, front); err != nil {
		return err
	}
	return markdown.Write(w, record)
}
