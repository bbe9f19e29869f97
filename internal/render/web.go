package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
)

// HTML writes the document as one page for a browser. A page fits every width, so that the options play no part.
func HTML(w io.Writer, doc *report.Document, _ Options) error { return web.Assessment(w, doc) }

// SVG writes the chart of the document alone, as a picture for a slide or a README. The options play no part.
func SVG(w io.Writer, doc *report.Document, _ Options) error { return web.Picture(w, doc) }

// TeamHTML writes a team result as one page for a browser; see HTML.
func TeamHTML(w io.Writer, team *report.Team, _ Options) error { return web.Team(w, team) }

// TeamSVG writes where a group differs as a picture for a slide; see SVG.
func TeamSVG(w io.Writer, team *report.Team, _ Options) error { return web.TeamPicture(w, team) }

// PortfolioHTML writes a portfolio as one page for a browser; see HTML.
func PortfolioHTML(w io.Writer, portfolio *report.Portfolio, _ Options) error {
	return web.Portfolio(w, portfolio)
}

// ComparisonHTML writes two results side by side as one page for a browser; see HTML.
func ComparisonHTML(w io.Writer, c *comparison.Comparison, _ Options) error {
	return web.Comparison(w, c)
}

// TrendHTML writes a series of results as one page for a browser; see HTML.
func TrendHTML(w io.Writer, trend *comparison.Trend, _ Options) error { return web.Trend(w, trend) }

// PlanHTML writes a path as one page for a browser; see HTML.
func PlanHTML(w io.Writer, doc *plan.Document, _ Options) error { return web.Plan(w, doc) }

// ScanHTML writes what a repository shows as one page for a browser; see HTML.
func ScanHTML(w io.Writer, scan *evidence.Scan, _ Options) error { return web.Scan(w, scan) }

// MethodologyHTML writes the page on the method for a browser; see HTML.
func MethodologyHTML(w io.Writer, doc *methodology.Document, _ Options) error {
	return web.Methodology(w, doc)
}
