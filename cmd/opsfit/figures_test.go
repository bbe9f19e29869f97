package main_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestFiguresAreFormattedInOnePlace holds that how many decimals a kind of figure has is decided in internal/report/figures.go, so
// that the figures of a page agree. Differences of figures and the edges of bands have a rule of their own.
func TestFiguresAreFormattedInOnePlace(t *testing.T) {
	t.Parallel()
	own := []string{"pages/comparison_figures.go", "pages/scale.go"}
	formats := regexp.MustCompile(`english\.(Fixed|Plain)\(|strconv\.FormatFloat\(|"[^"]*%\.\df[^"]*"`)
	for _, folder := range []string{"pages", "verdict", "team", "portfolio", "plan", "adr", "evidence", "evidencecheck", "comparison"} {
		err := filepath.WalkDir(filepath.Join(root, "internal", folder), func(path string, _ fs.DirEntry, err error) error {
			name, _ := filepath.Rel(filepath.Join(root, "internal"), path)
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || slices.Contains(own, filepath.ToSlash(name)) {
				return err
			}
			text, err := os.ReadFile(path)
			for n, line := range strings.Split(string(text), "\n") {
				if found := formats.FindString(line); found != "" {
					t.Errorf("%s:%d: %s: use a function of internal/report/figures.go", name, n+1, found)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
