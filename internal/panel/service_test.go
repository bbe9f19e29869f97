package panel_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/panel"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// TestServiceOfAnOutline proves that a sheet gives a portfolio the same service, and a filter the same figures, as the
// saved result of that sheet does.
func TestServiceOfAnOutline(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../testdata/answers/*.yaml")
	if err != nil || len(files) < 6 {
		t.Fatalf("answer sheets: %v, %v", files, err)
	}
	for _, path := range files {
		run := runOf(t, path)
		whole, outline := report.Build(run), report.Outline(run)
		if diff := cmp.Diff(panel.ServiceOf(path, whole), panel.ServiceOf(path, outline)); diff != "" {
			t.Errorf("%s (-result +outline):\n%s", path, diff)
		}
		axes := []string{questionnaire.Overall}
		for _, axis := range run.Questionnaire.Axes {
			axes = append(axes, axis.ID)
		}
		for _, metric := range questionnaire.MetricNames() {
			for _, axis := range axes {
				want, got := report.Measured(whole).Value(metric, axis), report.Measured(outline).Value(metric, axis)
				if (want == nil) != (got == nil) || want != nil && want.Cmp(got) != 0 {
					t.Errorf("%s: %s on %s is %v in the outline, %v in the result", path, metric, axis, got, want)
				}
			}
		}
	}
}

func runOf(t *testing.T, path string) report.Run {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, found := answers.Parse(path, text)
	if file == nil {
		t.Fatal(found)
	}
	q := questionnairetest.Shipped(t, file.Questionnaire)
	sheet, found := file.Check(q)
	if sheet == nil {
		t.Fatal(found)
	}
	result := score.Score(q, sheet)
	return report.Run{Questionnaire: q, Sheet: sheet, Score: result, Advice: advice.Advise(q, sheet, result)}
}
