package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// compiled is a schema as a real validator understands it; compiling also checks it against draft-07 itself.
func compiled(t testing.TB, source []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft7)
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	compiledSchema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiledSchema
}

func TestKinds(t *testing.T) {
	t.Parallel()
	for _, kind := range Kinds() {
		source, err := Of(kind)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(source, []byte(`"http://json-schema.org/draft-07/schema#"`)) {
			t.Errorf("%s: not draft-07, which is what editors understand", kind)
		}
		compiled(t, source)
	}
	if _, err := Of("result"); err == nil || !strings.Contains(err.Error(), "trend") {
		t.Errorf("an unknown kind: %v", err)
	}
}

// change sets the member at a path, or deletes it where the new value is empty; isValid says what the schema thinks of that.
type change struct {
	path, value string
	isValid     bool
}

// judged asks a schema about single changes of a good document.
func judged(t *testing.T, source []byte, document any, changes []change) {
	t.Helper()
	checked := compiled(t, source)
	for _, c := range append([]change{{"", "", true}}, changes...) {
		text, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		copied, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if c.path != "" {
			if err := c.apply(copied); err != nil {
				t.Fatal(err)
			}
		}
		if err := checked.Validate(copied); (err == nil) != c.isValid {
			t.Errorf("%s: %s: want valid %v: %v", c.path, c.value, c.isValid, err)
		}
	}
}

// apply makes the change below a value.
func (c change) apply(at any) error {
	path := strings.Split(c.path, "/")
	for i, key := range path {
		list, isList := at.([]any)
		if isList {
			index, err := strconv.Atoi(key)
			if err != nil || index >= len(list) {
				return fmt.Errorf("%s: there is no item %s", c.path, key)
			}
			if i < len(path)-1 {
				at = list[index]
				continue
			}
			return json.Unmarshal([]byte(c.value), &list[index])
		}
		members, ok := at.(map[string]any)
		if !ok {
			return fmt.Errorf("%s: %s is in no object", c.path, key)
		}
		if i < len(path)-1 {
			at = members[key]
			continue
		}
		if c.value == "" {
			if _, has := members[key]; !has {
				return fmt.Errorf("%s: there is nothing to delete", c.path)
			}
			delete(members, key)
			return nil
		}
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(c.value))
		members[key] = value
		return err
	}
	return nil
}

func TestAssessmentSchemaJudgesSingleChangesOfALeaning(t *testing.T) {
	t.Parallel()
	source, err := Of("assessment")
	if err != nil {
		t.Fatal(err)
	}
	doc := reporttest.Frozen(t, "typical")
	doc.Exemptions = []report.Exemption{{Warning: "unproven_restore", Reason: "R", Status: report.ExemptionInForce}}
	doc.Freshness = &report.Freshness{MaxAge: "6m", Since: "2026-05-22", Stale: []report.Aged{}, Undated: []string{}}
	doc.Gates = []report.Gate{{Gate: "fail-on high", Kind: report.WarningGate, Op: "lt", Required: report.Word("high"), Actual: report.Word("critical")}}
	judged(t, source, doc, []change{
		{"schema", `"opsfit.assessment/v1"`, false},
		{"added_later", `{}`, true},
		{"questionnaire/digest", `"md5:0e"`, false},
		{"subject", ``, false},
		{"subject", `null`, true},
		{"verdict/kind", `"circle"`, false},
		{"verdict/kind", `"quadrant"`, false},
		{"verdict/practice/value", `1.5`, false},
		{"verdict/practice/value", `null`, true},
		{"verdict/practice/value", `"0.19"`, false},
		{"verdict/practice/band", `"leaning DevOps"`, false},
		{"verdict/practice/scored", `null`, false},
		{"verdict/practice/low", ``, false},
		{"verdict/situation", `null`, false},
		{"verdict/situation/wanted", ``, false},
		{"verdict/situation/wanted/value", `-2`, false},
		{"verdict/situation/coverage", `1.2`, false},
		{"verdict/situation/between", `["hybrid"]`, false},
		{"verdict/held", `{"advice": "combine", "by": [{"question": "q", "option": "o", "axis": "delivery", "at_most": 0}]}`, true},
		{"verdict/held", `{"advice": "stay", "by": []}`, false},
		{"verdict/held", `null`, false},
		{"verdict/fit/word", `"fine"`, false},
		{"verdict/advice", `"shift"`, false},
		{"verdict/advice", `null`, true},
		{"verdict/readiness/weakest", `null`, true},
		{"verdict/readiness/weakest/level", `5`, false},
		{"verdict/readiness/unmet", `null`, false},
		{"verdict/confidence", `null`, true},
		{"verdict/confidence_because", `["doubt"]`, false},
		{"verdict/robustness/band/steps", `0`, false},
		{"verdict/robustness/advice", ``, false},
		{"verdict/borderline", `"yes"`, false},
		{"axes", ``, false},
		{"axes/0/direction", `"up"`, false},
		{"axes/0/direction", `"towards_sysops"`, true},
		{"axes/0/situation/held_by", `[{"question": "q", "option": "o", "at_least": -0.5}]`, true},
		{"axes/0/situation/allowed/at_most", `2`, false},
		{"axes/0/situation/clash", `null`, false},
		{"axes/0/beyond_limit", `{"amount": 0, "by": []}`, false},
		{"axes/0/shortfall/worst", `5`, false},
		{"warnings/0/severity", `"severe"`, false},
		{"warnings/0/title", ``, false},
		{"warnings/0/because", `[]`, false},
		{"warnings/0/said_by", `{"count": 2, "of": 5}`, true},
		{"recommendations/0/status", `"soon"`, false},
		{"recommendations/0/blocked_by", ``, false},
		{"recommendations/0/effort", `4`, false},
		{"depends_on", `[1]`, false},
		{"answers/0/status", `"unknown"`, false},
		{"answers/0/source", `"git"`, false},
		{"answers/0/weights", `{"delivery": 0}`, false},
		{"answers/0/weights", `["delivery"]`, false},
		{"gates/0/actual", `65.2`, true},
		{"gates/0/actual", `[]`, false},
		{"gates/0/kind", `"warning"`, false},
		{"gates/0/op", `"<"`, false},
		{"as_of", `"today"`, false},
		{"exemptions/0/status", `"over"`, false},
		{"exemptions/0/until", `"1.1.2027"`, false},
		{"freshness", `null`, true},
		{"freshness/max_age", `"6 months"`, false},
		{"freshness/undated", `null`, false},
		{"notes", `null`, false},
		{"what_if", `{"changes": []}`, false},
	})
}

