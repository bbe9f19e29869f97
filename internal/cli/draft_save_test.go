package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
)

// Whichever of several sessions on one draft saves when, the last that each has saved is in a file, and whoever had to
// move is told where to.
func TestSessionsLoseNothingToEachOther(t *testing.T) {
	t.Parallel()
	model := keeper(t, t.TempDir(), "")
	rapid.Check(t, func(rt *rapid.T) {
		folder := t.TempDir()
		save := rapid.SampledFrom([]string{"", filepath.Join(folder, "named.yaml")}).Draw(rt, "save")
		sessions := make([]*drafts, 3)
		for i := range sessions {
			sessions[i] = &drafts{run: model.run, q: model.q, folder: folder, save: save}
		}
		last := make([][]byte, len(sessions))
		for step := range rapid.IntRange(1, 12).Draw(rt, "steps") {
			i := rapid.IntRange(0, len(sessions)-1).Draw(rt, "session")
			session := sessions[i]
			sheet := sheetWith(session.q, "s", i+1)
			sheet.Team = fmt.Sprintf("step %d", step)
			before := session.written
			moved, err := session.Save(sheet)
			if err != nil {
				rt.Fatal(err)
			}
			if (moved != "") != (before != "" && before != session.written) || !strings.Contains(moved, session.written) && moved != "" {
				rt.Fatalf("from %q to %q it says %q", before, session.written, moved)
			}
			last[i] = answers.Write(session.q, sheet)
			all := contents(t, filepath.Dir(session.own.path))
			for j, text := range last {
				if text != nil && !all[string(text)] {
					rt.Fatalf("step %d lost the answers of session %d", step, j)
				}
			}
		}
	})
}

// Sessions that save in the same instant lose nothing to each other either, and each knows the file that holds its answers.
func TestSessionsSaveInOneInstant(t *testing.T) {
	t.Parallel()
	model := keeper(t, t.TempDir(), "")
	for trial := range 40 {
		folder := t.TempDir()
		var (
			together sync.WaitGroup
			sessions [2]*drafts
		)
		for i := range sessions {
			sessions[i] = &drafts{run: model.run, q: model.q, folder: folder}
			together.Go(func() {
				for step := range 3 {
					sheet := sheetWith(model.q, "s", i+1)
					sheet.Team = fmt.Sprintf("step %d", step)
					if _, err := sessions[i].Save(sheet); err != nil {
						t.Error(err)
					}
				}
			})
		}
		together.Wait()
		for i, session := range sessions {
			sheet := sheetWith(model.q, "s", i+1)
			sheet.Team = "step 2"
			if all := contents(t, folder); !all[string(answers.Write(model.q, sheet))] {
				t.Errorf("trial %d: the answers of session %d, which wrote %s, are in no file", trial, i, session.written)
			}
		}
	}
}

// contents are the texts of the files in a folder.
func contents(t *testing.T, folder string) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for name := range strings.FieldsSeq(list(t, folder)) {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		all[string(text)] = true
	}
	return all
}

// The session whose draft another one has resumed goes on beside it; the other one has the file.
func TestResumedUnderASession(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	first, second := keeper(t, state, ""), keeper(t, state, "")
	first.mustSave(t, sheetWith(first.q, "s", 1))
	second.mustFind(t, "s").Resume()
	second.mustSave(t, sheetWith(first.q, "s", 2))
	moved, err := first.Save(sheetWith(first.q, "s", 3))
	place := first.AnswersPlace("s")
	if err != nil || !strings.HasSuffix(place, ".1.yaml") || !strings.Contains(moved, "All your answers are now in "+place) {
		t.Fatalf("%q, %v; at %s", moved, err, place)
	}
	first.mustSave(t, sheetWith(first.q, "s", 4))
	second.mustSave(t, sheetWith(first.q, "s", 5))
	for session, want := range map[*drafts]int{first: 4, second: 5} {
		text, err := os.ReadFile(session.own.path)
		if got := bytes.Count(text, []byte(": dont_know\n")); err != nil || got != want {
			t.Errorf("%s has %d answers, %v; want %d", session.written, got, err, want)
		}
	}
}

