// Package reporttest makes results for the tests of any package, and finds the texts and numbers in them. Only tests
// may import it.
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

// Hostile tries something in each of the ways to break out of a terminal, markdown, HTML or a table.
const Hostile = "a|b `c` <script>alert(1)</script> \x1b[31m\u202e # [x](javascript:y)\n- =1+1"

// Read reads an answers file, and the questionnaire that it names.
func Read(t testing.TB, path string) (*questionnaire.Questionnaire, *answers.Sheet) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return Parse(t, filepath.Base(path), string(text))
}

// Parse is Read for a file in a text.
func Parse(t testing.TB, name, text string) (*questionnaire.Questionnaire, *answers.Sheet) {
	t.Helper()
	file := parsed(t, name, text)
	q := questionnairetest.Named(t, file.Questionnaire)
	return q, checked(t, q, file)
}

// Answers assesses an answers file in a text by any questionnaire.
func Answers(t testing.TB, q *questionnaire.Questionnaire, text string) *report.Document {
	t.Helper()
	return Sheet(q, checked(t, q, parsed(t, "answers.yaml", text)))
}

// Sheet assesses a sheet as the program does, on no particular day.
func Sheet(q *questionnaire.Questionnaire, sheet *answers.Sheet) *report.Document {
	return report.Build(Run(q, sheet))
}

// Run is what a sheet gives a report: its score, tips and advice, on no particular day.
func Run(q *questionnaire.Questionnaire, sheet *answers.Sheet) report.Run {
	result := score.Score(q, sheet)
	return report.Run{
		Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: q, Sheet: sheet, Score: result,
		Tips: score.Tips(q, sheet, result), Advice: advice.Advise(q, sheet, result),
	}
}

func parsed(t testing.TB, name, text string) *answers.File {
	t.Helper()
	file, found := answers.Parse(name, []byte(text))
	if file == nil {
		t.Fatal(found)
	}
	return file
}

func checked(t testing.TB, q *questionnaire.Questionnaire, file *answers.File) *answers.Sheet {
	t.Helper()
	sheet, found := file.Check(q)
	if sheet == nil {
		t.Fatal(found)
	}
	return sheet
}
