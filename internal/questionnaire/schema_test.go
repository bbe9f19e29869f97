package questionnaire_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// compiled returns a schema as a real validator understands it; compiling also checks it against draft-07 itself.
func compiled(t testing.TB, kind string) *jsonschema.Schema {
	t.Helper()
	source, err := questionnaire.Schema(kind)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	return compile(t, document)
}

func compile(t testing.TB, document any) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft7)
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// plain converts a tree to the values that an editor sees: scalars resolved by YAML's core schema.
func plain(n *yamltree.Node) any {
	switch n.Kind {
	case yamltree.Mapping:
		object := map[string]any{}
		for _, entry := range n.Entries {
			object[entry.Key] = plain(entry.Value)
		}
		return object
	case yamltree.Sequence:
		list := []any{}
		for _, item := range n.Items {
			list = append(list, plain(item))
		}
		return list
	case yamltree.Scalar:
		return resolved(n)
	case yamltree.Null:
	}
	return nil
}

func resolved(n *yamltree.Node) any {
	switch number := regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`); {
	case n.Quoted:
		return n.Text
	case n.Text == "true" || n.Text == "false":
		return n.Text == "true"
	case number.MatchString(n.Text):
		value, err := strconv.ParseFloat(n.Text, 64)
		if err == nil {
			return value
		}
	}
	return n.Text
}

// asData reads a file as an editor does; ok is false for one that is no YAML.
func asData(source questionnaire.Source) (data any, ok bool) {
	root, found := yamltree.Parse(source.Name, source.Bytes)
	if root == nil || found.HasErrors() {
		return nil, false
	}
	return plain(root), true
}

func TestSchemaKinds(t *testing.T) {
	t.Parallel()
	for _, kind := range questionnaire.SchemaKinds() {
		source, err := questionnaire.Schema(kind)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(source, []byte(`"http://json-schema.org/draft-07/schema#"`)) {
			t.Errorf("%s: not draft-07, which is what editors understand", kind)
		}
		compiled(t, kind)
	}
	if _, err := questionnaire.Schema("result"); err == nil || !strings.Contains(err.Error(), "answers") {
		t.Errorf("an unknown kind: %v", err)
	}
}

func TestQuestionnaireSchemaAcceptsRealFiles(t *testing.T) {
	t.Parallel()
	schema := compiled(t, "questionnaire")
	sources := filesIn(t, goodFiles())
	for _, id := range []string{"full", "quick", "dora", "recommendations", "launch", "launch-recommendations"} {
		source, err := questionnairetest.Find("", id)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, source)
	}
	sources = append(sources, questionnaire.Source{Name: "starter.yaml", Bytes: questionnaire.Starter("")},
		questionnaire.Source{Name: "checklist.yaml", Bytes: questionnaire.StarterChecklist("")})
	for _, source := range sources {
		data, ok := asData(source)
		if !ok {
			t.Fatalf("%s cannot be read", source.Name)
		}
		if err := schema.Validate(data); err != nil {
			t.Errorf("%s: %v", source.Name, err)
		}
	}
}

// beyondSchema are the faulty files that a schema cannot tell from good ones: names that are given twice, looked up in
// vain, or depend on other files; how a number is written; and what is only a warning.
func beyondSchema() []string {
	return []string{
		"catalogue-faulty", "catalogue-is-a-questionnaire", "catalogue-missing", "catalogue-unknown-option",
		"catalogue-unreadable", "duplicate-ids", "extends-catalogue", "extends-chain", "extends-cycle", "extends-faulty-parent",
		"extends-itself", "extends-missing", "extends-nothing-kept", "extends-same-ids", "mapping-names", "mixed-option",
		"ask-if-names", "no-direction", "pole-conditions", "reserved-metric-ids", "second-none", "unknown-axis",
	}
}

func TestQuestionnaireSchemaRefusesFaultyFiles(t *testing.T) {
	t.Parallel()
	schema := compiled(t, "questionnaire")
	refused := 0
	for _, source := range filesIn(t, faultyFiles(t)) {
		data, ok := asData(source)
		if !ok {
			continue
		}
		name := strings.TrimSuffix(source.Name, filepath.Ext(source.Name))
		err := schema.Validate(data)
		if beyond := slices.Contains(beyondSchema(), name); (err == nil) != beyond {
			t.Errorf("%s: beyond what a schema can say: %v; the schema says: %v", source.Name, beyond, err)
		}
		if err != nil {
			refused++
		}
	}
	if refused < 20 {
		t.Errorf("only %d files were refused", refused)
	}
}

// TestSchemaAndLoaderAgree changes one or two values of a good file and asks both. The schema never refuses what the loader
// accepts; what only the loader refuses is of the kinds that a schema cannot express.
func TestSchemaAndLoaderAgree(t *testing.T) {
	t.Parallel()
	schema := compiled(t, "questionnaire")
	beyond := []string{
		"duplicate-id", "unknown-axis", "unknown-question", "unknown-option", "unknown-warning", "no-questions", "reserved-id",
		"two-years", "not-found", "no-bounds", "odd-range", "no-such-option",
		"second-none", "bad-ask-if", "ask-if-cycle", "no-direction", "pole-condition",
	}
	var originals []any
	for _, name := range []string{"inline-advice.yaml", "quadrant.yaml", "toy.yaml", "extends-and-adds.yaml", "catalogue.yaml", "mappings.yaml", "checklist.yaml"} {
		data, _ := asData(fileNamed(t, goodFiles(), name))
		originals = append(originals, data)
	}
	rapid.Check(t, func(t *rapid.T) {
		data := clone(rapid.SampledFrom(originals).Draw(t, "file"))
		for range rapid.IntRange(1, 2).Draw(t, "changes") {
			mutate(t, data)
		}
		source, err := json.Marshal(data)
		if err != nil {
			t.Fatal(err)
		}
		refusal := schema.Validate(data)
		found := examine(questionnaire.Source{Name: "mutated.json", Bytes: source}, finderIn(goodFiles()))
		if refusal != nil && !found.HasErrors() {
			t.Fatalf("only the schema refuses %s\n%v", source, refusal)
		}
		for _, d := range found {
			if refusal == nil && d.Severity.String() == "error" && !slices.Contains(beyond, d.Code) {
				t.Fatalf("only the loader refuses %s\n%s", source, d)
			}
		}
	})
}

// TestSchemaAndLoaderAgreeOnKinds: what a context question is also follows from its keys, and a key without a value says nothing.
func TestSchemaAndLoaderAgreeOnKinds(t *testing.T) {
	t.Parallel()
	schema := compiled(t, "questionnaire")
	for _, test := range []struct {
		question, option string
		isValid          bool
	}{
		{``, ``, true},
		{``, `, "position": 1`, false},
		{``, `, "position": null`, true},
		{`, "affects": {}`, `, "position": 1`, false},
		{`, "affects": {"pace": 1}`, `, "position": 1`, true},
		{`, "affects": {"pace": 1}`, `, "position": 1, "allows": null`, true},
		{`, "affects": {"pace": 1}`, `, "allows": {"pace": {"at_most": 0}}`, false},
		{`, "affects": {"pace": 1}, "kind": null`, `, "position": 1`, true},
		{`, "affects": {"pace": 1}, "kind": "limit"`, ``, false},
		{`, "kind": "need"`, `, "position": 1`, true},
		{`, "kind": "profile"`, `, "position": null, "allows": null`, true},
		{`, "kind": "profile"`, `, "allows": {"pace": {"at_most": 0}}`, false},
		{`, "kind": "limit"`, `, "allows": {"pace": {"at_most": 0}}`, true},
		{``, `, "allows": {"pace": {"at_most": 0}}`, true},
		{``, `, "allows": {"pace": {"at_most": 0}}, "position": 0`, false},
	} {
		text := `{"id": "q", "version": "1", "title": "T", "axes": [{"id": "pace", "low": "L", "high": "H"}], "questions": [
			{"id": "how", "axis": "pace", "measures": "lean", "text": "How?", "options": [{"id": "a", "text": "A", "position": -1}, {"id": "b", "text": "B", "position": 1}]},
			{"id": "need", "measures": "context", "text": "What?"` + test.question + `, "options": [{"id": "a", "text": "A"` + test.option + `}, {"id": "b", "text": "B"}]}]}`
		data, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		refusal := schema.Validate(data)
		found := examine(questionnaire.Source{Name: "kinds.json", Bytes: []byte(text)}, finderIn(goodFiles()))
		if (refusal == nil) != test.isValid || found.HasErrors() == test.isValid {
			t.Errorf("%s%s: want valid %v; the schema says %v, the loader %v", test.question, test.option, test.isValid, refusal, found)
		}
	}
}

func clone(data any) any {
	switch data := data.(type) {
	case map[string]any:
		copied := map[string]any{}
		for key, value := range data {
			copied[key] = clone(value)
		}
		return copied
	case []any:
		copied := make([]any, len(data))
		for i, value := range data {
			copied[i] = clone(value)
		}
		return copied
	}
	return data
}

// mutate walks to a random place below data and changes what is there.
func mutate(t *rapid.T, data any) {
	values := []any{nil, true, "", " ", "text", "lean", "readiness", "many", "overall", "need", "limit", "profile", -2.0, 0.0, 0.5, 1.0, 7.0, 101.0, []any{}, []any{"x"}, map[string]any{}, map[string]any{"x": 1.0}}
	for {
		deeper := rapid.IntRange(0, 9).Draw(t, "deeper") > 0
		switch at := data.(type) {
		case map[string]any:
			key := rapid.SampledFrom(slices.Sorted(mapKeys(at))).Draw(t, "key")
			if next := at[key]; deeper && holds(next) {
				data = next
				continue
			}
			switch rapid.IntRange(0, 3).Draw(t, "change") {
			case 0:
				delete(at, key)
			case 1:
				at[rapid.SampledFrom([]string{"id", "axis", "position", "readiness", "class", "extra", "verdict", "choose", "worth", "none", "ask_if", "gte", "warnings", "catalogue", "kind", "affects", "allows"}).Draw(t, "new")] = rapid.SampledFrom(values).Draw(t, "value")
			default:
				at[key] = rapid.SampledFrom(values).Draw(t, "value")
			}
			return
		case []any:
			i := rapid.IntRange(0, len(at)-1).Draw(t, "index")
			if deeper && holds(at[i]) {
				data = at[i]
				continue
			}
			at[i] = rapid.SampledFrom(values).Draw(t, "value")
			return
		}
	}
}

func mapKeys(m map[string]any) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for key := range m {
			if !yield(key) {
				return
			}
		}
	}
}

// holds reports whether there is something below a value that could be changed.
func holds(value any) bool {
	switch value := value.(type) {
	case map[string]any:
		return len(value) > 0
	case []any:
		return len(value) > 0
	}
	return false
}

func TestAnswersSchemaAcceptsRealFiles(t *testing.T) {
	t.Parallel()
	schema := compiled(t, "answers")
	for _, source := range filesIn(t, os.DirFS("../../testdata/answers")) {
		data, ok := asData(source)
		if !ok {
			t.Fatalf("%s cannot be read", source.Name)
		}
		if err := schema.Validate(data); err != nil {
			t.Errorf("%s: %v", source.Name, err)
		}
	}
}

const answersSample = `{
  "questionnaire": "full", "questionnaire_version": "1.0.0", "subject": "payments-api", "team": null, "depends_on": ["ledger", 8.2], "date": "2026-11-22",
  "respondent": {"name": "Ada", "role": "operations"},
  "exempt": [{"warning": "one_person_system", "reason": "a successor starts", "until": "2027-03-31", "owner": "Ada"}],
  "answers": {
    "release_trigger": "planned_release", "build": 8.20, "agree": true, "open": null,
    "integration": {"option": "weeks", "note": "release branch", "evidence": "https://…", "reviewed": "2026-10-01", "source": "evidence"},
    "batch_size": {"not_applicable": "the supplier ships it"}
  }
}`

func TestAnswersSchemaJudgesSingleChanges(t *testing.T) {
	t.Parallel()
	judge(t, "answers", answersSample, []change{
		{"", "", true},
		{`"2026-11-22"`, `"22.11.2026"`, false},
		{`"2026-11-22"`, `"2026-13-22"`, false},
		{`"2026-11-22"`, `20261122`, false},
		{`"role"`, `"rolle"`, false},
		{`{"name": "Ada", "role": "operations"}`, `"Ada"`, false},
		{`{"name": "Ada", "role": "operations"}`, `null`, true},
		{`"planned_release"`, `["planned_release"]`, true},
		{`"planned_release"`, `["planned_release", "planned_release"]`, false},
		{`"planned_release"`, `[["planned_release"]]`, false},
		{`"option": "weeks"`, `"options": "weeks"`, true},
		{`"option": "weeks"`, `"choices": "weeks"`, false},
		{`"option": "weeks"`, `"options": ["weeks"], "unknown": ["days"], "not_applicable": {"hours": "no"}`, true},
		{`"option": "weeks"`, `"options": {"weeks": "no"}`, false},
		{`"option": "weeks"`, `"option": ["weeks"]`, false},
		{`"option": "weeks",`, ``, true},
		{`"option": "weeks"`, `"option": "weeks", "not_applicable": "no"`, false},
		{`"source": "evidence"`, `"source": "git"`, false},
		{`"questionnaire": "full",`, ``, true},
		{`"answers"`, `"answer"`, false},
		{`"subject"`, `"service"`, false},
		{`"reason": "a successor starts", `, ``, false},
		{`"a successor starts"`, `" "`, false},
		{`"a successor starts"`, `null`, false},
		{`"2027-03-31"`, `"31.3.2027"`, false},
		{`"until": "2027-03-31", "owner": "Ada"`, `"until": null`, true},
		{`"owner"`, `"by"`, false},
		{`"one_person_system"`, `null`, false},
	})
}

// change replaces the first occurrence of a text by another; valid says what the schema thinks of the outcome.
type change struct {
	old, new string
	valid    bool
}

func judge(t *testing.T, kind, sample string, changes []change) {
	t.Helper()
	schema := compiled(t, kind)
	for _, c := range changes {
		if !strings.Contains(sample, c.old) {
			t.Fatalf("the sample has no %s", c.old)
		}
		data, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(sample, c.old, c.new, 1)))
		if err != nil {
			t.Fatalf("%s -> %s: %v", c.old, c.new, err)
		}
		if err := schema.Validate(data); (err == nil) != c.valid {
			t.Errorf("%s -> %s: want valid %v: %v", c.old, c.new, c.valid, err)
		}
	}
}

// TestScalesOfCounts: what counts questions, or steps between options, has room for all that a questionnaire may have.
func TestScalesOfCounts(t *testing.T) {
	t.Parallel()
	for metric, most := range map[condition.Metric]int64{
		condition.DontKnows: questionnaire.MaxQuestions, condition.Steps: questionnaire.MaxQuestions * questionnaire.MaxOptions,
	} {
		if got := metric.Definition().High; got != most {
			t.Errorf("%s ends at %d, want %d", metric, got, most)
		}
	}
}
