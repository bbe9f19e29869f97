package questionnaire_test

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// modelOptions compare exact numbers by value and leave places aside.
func modelOptions() cmp.Options {
	return cmp.Options{
		cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 }),
		cmpopts.IgnoreTypes(diag.Pos{}),
	}
}

func rat(a, b int64) *big.Rat { return big.NewRat(a, b) }

func TestLoadReadsEveryKeyOfALeaningQuestionnaire(t *testing.T) {
	t.Parallel()
	const text = `id: sample
version: 1.2.0
title: Sample
minutes: 2.5
scope_hint: One service.
axes: [{id: pace, title: Pace, low: rarely, high: often, card_axis: delivery, weight: 0.5}, {id: mood, title: Mood}]
article_headings: {Delivery: [pace], All: mood}
questions:
  - id: rhythm
    axis: pace
    measures: lean
    weight: 2
    text: How often?
    why: It matters.
    allow_na: true
    display: reverse
    heading: Delivery
    sources: [article, DORA]
    evidence: {supports_high: [tags], supports_low: notes}
    options: [{id: slow, text: Slow, position: -1}, {id: fast, text: Fast, position: 0.75}]
  - {id: net, axis: mood, measures: readiness, critical: true, text: How safe, options: [{id: low, text: Low, readiness: 0}, {id: high, text: High, readiness: 4}]}
  - id: need
    measures: context
    was: [urge]
    title: The need
    kind: need
    affects: {mood: 0.5, pace: 1}
    text: How urgent?
    evidence: ask around
    options: [{id: little, text: Little, position: -1, floor: {pace: 3, mood: 2}}, {id: unclear, text: Unclear}]
`
	q, found := questionnaire.Load(questionnaire.Source{Name: "sample.yaml", Bytes: []byte(text)}, nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	want := &questionnaire.Questionnaire{
		ID: "sample", Version: "1.2.0", Title: "Sample", ScopeHint: "One service.", Minutes: rat(5, 2),
		Verdict: questionnaire.Leaning, File: "sample.yaml",
		Axes: []questionnaire.Axis{
			{ID: "pace", Title: "Pace", Low: "rarely", High: "often", CardAxis: "delivery", Weight: rat(1, 2), File: "sample.yaml"},
			{ID: "mood", Title: "Mood", Weight: rat(1, 1), File: "sample.yaml"},
		},
		Headings: []questionnaire.Heading{{Title: "Delivery", Axes: []string{"pace"}}, {Title: "All", Axes: []string{"mood"}}},
		Questions: []questionnaire.Question{
			{
				ID: "rhythm", Title: "rhythm", File: "sample.yaml", Axis: "pace", Measures: questionnaire.Lean, Weight: rat(2, 1), Text: "How often?", Why: "It matters.",
				AllowNA: true, Reverse: true, Heading: "Delivery", Sources: []string{"article", "DORA"},
				Evidence: questionnaire.Evidence{High: []string{"tags"}, Low: []string{"notes"}},
				Options: []questionnaire.Option{
					{ID: "slow", Text: "Slow", Position: rat(-1, 1)}, {ID: "fast", Text: "Fast", Position: rat(3, 4)},
				},
			},
			{
				ID: "net", Title: "net", File: "sample.yaml", Axis: "mood", Measures: questionnaire.Readiness, Weight: rat(1, 1), Text: "How safe", Critical: true,
				Options: []questionnaire.Option{
					{ID: "low", Text: "Low", Readiness: rat(0, 1)}, {ID: "high", Text: "High", Readiness: rat(4, 1)},
				},
			},
			{
				ID: "need", Was: []string{"urge"}, Title: "The need", File: "sample.yaml", Measures: questionnaire.Context, Weight: rat(1, 1), Kind: "need", Text: "How urgent?",
				Affects:  []questionnaire.Affect{{Axis: "mood", Weight: rat(1, 2)}, {Axis: "pace", Weight: rat(1, 1)}},
				Evidence: questionnaire.Evidence{Note: "ask around"},
				Options: []questionnaire.Option{
					{
						ID: "little", Text: "Little", Position: rat(-1, 1),
						Floors: []questionnaire.Floor{{Axis: "pace", Level: rat(3, 1)}, {Axis: "mood", Level: rat(2, 1)}},
					},
					{ID: "unclear", Text: "Unclear"},
				},
			},
		},
	}
	if diff := cmp.Diff(want, q, modelOptions()); diff != "" {
		t.Errorf("model (-want +got):\n%s", diff)
	}
}

func TestLoadReadsEveryKeyOfAQuadrantQuestionnaire(t *testing.T) {
	t.Parallel()
	q := mustLoad(t, finderIn(goodFiles()), "quadrant.yaml")
	want := &questionnaire.Outcomes{
		Throughput: []string{"lead_time"}, Stability: []string{"fail_rate"}, Year: 2024,
		Benchmarks: map[string]questionnaire.Benchmark{
			"lead_time": {Mean: rat(11, 2), SD: rat(12, 5)}, "stability": {Mean: rat(79, 10), SD: rat(2, 1)},
		},
		Quadrants: map[string]string{"fast_stable": "Fast and stable.", "slow_unstable": "Slow and unstable."},
	}
	if diff := cmp.Diff(want, q.Outcomes, modelOptions()); diff != "" || q.Verdict != questionnaire.Quadrant {
		t.Errorf("verdict %s, outcomes (-want +got):\n%s", q.Verdict, diff)
	}
	slow := q.Question("lead_time").Option("slow")
	if slow.Class != 1 || slow.Share.Cmp(rat(25, 2)) != 0 || slow.ShareYear != 2024 {
		t.Errorf("option %+v", slow)
	}
	if all := q.Question("fail_rate").Option("all"); all.Percent.Cmp(rat(100, 1)) != 0 || all.Share != nil || all.ShareYear != 0 {
		t.Errorf("option %+v", all)
	}
}

func TestLoadReadsEveryKeyOfACatalogue(t *testing.T) {
	t.Parallel()
	q := mustLoad(t, finderIn(goodFiles()), "inline-advice.yaml")
	want := &questionnaire.Catalogue{
		ID: "inline", Version: "1.2.0", Title: "Inline advice", File: "inline-advice.yaml",
		Warnings: []questionnaire.Warning{{
			ID: "fast_and_blind", Title: "fast_and_blind", Text: "You release fast and would not notice a fault.", Why: "A judgement.",
			Grades: []questionnaire.Grade{
				{Severity: questionnaire.Critical, When: level("net", condition.EQ, 0)},
				{Severity: questionnaire.Info, When: level("net", condition.LT, 4)},
			},
			When: all(
				all(condition.Condition{Kind: condition.AnswerTest, Question: "rhythm", Options: []string{"fast"}}),
				some(level("net", condition.LTE, 1), condition.Condition{Kind: condition.UnknownTest, Question: "net"}),
				condition.Condition{Kind: condition.None, Of: []condition.Condition{
					{Kind: condition.AnswerTest, Question: "other", Options: []string{"x"}},
				}},
			),
		}},
		Recommendations: []questionnaire.Recommendation{{
			ID: "alarm", Title: "Watch the one thing that must work", Direction: "either", Tier: "safety", Axis: "pace",
			When: some(
				level("net", condition.LTE, 2),
				condition.Condition{
					Kind: condition.MetricTest, Metric: condition.Shortfall, Axis: "pace",
					Bounds: []condition.Bound{{Op: condition.GTE, Value: rat(3, 4)}},
				},
				condition.Condition{Kind: condition.ShiftTest, Axis: "pace", Towards: "sysops"},
			),
			Requires: all(
				condition.Condition{
					Kind: condition.MetricTest, Metric: condition.Coverage, Axis: "overall",
					Bounds: []condition.Bound{{Op: condition.LT, Value: rat(2, 1)}, {Op: condition.GTE, Value: rat(1, 2)}},
				},
				condition.Condition{Kind: condition.NotShiftTest, Axis: "pace", Towards: "devops"},
			),
			FirstStep: "Check it every minute.", Then: "Tell whoever is on call.", Why: "Nothing else tells you.", Effect: "Shorter outages",
			Effort: 1, Impact: 5, Urgency: rat(1, 4), AnswersWarnings: []string{"fast_and_blind"},
			AntiPattern: "An alarm that nobody hears.",
		}},
	}
	if diff := cmp.Diff(want, q.Catalogue, modelOptions()); diff != "" {
		t.Errorf("catalogue (-want +got):\n%s", diff)
	}
}

func level(question string, op condition.Op, value int64) condition.Condition {
	return condition.Condition{
		Kind: condition.LevelTest, Question: question, Bounds: []condition.Bound{{Op: op, Value: rat(value, 1)}},
	}
}

func all(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.All, Of: of}
}

