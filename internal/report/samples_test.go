package report_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/questionnaires"
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
	q := shipped(t, file.Questionnaire)
	sheet, found := file.Check(q)
	if sheet == nil {
		t.Fatal(found)
	}
	result := score.Score(q, sheet)
	return report.Build(report.Run{
		Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: q, Sheet: sheet, Score: result,
		Tips: score.Tips(q, sheet, result), Advice: advice.Advise(q, sheet, result),
	})
}

func shipped(t testing.TB, id string) *questionnaire.Questionnaire {
	t.Helper()
	find := func(_, name string) (questionnaire.Source, error) {
		if filepath.Ext(name) == "" {
			name += ".yaml"
		}
		text, err := fs.ReadFile(questionnaires.Files, name)
		return questionnaire.Source{Name: name, Bytes: text}, err
	}
	source, err := find("", id)
	if err != nil {
		t.Fatal(err)
	}
	q, found := questionnaire.Load(source, find)
	if q == nil {
		t.Fatal(found)
	}
	return q
}
