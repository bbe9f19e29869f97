package export_test

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

func TestQuestionnaireJSONGolden(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, filepath.Join("testdata", "questionnaire.txtar"), *update)
	frozen := questionnairetest.Frozen(t)
	for _, q := range []*questionnaire.Questionnaire{frozen, questionnairetest.FrozenOutcomes(t)} {
		archive.Check(t, q.ID+".json", questionnaireJSON(t, q))
	}
	var question strings.Builder
	if err := export.QuestionJSON(&question, frozen.Question("restore_test")); err != nil {
		t.Fatal(err)
	}
	archive.Check(t, "restore_test.json", question.String())
}

func questionnaireJSON(t rapid.TB, q *questionnaire.Questionnaire) string {
	t.Helper()
	var out strings.Builder
	if err := export.QuestionnaireJSON(&out, q); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What is written as JSON loads again and is the same questionnaire.
func TestQuestionnaireJSONLoadsAgain(t *testing.T) {
	t.Parallel()
	corpus := []*questionnaire.Questionnaire{
		questionnairetest.Frozen(t), questionnairetest.FrozenShort(t), questionnairetest.FrozenOutcomes(t),
		questionnairetest.Shipped(t, "full"), questionnairetest.Shipped(t, "quick"), questionnairetest.Shipped(t, "dora"),
		questionnairetest.Shipped(t, "launch"),
	}
	for _, q := range append(corpus, goodFiles(t)...) {
		t.Run(q.File, func(t *testing.T) {
			t.Parallel()
			if diff := changedByJSON(t, q); diff != "" {
				t.Errorf("the questionnaire changed (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSelectionsLoadAgain does the same for what is left of a questionnaire when questions are taken out of it, and with
// them axes.
func TestSelectionsLoadAgain(t *testing.T) {
	t.Parallel()
	for _, whole := range []*questionnaire.Questionnaire{questionnairetest.Frozen(t), questionnairetest.FrozenOutcomes(t)} {
		var ids []string
		for _, question := range whole.Questions {
			ids = append(ids, question.ID)
		}
		rapid.Check(t, func(t *rapid.T) {
			chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, len(ids), rapid.ID).Draw(t, "only")
			text := fmt.Sprintf("{id: cut, version: 1.0.0, title: Cut, extends: %s, only: [%s]}", whole.ID, strings.Join(chosen, ", "))
			q, found := questionnaire.Load(questionnaire.Source{Name: "cut.yaml", Bytes: []byte(text)}, questionnairetest.Find)
			if q == nil {
				t.Fatal(found)
			}
			if diff := changedByJSON(t, q); diff != "" {
				t.Errorf("the selection changed (-want +got):\n%s", diff)
			}
		})
	}
}

// goodFiles are the questionnaires in testdata that have no fault.
func goodFiles(t testing.TB) []*questionnaire.Questionnaire {
	t.Helper()
	const folder = "../../testdata/questionnaire/ok"
	find := func(from, reference string) (questionnaire.Source, error) {
		name := filepath.Join(filepath.Dir(from), reference)
		text, err := os.ReadFile(name)
		return questionnaire.Source{Name: name, Bytes: text}, err
	}
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(names) < 10 {
		t.Fatalf("questionnaires in %s: %v, %v", folder, names, err)
	}
	var good []*questionnaire.Questionnaire
	for _, name := range names {
		if filepath.Ext(name) == "" {
			continue // a folder
		}
		source, err := find(name, filepath.Base(name))
		if err != nil {
			t.Fatal(err)
		}
		if questionnaire.IsCatalogue(source) {
			continue
		}
		q, found := questionnaire.Load(source, find)
		if q == nil {
			t.Fatal(found)
		}
		good = append(good, q)
	}
	return good
}

// changedByJSON says what is different after a questionnaire was written as JSON and read again.
func changedByJSON(t rapid.TB, q *questionnaire.Questionnaire) string {
	t.Helper()
	again, found := questionnaire.Load(questionnaire.Source{Name: "again.json", Bytes: []byte(questionnaireJSON(t, q))}, nil)
	if again == nil {
		t.Fatal(found)
	}
	same := cmp.Options{
		cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 }),
		cmpopts.IgnoreTypes(diag.Pos{}),
		cmpopts.IgnoreFields(questionnaire.Questionnaire{}, "File", "Extends", "Dropped", "NotAsked"),
		cmpopts.IgnoreFields(questionnaire.Axis{}, "File"),
		cmpopts.IgnoreFields(questionnaire.Question{}, "File"),
		// Advice that stands beside its questions has no name of its own.
		cmpopts.IgnoreFields(questionnaire.Catalogue{}, "ID", "Version", "Title", "File", "Inherited"),
		cmpopts.EquateEmpty(),
	}
	if q.Digest() != again.Digest() {
		return "the digest"
	}
	return cmp.Diff(q, again, same)
}

func TestQuestionnaireJSONEscapesWhatATerminalActsOn(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	q.Title = "<b>\x1b[31m\u009b\u202e\U000e0041é"
	source := questionnaireJSON(t, q)
	if at := strings.IndexFunc(source, func(r rune) bool { return r != '\n' && diag.Hidden(r) }); at >= 0 {
		t.Errorf("%q holds what does not show", source[at:min(at+8, len(source))])
	}
	if again := questionnairetest.Load(t, "frozen.json", source); again.Title != q.Title {
		t.Errorf("the title comes back as %q, want %q", again.Title, q.Title)
	}
}