func some(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.Any, Of: of}
}

func ids(q *questionnaire.Questionnaire) (axes, questions []string) {
	for _, axis := range q.Axes {
		axes = append(axes, axis.ID)
	}
	for i := range q.Questions {
		questions = append(questions, q.Questions[i].ID)
	}
	return axes, questions
}

func TestExtendsSelectsAndAdds(t *testing.T) {
	t.Parallel()
	q := mustLoad(t, finderIn(goodFiles()), "extends-and-adds.yaml")
	axes, questions := ids(q)
	if diff := cmp.Diff([]string{"pace", "mood", "care"}, axes); diff != "" {
		t.Errorf("axes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"rhythm", "calm", "own", "need"}, questions); diff != "" {
		t.Errorf("questions, in the parent's order (-want +got):\n%s", diff)
	}
	if q.Extends != "parent" || q.ScopeHint != "Answer for the payment service." || q.Minutes != nil {
		t.Errorf("extends %q, scope %q, minutes %v", q.Extends, q.ScopeHint, q.Minutes)
	}
	if q.Catalogue == nil || len(q.Catalogue.Warnings) != 2 {
		t.Errorf("catalogue of the parent: %+v", q.Catalogue)
	}
	if len(q.Dropped) != 1 || q.Dropped[0].ID != "dropped" {
		t.Errorf("dropped %+v", q.Dropped)
	}
	need := q.Question("need")
	if len(need.Affects) != 2 || len(need.Option("low").Floors) != 0 {
		t.Errorf("what refers to the dropped axis is still there: %+v, %+v", need.Affects, need.Option("low").Floors)
	}
}

func TestExtendsKnowsWhatStandsWhere(t *testing.T) {
	t.Parallel()
	q := mustLoad(t, finderIn(goodFiles()), "extends-and-adds.yaml")
	if q.Catalogue.File != "parts/advice.yaml" || !q.Catalogue.Inherited {
		t.Errorf("catalogue in %s, inherited %t", q.Catalogue.File, q.Catalogue.Inherited)
	}
	for id, file := range map[string]string{"rhythm": "parts/parent.yaml", "own": "extends-and-adds.yaml"} {
		if got := q.Question(id).File; got != file || q.Axis(q.Question(id).Axis).File != file {
			t.Errorf("question %s and its axis stand in %s, want %s", id, got, file)
		}
	}
}

func TestExtendsInheritsWhatIsNotSaid(t *testing.T) {
	t.Parallel()
	const child = "{id: child, version: 2.0.0, title: Child, extends: parts/parent.yaml}"
	q, found := questionnaire.Load(questionnaire.Source{Name: "child.yaml", Bytes: []byte(child)}, finderIn(goodFiles()))
	if q == nil {
		t.Fatal(found)
	}
	parent := mustLoad(t, finderIn(goodFiles()), "parts/parent.yaml")
	parent.Catalogue.Inherited = true
	parent.ID, parent.Version, parent.Title, parent.File, parent.Extends = "child", "2.0.0", "Child", "child.yaml", "parent"
	if diff := cmp.Diff(parent, q, modelOptions()); diff != "" {
		t.Errorf("child (-want +got):\n%s", diff)
	}
}

func TestExtendsOverridesTheCatalogue(t *testing.T) {
	t.Parallel()
	const child = `
id: child
version: 2.0.0
title: Child
extends: parts/parent.yaml
warnings: [{id: own, severity: info, when: {unknown: rhythm}, text: Own}]
`
	q, found := questionnaire.Load(questionnaire.Source{Name: "child.yaml", Bytes: []byte(child)}, finderIn(goodFiles()))
	if q == nil {
		t.Fatal(found)
	}
	if len(q.Catalogue.Warnings) != 1 || q.Catalogue.Warnings[0].ID != "own" || len(q.Catalogue.Recommendations) != 0 || q.Catalogue.Inherited {
		t.Errorf("catalogue %+v", q.Catalogue)
	}
}

func TestExtendsKeepsTheFrameOfAQuadrant(t *testing.T) {
	t.Parallel()
	q := mustLoad(t, finderIn(goodFiles()), "metrics-only.yaml")
	if q.Verdict != questionnaire.Quadrant || len(q.Questions) != 1 {
		t.Fatalf("verdict %s, %d questions", q.Verdict, len(q.Questions))
	}
	if len(q.Outcomes.Throughput) != 0 || len(q.Outcomes.Stability) != 1 || q.Outcomes.Year != 2024 {
		t.Errorf("outcomes %+v", q.Outcomes)
	}
}

func TestExtendsMayShareAFileName(t *testing.T) {
	t.Parallel()
	own := questionnaire.Source{Name: "full.yaml", Bytes: []byte("{id: full, version: 9.0.0, title: Ours, extends: full}")}
	q, found := questionnaire.Load(own, questionnairetest.Find)
	if q == nil || len(q.Questions) != len(questionnairetest.Shipped(t, "full").Questions) {
		t.Errorf("an own full.yaml that extends the shipped one: %v", found)
	}
}

func TestWarningsOfAnExtendedQuestionnaireStayThere(t *testing.T) {
	t.Parallel()
	find := func(string, string) (questionnaire.Source, error) {
		return fileNamed(t, faultyFiles(t), "mixed-option.yaml"), nil
	}
	child := questionnaire.Source{Name: "child.yaml", Bytes: []byte("{id: child, version: 2.0.0, title: Child, extends: it}")}
	if q, found := questionnaire.Load(child, find); q == nil || len(found) > 0 || len(q.Axes) != 1 {
		t.Errorf("found %v", found)
	}
}

func TestReferencesAreFollowedFromTheFileTheyStandIn(t *testing.T) {
	t.Parallel()
	var asked []string
	find := func(from, reference string) (questionnaire.Source, error) {
		asked = append(asked, from+" -> "+reference)
		return finderIn(goodFiles())(from, reference)
	}
	child := questionnaire.Source{Name: "child.yaml", Bytes: []byte("{id: child, version: 2.0.0, title: Child, extends: parts/parent.yaml}")}
	if q, found := questionnaire.Load(child, find); q == nil {
		t.Fatal(found)
	}
	want := []string{"child.yaml -> parts/parent.yaml", "parts/parent.yaml -> advice.yaml"}
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Errorf("references (-want +got):\n%s", diff)
	}
}

