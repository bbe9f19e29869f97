package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// keeper returns drafts below a new folder, for the shipped quick questionnaire.
func keeper(t *testing.T, state, save string) *drafts {
	t.Helper()
	var out, errs bytes.Buffer
	run := &runner{Process: process(t.TempDir(), &out, &errs), sources: map[string][]byte{}}
	run.Env = func(name string) string {
		return map[string]string{"XDG_STATE_HOME": state, "HOME": filepath.Join(state, "home")}[name]
	}
	run.Now = func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }
	q, err := run.newLoader(t.Context(), config.Config{}).loadQuestionnaire("quick", false)
	if err != nil {
		t.Fatal(err)
	}
	d := &drafts{run: run, q: q, save: save}
	if err := d.findFolder(); err != nil {
		t.Fatal(err)
	}
	return d
}

// sheetWith answers the first questions of a questionnaire with dont_know.
func sheetWith(q *questionnaire.Questionnaire, subject string, known int) *answers.Sheet {
	sheet := &answers.Sheet{Subject: subject, Team: "ops", Answers: map[string]answers.Answer{}}
	for i := range known {
		sheet.Answers[q.Questions[i].ID] = answers.Answer{Status: answers.DontKnow, Source: answers.Person}
	}
	return sheet
}

func (d *drafts) mustSave(t *testing.T, sheet *answers.Sheet) {
	t.Helper()
	if moved, err := d.Save(sheet); moved != "" || err != nil {
		t.Fatalf("%q, %v", moved, err)
	}
}

func (d *drafts) mustFind(t *testing.T, subject string) *interview.Draft {
	t.Helper()
	draft, err := d.Find(subject)
	if err != nil || draft == nil {
		t.Fatalf("%v, %v", draft, err)
	}
	return draft
}

func TestDraftIsFoundBySubject(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	first := keeper(t, state, "")
	first.mustSave(t, sheetWith(first.q, "payments", 2))
	next := keeper(t, state, "")
	if draft := next.mustFind(t, "payments"); len(draft.Sheet.Answers) != 2 || len(draft.Dropped) > 0 || draft.Saved.IsZero() {
		t.Errorf("%+v", draft)
	}
	for _, same := range []string{"Payments", " payments\t", "PAYMENTS"} {
		next.mustFind(t, same)
	}
	for _, other := range []string{"", "payment", "pay ments"} {
		if draft, err := next.Find(other); draft != nil || err != nil {
			t.Errorf("%q finds %v, %v", other, draft, err)
		}
	}
	var sheet answers.Sheet
	next.fillHead(&sheet)
	if sheet.Team != "ops" || sheet.Subject != "" {
		t.Errorf("remembered %+v", sheet)
	}
}

// Whether a draft is resumed or not, what it held is in some file afterwards.
func TestNoSessionWritesOverAnother(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	first := keeper(t, state, "")
	first.mustSave(t, sheetWith(first.q, "s", 3))
	resumed := keeper(t, state, "")
	resumed.mustFind(t, "s").Resume()
	resumed.mustSave(t, sheetWith(first.q, "s", 4))
	resumed.mustSave(t, sheetWith(first.q, "s", 5))
	if names := list(t, first.folder); strings.Contains(names, ".1.") {
		t.Errorf("a resumed draft was set aside: %s", names)
	}
	for range 2 {
		fresh := keeper(t, state, "")
		fresh.mustSave(t, sheetWith(first.q, "s", 1))
		fresh.mustSave(t, sheetWith(first.q, "s", 2))
	}
	name := draftName("quick", "s")
	base := strings.TrimSuffix(name, ".yaml")
	for file, want := range map[string]int{name: 2, base + ".1.yaml": 5, base + ".2.yaml": 2} {
		text, err := os.ReadFile(filepath.Join(first.folder, file))
		if got := bytes.Count(text, []byte(": dont_know\n")); err != nil || got != want {
			t.Errorf("%s has %d answers, %v; want %d", file, got, err, want)
		}
	}
}

