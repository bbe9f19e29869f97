package ui

import (
	"maps"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// hostile is what people, files and terminals come up with.
func hostile() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"", "plain words that are long enough to be wrapped at least once on a narrow screen, and then some more",
		"日本語のサービスは毎週リリースされます。計画された変更だけが行われます。",
		"השירות משוחרר בכל שבוע או לפי דרישה", "\u202eright to left\u2066", "\x1b[2J\x1b]0;title\a", "a\r\nb\tc\x00\xff",
		"👩\u200d👩\u200d👧\u200d👦👍🏽🇩🇪 family", strings.Repeat("e\u0301\u0323", 50), strings.Repeat("averylongword", 20), "\u0301\u0301", "ﷺ﷽𒐫",
	}))
}

// strange is a questionnaire of hostile texts.
func strange(t *rapid.T) *questionnaire.Questionnaire {
	text := func(what string) string { return hostile().Draw(t, what) }
	q := &questionnaire.Questionnaire{
		ID: "strange", Version: "1.0.0", Title: text("title"), ScopeHint: text("hint"),
		Axes: []questionnaire.Axis{{ID: "axis", Title: text("axis")}},
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "questions") {
		question := questionnaire.Question{
			ID: string(rune('a' + i)), Title: text("title"), Axis: "axis", Measures: questionnaire.Lean, Text: text("question"), Why: text("why"),
			AllowNA: rapid.Bool().Draw(t, "allow_na"), Reverse: rapid.Bool().Draw(t, "reverse"),
		}
		for j := range rapid.IntRange(1, 12).Draw(t, "options") {
			question.Options = append(question.Options, questionnaire.Option{ID: string(rune('a' + j)), Text: text("option")})
		}
		if rapid.Bool().Draw(t, "many") {
			question.Many, question.Measures = true, questionnaire.Readiness
			question.Options[len(question.Options)-1].None = rapid.Bool().Draw(t, "none")
		}
		q.Questions = append(q.Questions, question)
	}
	return dependent(t, q)
}

// dependent lets some questions be asked only for some answers to one of the others.
func dependent(t *rapid.T, q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	decides := rapid.IntRange(0, len(q.Questions)-1).Draw(t, "decides")
	first := &q.Questions[decides]
	first.Measures, first.Axis, first.Many = questionnaire.Context, "", false
	for i := range q.Questions {
		if i != decides && rapid.Bool().Draw(t, "depends") {
			q.Questions[i].AskIf = &condition.Condition{Kind: condition.None, Of: []condition.Condition{{
				Kind: condition.AnswerTest, Question: first.ID, Options: []string{first.Options[0].ID},
			}}}
		}
	}
	return q
}

// TestAnyKeys holds for any keys, texts and sizes: the screen fits, what the pointer is at can be seen, the sheet is
// one that can be read again, and everything answered is saved.
func TestAnyKeys(t *testing.T) {
	t.Parallel()
	keys := strings.Fields("up up down down enter enter enter esc left right home end pgup pgdown tab backspace ctrl+u ctrl+w space f1 " +
		"1 2 3 9 0 b s d u y p ? x n e o / h q j k w z text paste resize full free moved")
	rapid.Check(t, func(t *rapid.T) {
		drafts := &memory{}
		if rapid.Bool().Draw(t, "draft") {
			drafts.draft = earlier()
		}
		opening := &interview.Opening{
			Questionnaire: loaded(strange(t)), Drafts: drafts, Sheet: &answers.Sheet{Subject: hostile().Draw(t, "subject")},
			Settled: rapid.Bool().Draw(t, "settled"), Edit: rapid.Bool().Draw(t, "edit"),
			WritePage: func(*answers.Sheet) (string, error) { return hostile().Draw(t, "file"), nil },
		}
		f, err := newFullScreen(opening, Terminal{
			Columns: rapid.IntRange(40, 200).Draw(t, "columns"), Rows: rapid.IntRange(15, 60).Draw(t, "rows"),
			Color: rapid.Bool().Draw(t, "color"), Hues: rapid.Bool().Draw(t, "hues"), ASCII: rapid.Bool().Draw(t, "ascii"),
		})
		if err != nil {
			t.Fatal(err)
		}
		checkScreen(t, f)
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(keys), 0, 60).Draw(t, "keys") {
			switch name {
			case "text":
				f.handleKey(key{name: "text", text: hostile().Draw(t, "typed")})
			case "paste":
				f.pasteText(hostile().Draw(t, "pasted"))
			case "resize":
				f.resize(rapid.IntRange(40, 200).Draw(t, "columns"), rapid.IntRange(15, 60).Draw(t, "rows"))
			default:
				typeKey(f, drafts, name)
			}
			checkScreen(t, f)
			checkSheet(t, f, drafts)
			if f.left || f.finished {
				return
			}
		}
	})
}