func TestFinderErrorsAreShownSafely(t *testing.T) {
	t.Parallel()
	find := func(string, string) (questionnaire.Source, error) {
		return questionnaire.Source{}, errors.New("no\x1b[31m way")
	}
	for _, text := range []string{
		"{id: a, version: 1, title: A, extends: b}",
		"{id: a, version: 1, title: A, extends: [b]}",
	} {
		q, found := questionnaire.Load(questionnaire.Source{Name: "a.yaml", Bytes: []byte(text)}, find)
		if q != nil || len(found) != 1 || strings.Contains(found[0].String(), "\x1b") {
			t.Errorf("%s: %q", text, found)
		}
	}
	_, found := questionnaire.Load(questionnaire.Source{Name: "a.yaml", Bytes: []byte("{id: a, version: 1, title: A, extends: b}")}, nil)
	if len(found) != 1 || found[0].Code != "not-found" {
		t.Errorf("without a finder: %v", found)
	}
}

func TestCataloguesAreRecognised(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"warnings: []":                     true,
		"recommendations: []":              true,
		"{id: a, warnings: []}":            true,
		"{warnings: [], questions: []}":    false,
		"{warnings: [], extends: full}":    false,
		"{warnings: [], verdict: leaning}": false,
		"id: a":                            false,
		"[warnings]":                       false,
		"warnings: [":                      false,
		"":                                 false,
	} {
		if got := questionnaire.IsCatalogue(questionnaire.Source{Name: "a.yaml", Bytes: []byte(text)}); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestShippedFilesLoadSilently(t *testing.T) {
	t.Parallel()
	for id, axes := range map[string]int{"full": 5, "quick": 5, "dora": 0} {
		if q := questionnairetest.Shipped(t, id); len(q.Axes) != axes {
			t.Errorf("%s: %d axes, want %d", id, len(q.Axes), axes)
		}
	}
	source, err := questionnairetest.Find("", "recommendations")
	if err != nil {
		t.Fatal(err)
	}
	if _, found := questionnaire.LoadCatalogue(source); len(found) > 0 {
		t.Errorf("catalogue: %v", found)
	}
}

// TestShippedFilesCountRight holds what the first lines of the files say of them.
func TestShippedFilesCountRight(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	for id, want := range map[string]string{
		"full":  fmt.Sprintf(" %d questions about", len(q.Questions)),
		"quick": " fourteen questions of",
	} {
		source, err := questionnairetest.Find("", id)
		if err != nil {
			t.Fatal(err)
		}
		if first, _, _ := strings.Cut(string(source.Bytes), "\n"); !strings.Contains(first, want) {
			t.Errorf("%s says %q, but has%s", source.Name, first, want)
		}
	}
}

// sized returns a questionnaire with the given numbers of things.
func sized(axes, questions, options, warnings, recommendations int) []byte {
	var b strings.Builder
	b.WriteString("id: big\nversion: 1\ntitle: Big\naxes:\n")
	for i := range axes {
		fmt.Fprintf(&b, "- {id: a%d, title: A}\n", i)
	}
	b.WriteString("questions:\n")
	for i := range questions {
		fmt.Fprintf(&b, "- {id: q%d, axis: a%d, measures: lean, text: Q, options: [{id: x, text: X, position: -1}", i, i%max(1, axes))
		for j := range options - 1 {
			fmt.Fprintf(&b, ", {id: o%d, text: O, position: 1}", j)
		}
		b.WriteString("]}\n")
	}
	b.WriteString("warnings:\n")
	for i := range warnings {
		fmt.Fprintf(&b, "- {id: w%d, severity: info, text: W, when: {answer: q0, in: [x]}}\n", i)
	}
	b.WriteString("recommendations:\n")
	for i := range recommendations {
		fmt.Fprintf(&b, "- {id: r%d, title: R, direction: either, tier: safety, axis: a0, when: {unknown: q0}, first_step: F, effort: 1, impact: 1}\n", i)
	}
	return []byte(b.String())
}

func TestCountsAreBounded(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		source []byte
		code   string
	}{
		{"most axes", sized(64, 64, 2, 0, 0), ""},
		{"axes", sized(65, 65, 2, 0, 0), "too-many-axes"},
		{"most questions", sized(1, 500, 2, 0, 0), ""},
		{"questions", sized(1, 501, 2, 0, 0), "too-many-questions"},
		{"most options", sized(1, 1, 50, 0, 0), ""},
		{"options", sized(1, 1, 51, 0, 0), "too-many-options"},
		{"most rules", sized(1, 1, 2, 600, 400), ""},
		{"warnings", sized(1, 1, 2, 1001, 0), "too-many-rules"},
		{"recommendations", sized(1, 1, 2, 1, 1000), "too-many-rules"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			q, found := questionnaire.Load(questionnaire.Source{Name: "big.yaml", Bytes: test.source}, nil)
			codes := map[string]bool{}
			for _, d := range found {
				codes[d.Code] = true
			}
			if test.code == "" && (q == nil || len(found) > 0) || test.code != "" && !codes[test.code] {
				t.Errorf("want code %q, found %v", test.code, found.Capped())
			}
		})
	}
}