func TestAssessmentSchemaJudgesSingleChangesOfAQuadrant(t *testing.T) {
	t.Parallel()
	source, err := Of("assessment")
	if err != nil {
		t.Fatal(err)
	}
	judged(t, source, reporttest.Frozen(t, "outcomes"), []change{
		{"verdict/kind", `"leaning"`, false},
		{"metrics", ``, false},
		{"verdict/quadrant", `"elite"`, false},
		{"verdict/quadrant", `null`, true},
		{"verdict/overall", `11`, false},
		{"verdict/limited_by", `null`, false},
		{"verdict/missing", ``, false},
		{"metrics/0/class", `null`, true},
		{"metrics/0/class", `4.5`, false},
		{"metrics/0/share_2025", `null`, true},
		{"verdict/benchmark_year", `null`, true},
		{"verdict/throughput/benchmark", `5`, false},
	})
}

func TestAnswersSchemaOfAQuestionnaire(t *testing.T) {
	t.Parallel()
	source, err := OfAnswers(questionnairetest.Frozen(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{`"Release trigger"`, `What usually makes a change go to production?`, `"Restore never proven"`} {
		if !bytes.Contains(source, []byte(said)) {
			t.Errorf("the schema does not say %s", said)
		}
	}
	sheet := map[string]any{
		"questionnaire": "frozen", "subject": nil,
		"exempt": []any{map[string]any{"warning": "unproven_restore", "reason": "R"}},
		"answers": map[string]any{
			"release_trigger": "planned_release", "restore_test": "dont_know", "batch_size": nil,
			"learning": map[string]any{"option": "followed", "note": "N"},
		},
	}
	judged(t, source, sheet, []change{
		{"questionnaire", `"full"`, false},
		{"answers/release_trigger", `"planned"`, false},
		{"answers/release_trigger", `"skipped"`, true},
		{"answers/release_trigger", `["planned_release"]`, false},
		{"answers/release_trigger", `"not_applicable"`, false},
		{"answers/release_triger", `"planned_release"`, false},
		// Earlier ids are read as today's.
		{"answers/regulation", `"nothing"`, true},
		{"answers/audit", `"none"`, true},
		{"answers/learning/option", `"nobody"`, false},
		{"answers/learning/notes", `"N"`, false},
		{"answers/learning/not_applicable", `"R"`, false},
	})
}

// TestAnswersSchemaOfLists knows the options that may stand in a list, and which of them may be left out.
func TestAnswersSchemaOfLists(t *testing.T) {
	t.Parallel()
	source, err := OfAnswers(questionnairetest.File(t, "../../testdata/questionnaire/ok/toy-launch.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	sheet := map[string]any{
		"questionnaire": "toylaunch",
		"answers": map[string]any{
			"tier": "low", "A1": map[string]any{"option": "r1"},
			"AM": map[string]any{"options": []any{"x"}, "unknown": []any{"y"}, "not_applicable": map[string]any{"z": "R"}, "note": "N"},
		},
	}
	judged(t, source, sheet, []change{
		{"answers/AM", `["x", "y"]`, true},
		{"answers/AM", `[]`, true},
		{"answers/AM", `"none"`, true},
		{"answers/AM", `"dont_know"`, true},
		{"answers/AM", `["x", "x"]`, false},
		{"answers/AM", `["dont_know"]`, false},
		{"answers/AM/options", `["w"]`, false},
		{"answers/AM/unknown", `"y"`, false},
		{"answers/AM/not_applicable", `{"w": "R"}`, false},
		{"answers/AM/not_applicable", `{"none": "R"}`, false},
		{"answers/AM/not_applicable", `"R"`, false},
		{"answers/A1", `["r1"]`, false},
		{"answers/A1/options", `["r1"]`, false},
	})
}

// TestAnswersSchemaOfShippedQuestionnaires accepts a sheet with each option of each question.
func TestAnswersSchemaOfShippedQuestionnaires(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick", "dora", "launch"} {
		q := questionnairetest.Shipped(t, id)
		source, err := OfAnswers(q)
		if err != nil {
			t.Fatal(err)
		}
		checked := compiled(t, source)
		for at := range questionnaire.MaxOptions {
			given := map[string]any{}
			for i := range q.Questions {
				if options := q.Questions[i].Options; at < len(options) {
					given[q.Questions[i].ID] = options[at].ID
				}
			}
			if err := checked.Validate(map[string]any{"questionnaire": id, "answers": given}); err != nil {
				t.Errorf("%s, option %d: %v", id, at, err)
			}
		}
	}
}