func checkScreen(t *rapid.T, f *fullScreen) {
	text, at := f.drawScreen()
	lines := strings.Split(text, "\n")
	checkCommands(t, f, ansi.Strip(lines[len(lines)-1]))
	if len(lines) != f.height {
		t.Fatalf("%d lines on a screen of %d", len(lines), f.height)
	}
	for _, line := range lines {
		if displayWidth(line) > f.width {
			t.Fatalf("%q is %d cells wide, more than %d", line, displayWidth(line), f.width)
		}
		if bare := ansi.Strip(line); strings.ContainsFunc(bare, diag.Hidden) {
			t.Fatalf("%q holds a character that must not reach a terminal", line)
		}
	}
	if at != nil && (at.row < 0 || at.row >= f.height || at.column < 0 || at.column >= f.width) {
		t.Fatalf("the cursor is at %v of a screen of %dx%d", *at, f.width, f.height)
	}
	fr := f.page.draw(f, f.view.air)
	if !f.view.free && fr.focus.end > fr.focus.start && !f.view.isVisible(fr.focus) {
		t.Fatalf("%v of %d lines is out of view %+v", fr.focus, len(fr.body), f.view)
	}
}

// checkCommands holds that the sure keys are on the last line, that no key means two things, and that a question is shown
// where the session is.
func checkCommands(t *rapid.T, f *fullScreen, last string) {
	meanings := map[string]bool{}
	for _, c := range f.commandsOn(f.page) {
		if c.sure && !strings.Contains(last, c.hintText()) {
			t.Fatalf("%q is cut off: %q", c.hintText(), last)
		}
		for _, name := range c.keys {
			if meanings[name] {
				t.Fatalf("%s means two things on %T", name, f.page)
			}
			meanings[name] = true
		}
	}
	if p, ok := f.page.(*questionPage); ok && (p.at != f.session.Current() || f.session.InReview()) {
		t.Fatalf("question %d is shown, and the session is at %d", p.at, f.session.Current())
	}
}

func checkSheet(t *rapid.T, f *fullScreen, drafts *memory) {
	if f.session == nil || f.unsaved != nil {
		return
	}
	sheet := f.session.Sheet()
	if drafts.saved != nil && !maps.EqualFunc(sheet.Answers, drafts.saved.Answers, answers.Answer.Same) {
		t.Fatalf("saved is not what was answered:\n%s", cmp.Diff(sheet.Answers, drafts.saved.Answers))
	}
	file, found := answers.Parse("sheet.yaml", answers.Write(f.q, sheet))
	if file == nil {
		t.Fatal(found)
	}
	read, found := file.Check(f.q)
	if found.HasErrors() {
		t.Fatalf("the sheet cannot be read again: %v", found)
	}
	if diff := cmp.Diff(sheet.Unasked, read.Unasked, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(answers.Answer{}, "Pos")); diff != "" {
		t.Fatalf("what is not asked reads differently (-given +read):\n%s", diff)
	}
	if diff := cmp.Diff(sheet.Answers, read.Answers, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(answers.Answer{}, "Pos")); diff != "" {
		t.Fatalf("the sheet reads differently (-given +read):\n%s", diff)
	}
}

// TestTinyScreens holds that a terminal too small to be useful does no harm.
func TestTinyScreens(t *testing.T) {
	t.Parallel()
	f, drafts := faced(t, 80, 24)
	for name := range strings.FieldsSeq(begun + " 1 n esc o / esc h esc pgdown s d y u") {
		typeKey(f, drafts, name)
		for _, size := range [][2]int{{1, 1}, {2, 3}, {7, 4}, {20, 5}} {
			f.resize(size[0], size[1])
			text, _ := f.drawScreen()
			for line := range strings.SplitSeq(text, "\n") {
				if displayWidth(line) > size[0] {
					t.Fatalf("%q on a screen %d wide", line, size[0])
				}
			}
		}
	}
}
