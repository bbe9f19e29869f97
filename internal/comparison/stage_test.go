package comparison_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// toy is small enough to compute by hand: delivery weighs 3, stability 1; every answer is a whole step.
const toy = `
id: toy
version: 1.0.0
title: Toy
axes:
  - {id: delivery, title: Delivery, weight: 3}
  - {id: stability, title: Stability, weight: 1}
questions:
  - {id: D1, axis: delivery, measures: lean, allow_na: true, text: "Who releases?", options: [
      {id: n, position: -1, text: Operators}, {id: z, position: 0, text: Both}, {id: p, position: 1, text: Developers}]}
  - {id: D2, axis: delivery, measures: lean, text: "How often?", options: [
      {id: n, position: -1, text: Yearly}, {id: z, position: 0, text: Monthly}, {id: p, position: 1, text: Daily}]}
  - {id: S1, axis: stability, measures: lean, text: "Prove or contain?", options: [
      {id: n, position: -1, text: Prove}, {id: z, position: 0, text: Mixed}, {id: p, position: 1, text: Contain}]}
  - {id: R1, axis: stability, measures: readiness, text: "Restores?", options: [
      {id: l0, readiness: 0, text: Never}, {id: l2, readiness: 2, text: Once}, {id: l4, readiness: 4, text: Yearly}]}
  - {id: R2, axis: delivery, measures: readiness, text: "Tests?", options: [
      {id: l0, readiness: 0, text: None}, {id: l2, readiness: 2, text: Some}, {id: l4, readiness: 4, text: All}]}
  - {id: N1, measures: context, affects: {delivery: 1, stability: 0.5}, text: "Pressure?", options: [
      {id: n, position: -1, text: Low, floor: {stability: 3}}, {id: z, position: 0, text: Middle}, {id: p, position: 1, text: High}]}
  - {id: N2, measures: context, affects: {delivery: 1}, text: "Audit?", options: [
      {id: n, position: -1, text: Strict}, {id: z, position: 0, text: Mild}, {id: none, text: None at all}]}
warnings:
  - {id: no_restore, severity: critical, text: "Nobody has restored.", why: Because., when: {level: R1, lte: 0}}
  - {id: slow, severity: info, text: "Rare releases.", why: Because., when: {answer: D2, in: [n]}}
recommendations:
  - {id: restore, title: Try a restore, direction: either, tier: safety, axis: stability, effort: 1, impact: 5, first_step: Do., then: More., why: W., when: {any: [{level: R1, lte: 2}, {unknown: R1}]}}
  - {id: self_service, title: Let developers release, direction: devops, tier: direction, axis: delivery, effort: 2, impact: 3, first_step: Do., then: More., why: W., when: {answer: D1, in: [n, z]}, requires: {level: R2, gte: 2}}
  - {id: windows, title: Release in windows, direction: sysops, tier: direction, axis: delivery, effort: 1, impact: 2, first_step: Do., then: More., why: W., when: {answer: D2, in: [p]}}
  - {id: keep_pace, title: Keep the pace, direction: devops, tier: sustain, axis: delivery, effort: 1, impact: 1, first_step: Do., then: More., why: W., when: {answer: D2, in: [z]}}
  - {id: auditor, title: Talk to the auditor, direction: either, tier: foundation, axis: overall, effort: 1, impact: 2, first_step: Do., then: More., why: W., when: {answer: N2, in: [n]}}
  - {id: both, title: Prove before the audit, direction: either, tier: safety, axis: stability, effort: 1, impact: 2, first_step: Do., then: More., why: W., when: {all: [{answer: N2, in: [n]}, {level: R2, lte: 2}]}}
  - {id: find_out, title: Find out, direction: either, tier: foundation, axis: overall, effort: 1, impact: 1, first_step: Do., then: More., why: W., when: {metric: dont_know_count, gte: 1}}
  - {id: quiet, title: Use the quiet time, direction: either, tier: foundation, axis: delivery, effort: 1, impact: 1, first_step: Do., then: More., why: W., when: {all: [{answer: S1, in: [n]}, {none: [{answer: N1, in: [p]}]}]}}
`

// whole is an answer to every question of the toy.
func whole() map[string]string {
	return map[string]string{"D1": "n", "D2": "z", "S1": "z", "R1": "l0", "R2": "l2", "N1": "n", "N2": "z"}
}

// with returns the answers with changes, written "D1=p R1=dont_know"; "-" in place of an option takes the answer out.
func with(given map[string]string, changes string) map[string]string {
	changed := maps.Clone(given)
	for field := range strings.FieldsSeq(changes) {
		question, option, _ := strings.Cut(field, "=")
		changed[question] = option
		if option == "-" {
			delete(changed, question)
		}
	}
	return changed
}

// sheet writes answers as a person does.
func sheet(id, head string, given map[string]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "questionnaire: %s\n%s\nanswers:\n", id, head)
	if len(given) == 0 {
		b.WriteString("  {}\n")
	}
	for _, question := range slices.Sorted(maps.Keys(given)) {
		option := given[question]
		if option == "na" {
			option = `{not_applicable: "no need"}`
		}
		fmt.Fprintf(&b, "  %s: %s\n", question, option)
	}
	return b.String()
}

// played scores answers to the toy, with pieces of the questionnaire replaced.
func played(t testing.TB, given map[string]string, replacements ...string) *report.Document {
	t.Helper()
	return playedOn(t, "date: 2026-03-01", given, replacements...)
}

func playedOn(t testing.TB, head string, given map[string]string, replacements ...string) *report.Document {
	t.Helper()
	for i := 0; i < len(replacements); i += 2 {
		if !strings.Contains(toy, replacements[i]) {
			t.Fatalf("the toy has no %q", replacements[i])
		}
	}
	text := strings.NewReplacer(replacements...).Replace(toy)
	return reporttest.Answers(t, questionnairetest.Load(t, "toy.yaml", text), sheet("toy", head, given))
}

func shipped(t testing.TB, id string) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.Shipped(t, id)
}

// anyResult draws answers to a questionnaire and scores them.
func anyResult(t *rapid.T, tb testing.TB, q *questionnaire.Questionnaire, label string) *report.Document {
	given := map[string]string{}
	for i := range q.Questions {
		question := &q.Questions[i]
		choices := []string{"dont_know", "-"}
		if question.AllowNA {
			choices = append(choices, "na")
		}
		for j := range question.Options {
			// Most questions are answered, so that most results are scored.
			choices = append(choices, question.Options[j].ID, question.Options[j].ID)
		}
		if chosen := rapid.SampledFrom(choices).Draw(t, label+" "+question.ID); chosen != "-" {
			given[question.ID] = chosen
		}
	}
	return reporttest.Answers(tb, q, sheet(q.ID, "subject: "+label, given))
}

func encoded(t testing.TB, value any) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Encode(&out, value); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(out.Bytes()) {
		t.Fatal("not valid JSON")
	}
	return out.String()
}

// anySheet answers every question of a questionnaire with one option or another.
func anySheet(t testing.TB, q *questionnaire.Questionnaire, seed int) *report.Document {
	given := map[string]string{}
	for i := range q.Questions {
		options := q.Questions[i].Options
		given[q.Questions[i].ID] = options[(seed+i)%len(options)].ID
	}
	return reporttest.Answers(t, q, sheet(q.ID, "", given))
}
