package comparison_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/report"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata")

// TestJSON holds the members that other programs read.
func TestJSON(t *testing.T) {
	t.Parallel()
	was, now := comparisontest.On(t, "2026-03-01", ""), comparisontest.On(t, "2026-09-01", "D1=p R1=l4 N1=z")
	for name, doc := range map[string]any{
		"comparison": comparison.Compare(was, now), "trend": comparison.BuildTrend([]*report.Document{now, was}),
	} {
		path, got := filepath.Join("testdata", name+".json"), encoded(t, doc)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s differs (-want +got):\n%s", path, diff)
		}
	}
}
