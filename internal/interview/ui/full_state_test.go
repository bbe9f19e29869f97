package ui

import (
	"errors"
	"maps"
	"strings"
	"testing"
	"time"

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
	// file is where the person chose to save; moved what the next save says.
	file, moved string
	// page is the sheet of the page that was written last; nil for none.
	page *answers.Sheet
}

func (m *memory) Find(string) (*interview.Draft, error) { return m.draft, nil }

func (m *memory) Save(sheet *answers.Sheet) (moved string, err error) {
	if m.full {
		return "", errors.New("write /home/ada/.local/state/opsfit/payments-api.yaml: no space left on device; nothing was changed there")
	}
	saved := *sheet
	saved.Answers = maps.Clone(sheet.Answers)
	m.saved = &saved
	moved, m.moved = m.moved, ""
	return moved, nil
}

// writePage finds no room where the answers find none.
func (m *memory) writePage(sheet *answers.Sheet) (file string, err error) {
	if m.full {
		return "", errors.New("write payments-api.html: no space left on device")
	}
	m.page = sheet
	return "payments-api.html", nil
}

// SaveAs finds room anywhere but on the disk named full.
func (m *memory) SaveAs(sheet *answers.Sheet, file string) error {
	if strings.HasPrefix(file, "/full/") {
		return errors.New("write " + file + ": no space left on device; nothing was changed there")
	}
	m.full, m.file = false, file
	_, err := m.Save(sheet)
	return err
}

// answers are those saved so far.
func (m *memory) answers() map[string]answers.Answer {
	if m.saved == nil {
		return map[string]answers.Answer{}
	}
	return m.saved.Answers
}

func (m *memory) AnswersPlace(subject string) string {
	if m.file != "" {
		return m.file
	}
	return "/home/ada/.local/state/opsfit/" + subject + ".yaml"
}

// faced starts an interview of the frozen questionnaire without colours.
func faced(t testing.TB, width, height int) (*fullScreen, *memory) {
	t.Helper()
	drafts := &memory{}
	opening := &interview.Opening{
		Questionnaire: loaded(questionnairetest.Frozen(t)), Sheet: &answers.Sheet{Date: "2026-11-22"}, Drafts: drafts,
	}
	opening.WritePage = drafts.writePage
	opening.Resume = func(int) { opening.Sheet, opening.Settled = earlier().Sheet, true }
	f, err := newFullScreen(opening, Terminal{Columns: width, Rows: height})
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
// pastes one, "full" fills the disk, "free" frees it, "draft" puts an earlier draft there, and "moved" makes the next
// save go to another file.
func typeKeys(f *fullScreen, drafts *memory, names string) {
	for name := range strings.FieldsSeq(names) {
		typeKey(f, drafts, name)
	}
}

func typeKey(f *fullScreen, drafts *memory, name string) {
	text := func(prefix string) string { return strings.ReplaceAll(strings.TrimPrefix(name, prefix), "_", " ") }
	switch {
	case name == "full" || name == "free":
		drafts.full = name == "full"
	case name == "moved":
		drafts.moved = "Another session or an editor has written to payments-api.yaml. It stays as it is. " +
			"All your answers are now in payments-api.1.yaml, and this session continues there."
	case name == "drafts":
		f.opening.Unfinished = unfinished()
		f.showFirstPage()
		f.layOutPage()
	case name == "draft":
		drafts.draft = earlier()
	case strings.HasPrefix(name, "text:"):
		for _, r := range text("text:") {
			f.handleKey(key{name: string(r), text: string(r)})
		}
	case strings.HasPrefix(name, "paste:"):
		f.pasteText(text("paste:"))
	case name == "space":
		f.handleKey(key{name: name, text: " "})
	case len([]rune(name)) == 1:
		f.handleKey(key{name: name, text: name})
	default:
		f.handleKey(key{name: name})
	}
}

// unfinished are two drafts to offer.
func unfinished() []interview.Unfinished {
	return []interview.Unfinished{
		{Subject: "payments-api", Questionnaire: "Frozen assessment", Answered: 2, Total: 13, Saved: time.Date(2026, 11, 20, 9, 5, 0, 0, time.UTC)},
		{Questionnaire: "Frozen assessment", Answered: 1, Total: 13, Saved: time.Date(2026, 10, 1, 17, 30, 0, 0, time.UTC)},
	}
}

func earlier() *interview.Draft {
	return &interview.Draft{
		Saved: time.Date(2026, 11, 20, 9, 5, 0, 0, time.UTC),
		Sheet: &answers.Sheet{Answers: map[string]answers.Answer{
			"release_trigger": {Status: answers.Answered, Option: "planned_release"},
			"batch_size":      {Status: answers.DontKnow},
		}},
		Dropped: diag.List{{Severity: diag.Warning, Message: `the questionnaire no longer has a question "deploy_days"`}},
		Resume:  func() {},
	}
}
