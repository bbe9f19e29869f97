package schema

import (
	"bytes"
	"encoding"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// update rewrites the schemas; read the difference before it is committed.
var update = flag.Bool("update", false, "write the schemas of results from the Go types")

// kind is a result, the Go type that it is written from, and what the root of its schema says.
type kind struct {
	name, schema, says string
	of                 any
	// rules are further members of the root.
	rules object
}

func kinds() []kind {
	return []kind{
		{
			"assessment", report.Schema, "One result, as `opsfit assess -f json` writes it.",
			report.Document{},
			// A quadrant has metrics, any other result axes.
			object{
				{"if", object{{"properties", object{{"verdict", object{{"properties", object{{"kind", object{{"const", "quadrant"}}}}}}}}}}},
				{"then", object{{"required", []string{"metrics"}}}},
				{"else", object{{"required", []string{"axes"}}}},
			},
		},
		{"amendment", adr.AmendmentSchema, "What a later assessment no longer supports, as `opsfit assess --amend` writes it.", adr.Amendment{}, nil},
		{"challenge", challenge.Schema, "A verdict with the answers on which it hangs and what others said, as `opsfit challenge -f json` writes it.", challenge.Document{}, nil},
		{"comparison", comparison.Schema, "Two results side by side, as `opsfit compare -f json` writes them.", comparison.Comparison{}, nil},
		{"drafts", interview.DraftsSchema, "The drafts of interviews, as `opsfit answers drafts -f json` writes them.", interview.DraftList{}, nil},
		{"lint", lint.Schema, "What was found in questionnaires, as `opsfit questionnaire lint -f json` writes it.", lint.Report{}, nil},
		{"methodology", methodology.Schema, "Every formula and value, as `opsfit methodology -f json` writes them.", methodology.Document{}, nil},
		{"plan", plan.Schema, "The recommendations as a path, as `opsfit plan -f json` writes it.", plan.Document{}, nil},
		{"portfolio", portfolio.Schema, "Many services side by side, as `opsfit portfolio -f json` writes them.", portfolio.Document{}, nil},
		{"record", adr.Schema, "What a decision record rests on: the facts in the comment at the end of one that `opsfit assess -f adr` drafts.", adr.Facts{}, nil},
		{"scan", evidence.Schema, "What a repository shows, as `opsfit scan -f json` writes it.", evidence.Scan{}, nil},
		{"service", portfolio.LineSchema, "One service, as a line of `opsfit portfolio -f jsonl` and as `opsfit assess -f jsonl` writes it.", portfolio.Line{}, nil},
		{"team", team.Schema, "Several respondents on one service, as `opsfit team -f json` writes them.", team.Document{}, nil},
		{"trend", comparison.TrendSchema, "A series of results of one service, as `opsfit trend -f json` writes it.", comparison.Trend{}, nil},
	}
}

const conventions = " Numbers have full precision, null stands for what could not be computed or was not given, empty lists are []." +
	" Later versions may add members: readers should ignore those they do not know."

// TestResultSchemasFollowTheTypes holds each schema against the Go type that its result is written from.
func TestResultSchemasFollowTheTypes(t *testing.T) {
	t.Parallel()
	var names []string
	for _, k := range kinds() {
		names = append(names, k.name)
		t.Run(k.name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join("results", k.name+".json")
			made := k.generate(t)
			if *update {
				if err := os.WriteFile(file, made, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			kept, err := Of(k.name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(kept), string(made)); diff != "" {
				t.Errorf("%s does not follow the Go type; run this test with -update and read the difference (-file +type):\n%s", file, diff)
			}
		})
	}
	if !slices.Equal(names, Results()) {
		t.Errorf("there are types of %q and schemas of %q", names, Results())
	}
}

// TestEveryResultHasASchema: a program that reads a result finds its schema by the name that the result gives. Results of an earlier
// form are read only.
func TestEveryResultHasASchema(t *testing.T) {
	t.Parallel()
	// Commitments are a file that people keep, of which there is no schema yet.
	described := []string{report.EarlierSchema, "opsfit.commitments/v1"}
	for _, k := range kinds() {
		described = append(described, k.schema)
	}
	files, err := filepath.Glob(filepath.Join("..", "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range regexp.MustCompile(`"(opsfit\.[a-z]+/v[0-9]+)"`).FindAllSubmatch(source, -1) {
			name := string(match[1])
			if found[name] = true; !slices.Contains(described, name) {
				t.Errorf("%s names %s, which has no schema: add it to kinds and Results, and run go test with -update", file, name)
			}
		}
	}
	for _, name := range described {
		if !found[name] {
			t.Errorf("no source names %s", name)
		}
	}
}

func (k kind) generate(t *testing.T) []byte {
	t.Helper()
	g := generator{t: t, comments: commentsOf(t), made: map[string]object{}}
	root := g.object(reflect.TypeOf(k.of))
	for i, m := range root {
		if m.key == "properties" {
			root[i].value = withConst(m.value.(object), "schema", k.schema)
		}
	}
	all := append(object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"$id", "https://github.com/opsfit/opsfit/schema/" + k.name + ".json"},
		{"title", "opsfit " + k.name},
		{"description", k.says + conventions},
	}, root...)
	all = append(all, k.rules...)
	var definitions object
	for _, name := range g.order {
		definitions = append(definitions, member{name, g.made[name]})
	}
	if len(definitions) > 0 {
		all = append(all, member{"definitions", definitions})
	}
	compact, err := all.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		t.Fatal(err)
	}
	return append(out.Bytes(), '\n')
}

