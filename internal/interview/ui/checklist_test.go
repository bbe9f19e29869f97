package ui

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// checklist asks for all that apply, and one question only for some answers to another.
func checklist(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.File(t, "testdata/checklist.yaml")
}

// atChecklist is a person before the first question of the checklist, with the answers of a file.
func atChecklist(t testing.TB, width, height int, given map[string]answers.Answer) (*fullScreen, *memory) {
	t.Helper()
	drafts := &memory{}
	f, err := newFullScreen(&interview.Opening{
		Questionnaire: loaded(checklist(t)), Sheet: &answers.Sheet{Answers: given}, Drafts: drafts, Settled: true,
	}, Terminal{Columns: width, Rows: height})
	if err != nil {
		t.Fatal(err)
	}
	return f, drafts
}

// partly is an answer of a file that says of one option that nobody knows, and of another that it cannot apply.
func partly() map[string]answers.Answer {
	return map[string]answers.Answer{"alerts": {Status: answers.Answered, Source: answers.Person, List: &answers.List{
		Options: []string{"core"}, Unknown: []string{"errors"}, NotApplicable: []answers.LeftOut{{Option: "late", Reason: "no jobs"}},
	}}}
}

// TestChecklistScreens holds what lists and dependent questions look like.
func TestChecklistScreens(t *testing.T) {
	t.Parallel()
	screens := []struct {
		name, keys string
		given      map[string]answers.Answer
	}{
		{"ready", "", nil},
		{"list", "enter d 1", nil},
		{"list_ticked", "enter d 1 1 down space", nil},
		{"list_none", "enter d 1 1 3 4", nil},
		{"list_enter", "enter d 1 enter", nil},
		{"list_enter_without_none", "enter d 2 1 enter enter", nil},
		{"list_unknown", "enter d 1 1 d b", nil},
		{"list_help", "enter d 1 ?", nil},
		{"list_from_a_file", "enter d 1", partly()},
		{"more_questions", "enter d 2 1 3 enter", nil},
		{"fewer_questions", "enter d 3", nil},
		{"kept_aside", "enter 3 3 b", nil},
		{"overview", "enter d 2 1 3 enter 2 enter o", nil},
		{"review", "enter d 3 1 3 enter 2", nil},
		{"review_from_a_file", "enter d 2 enter 1 enter 2", partly()},
	}
	archive := testarchive.Open(t, "testdata/checklist.txtar", updating())
	for _, size := range [][2]int{{80, 24}, {40, 15}} {
		for _, screen := range screens {
			name := fmt.Sprintf("%s-%dx%d", screen.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				f, drafts := atChecklist(t, size[0], size[1], screen.given)
				typeKeys(f, drafts, screen.keys)
				archive.Check(t, name, drawn(f))
			})
		}
	}
}

// TestChecklistKeys holds what keys do to lists, and to what is asked.
func TestChecklistKeys(t *testing.T) {
	t.Parallel()
	list := func(options ...string) answers.Answer {
		return answers.Answer{Status: answers.Answered, Source: answers.Person, List: &answers.List{Options: options}}
	}
	one := func(option string) answers.Answer {
		return answers.Answer{Status: answers.Answered, Source: answers.Person, Option: option}
	}
	skipped := answers.Answer{Status: answers.Skipped, Source: answers.Person}
	tests := []struct {
		name, keys string
		given      map[string]answers.Answer
		want       answers.Answer
		at         int
	}{
		{"digits tick and stay", "3 1", nil, list("core", "late"), 2},
		{"a digit again takes the tick away", "1 3 1", nil, list("late"), 2},
		{"without a tick there is no answer", "1 1", nil, skipped, 2},
		{"space ticks at the pointer", "down space down down space", nil, list("core", "late"), 2},
		{"enter goes on with what is ticked, wherever the pointer is", "1 down enter", nil, list("core"), 3},
		{"enter alone ticks nothing", "down enter enter", nil, answers.Answer{}, 2},
		{"none takes the others out", "1 3 4", nil, list("nothing"), 2},
		{"another takes none out", "4 2", nil, list("errors"), 2},
		{"enter on don't know", "1 end up enter", nil, answers.Answer{Status: answers.DontKnow, Source: answers.Person}, 3},
		{"not applicable", "x text:bought_in enter", nil, answers.Answer{Status: answers.NotApplicable, Reason: "bought in", Source: answers.Person}, 3},
		{"skip clears", "1 s", nil, skipped, 3},
		{"undo takes back a tick", "1 3 u", nil, list("core"), 2},
		{"what a file says stays", "1 1", partly(), partly()["alerts"], 2},
		{"a tick on what was unknown", "2", partly(), answers.Answer{Status: answers.Answered, Source: answers.Person, List: &answers.List{
			Options: []string{"core", "errors"}, NotApplicable: []answers.LeftOut{{Option: "late", Reason: "no jobs"}},
		}}, 2},
		{"none keeps what cannot apply", "4", partly(), answers.Answer{Status: answers.Answered, Source: answers.Person, List: &answers.List{
			Options: []string{"nothing"}, NotApplicable: []answers.LeftOut{{Option: "late", Reason: "no jobs"}},
		}}, 2},
		{"an answer elsewhere does not move it", "1 enter", map[string]answers.Answer{"kind": one("migration")}, list("core"), 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f, drafts := atChecklist(t, 80, 24, test.given)
			typeKeys(f, drafts, "enter")
			f.session.GoTo(2)
			f.showCurrent()
			typeKeys(f, drafts, test.keys)
			if diff := cmp.Diff(test.want, drafts.answers()["alerts"]); diff != "" && f.session.ChangeCount() > 0 {
				t.Errorf("saved answer (-want +got):\n%s", diff)
			}
			if got := f.session.Current(); got != test.at {
				t.Errorf("at question %d, want %d", got, test.at)
			}
		})
	}
}

// TestAskedWhileAnswering goes back and forth between answers that decide what is asked.
func TestAskedWhileAnswering(t *testing.T) {
	t.Parallel()
	f, drafts := atChecklist(t, 80, 24, nil)
	for _, step := range []struct {
		keys     string
		at, all  int
		question string
		done     int
	}{
		{"enter", 0, 4, "trial", 0},
		{"3", 1, 4, "kind", 1},
		{"2", 2, 5, "alerts", 2},
		{"b 3", 1, 3, "alerts", 1}, // the first question is not asked any more, and a later one neither
		{"1 enter 2", 2, 3, "backout", 3},
		{"down enter 2 tab enter", 3, 5, "moved", 4}, // from the review and back there, and on to the one without an answer
		{"u", 0, 3, "kind", 3},
		{"u", 2, 3, "backout", 2},
	} {
		typeKeys(f, drafts, step.keys)
		progress := f.session.Progress()
		if at := f.session.Current(); at != step.at || f.session.Question(at).ID != step.question || f.session.Len() != step.all ||
			progress.Answered != step.done || progress.Total != step.all {
			t.Fatalf("after %s: at %s, %d of %d with %d done, want %+v", step.keys, f.session.Question(at).ID, at, f.session.Len(), progress.Answered, step)
		}
	}
	if given, ok := drafts.saved.Given("trial"); !ok || given.Option != "users" {
		t.Errorf("the answer to a question that is not asked now is saved as %+v", given)
	}
}
