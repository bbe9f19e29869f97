package checklist_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/checklist"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/testarchive"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata")

func read(name string, text []byte) (*checklist.Checklist, diag.List) {
	switch filepath.Ext(name) {
	case ".json":
		return checklist.ReadLens(name, text)
	case ".csv", ".tsv":
		return checklist.ReadCSV(name, text)
	}
	return checklist.ReadMarkdown(name, text)
}

// TestRead reads small sources of each form. What is expected below each is what was read, or the diagnostics.
func TestRead(t *testing.T) {
	t.Parallel()
	for _, form := range []string{"markdown", "csv", "lens"} {
		archive := testarchive.Open(t, "testdata/"+form+".txtar", *update)
		names, err := fs.ReadDir(archive, ".")
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range names {
			name := entry.Name()
			if filepath.Ext(name) == ".out" {
				continue
			}
			text, err := fs.ReadFile(archive, name)
			if err != nil {
				t.Fatal(err)
			}
			list, found := read(name, text)
			if (list == nil) != found.HasErrors() {
				t.Errorf("%s: a list %t, errors %t", name, list != nil, found.HasErrors())
			}
			var b strings.Builder
			for _, d := range found {
				b.WriteString(d.String() + "\n")
			}
			if list != nil {
				describe(&b, list)
			}
			archive.Check(t, name+".out", b.String())
		}
	}
}

// describe writes what was read, one thing a line.
func describe(b *strings.Builder, list *checklist.Checklist) {
	fmt.Fprintf(b, "%s: %s\n", list.Title, strings.TrimSpace(strings.Join(list.Intro, " ")))
	for _, section := range list.Sections {
		fmt.Fprintf(b, "section %s %s:%d\n", section.ID, section.Title, section.Pos.Line)
		for _, p := range section.Points {
			fmt.Fprintf(b, "  %d:%d %s [%s] %q\n", p.Pos.Line, p.Pos.Column, p.ID, p.Title, p.Text)
			if p.Critical {
				b.WriteString("    critical\n")
			}
			if p.NotApplicable != "" {
				fmt.Fprintf(b, "    n/a   %s\n", p.NotApplicable)
			}
			if why := strings.TrimSpace(strings.Join(p.Why, " ")); why != "" {
				fmt.Fprintf(b, "    why %s\n", why)
			}
			for _, o := range p.Options {
				switch {
				case o.None:
					fmt.Fprintf(b, "    none  %s\n", o.Text)
				case p.Many:
					fmt.Fprintf(b, "    x%-4s %s\n", o.Worth, o.Text)
				default:
					fmt.Fprintf(b, "    %-5s %s\n", o.Level, o.Text)
				}
			}
			for _, source := range p.Sources {
				fmt.Fprintf(b, "    source %s\n", source)
			}
			for _, r := range p.Remedies {
				fmt.Fprintf(b, "    remedy %d impact %d %s: %s / %s\n", r.Option, r.Impact, r.Title, r.Step, r.Then)
			}
		}
	}
	for _, l := range list.Leftovers() {
		fmt.Fprintf(b, "left %d: %s: %s\n", l.Pos.Line, l.Reason, l.Text)
	}
}

const samplesFolder = "../../testdata/checklists"

// samples are checklists that were written for these tests, three of each form.
func samples(tb rapid.TB) []string {
	tb.Helper()
	entries, err := os.ReadDir(samplesFolder)
	if err != nil || len(entries) != 9 {
		tb.Fatal(len(entries), err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

func sample(t testing.TB, name string) *checklist.Checklist {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(samplesFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	list, found := read(name, text)
	if list == nil {
		t.Fatal(found)
	}
	return list
}

// TestWrite holds the questionnaires and catalogues that the samples become.
func TestWrite(t *testing.T) {
	t.Parallel()
	for _, name := range samples(t) {
		stem := strings.ReplaceAll(name, ".", "-")
		questions, advice := sample(t, name).Write(stem, stem+"-recommendations.yaml")
		golden(t, stem+".yaml", questions)
		if advice != nil {
			golden(t, stem+"-recommendations.yaml", advice)
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// load reads a questionnaire with its advice inside, and fails for any finding.
func load(t rapid.TB, list *checklist.Checklist) *questionnaire.Questionnaire {
	t.Helper()
	text, _ := list.Write("imported", "")
	q, found := questionnaire.Load(questionnaire.Source{Name: "imported.yaml", Bytes: text}, nil)
	if q == nil || len(found) > 0 {
		t.Fatalf("%v\n%s", found, text)
	}
	return q
}

// TestWriteLoads holds that what is written is a questionnaire about readiness that loads without a finding.
func TestWriteLoads(t *testing.T) {
	t.Parallel()
	for _, name := range samples(t) {
		list := sample(t, name)
		q := load(t, list)
		if q.Verdict != questionnaire.ReadinessState || len(q.Questions) != list.Points()+1 || len(q.Axes) != len(list.Sections) {
			t.Errorf("%s is %s with %d questions on %d axes", name, q.Verdict, len(q.Questions), len(q.Axes))
		}
		if c := q.Catalogue; (c == nil) != (list.Remedies() == 0) || c != nil && len(c.Recommendations) != list.Remedies() {
			t.Errorf("%s has not %d recommendations", name, list.Remedies())
		}
	}
}
