package render

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark/ast"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

const bakery = `
id: bakery
version: 2.1.0
title: "How the bakery's shop system is run"
minutes: 2.5
scope_hint: Answer for the shop system alone.
axes:
  - {id: delivery, title: Delivery, low: "planned, batched releases", high: "small, frequent releases"}
  - {id: stability, weight: 2, title: Stability, low: "prevent: prove before going live", high: "contain: limit exposure, recover fast"}
article_headings:
  Performance: [delivery, stability]
questions:
  - id: release_trigger
    axis: delivery
    measures: lean
    display: reverse
    allow_na: true
    text: What usually makes a change go to production?
    why: What sets off a release is where the two ways of delivering differ most clearly.
    options:
      - {id: when_required, position: -1, text: "A fix, a law or a contract calls for it; otherwise the system stays as it is"}
      - {id: regular_slot, position: 0, text: "A regular slot, weekly to monthly, takes whatever is ready"}
      - {id: team_decides, position: 0.5, text: "The team decides for each change"}
      - {id: every_change, position: 1, text: "Every accepted change goes out the same day"}
    sources: ["DORA Quick Check: deployment frequency classes"]
    evidence:
      supports_high: ["Two or more tags a week over the last 90 days"]
      supports_low: ["Fewer than six tags in twelve months", "Branches named release/* that live longer than 30 days"]
      measures:
        - measure: releases.gap_days.median
          contradicts: both
          ranges: {when_required: {from: 31}, regular_slot: {from: 4, to: 31}, every_change: {to: 1.5}}
        - {measure: integration.reviewed_share, ranges: {every_change: {from: 0.5}}}
        - {signal: [cd.deploy_workflow, cd.paas], agrees: [every_change, team_decides], differs: [when_required]}
  - id: restore_test
    axis: stability
    measures: readiness
    weight: 1.5
    critical: true
    text: What shows that lost data can be brought back?
    why: A backup that was never restored is an assumption.
    options:
      - {id: none, readiness: 0, text: "Nothing; backups are not made, or not of everything"}
      - {id: untested, readiness: 1, text: "Backups run, but nobody has restored one"}
      - {id: once, readiness: 2.5, text: "A restore worked within the last year"}
      - {id: quarterly, readiness: 4, text: "A full restore is tested every quarter"}
    sources: ["NIST SP 800-53 CP-4, CP-9"]
    evidence: A restore job that runs on a schedule; this is weak evidence.
  - id: outage_cost
    measures: context
    kind: need
    affects: {stability: 1, delivery: 0.5}
    text: What would an unplanned hour of downtime at a busy time mean?
    options:
      - {id: serious, position: -0.5, floor: {stability: 3, delivery: 2}, text: "Large loss, a legal breach or bad press"}
      - {id: minor, position: 1, text: "Hardly anyone would notice"}
  - id: teams
    measures: context
    kind: profile
    text: How many teams release onto the same infrastructure?
    options:
      - {id: one, text: One}
      - {id: more, text: More than one}
warnings:
  - id: unproven_restore
    severity:
      critical: {metric: shortfall, axis: stability, gte: 1.5}
      high: {metric: shortfall, axis: stability, gte: 0.75, lt: 1.5}
    when:
      all:
        - {any: [{level: restore_test, lte: 1}, {unknown: restore_test}]}
        - {answer: outage_cost, in: [serious]}
        - {none: [{shift: delivery, towards: sysops}]}
    text: An outage here would hurt, and nobody has shown that lost data can be brought back.
recommendations:
  - id: prove_restore
    title: Prove that data can be restored
    direction: either
    tier: safety
    axis: stability
    effort: 1
    impact: 5
    urgency: 0.6
    when: {level: restore_test, lte: 2}
    requires: {not_shift: delivery, towards: devops}
    first_step: This week, restore the orders of one day to a separate machine.
    answers_warnings: [unproven_restore]
`

const till = `
id: till
version: 1.0.0
title: Delivery of the till (dora.dev metrics, not the EU act)
verdict: quadrant
groups: {throughput: [lead_time], stability: [change_fail_rate]}
benchmark_2025:
  lead_time: {mean: 5.5, sd: 2.4}
  throughput: {mean: 6.0, sd: 2.1}
quadrants: {fast_stable: Fast and stable., slow_unstable: Slower and less stable.}
questions:
  - id: lead_time
    measures: outcome
    text: How long does it take from commit to production?
    options:
      - {id: over_6m, class: 1, share_2025: 2.0, text: More than six months}
      - {id: under_1h, class: 6, share_2025: 9.4, text: Less than an hour}
  - id: change_fail_rate
    measures: outcome
    text: What share of deployments needs immediate repair?
    options:
      - {id: p0_2, percent: 1, text: Up to 2 percent}
      - {id: p2_4, percent: 3, text: "More than 2, up to 4 percent"}
`

