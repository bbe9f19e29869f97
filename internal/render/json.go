package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/report"
)

// JSON writes the document in its published form; the same document gives the same bytes everywhere.
func JSON(w io.Writer, doc *report.Document, _ Options) error {
	return report.Encode(w, doc)
}
