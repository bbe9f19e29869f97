package screen

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// memory keeps drafts for a test.
type memory struct {
	draft *interview.Draft
	saved *answers.Sheet
	full  bool
}

func (m *memory) Find(string) (*interview.Draft, error) { return m.draft, nil }

func (m *memory) Save(sheet *answers.Sheet) error {
	if m.full {
		return errors.New("write /home/ada/.local/state/opsfit/payments-api.yaml: no space left on device; free some, then press any key")
	}
	saved := *sheet
	saved.Answers = maps.Clone(sheet.Answers)
	m.saved = &saved
	return nil
}

// answers are those saved so far.
func (m *memory) answers() map[string]answers.Answer {
	if m.saved == nil {
		return map[string]answers.Answer{}
	}
	return m.saved.Answers
}

func (m *memory) Place(subject string) string {
	return "/home/ada/.local/state/opsfit/" + subject + ".yaml"
}

// faced starts an interview of the full questionnaire without colours.
func faced(t testing.TB, width, height int) (*face, *memory) {
	t.Helper()
	drafts := &memory{}
	opening := &interview.Opening{
		Questionnaire: loaded(questionnairetest.Shipped(t, "full")), Sheet: &answers.Sheet{Date: "2026-11-22"}, Drafts: drafts,
	}
	f, err := newFace(opening, Stage{Columns: width, Rows: height})
	if err != nil {
		t.Fatal(err)
	}
	return f, drafts
}

// loaded is a questionnaire that need not be waited for.
func loaded(q *questionnaire.Questionnaire) func() (*questionnaire.Questionnaire, error) {
	return func() (*questionnaire.Questionnaire, error) { return q, nil }
}

// begun are the keys that lead through the opening screens to the first question.
const begun = "enter enter enter enter"

// typeKeys presses keys by their names, with blanks between them. "text:…" types a text with _ for blanks, "paste:…"
// pastes one, "full" fills the disk, "free" frees it, and "draft" puts an earlier draft there.
func typeKeys(f *face, drafts *memory, names string) {
	for name := range strings.FieldsSeq(names) {
		typeKey(f, drafts, name)
	}
}

func typeKey(f *face, drafts *memory, name string) {
	text := func(prefix string) string { return strings.ReplaceAll(strings.TrimPrefix(name, prefix), "_", " ") }
	switch {
	case name == "full" || name == "free":
		drafts.full = name == "full"
	case name == "draft":
		drafts.draft = earlier()
	case strings.HasPrefix(name, "text:"):
		for _, r := range text("text:") {
			f.press(key{name: string(r), text: string(r)})
		}
	case strings.HasPrefix(name, "paste:"):
		f.paste(text("paste:"))
	case len([]rune(name)) == 1:
		f.press(key{name: name, text: name})
	default:
		f.press(key{name: name})
	}
}

func earlier() *interview.Draft {
	return &interview.Draft{
		Sheet: &answers.Sheet{Answers: map[string]answers.Answer{
			"release_trigger": {Status: answers.Answered, Option: "planned_release"},
			"batch_size":      {Status: answers.DontKnow},
		}},
		Dropped: diag.List{{Severity: diag.Warning, Message: `the questionnaire no longer has a question "deploy_days"`}},
		Resume:  func() {},
	}
}
