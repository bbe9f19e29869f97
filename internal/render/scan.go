package render

import (
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/render/web"
)

// Scans returns the formats of what a repository shows.
func Scans() Formats[*evidence.Scan] {
	return Formats[*evidence.Scan]{
		{Name: "text", Extensions: []string{".txt"}, Write: ScanText},
		{Name: "markdown", Extensions: []string{".md", ".markdown"}, Write: ScanMarkdown},
		{Name: "json", Extensions: []string{".json"}, Write: plain(evidence.Encode)},
		{Name: "html", Extensions: []string{".html", ".htm"}, Write: plain(web.Scan)},
	}
}
