package lint_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/testarchive"
	"github.com/opsfit/opsfit/internal/yamltree"
)

var update = flag.Bool("update", false, "rewrite the expected findings")

// seeded are files with one defect each, and base.yaml, which has none.
func seeded(t testing.TB) *testarchive.Archive {
	t.Helper()
	return testarchive.Open(t, "../../testdata/questionnaire/lint.txtar", *update)
}

// formed are files that are there for their form.
func formed() fs.FS { return os.DirFS("../../testdata/questionnaire/ok") }

// finderIn takes references for paths beside the file they stand in.
func finderIn(files fs.FS) questionnaire.Finder {
	return func(from, reference string) (questionnaire.Source, error) {
		name := path.Join(path.Dir(from), reference)
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return questionnaire.Source{}, errors.New("no such file: " + name)
		}
		return questionnaire.Source{Name: name, Bytes: text}, nil
	}
}

func load(t testing.TB, find questionnaire.Finder, reference string) *questionnaire.Questionnaire {
	t.Helper()
	source, err := find("", reference)
	if err != nil {
		t.Fatal(err)
	}
	q, found := questionnaire.Load(source, find)
	if q == nil {
		t.Fatal(found)
	}
	return q
}

// examine is what a person who lints a file gets to see.
func examine(t testing.TB, find questionnaire.Finder, name string) diag.List {
	t.Helper()
	source, err := find("", name)
	if err != nil {
		t.Fatal(err)
	}
	if questionnaire.IsCatalogue(source) {
		c, found := questionnaire.LoadCatalogue(source)
		if c == nil {
			return found
		}
		return append(found, linter(t).CheckCatalogue(c)...).Sorted()
	}
	q, found := questionnaire.Load(source, find)
	if q == nil {
		return found
	}
	found = append(found, linter(t).Check(q)...)
	if slices.Contains([]string{"drift", "untranslated"}, codeOf(t, name)) {
		found = append(found, linter(t).Compare(q, load(t, find, "base.yaml"))...)
	}
	return found.Sorted()
}

// codeOf is the code that a seeded file is named for: its name, or the beginning of it.
func codeOf(t testing.TB, name string) string {
	name = strings.TrimSuffix(name, ".yaml")
	longest := ""
	for _, rule := range linter(t).Rules() {
		if (name == rule.Code || strings.HasPrefix(name, rule.Code+"-")) && len(rule.Code) > len(longest) {
			longest = rule.Code
		}
	}
	return longest
}

func namesIn(t testing.TB, files fs.FS) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"*.yaml", "*.json"} {
		found, err := fs.Glob(files, pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) == 0 {
		t.Fatal("no files")
	}
	return names
}

// TestSeededDefects holds that each defect gives the finding it is named for, where it is, and nothing else. Without it,
// in base.yaml, there is none.
func TestSeededDefects(t *testing.T) {
	t.Parallel()
	archive := seeded(t)
	for _, name := range namesIn(t, archive) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := examine(t, finderIn(archive), name)
			if name == "base.yaml" {
				if len(found) > 0 {
					t.Errorf("the sound file has findings: %v", found)
				}
				return
			}
			if len(found) != 1 || found[0].Code != codeOf(t, name) {
				t.Errorf("want one finding of %q, got %d: %v", codeOf(t, name), len(found), found)
			}
			archive.Check(t, name+".out", lines(found))
		})
	}
}

func lines(found diag.List) string {
	var text strings.Builder
	for _, d := range found {
		text.WriteString(d.String() + "\n")
	}
	return text.String()
}