func withConst(properties object, key, value string) object {
	for i, m := range properties {
		if m.key == key {
			properties[i].value = object{{"const", value}}
		}
	}
	return properties
}

// generator describes Go types.
type generator struct {
	t        *testing.T
	comments comments
	// made are the definitions by name, order their names as they were met.
	made  map[string]object
	order []string
}

// object describes the members of a struct.
func (g *generator) object(of reflect.Type) object {
	properties, required := object{}, []string{}
	g.members(of, &properties, &required)
	described := object{{"type", "object"}}
	if len(required) > 0 {
		described = append(described, member{"required", required})
	}
	return append(described, member{"properties", properties})
}

func (g *generator) members(of reflect.Type, properties *object, required *[]string) {
	for field := range of.Fields() {
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous && name == "":
			g.members(field.Type, properties, required)
			continue
		case !field.IsExported() || name == "-":
			continue
		case name == "":
			g.t.Fatalf("%s.%s has no name in JSON", of, field.Name)
		}
		about := of.String() + "." + field.Name
		if options == "" && !ruleOf(about).optional {
			*required = append(*required, name)
		}
		described := g.value(field.Type, ruleOf(about), options != "")
		if text := g.comments.of(of, field.Name); text != "" {
			described = append(object{{"description", text}}, described...)
		}
		*properties = append(*properties, member{name, described})
	}
}

// value describes a value. One that may be left out is never null.
func (g *generator) value(of reflect.Type, r rule, optional bool) object {
	if described := g.special(of, r); described != nil {
		return described
	}
	switch kind := of.Kind(); {
	case kind == reflect.Pointer:
		if optional {
			return g.value(of.Elem(), r, false)
		}
		return nullable(g.value(of.Elem(), r, false))
	case kind == reflect.Struct:
		return g.reference(of)
	case kind == reflect.Slice:
		return g.list(of, r)
	case kind == reflect.Map:
		return object{{"type", "object"}, {"additionalProperties", g.value(of.Elem(), r, false)}}
	case kind == reflect.String:
		if values := g.comments.constants(of); r.words == nil && len(values) > 0 {
			return object{{"enum", values}}
		}
		return r.text(false)
	case kind == reflect.Bool:
		return object{{"type", "boolean"}}
	case of.ConvertibleTo(reflect.TypeFor[int]()) && kind != reflect.Float64:
		return r.number("integer")
	case kind == reflect.Float64:
		return r.number("number")
	}
	g.t.Fatalf("no JSON Schema is known for the type %s", of)
	return nil
}

func (g *generator) list(of reflect.Type, r rule) object {
	described := object{{"type", "array"}}
	if r.orNull {
		described = nullable(described)
	}
	if r.least > 0 {
		described = append(described, member{"minItems", r.least})
	}
	if r.most > 0 {
		described = append(described, member{"maxItems", r.most})
	}
	return append(described, member{"items", g.value(of.Elem(), r, false)})
}