// A draft that another version wrote is resumed with what fits, and then written beside: it holds more than can be kept.
func TestDraftWithDroppedAnswersIsKept(t *testing.T) {
	t.Parallel()
	d := keeper(t, t.TempDir(), "kept.yaml")
	old := "questionnaire: quick\nanswers: {gone: {option: x, note: precious}, " + d.q.Questions[0].ID + ": dont_know}\n"
	if err := os.WriteFile(d.draftPath(""), []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	draft := d.mustFind(t, "")
	if len(draft.Dropped) != 1 || len(draft.Sheet.Answers) != 1 {
		t.Fatalf("%+v", draft)
	}
	draft.Resume()
	d.mustSave(t, draft.Sheet)
	aside, err := os.ReadFile(strings.TrimSuffix(d.draftPath(""), ".yaml") + ".1.yaml")
	if err != nil || string(aside) != old {
		t.Errorf("%q, %v", aside, err)
	}
}

func TestUnreadableDraft(t *testing.T) {
	t.Parallel()
	d := keeper(t, t.TempDir(), "broken.yaml")
	if err := os.WriteFile(d.draftPath(""), []byte("a: [b"), 0o600); err != nil {
		t.Fatal(err)
	}
	if draft, err := d.Find(""); draft != nil || err == nil {
		t.Errorf("%v, %v", draft, err)
	}
	d.mustSave(t, sheetWith(d.q, "", 1))
	if names := list(t, d.run.Dir); names != "broken.1.yaml broken.yaml" {
		t.Errorf("files: %s", names)
	}
}

func TestDraftsArePrivate(t *testing.T) {
	t.Parallel()
	d := keeper(t, t.TempDir(), "")
	d.mustSave(t, sheetWith(d.q, "s", 1))
	for path, want := range map[string]os.FileMode{d.draftPath("s"): 0o600, d.folder: 0o700} {
		info, err := os.Stat(path)
		if err != nil || os.PathSeparator == '/' && info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode().Perm(), err, want)
		}
	}
}

// A draft that was found under another spelling, or under the name that an earlier version gave it, is continued in its own
// file.
func TestDraftIsContinuedInItsFile(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	first := keeper(t, state, "")
	first.mustSave(t, sheetWith(first.q, "Payments", 2))
	old := filepath.Join(first.folder, "quick-Payments-00000000.yaml")
	if err := os.Rename(first.draftPath("Payments"), old); err != nil {
		t.Fatal(err)
	}
	next := keeper(t, state, "")
	next.mustFind(t, "payments").Resume()
	next.mustSave(t, sheetWith(next.q, "payments", 3))
	if got := list(t, first.folder); got != filepath.Base(old) {
		t.Errorf("the folder has %s", got)
	}
}

// No subject and no id names a file outside the folder, and two subjects never share a file.
func TestDraftNames(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "..", "../x", `..\x`, "/etc/passwd", "a\x00b", "CON", "ü"}))
		id, one, other := text.Draw(t, "id"), text.Draw(t, "one"), text.Draw(t, "other")
		name := draftName(id, one)
		if !filepath.IsLocal(name) || strings.ContainsAny(name, `/\:`) || len(name) > 100 || strings.HasPrefix(name, ".") {
			t.Errorf("%q gives %q", one, name)
		}
		if (name == draftName(id, other)) != english.SameName(one, other) {
			t.Errorf("%q and %q: %s", one, other, name)
		}
	})
}

func TestStateFolder(t *testing.T) {
	t.Parallel()
	absolute := t.TempDir()
	tests := []struct {
		goos string
		env  map[string]string
		want string
	}{
		{"linux", map[string]string{"XDG_STATE_HOME": absolute, "HOME": "/h"}, absolute},
		{"linux", map[string]string{"XDG_STATE_HOME": "relative", "HOME": "/h"}, filepath.Join("/h", ".local", "state")},
		{"linux", nil, ""},
		{"darwin", map[string]string{"HOME": "/h"}, filepath.Join("/h", "Library", "Application Support")},
		{"windows", map[string]string{"LOCALAPPDATA": `C:\a`, "HOME": "/h"}, `C:\a`},
		{"windows", map[string]string{"HOME": "/h"}, ""},
	}
	for _, test := range tests {
		got := stateFolder(test.goos, func(name string) string { return test.env[name] })
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s %v: %s", test.goos, test.env, diff)
		}
	}
}

func (d *drafts) draftPath(subject string) string { return d.run.absolutePath(d.AnswersPlace(subject)) }
