package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// TestKeyTable presses each key that the help of a screen names, each on a screen of its own, and holds what happens. The
// table is made from the list that the help is made from; every row was read before it was accepted.
func TestKeyTable(t *testing.T) {
	t.Parallel()
	screens := []struct{ name, keys string }{
		{"start", "text:pay"},
		{"start_draft", "drafts down"},
		{"who", "enter text:ops enter text:lead"},
		{"ready", "enter enter enter"},
		{"ready_draft", "draft enter enter enter"},
		{"question", begun + " 2 left down"},
		{"question_fifth", begun + " 1 1 1 1 down"},
		{"note", begun + " n text:a_b left"},
		{"reason", begun + " 1 x text:bought_in"},
		{"overview", begun + " 1 d s 2 o home"},
		{"find", begun + " 1 / text:release down"},
		{"review", begun + " 1 d 2 o end enter down"},
		{"review_finish", begun + " 1 d 2 o end enter"},
		{"save", begun + " 1 w text:a.yaml"},
		{"moved", begun + " moved 1"},
		{"help", begun + " ?"},
	}
	archive := testarchive.Open(t, "testdata/keys.txtar", updating())
	for _, screen := range screens {
		t.Run(screen.name, func(t *testing.T) {
			t.Parallel()
			at := func() (*fullScreen, *memory) {
				f, drafts := faced(t, 80, 24)
				typeKeys(f, drafts, screen.keys)
				return f, drafts
			}
			var table strings.Builder
			f, _ := at()
			for _, c := range f.commandsOn(f.page) {
				for _, name := range c.keys {
					f, drafts := at()
					before := stateOf(f, drafts)
					typeKey(f, drafts, name)
					fmt.Fprintf(&table, "%-13s | %s | %s\n", name, c.help, whatChanged(before, stateOf(f, drafts)))
				}
			}
			archive.Check(t, screen.name, table.String())
		})
	}
}

// stateOf is all that a key may change, by name.
func stateOf(f *fullScreen, drafts *memory) map[string]string {
	state := map[string]string{"page": strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%T", f.page), "*ui."), "Page"), "said": f.said, "scrolled": fmt.Sprint(f.view.top)}
	if field := fieldOf(f.page); field != nil {
		state["text"] = field.before + "|" + field.after
	}
	switch p := f.page.(type) {
	case *questionPage:
		state["pointer"], state["why is shown"] = fmt.Sprint(p.pick+1), fmt.Sprint(p.why)
	case *listPage:
		state["pointer"] = fmt.Sprint(p.pick + 1)
	case *reviewPage:
		state["pointer"] = fmt.Sprint(p.pick)
	case *readyPage:
		state["pointer"] = fmt.Sprint(p.pick + 1)
	case *startPage:
		state["page"], state["pointer"] = p.title, fmt.Sprint(p.pick+1)
	case *entryPage:
		state["page"] = p.ask
	}
	if f.session != nil {
		state["question"] = fmt.Sprint(f.session.Current() + 1)
		for i := range f.session.Len() {
			state[f.session.Question(i).ID] = describeAnswer(f.session.Question(i), f.session.Answer(i))
		}
	}
	state["quit"], state["finished"], state["file"] = fmt.Sprint(f.left), fmt.Sprint(f.finished), drafts.file
	state["web page"] = fmt.Sprint(drafts.page != nil)
	return state
}

// whatChanged tells the difference of two states in a line.
func whatChanged(before, after map[string]string) string {
	var changes []string
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if before[name] != after[name] && (before[name] != "" || after[name] != "no answer") {
			changes = append(changes, name+": "+after[name])
		}
	}
	if len(changes) == 0 {
		return "nothing"
	}
	return strings.Join(changes, "; ")
}

// TestEveryShippedQuestion presses the keys of each question of the shipped questionnaires, on two sizes of screens.
func TestEveryShippedQuestion(t *testing.T) {
	t.Parallel()
	known := map[string]*questionnaire.Questionnaire{
		"toy-launch": questionnairetest.File(t, "../../../testdata/questionnaire/ok/toy-launch.yaml"),
	}
	for _, name := range []string{"full", "quick", "dora", "launch"} {
		known[name] = questionnairetest.Shipped(t, name)
	}
	for name, q := range known {
		for _, size := range [][2]int{{80, 24}, {40, 15}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				drafts := &memory{}
				f, err := newFullScreen(&interview.Opening{
					Questionnaire: loaded(q), Sheet: &answers.Sheet{}, Drafts: drafts,
				}, Terminal{Columns: size[0], Rows: size[1]})
				if err != nil {
					t.Fatal(err)
				}
				typeKeys(f, drafts, begun)
				for at := 0; at < f.session.Len(); at++ {
					pressAll(t, f, drafts, at)
				}
				if !f.session.InReview() || len(drafts.answers()) != f.session.Len()+f.session.NotAsked() {
					t.Errorf("in the review: %t, with %d answers", f.session.InReview(), len(drafts.answers()))
				}
			})
		}
	}
}

// pressAll answers a question in every way, goes back each time, and leaves it by the last of its options.
func pressAll(t *testing.T, f *fullScreen, drafts *memory, at int) {
	t.Helper()
	question := f.session.Question(at)
	press := func(keys string, want answers.Answer) {
		t.Helper()
		typeKeys(f, drafts, keys)
		if want.Source = answers.Person; !f.session.Answer(at).Same(want) || !drafts.answers()[question.ID].Same(want) {
			t.Errorf("%s of %s: %+v, want %+v", keys, question.ID, f.session.Answer(at), want)
		}
		foot := f.truncateLine(question.Title+": "+describeChoice(question, want), f.textWidth())
		if text := onScreen(f); !strings.Contains(text, foot) && f.said == "" {
			t.Errorf("%s of %s: %q is not on the next screen:\n%s", keys, question.ID, foot, text)
		}
	}
	press("d", answers.Answer{Status: answers.DontKnow})
	press("b s", answers.Answer{Status: answers.Skipped})
	if question.AllowNA {
		press("b x text:bought_in enter", answers.Answer{Status: answers.NotApplicable, Reason: "bought in"})
	}
	for i, option := range question.Shown() {
		if question.Many {
			list := &answers.List{Options: []string{option.ID}}
			press(fmt.Sprintf("b s b %d enter", i+1), answers.Answer{Status: answers.Answered, List: list})
		} else {
			press(fmt.Sprint("b ", i+1), answers.Answer{Status: answers.Answered, Option: option.ID})
		}
		if at > 0 && f.session.Current() != min(at+1, f.session.Len()-1) {
			t.Errorf("at question %d after %d", f.session.Current(), at)
		}
	}
}