// special describes the types that write themselves; nil for others.
func (g *generator) special(of reflect.Type, r rule) object {
	switch of {
	case reflect.TypeFor[[]report.Axis](): // the axes of a readiness document stand in their place
		return object{{"type", "array"}, {"items", object{{"anyOf", []object{
			g.reference(reflect.TypeFor[report.Axis]()), g.reference(reflect.TypeFor[report.ReadinessAxis]()),
		}}}}}
	case reflect.TypeFor[[]plan.Axis]():
		return object{{"type", "array"}, {"items", object{{"anyOf", []object{
			g.reference(reflect.TypeFor[plan.Axis]()), g.reference(reflect.TypeFor[report.ReadinessAxis]()),
		}}}}}
	case reflect.TypeFor[[]comparison.Axis]():
		return object{{"type", "array"}, {"items", object{{"anyOf", []object{
			g.reference(reflect.TypeFor[comparison.Axis]()), g.reference(reflect.TypeFor[comparison.ReadinessAxis]()),
		}}}}}
	case reflect.TypeFor[[]comparison.AxisSeries]():
		return object{{"type", "array"}, {"items", object{{"anyOf", []object{
			g.reference(reflect.TypeFor[comparison.AxisSeries]()), g.reference(reflect.TypeFor[comparison.CheckedSeries]()),
		}}}}}
	case reflect.TypeFor[[]team.Axis]():
		return object{{"type", "array"}, {"items", object{{"anyOf", []object{
			g.reference(reflect.TypeFor[team.Axis]()), g.reference(reflect.TypeFor[team.CheckedAxis]()),
		}}}}}
	case reflect.TypeFor[plan.State](), reflect.TypeFor[adr.Facts]():
		return g.reference(of)
	case reflect.TypeFor[report.Text]():
		return r.text(true)
	case reflect.TypeFor[report.Year]():
		return object{{"type", []string{"integer", "null"}}, {"minimum", 1}}
	case reflect.TypeFor[report.Value]():
		return object{{"type", []string{"number", "string", "null"}}}
	case reflect.TypeFor[report.Verdict]():
		return object{{"anyOf", []object{
			g.reference(reflect.TypeFor[report.Leaning]()), g.reference(reflect.TypeFor[report.Quadrant]()),
			g.reference(reflect.TypeFor[report.ReadinessVerdict]()),
		}}}
	case reflect.TypeFor[comparison.Verdict]():
		return object{{"anyOf", []object{
			g.reference(reflect.TypeFor[comparison.Leaning]()), g.reference(reflect.TypeFor[comparison.Quadrant]()),
			g.reference(reflect.TypeFor[comparison.ReadinessVerdict]()),
			{{"type", "null"}},
		}}}
	case reflect.TypeFor[*portfolio.Services]():
		return object{{"type", "array"}, {"items", g.reference(reflect.TypeFor[portfolio.Service]())}}
	}
	if writesItself(of) {
		g.t.Fatalf("the type %s writes itself: say in special what it writes", of)
	}
	return nil
}

func writesItself(of reflect.Type) bool {
	return of.Implements(reflect.TypeFor[json.Marshaler]()) || of.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}

// reference describes a struct once and names it.
func (g *generator) reference(of reflect.Type) object {
	name := of.String()
	if _, met := g.made[name]; !met {
		g.made[name] = nil
		g.order = append(g.order, name)
		described := g.object(of)
		if text := g.comments.of(of, ""); text != "" {
			described = append(object{{"description", text}}, described...)
		}
		g.made[name] = described
	}
	return object{{"$ref", "#/definitions/" + name}}
}

// nullable allows null beside what is described.
func nullable(described object) object {
	for i, m := range described {
		switch m.key {
		case "type":
			described[i].value = []string{fmt.Sprint(m.value), "null"}
			return described
		case "$ref":
			return object{{"anyOf", []object{described, {{"type", "null"}}}}}
		case "enum":
			described[i].value = append(slices.Clone(m.value.([]any)), nil)
			return described
		}
	}
	return described
}
