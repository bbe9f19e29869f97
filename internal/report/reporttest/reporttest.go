// Package reporttest makes results for the tests of any room, and finds the texts and numbers in them. Only tests may import it.
package reporttest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// File assesses an answers file by the questionnaire of the program that it names.
func File(t testing.TB, path string) *report.Document {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(path)
	file := parsed(t, name, string(text))
	return assessed(t, questionnairetest.Shipped(t, file.Questionnaire), file)
}

// Answers assesses an answers file in a text by any questionnaire.
func Answers(t testing.TB, q *questionnaire.Questionnaire, text string) *report.Document {
	t.Helper()
	return assessed(t, q, parsed(t, "answers.yaml", text))
}

func parsed(t testing.TB, name, text string) *answers.File {
	t.Helper()
	file, found := answers.Parse(name, []byte(text))
	if file == nil {
		t.Fatal(found)
	}
	return file
}

func assessed(t testing.TB, q *questionnaire.Questionnaire, file *answers.File) *report.Document {
	t.Helper()
	sheet, found := file.Check(q)
	if sheet == nil {
		t.Fatal(found)
	}
	return Sheet(q, sheet)
}

// Sheet assesses a sheet as the program does, on no particular day.
func Sheet(q *questionnaire.Questionnaire, sheet *answers.Sheet) *report.Document {
	result := score.Score(q, sheet)
	return report.Build(report.Run{
		Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: q, Sheet: sheet, Score: result,
		Tips: score.Tips(q, sheet, result), Advice: advice.Advise(q, sheet, result),
	})
}
