package render

import (
	"io"

	model "github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/page/text"
)

// textFormat is the format for a terminal or a log of a kind of document that has a page.
func textFormat[D any](build func(D) model.Page) Format[D] {
	return Format[D]{
		Name: "text", Extensions: []string{".txt"},
		Write: func(w io.Writer, doc D, opt Options) error { return text.Write(w, build(doc), text.Options(opt)) },
	}
}

// markdownFormat is the Markdown of a kind of document that has a page.
func markdownFormat[D any](build func(D) model.Page) Format[D] {
	return Format[D]{
		Name: "markdown", Extensions: []string{".md", ".markdown"},
		Write: func(w io.Writer, doc D, _ Options) error { return markdown.Write(w, build(doc)) },
	}
}
