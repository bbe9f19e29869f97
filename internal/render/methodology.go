package render

import (
	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/render/web"
)

// Methodologies returns the formats of the page on the method.
func Methodologies() Formats[*methodology.Document] {
	return Formats[*methodology.Document]{
		{Name: "text", Extensions: []string{".txt"}, Write: MethodologyText},
		{Name: "markdown", Extensions: []string{".md", ".markdown"}, Write: MethodologyMarkdown},
		{Name: "json", Extensions: []string{".json"}, Write: JSON[*methodology.Document]},
		{Name: "html", Extensions: []string{".html", ".htm"}, Write: plain(web.Methodology)},
	}
}

const contentsTitle = "Sections"

// stepWords is a line of an example behind its name.
func stepWords(step methodology.Step) string {
	if step.Working == "" {
		return step.Result
	}
	return step.Working + " = " + step.Result
}
