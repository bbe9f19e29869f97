package render

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// realResults assesses the answer sheets that the repository ships. It takes no saved result: the golden files of this
// room then need no other room's to be rewritten first.
func realResults(t testing.TB) []namedDocument {
	t.Helper()
	var results []namedDocument
	for _, file := range reporttest.Sheets(t, "answers") {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		results = append(results, namedDocument{name, reporttest.File(t, file)})
	}
	return results
}
