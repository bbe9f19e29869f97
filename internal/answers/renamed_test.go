package answers_test

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

const renamedQuestions = `id: t
version: 2.0.0
title: T
axes: [{id: a}]
questions:
  - id: rhythm
    was: [trigger]
    axis: a
    measures: lean
    text: How often?
    options:
      - {id: rare, was: ["no"], position: -1, text: Rarely}
      - {id: often, was: [daily, hourly], position: 1, text: Often}
`

func TestEarlierIDsAreRead(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Load(t, "t.yaml", renamedQuestions)
	for _, test := range []struct{ name, text, option, found string }{
		{"new ids", "rhythm: often", "often", ""},
		{"an earlier option", "rhythm: hourly", "often", `a.yaml:1:19: note: rhythm: "hourly" is read as "often", "Often"`},
		{"an earlier question", "trigger: often", "often", `a.yaml:1:11: note: "trigger" is read as "rhythm"`},
		{"both ids", "rhythm: often, trigger: daily", "", `a.yaml:1:26: "trigger" is the earlier id of "rhythm", which is answered too`},
		{"a word that a tool switched", "rhythm: false", "", `rhythm has no option "false"; a tool that follows YAML 1.1 may have written it for the option "no"`},
		{"the same word in quotation marks", `rhythm: "false"`, "", `rhythm has no option "false"; choose one of`},
		{"an earlier id that YAML 1.1 reads as a boolean", "rhythm: no", "rare", `rhythm: "no" is read as "rare"`},
	} {
		file, _ := answers.Parse("a.yaml", []byte("answers: {"+test.text+"}"))
		sheet, found := file.Check(q)
		if text := found.Error(); test.found == "" && len(found) > 0 || !strings.Contains(text, test.found) {
			t.Errorf("%s: found %q, want %q", test.name, text, test.found)
		}
		if option := chosenIn(sheet); option != test.option {
			t.Errorf("%s: option %q, want %q", test.name, option, test.option)
		}
		if test.option != "" && found.Strict().HasErrors() {
			t.Errorf("%s: %v fails a strict run", test.name, found)
		}
	}
}

func chosenIn(sheet *answers.Sheet) string {
	if sheet == nil {
		return ""
	}
	return sheet.Get("rhythm").Option
}

// An earlier id that could mean two things is refused where the questionnaire is loaded.
func TestEarlierIDsAreUnambiguous(t *testing.T) {
	t.Parallel()
	for _, change := range [][2]string{
		{"was: [trigger]", "was: [rhythm]"},
		{"was: [daily, hourly]", "was: [\"no\"]"},
		{"was: [daily, hourly]", "was: [rare]"},
		{"was: [daily, hourly]", "was: [dont_know]"},
	} {
		text := strings.Replace(renamedQuestions, change[0], change[1], 1)
		if q, found := questionnaire.Load(questionnaire.Source{Name: "t.yaml", Bytes: []byte(text)}, nil); q != nil || !strings.Contains(found.Error(), "earlier-id") {
			t.Errorf("%s: loaded, found %v", change[1], found)
		}
	}
}
