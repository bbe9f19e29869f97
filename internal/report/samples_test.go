package report_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// samples are the answer sheets that the repository ships.
func samples(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/answers/*.yaml")
	if err != nil || len(paths) < 6 {
		t.Fatalf("samples: %v, %v", paths, err)
	}
	return paths
}

// built runs a sample through the whole pipeline.
func built(t testing.TB, path string) *report.Document {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return assessed(t, filepath.Base(path), text)
}

func assessed(t testing.TB, name string, text []byte) *report.Document {
	t.Helper()
	file, found := answers.Parse(name, text)
	if file == nil {
		t.Fatal(found)
	}
	q := questionnairetest.Shipped(t, file.Questionnaire)
	sheet, found := file.Check(q)
	if sheet == nil {
		t.Fatal(found)
	}
	return reporttest.Sheet(q, sheet)
}
