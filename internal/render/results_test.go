package render

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// realResults assesses the answer sheets that the repository ships. It takes no saved result: the golden files of this
// room then need no other room's to be rewritten first.
func realResults(t testing.TB) []namedDocument {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "answers", "*.yaml"))
	if err != nil || len(files) < 6 {
		t.Fatalf("answer sheets in testdata/answers: %v, %v", files, err)
	}
	var results []namedDocument
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		results = append(results, namedDocument{name, assessed(t, file)})
	}
	return results
}

func assessed(t testing.TB, path string) *report.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, found := answers.Parse(filepath.Base(path), data)
	if file == nil {
		t.Fatal(found)
	}
	return answered(t, questionnairetest.Shipped(t, file.Questionnaire), string(data))
}

// answered assesses an answer sheet.
func answered(t testing.TB, q *questionnaire.Questionnaire, text string) *report.Document {
	t.Helper()
	file, found := answers.Parse("answers.yaml", []byte(text))
	if file == nil {
		t.Fatal(found)
	}
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
