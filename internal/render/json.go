package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/report"
)

// JSON writes a document in its published form; the same document gives the same bytes everywhere.
func JSON[D any](w io.Writer, doc D, _ Options) error {
	return report.Encode(w, doc)
}