func TestQuestionnaireGolden(t *testing.T) {
	t.Parallel()
	shop, metrics := questionnairetest.Load(t, "bakery.yaml", bakery), questionnairetest.Load(t, "till.yaml", till)
	for _, q := range []*questionnaire.Questionnaire{shop, metrics} {
		for _, width := range []int{40, 80} {
			text := func(w io.Writer) error { return QuestionnaireText(w, q, Options{Width: width}) }
			golden(t, fmt.Sprintf("questionnaire/%s.%d.txt", q.ID, width), written(t, text))
		}
		golden(t, "questionnaire/"+q.ID+".md", written(t, func(w io.Writer) error { return QuestionnaireMarkdown(w, q) }))
		golden(t, "questionnaire/"+q.ID+".json", written(t, func(w io.Writer) error { return QuestionnaireJSON(w, q) }))
	}
}

func TestQuestionGolden(t *testing.T) {
	t.Parallel()
	shop, metrics := questionnairetest.Load(t, "bakery.yaml", bakery), questionnairetest.Load(t, "till.yaml", till)
	for _, question := range shop.Questions[:3] {
		goldenQuestion(t, shop, &question)
	}
	goldenQuestion(t, metrics, &metrics.Questions[0])
}

func goldenQuestion(t *testing.T, q *questionnaire.Questionnaire, question *questionnaire.Question) {
	t.Helper()
	name := "questionnaire/" + q.ID + "." + question.ID
	for _, width := range []int{40, 80} {
		text := func(w io.Writer) error { return QuestionText(w, q, question, Options{Width: width}) }
		golden(t, fmt.Sprintf("%s.%d.txt", name, width), written(t, text))
	}
	golden(t, name+".md", written(t, func(w io.Writer) error { return QuestionMarkdown(w, q, question) }))
	golden(t, name+".json", written(t, func(w io.Writer) error { return QuestionJSON(w, question) }))
}

func TestQuestionnaireListGolden(t *testing.T) {
	t.Parallel()
	list := []QuestionnaireInfo{
		{"full", "1.0.0", "DevOps or SysOps: full assessment", 30, big.NewRat(10, 1), "built in"},
		{"quick", "1.0.0", "DevOps or SysOps: quick look", 10, big.NewRat(5, 2), "built in"},
		{"bakery", "2.1.0", "How the bakery's\x1b[31m shop system is run", 4, nil, "questionnaires/bakery.yaml"},
		{"one", "1", "One question", 1, big.NewRat(1, 1), "questionnaires/one.yaml"},
	}
	for _, width := range []int{40, 80} {
		text := func(w io.Writer) error { return QuestionnaireList(w, list, Options{Width: width}) }
		golden(t, fmt.Sprintf("questionnaire/list.%d.txt", width), written(t, text))
	}
}

