package questionnaire_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
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
	"github.com/opsfit/opsfit/internal/testarchive"
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
	if _, err := questionnaire.Schema("result"); err == nil || !strings.Contains(err.Error(), "assessment") {
		t.Errorf("an unknown kind: %v", err)
	}
}

func TestQuestionnaireSchemaAcceptsRealFiles(t *testing.T) {
	t.Parallel()
	schema := compiled(t, "questionnaire")
	sources := filesIn(t, goodFiles())
	for _, id := range []string{"full", "quick", "dora", "recommendations"} {
		source, err := questionnairetest.Find("", id)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, source)
	}
	sources = append(sources, questionnaire.Source{Name: "starter.yaml", Bytes: questionnaire.Starter("")})
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
		"reserved-metric-ids", "unknown-axis",
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
	}
	var originals []any
	for _, name := range []string{"inline-advice.yaml", "quadrant.yaml", "toy.yaml", "extends-and-adds.yaml", "catalogue.yaml", "mappings.yaml"} {
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
	values := []any{nil, true, "", " ", "text", "lean", "overall", -2.0, 0.0, 0.5, 1.0, 7.0, 101.0, []any{}, []any{"x"}, map[string]any{}, map[string]any{"x": 1.0}}
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
				at[rapid.SampledFrom([]string{"id", "axis", "position", "readiness", "class", "extra", "verdict", "gte", "warnings", "catalogue"}).Draw(t, "new")] = rapid.SampledFrom(values).Draw(t, "value")
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
		{`"planned_release"`, `["planned_release"]`, false},
		{`"option": "weeks"`, `"options": "weeks"`, false},
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

const leaningSample = `{
  "schema": "opsfit.assessment/v1", "tool": {"name": "opsfit", "version": "1.0.0"},
  "questionnaire": {"id": "toy", "version": "1.0.0", "title": "Toy", "digest": "sha256:0e6521011ce4cfc129ccc77708ecfc6e690611608f0224a64bffeebf7d0ceb58"},
  "subject": "payments-api", "team": null, "depends_on": ["ledger"], "date": null, "respondent": {"name": null, "role": "operations"},
  "verdict": {
    "kind": "leaning",
    "practice": {"value": 0.1875, "band": "hybrid", "low": 0.1, "high": 0.25, "low_band": "hybrid", "high_band": "leaning_devops", "scored": true},
    "situation": {"value": null, "band": null}, "gap": null, "fit": {"value": 84.375, "word": "workable"}, "advice": "shift_devops",
    "tension": 0.3, "readiness": {"value": 2.5, "lower_bound": 0}, "coverage": 0.9, "confidence": "low", "borderline": true,
    "between": ["hybrid", "leaning_devops"],
    "robustness": {"band": {"answers": 1, "steps": 1, "questions": ["C2"]}, "side": {"answers": null, "steps": null, "questions": []}}
  },
  "axes": [{
    "id": "delivery", "title": "Delivery", "low": "", "high": "", "weight": 0.5,
    "practice": {"value": null, "band": null, "low": -1, "high": 1, "scored": false},
    "situation": {"value": 0.5, "band": "leaning_devops"}, "gap": null, "direction": null, "fit": null, "tension": 0, "coverage": null,
    "readiness": {"value": null, "lower_bound": null}, "floor": 3, "shortfall": {"value": 0.5, "worst": 4},
    "contributions": [{"question": "D1", "option": "p1", "position": 0.5, "weight": 1, "effect": 0}]
  }],
  "warnings": [{"id": "w", "severity": "high", "text": "T", "why": "W", "because": [{"question": "D1", "option": null, "text": "Not known"}]}],
  "recommendations": [{
    "rank": 1, "id": "r", "title": "T", "direction": "either", "tier": "safety", "axis": "overall", "score": 42.5, "effort": 1, "impact": 5,
    "first_step": "F", "then": "", "why": "", "effect": "", "anti_pattern": "", "because": [{"question": "D1", "option": "p1", "text": "P"}],
    "status": "later", "blocked_by": ["D2"], "after": ["Answer D2"]
  }],
  "tips": [{"question": "D1", "from": "p1", "to": "p2", "text": "P", "steps": 1, "advice": "combine", "practice_band": "hybrid", "situation_band": null}],
  "answers": [{"question": "D1", "axis": "delivery", "measures": "lean", "status": "answered", "option": "p1", "text": "P", "note": null, "evidence": null, "source": "person", "prompt": "Q", "value": 0.5, "weights": {"delivery": 2}, "reviewed": null}],
  "repository": {"head": "66f6", "as_of": "2026-10-12T09:30:00Z", "window_from": null, "ref": null},
  "evidence": [{"question": "D1", "verdict": "contradicts", "answer": "p1", "measure": "batch.median", "value": 2.5, "n": 7, "trust": "usable", "text": "T", "reason": null, "suggests": null, "proof": [{"kind": "tag", "name": "v1", "text": null}]}],
  "as_of": "2026-11-22",
  "exemptions": [{"warning": "w", "severity": null, "reason": "R", "until": "2026-10-01", "owner": null, "status": "expired"}],
  "freshness": {"max_age": "6m", "since": "2026-05-22", "stale": [{"question": "D1", "date": "2026-05-01", "days": 205}], "undated": ["D2"]},
  "gates": [
    {"gate": "fit >= 70", "met": false, "actual": null},
    {"gate": "fail-on high", "kind": "warnings", "met": false, "op": "lt", "required": "high", "actual": "critical", "reason": "1 warning"}
  ],
  "notes": ["N"], "added_later": {}
}`

func TestAssessmentSchemaJudgesSingleChangesOfALeaningResult(t *testing.T) {
	t.Parallel()
	judge(t, "assessment", leaningSample, []change{
		{"", "", true},
		{"assessment/v1", "assessment/v2", false},
		{`"sha256:0e`, `"md5:0e`, false},
		{`"subject": "payments-api", `, ``, false},
		{`"kind": "leaning"`, `"kind": "circle"`, false},
		{`"kind": "leaning"`, `"kind": "quadrant"`, false},
		{`"value": 0.1875`, `"value": 1.5`, false},
		{`"value": 0.1875`, `"value": null`, true},
		{`"value": 0.1875`, `"value": "0.19"`, false},
		{`"band": "hybrid"`, `"band": "leaning DevOps"`, false},
		{`"scored": true`, `"scored": null`, false},
		{`"low": 0.1, "high": 0.25, `, ``, false},
		{`{"value": null, "band": null}, "gap"`, `null, "gap"`, false},
		{`"word": "workable"`, `"word": "fine"`, false},
		{`"shift_devops"`, `"shift"`, false},
		{`"shift_devops"`, `null`, true},
		{`"coverage": 0.9`, `"coverage": null`, false},
		{`"confidence": "low"`, `"confidence": null`, true},
		{`"between": ["hybrid", "leaning_devops"],`, ``, true},
		{`["hybrid", "leaning_devops"]`, `["hybrid"]`, false},
		{`"steps": 1`, `"steps": 0`, false},
		{`"borderline": true`, `"borderline": "yes"`, false},
		{`"axes": [`, `"axis": [`, false},
		{`"direction": null`, `"direction": "up"`, false},
		{`"direction": null`, `"direction": "towards_sysops"`, true},
		{`"worst": 4`, `"worst": 5`, false},
		{`"verdict": "contradicts"`, `"verdict": "lies"`, false},
		{`"n": 7`, `"n": 7.5`, false},
		{`"n": 7`, `"n": null`, true},
		{`"kind": "tag"`, `"kind": "person"`, false},
		{`"trust": "usable"`, `"trust": "high"`, false},
		{`"head": "66f6"`, `"head": null`, true},
		{`"effect": 0}`, `"effect": null}`, true},
		{`"severity": "high"`, `"severity": "severe"`, false},
		{`[{"question": "D1", "option": null, "text": "Not known"}]`, `[]`, false},
		{`"status": "later"`, `"status": "soon"`, false},
		{`"blocked_by": ["D2"], `, ``, false},
		{`"effort": 1`, `"effort": 4`, false},
		{`"depends_on": ["ledger"], `, ``, true},
		{`"depends_on": ["ledger"]`, `"depends_on": [1]`, false},
		{`"status": "answered"`, `"status": "unknown"`, false},
		{`"source": "person"`, `"source": "git"`, false},
		{`"weights": {"delivery": 2}, `, ``, true},
		{`"weights": {"delivery": 2}`, `"weights": {"delivery": 0}`, false},
		{`"weights": {"delivery": 2}`, `"weights": ["delivery"]`, false},
		{`"actual": null`, `"actual": 65.2`, true},
		{`"actual": "critical"`, `"actual": []`, false},
		{`"kind": "warnings"`, `"kind": "warning"`, false},
		{`"op": "lt"`, `"op": "<"`, false},
		{`"required": "high", `, ``, true},
		{`"as_of": "2026-11-22"`, `"as_of": null`, true},
		{`"as_of": "2026-11-22"`, `"as_of": "today"`, false},
		{`"status": "expired"`, `"status": "over"`, false},
		{`"until": "2026-10-01"`, `"until": null`, true},
		{`"max_age": "6m"`, `"max_age": "6 months"`, false},
		{`"days": 205`, `"days": -3`, false},
		{`"undated": ["D2"]`, `"undated": null`, false},
		{`"notes": ["N"]`, `"notes": null`, false},
		{`"tips": [`, `"more_tips": [`, true},
	})
}

const quadrantSample = `{
  "schema": "opsfit.assessment/v1", "tool": {"name": "opsfit", "version": "1.0.0"},
  "questionnaire": {"id": "dora", "version": "1.0.0", "title": "T", "digest": "sha256:0e6521011ce4cfc129ccc77708ecfc6e690611608f0224a64bffeebf7d0ceb58"},
  "subject": null, "team": null, "date": "2026-11-22", "respondent": {"name": null, "role": null},
  "verdict": {
    "kind": "quadrant", "throughput": {"value": 6, "benchmark": {"mean": 6, "sd": 2.1}, "about_average": true},
    "stability": {"value": null, "benchmark": null}, "overall": 6.7, "quadrant": "fast_stable", "sentence": null, "missing": ["rework_rate"],
    "benchmark_year": 2025
  },
  "metrics": [{"id": "lead_time", "value": 6, "class": 4, "benchmark": {"mean": 5.5, "sd": 2.4}, "share_2025": 31.9}],
  "warnings": [], "recommendations": [], "tips": [], "answers": [], "gates": [], "notes": []
}`

func TestAssessmentSchemaJudgesSingleChangesOfAQuadrantResult(t *testing.T) {
	t.Parallel()
	judge(t, "assessment", quadrantSample, []change{
		{"", "", true},
		{`"kind": "quadrant"`, `"kind": "leaning"`, false},
		{`"metrics": [`, `"axes": [`, false},
		{`"quadrant": "fast_stable"`, `"quadrant": "elite"`, false},
		{`"quadrant": "fast_stable"`, `"quadrant": null`, true},
		{`"overall": 6.7`, `"overall": 11`, false},
		{`"metrics": [`, `"what_if": null, "metrics": [`, true},
		{`"metrics": [`, `"what_if": {"changes": []}, "metrics": [`, false},
		{`"metrics": [`, `"what_if": {"changes": [], "before": {"verdict": {"kind": "quadrant"}, "warnings": []}}, "metrics": [`, false},
		{`"missing": ["rework_rate"],`, ``, false},
		{`"class": 4`, `"class": null`, true},
		{`"class": 4`, `"class": 4.5`, false},
		{`"mean": 5.5`, `"average": 5.5`, false},
		{`"share_2025": 31.9`, `"share_2025": null`, true},
		{`"benchmark_year": 2025`, `"benchmark_year": null`, true},
		{`"benchmark": null`, `"benchmark": 5`, false},
	})
}

// TestAssessmentSchemaAcceptsRealResults reads the results that the renderers are tested with.
func TestAssessmentSchemaAcceptsRealResults(t *testing.T) {
	t.Parallel()
	schema := compiled(t, "assessment")
	for path, data := range realResults(t) {
		if err := schema.Validate(data); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestAssessmentSchemaDescribesEveryMember closes the schema, which is open for readers' sake, and finds in real results
// the members that it forgot.
func TestAssessmentSchemaDescribesEveryMember(t *testing.T) {
	t.Parallel()
	source, err := questionnaire.Schema("assessment")
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	root := document.(map[string]any)
	root["additionalProperties"] = false
	closeObjects(root["definitions"])
	schema := compile(t, root)
	for path, data := range realResults(t) {
		if err := schema.Validate(data); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// closeObjects forbids members that are not listed wherever members are listed.
func closeObjects(schema any) {
	switch schema := schema.(type) {
	case map[string]any:
		if _, lists := schema["properties"].(map[string]any); lists {
			schema["additionalProperties"] = false
		}
		for _, below := range schema {
			closeObjects(below)
		}
	case []any:
		for _, below := range schema {
			closeObjects(below)
		}
	}
}

func realResults(t *testing.T) map[string]any {
	t.Helper()
	results := map[string]any{}
	for _, archive := range []string{"results.txtar", "what-if.txtar"} {
		files := testarchive.Open(t, "../report/testdata/"+archive, false)
		names, err := fs.Glob(files, "*.json")
		if err != nil || len(names) == 0 {
			t.Fatalf("no results in %s: %v", archive, err)
		}
		for _, name := range names {
			data, err := jsonschema.UnmarshalJSON(bytes.NewReader(fileNamed(t, files, name).Bytes))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			results[archive+": "+name] = data
		}
	}
	return results
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
