package lint_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestAppearances lists what every rule of the shipped catalogue can do in the long and in the short questionnaire. In full
// every rule can appear in every way; what quick does not ask silences rules, and lets two items only wait.
func TestAppearances(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick"} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			var got strings.Builder
			for _, a := range lint.Appearances(questionnairetest.Shipped(t, id)) {
				if a.Verdict == "undecided" || id == "full" && a.Verdict != "found" {
					t.Errorf("%s %s: %s", a.Kind, a.ID, a.Verdict)
				}
				fmt.Fprintf(&got, "%s %s: %s\n", a.Kind, a.ID, strings.Join(append([]string{a.Verdict}, a.Ways...), " "))
			}
			file := filepath.Join("testdata", "appearances-"+id+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if found := lint.Appearances(questionnairetest.Shipped(t, "dora")); found != nil {
		t.Errorf("a questionnaire about outcomes gives no advice, but: %v", found)
	}
}