// What is written as JSON loads again and is the same questionnaire.
func TestQuestionnaireJSONLoadsAgain(t *testing.T) {
	t.Parallel()
	corpus := []*questionnaire.Questionnaire{
		questionnairetest.Load(t, "bakery.yaml", bakery), questionnairetest.Load(t, "till.yaml", till),
		questionnairetest.Shipped(t, "full"), questionnairetest.Shipped(t, "quick"), questionnairetest.Shipped(t, "dora"),
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
	for _, whole := range []string{bakery, till} {
		var ids []string
		for _, question := range questionnairetest.Load(t, "whole.yaml", whole).Questions {
			ids = append(ids, question.ID)
		}
		find := func(string, string) (questionnaire.Source, error) {
			return questionnaire.Source{Name: "whole.yaml", Bytes: []byte(whole)}, nil
		}
		rapid.Check(t, func(t *rapid.T) {
			chosen := rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, len(ids), rapid.ID).Draw(t, "only")
			text := fmt.Sprintf("{id: cut, version: 1.0.0, title: Cut, extends: whole, only: [%s]}", strings.Join(chosen, ", "))
			q, found := questionnaire.Load(questionnaire.Source{Name: "cut.yaml", Bytes: []byte(text)}, find)
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
	var source bytes.Buffer
	if err := QuestionnaireJSON(&source, q); err != nil {
		t.Fatal(err)
	}
	again, found := questionnaire.Load(questionnaire.Source{Name: "again.json", Bytes: source.Bytes()}, nil)
	if again == nil {
		t.Fatal(found)
	}
	same := cmp.Options{
		cmp.Comparer(func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 }),
		cmpopts.IgnoreTypes(diag.Pos{}),
		cmpopts.IgnoreFields(questionnaire.Questionnaire{}, "File", "Extends", "Dropped"),
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
	q := questionnairetest.Load(t, "bakery.yaml", bakery)
	q.Title = "<b>\x1b[31m\u009b\u202e\U000e0041é"
	source := written(t, func(w io.Writer) error { return QuestionnaireJSON(w, q) })
	if at := bytes.IndexFunc(source, func(r rune) bool { return r != '\n' && diag.Hidden(r) }); at >= 0 {
		t.Errorf("%q holds what does not show", source[at:min(at+8, len(source))])
	}
	if again := questionnairetest.Load(t, "bakery.json", string(source)); again.Title != q.Title {
		t.Errorf("the title comes back as %q, want %q", again.Title, q.Title)
	}
}

func TestQuestionnairesFitTheirWidth(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick", "dora"} {
		q := questionnairetest.Shipped(t, id)
		for _, width := range []int{40, 57, 80, 120, 200} {
			options := Options{Width: width}
			checkWidth(t, width, formatted(t, QuestionnaireText, q, options))
			for i := range q.Questions {
				checkWidth(t, width, written(t, func(w io.Writer) error { return QuestionText(w, q, &q.Questions[i], options) }))
			}
		}
	}
}

func checkWidth(t *testing.T, width int, text []byte) {
	t.Helper()
	for line := range strings.SplitSeq(string(text), "\n") {
		if got := ansi.StringWidth(line); got > width {
			t.Errorf("%d cells where %d are allowed: %q", got, width, line)
		}
	}
}

func TestQuestionnaireMarkdownStructure(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Load(t, "bakery.yaml", bakery)
	hostile := func(text string) string { return attack + text }
	q.Title, q.ScopeHint, q.Axes[0].Title, q.Axes[0].Low = hostile(q.Title), hostile(q.ScopeHint), hostile(q.Axes[0].Title), hostile("")
	question := &q.Questions[0]
	question.Text, question.Why, question.Sources = hostile(question.Text), hostile(question.Why), []string{attack}
	question.Options[0].Text, question.Options[0].ID, question.Evidence.High = attack, attack, []string{attack}
	for name, source := range map[string][]byte{
		"questionnaire": written(t, func(w io.Writer) error { return QuestionnaireMarkdown(w, q) }),
		"question":      written(t, func(w io.Writer) error { return QuestionMarkdown(w, q, question) }),
	} {
		got := outlineOf(t, source)
		if n := got.count(fmt.Sprint(ast.KindHeading, " 1")); n != 1 {
			t.Errorf("%s: %d headings of the first level", name, n)
		}
		if len(got.links) > 0 || got.count(ast.KindImage.String()) > 0 || got.count(ast.KindFencedCodeBlock.String()) > 0 {
			t.Errorf("%s: hostile text became markup:\n%s", name, source)
		}
		if diff := cmp.Diff([]string{apart}, got.html); diff != "" {
			t.Errorf("%s: raw HTML (-want +got):\n%s", name, diff)
		}
	}
}

func TestQuestionnaireTextShowsWhatIsHidden(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Load(t, "bakery.yaml", bakery)
	q.Title, q.Questions[0].Text, q.Questions[0].Options[0].Text = attack, attack, attack
	text := formatted(t, QuestionnaireText, q, Options{})
	if at := bytes.IndexFunc(text, func(r rune) bool { return r != '\n' && diag.Hidden(r) }); at >= 0 {
		t.Errorf("%q reaches the terminal", text[at:min(at+8, len(text))])
	}
}

func TestQuestionnaireWritersPassOnTheError(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Load(t, "bakery.yaml", bakery)
	broken := errors.New("disk full")
	w := brokenWriter{broken}
	for name, err := range map[string]error{
		"text":              QuestionnaireText(w, q, Options{}),
		"markdown":          QuestionnaireMarkdown(w, q),
		"json":              QuestionnaireJSON(w, q),
		"question":          QuestionText(w, q, &q.Questions[0], Options{}),
		"question markdown": QuestionMarkdown(w, q, &q.Questions[0]),
		"question json":     QuestionJSON(w, &q.Questions[0]),
		"list":              QuestionnaireList(w, nil, Options{}),
	} {
		if !errors.Is(err, broken) {
			t.Errorf("%s: got %v, want %v", name, err, broken)
		}
	}
}
