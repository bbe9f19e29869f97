package questionnaire_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

func TestMappingsAreRead(t *testing.T) {
	t.Parallel()
	q, found := questionnaire.Load(fileNamed(t, goodFiles(), "mappings.yaml"), nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	want := questionnaire.Evidence{Note: "Count the tags.", Mappings: []questionnaire.Mapping{
		{Measure: "releases.gap_days.median", Contradicts: questionnaire.Below, Ranges: []questionnaire.Range{
			{Option: "slow", From: rat(7, 1)}, {Option: "fast", From: rat(0, 1), To: rat(7, 1)},
		}},
		{Measure: "integration.reviewed_share", Contradicts: questionnaire.Never, Ranges: []questionnaire.Range{{Option: "fast", From: rat(1, 2)}}},
		{Contradicts: questionnaire.Never, Signals: []string{"cd.deploy_workflow"}, Agrees: []string{"fast"}},
		{
			Contradicts: questionnaire.Never, Signals: []string{"dep.renovate", "dep.dependabot"},
			Agrees: []string{"fast"}, Differs: []string{"slow"},
		},
	}}
	if diff := cmp.Diff(want, q.Questions[0].Evidence, modelOptions()); diff != "" {
		t.Error(diff)
	}
}

// TestRangesEndWhereTheNextBegins: a value on an edge agrees with the lower of two options and with no other.
func TestRangesEndWhereTheNextBegins(t *testing.T) {
	t.Parallel()
	low := questionnaire.Range{To: rat(7, 1)}
	middle := questionnaire.Range{From: rat(7, 1), To: rat(31, 1)}
	high := questionnaire.Range{From: rat(31, 1)}
	zero := questionnaire.Range{From: rat(0, 1), To: rat(7, 1)}
	for _, test := range []struct {
		value *big.Rat
		want  string
	}{{rat(0, 1), "low zero"}, {rat(7, 1), "low zero"}, {rat(701, 100), "middle"}, {rat(31, 1), "middle"}, {rat(32, 1), "high"}} {
		var got []string
		for _, r := range []struct {
			name string
			questionnaire.Range
		}{{"low", low}, {"middle", middle}, {"high", high}, {"zero", zero}} {
			if r.Holds(test.value) {
				got = append(got, r.name)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s agrees with %v, want %s", test.value.RatString(), got, test.want)
		}
	}
}

func TestMappingsAreBounded(t *testing.T) {
	t.Parallel()
	const head = "id: a\nversion: 1\ntitle: A\naxes: [{id: p, title: P}]\nquestions:\n- id: q\n  axis: p\n  measures: lean\n  text: Q\n" +
		"  options: [{id: x, text: X, position: -1}, {id: y, text: Y, position: 1}]\n  evidence:\n    measures:\n"
	for name, test := range map[string]struct {
		text string
		code string
	}{
		"most":    {head + strings.Repeat("    - {signal: ci.gitlab, agrees: [x]}\n", questionnaire.MaxMappings), ""},
		"more":    {head + strings.Repeat("    - {signal: ci.gitlab, agrees: [x]}\n", questionnaire.MaxMappings+1), "too-many-measures"},
		"signals": {head + "    - {agrees: [x], signal: [" + strings.Repeat("ci.gitlab, ", questionnaire.MaxMappings+1) + "]}\n", "too-many-measures"},
	} {
		_, found := questionnaire.Load(questionnaire.Source{Name: "big.yaml", Bytes: []byte(test.text)}, nil)
		if test.code == "" && len(found) > 0 || test.code != "" && (len(found) != 1 || found[0].Code != test.code) {
			t.Errorf("%s: want code %q, found %v", name, test.code, found)
		}
	}
}

// TestOptionsOfAMappingCountOnce: comparing two lists that repeat one option for as long as a file may be would take minutes.
func TestOptionsOfAMappingCountOnce(t *testing.T) {
	t.Parallel()
	const text = "id: a\nversion: 1\ntitle: A\naxes: [{id: p, title: P}]\nquestions:\n- id: q\n  axis: p\n  measures: lean\n  text: Q\n" +
		"  options: [{id: x, text: X, position: -1}, {id: y, text: Y, position: 1}]\n  evidence:\n    measures:\n" +
		"    - {signal: ci.gitlab, agrees: [%s], differs: [%s]}\n"
	many := fmt.Sprintf(text, strings.Repeat("x,", 200_000), strings.Repeat("y,", 200_000))
	q, found := questionnaire.Load(questionnaire.Source{Name: "many.yaml", Bytes: []byte(many)}, nil)
	if q == nil {
		t.Fatal(found)
	}
	got := q.Questions[0].Evidence.Mappings[0]
	if diff := cmp.Diff([][]string{{"x"}, {"y"}}, [][]string{got.Agrees, got.Differs}); diff != "" {
		t.Error(diff)
	}
}

// TestShippedMappingsLeaveTheDigestAlone: results of before are still told to come from the same scoring content.
func TestShippedMappingsLeaveTheDigestAlone(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick", "dora"} {
		q := questionnairetest.Shipped(t, id)
		digest, mapped := q.Digest(), 0
		for i := range q.Questions {
			mapped += len(q.Questions[i].Evidence.Mappings)
			q.Questions[i].Evidence.Mappings = nil
		}
		if mapped == 0 || q.Digest() != digest {
			t.Errorf("%s: %d mappings, digest %s, without them %s", id, mapped, digest, q.Digest())
		}
	}
}
