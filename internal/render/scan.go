package render

import (
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/pages"
)

// Scans returns the formats of what a repository shows.
func Scans() Formats[*evidence.Scan] { return people(pages.Scan) }
