package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/evidence"
)

// Scans returns the formats of what a repository shows.
func Scans() Formats[*evidence.Scan] {
	return Formats[*evidence.Scan]{
		{Name: "text", Extensions: []string{".txt"}, Write: ScanText},
		{Name: "markdown", Extensions: []string{".md", ".markdown"}, Write: ScanMarkdown},
		{Name: "json", Extensions: []string{".json"}, Write: ScanJSON},
		{Name: "html", Extensions: []string{".html", ".htm"}, Write: ScanHTML},
	}
}

// ScanJSON writes the findings in their published form; the same findings give the same bytes everywhere. The only error is
// one of the writer.
func ScanJSON(w io.Writer, scan *evidence.Scan, _ Options) error {
	return evidence.Encode(w, scan)
}