func TestCountsAreBoundedAlongExtends(t *testing.T) {
	t.Parallel()
	find := func(string, string) (questionnaire.Source, error) {
		return questionnaire.Source{Name: "parent.yaml", Bytes: sized(1, 500, 2, 0, 0)}, nil
	}
	const child = `
id: child
version: 1
title: Child
extends: parent
questions: [{id: own, axis: a0, measures: lean, text: Q, options: [{id: x, text: X, position: -1}, {id: y, text: Y, position: 1}]}]
`
	_, found := questionnaire.Load(questionnaire.Source{Name: "child.yaml", Bytes: []byte(child)}, find)
	if len(found) != 1 || found[0].Code != "too-many-questions" || found[0].File != "child.yaml" {
		t.Errorf("found %v", found)
	}
}

// Hostile files are made here rather than stored: what counts is that they are refused and stay cheap.
func TestHostileFilesAreRefused(t *testing.T) {
	t.Parallel()
	bomb := "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
	for _, pair := range []string{"ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"} {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", pair[1], pair[1], strings.TrimSuffix(strings.Repeat("*"+pair[:1]+", ", 9), ", "))
	}
	faults := "id: a\nversion: 1\ntitle: A\naxes: [{id: pace, title: P}]\nquestions:\n" +
		strings.Repeat("- {id: q, axis: pcae, measures: lean, affects: {pcae: 1}, options: [{id: x}]}\n", 490)
	for name, test := range map[string]struct{ source, code string }{
		"too large":      {"title: " + strings.Repeat("x", yamltree.MaxBytes), "too-large"},
		"billion laughs": {bomb, "alias"},
		"deep JSON":      {strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000), "too-deep"},
		"deep YAML":      {strings.Repeat("- ", 10_000) + "x", "too-deep"},
		"many keys":      {"id: a\n" + manyKeys(50_000), "unknown-key"},
		"many axes named": {
			"id: a\nversion: 1\ntitle: A\naxes: []\nquestions: [{id: q, measures: context, affects: {" +
				strings.ReplaceAll(strings.ReplaceAll(manyKeys(30_000), ": 1\n", ": 1, "), "questoins", "q") + "}}]",
			"too-many-axes",
		},
		"many faults":    {faults, "unknown-axis"},
		"deep condition": {"warnings: [{id: w, severity: info, text: W, when: " + strings.Repeat("{all: [", 31) + "]}", "syntax"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			q, found := questionnaire.Load(questionnaire.Source{Name: "hostile.yaml", Bytes: []byte(test.source)}, nil)
			seen := false
			for _, d := range found {
				seen = seen || d.Code == test.code
			}
			if q != nil || !seen || len(found) > 2500 || len(found.Capped()) > diag.MaxPerFile {
				t.Errorf("%d findings, without %s; first: %v", len(found), test.code, found[:min(3, len(found))])
			}
		})
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "questoins%d: 1\n", i)
	}
	return b.String()
}

func BenchmarkLoadFull(b *testing.B) {
	source, err := questionnairetest.Find("", "full")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if q, found := questionnaire.Load(source, questionnairetest.Find); q == nil {
			b.Fatal(found)
		}
	}
}