// TestShippedFilesAreClean allows no finding of any severity, and there is no way to silence one.
func TestShippedFilesAreClean(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"full", "quick", "launch", "dora", "recommendations", "launch-recommendations"} {
		for _, d := range examine(t, questionnairetest.Find, name) {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestStarterIsClean(t *testing.T) {
	t.Parallel()
	for _, text := range [][]byte{questionnaire.Starter(""), questionnaire.StarterChecklist("")} {
		q, found := questionnaire.Load(questionnaire.Source{Name: "new.yaml", Bytes: text}, nil)
		for _, d := range append(found, linter(t).Check(q)...) {
			t.Errorf("the questionnaire to start from: %s", d)
		}
	}
}

// TestWellFormedFiles says what there is to say about files that are there for their form: mostly notes.
func TestWellFormedFiles(t *testing.T) {
	t.Parallel()
	// Files that are odd on purpose, and the codes above a note that they give.
	odd := map[string][]string{
		"checklist.yaml":            {"dominant-option"},
		"axis-of-context-only.yaml": {"axis-without-need", "axis-without-style", "floor-without-readiness"},
		"extends-and-adds.yaml":     {"same-pole-first"},
		"no-axes.yaml":              {"dead-question"},
		"inline-advice.yaml":        {"dead-test", "dead-test", "requires-always", "unknown-name"},
		"toy.yaml":                  {"same-pole-first"},
		"yaml-words.yaml":           {"axis-without-need", "dead-question"},
	}
	for _, name := range namesIn(t, formed()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var codes []string
			for _, d := range examine(t, finderIn(formed()), name) {
				if d.Severity != diag.Note {
					codes = append(codes, d.Code)
				}
			}
			slices.Sort(codes)
			if diff := cmp.Diff(odd[name], codes); diff != "" {
				t.Errorf("codes (-want +got):\n%s", diff)
			}
		})
	}
}

// tree reads a text as YAML.
func tree(t *testing.T, name, text string) *yamltree.Node {
	t.Helper()
	root, found := yamltree.Salvage(name, []byte(text))
	if root == nil || len(found) > 0 {
		t.Fatalf("%s: %v", name, found)
	}
	return root
}

// TestExamplesAreReal holds the examples of the explanations against the corpus: the good one is in the sound file, the bad
// one in the file with that defect only.
func TestExamplesAreReal(t *testing.T) {
	t.Parallel()
	find := finderIn(seeded(t))
	read := func(name string) *yamltree.Node {
		source, err := find("", name)
		if err != nil {
			t.Fatal(err)
		}
		return tree(t, name, string(source.Bytes))
	}
	sound := read("base.yaml")
	for _, rule := range linter(t).Rules() {
		if rule.Good != "" && !holds(sound, tree(t, rule.Code, rule.Good)) {
			t.Errorf("%s: the good example is not in base.yaml:%s", rule.Code, rule.Good)
		}
		if rule.Bad == "" {
			continue
		}
		bad := tree(t, rule.Code, rule.Bad)
		if holds(sound, bad) {
			t.Errorf("%s: the bad example is in base.yaml:%s", rule.Code, rule.Bad)
		}
		if !holds(read(rule.Code+".yaml"), bad) {
			t.Errorf("%s: the bad example is not in %s.yaml:%s", rule.Code, rule.Code, rule.Bad)
		}
	}
}

// holds reports that a part of a tree matches an example.
func holds(node, example *yamltree.Node) bool {
	if matches(node, example) {
		return true
	}
	return slices.ContainsFunc(node.Items, func(item *yamltree.Node) bool { return holds(item, example) }) ||
		slices.ContainsFunc(node.Entries, func(entry yamltree.Entry) bool { return holds(entry.Value, example) })
}

// matches compares a value with one of an example. Of things with an id, and of lists, the example may show a part.
func matches(node, example *yamltree.Node) bool {
	if node.Kind != example.Kind || node.Text != example.Text {
		return false
	}
	for _, entry := range example.Entries {
		if value := node.Get(entry.Key); value == nil || !matches(value, entry.Value) {
			return false
		}
	}
	for _, item := range example.Items {
		if !slices.ContainsFunc(node.Items, func(candidate *yamltree.Node) bool { return matches(candidate, item) }) {
			return false
		}
	}
	if len(example.Items) == 0 && len(node.Items) > 0 {
		return false
	}
	return example.Get("id") != nil || isTop(example) || len(example.Entries) == len(node.Entries)
}

// isTop recognises an example of a rule's condition, beside which its rule has other keys.
func isTop(example *yamltree.Node) bool {
	return example.Get("when") != nil || example.Get("severity") != nil
}