// What a person writes into the file with an editor meanwhile stays there. A file that was removed is made again.
func TestEditedUnderASession(t *testing.T) {
	t.Parallel()
	d := keeper(t, t.TempDir(), "a.yaml")
	d.mustSave(t, sheetWith(d.q, "", 1))
	if err := os.Remove(d.draftPath("")); err != nil {
		t.Fatal(err)
	}
	d.mustSave(t, sheetWith(d.q, "", 2))
	const edited = "questionnaire: quick\nanswers: {}\n# mine\n"
	if err := os.WriteFile(filepath.Join(d.run.Dir, "a.yaml"), []byte(edited), 0o600); err != nil {
		t.Fatal(err)
	}
	if moved, err := d.Save(sheetWith(d.q, "", 3)); err != nil || !strings.Contains(moved, "a.1.yaml") || d.written != "a.1.yaml" {
		t.Fatalf("%q, %v; written %s", moved, err, d.written)
	}
	if all := contents(t, d.run.Dir); len(all) != 2 || !all[edited] {
		t.Errorf("%d files, the edited one there: %v", len(all), all[edited])
	}
}

func TestSaveAs(t *testing.T) {
	t.Parallel()
	d := keeper(t, t.TempDir(), "blocked/a.yaml")
	if err := os.WriteFile(filepath.Join(d.run.Dir, "blocked"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	sheet := sheetWith(d.q, "", 1)
	if _, err := d.Save(sheet); err == nil {
		t.Fatal("saved below a file")
	}
	for _, bad := range []string{"", "blocked/b.yaml", ".", "answers.json", "answers.JSON"} {
		if err := d.SaveAs(sheet, bad); err == nil || d.AnswersPlace("") != "blocked/a.yaml" || d.written != "" {
			t.Errorf("%q: %v; now at %s", bad, err, d.AnswersPlace(""))
		}
	}
	if err := os.WriteFile(filepath.Join(d.run.Dir, "mine.yaml"), []byte("# mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveAs(sheet, "mine.yaml"); err != nil || d.written != "mine.yaml" {
		t.Fatal(err, d.written)
	}
	d.mustSave(t, sheetWith(d.q, "", 2))
	if all := contents(t, d.run.Dir); !all["# mine\n"] || !all[string(answers.Write(d.q, sheetWith(d.q, "", 2)))] {
		t.Errorf("files: %s", list(t, d.run.Dir))
	}
	home := d.run.Env("HOME")
	if err := os.MkdirAll(home, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveAs(sheet, "~/b.yaml"); err != nil || d.written != filepath.Join(home, "b.yaml") {
		t.Error(err, d.written)
	}
}

// A session sweeps up what killed ones left of the same draft, and nothing else.
func TestStaleTemporariesAreSwept(t *testing.T) {
	t.Parallel()
	d := keeper(t, t.TempDir(), "a.yaml")
	leave := func(name string, age time.Duration) {
		path, when := filepath.Join(d.run.Dir, name), d.run.Now().Add(-age)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	kept := []string{
		".a.yaml.tmp", ".a.yaml.x.0.tmp", ".a.yaml.UP.tmp", ".b.yaml.1x0.tmp", "a.yaml.1x0.tmp", ".a.yaml.1x0.tmp.bak", ".aXyaml.1x0.tmp",
	}
	for _, name := range append([]string{".a.yaml.7.tmp", ".a.yaml.1y2p0ij32e8e7.tmp"}, kept...) {
		leave(name, 2*leftAge)
	}
	const young = ".a.yaml.4712.tmp"
	leave(young, leftAge/2)
	d.mustSave(t, sheetWith(d.q, "", 1))
	names := " " + list(t, d.run.Dir) + " "
	for _, name := range append(kept, young, "a.yaml") {
		if !strings.Contains(names, " "+name+" ") {
			t.Errorf("%s is gone", name)
		}
	}
	if got := len(strings.Fields(names)); got != len(kept)+2 {
		t.Errorf("%d files are left:%s", got, names)
	}
}
