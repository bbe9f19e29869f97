package questionnaire_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func TestStarterLoadsSilently(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text    []byte
		id      string
		verdict questionnaire.Verdict
	}{
		{questionnaire.Starter(""), "my-questionnaire", questionnaire.Leaning},
		{questionnaire.Starter("payments.2"), "payments.2", questionnaire.Leaning},
		{questionnaire.StarterChecklist(""), "my-checklist", questionnaire.ReadinessState},
		{questionnaire.StarterChecklist("payments.2"), "payments.2", questionnaire.ReadinessState},
	} {
		q, found := questionnaire.Load(questionnaire.Source{Name: "new.yaml", Bytes: test.text}, nil)
		if len(found) > 0 {
			t.Fatal(found)
		}
		if q.ID != test.id || q.Verdict != test.verdict {
			t.Errorf("%s with the verdict %s, want %s and %s", q.ID, q.Verdict, test.id, test.verdict)
		}
	}
}

func TestStarterShowsEachMeasureAndAdvice(t *testing.T) {
	t.Parallel()
	q, found := questionnaire.Load(questionnaire.Source{Name: "new.yaml", Bytes: questionnaire.Starter("")}, nil)
	if q == nil {
		t.Fatal(found)
	}
	var measures []questionnaire.Measure
	for i := range q.Questions {
		measures = append(measures, q.Questions[i].Measures)
	}
	want := []questionnaire.Measure{questionnaire.Lean, questionnaire.Lean, questionnaire.Readiness, questionnaire.Context, questionnaire.Context}
	if !slices.Equal(measures, want) || len(q.Catalogue.Warnings) != 1 || len(q.Catalogue.Recommendations) != 1 {
		t.Errorf("measures %v, catalogue %+v", measures, q.Catalogue)
	}
}

// TestStarterNamesEveryKey keeps the starter a reference: it shows or mentions each key that the schema knows.
func TestStarterNamesEveryKey(t *testing.T) {
	t.Parallel()
	source, err := questionnaire.Schema("questionnaire")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties  map[string]any
		Definitions map[string]struct{ Properties map[string]any }
	}
	if err := json.Unmarshal(source, &schema); err != nil {
		t.Fatal(err)
	}
	keys := slices.Collect(maps.Keys(schema.Properties))
	for _, definition := range schema.Definitions {
		keys = append(keys, slices.Collect(maps.Keys(definition.Properties))...)
	}
	if len(keys) < 60 {
		t.Fatalf("only %d keys in the schema", len(keys))
	}
	// The other verdict, and notes about the founding article, are not for a first questionnaire.
	left := []string{
		"verdict", "groups", "quadrants", "scoring", "legacy_clusters", "class", "percent", "article_headings", "card_axis",
	}
	for _, key := range keys {
		word := regexp.MustCompile(`\b` + key + `\b`)
		if !slices.Contains(left, key) && !word.Match(questionnaire.Starter("")) {
			t.Errorf("the starter does not mention %q", key)
		}
	}
}
