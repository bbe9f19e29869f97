package report_test

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// kiosk is a questionnaire with one recommendation that always applies; requires stands for REQUIRES.
const kiosk = `
id: kiosk
version: 1.0.0
title: The kiosk
axes: [{id: delivery, title: Delivery pace}]
questions:
  - {id: pace, axis: delivery, measures: lean, text: How fast, options: [{id: slow, text: Slow, position: -1}, {id: fast, text: Fast, position: 1}]}
  - id: backout
    axis: delivery
    measures: readiness
    text: How do you get back?
    options:
      - {id: none, text: Not at all, readiness: 0}
      - {id: some, text: Somehow, readiness: 1}
      - {id: tried, text: As tried, readiness: 2}
      - {id: alone, text: By itself, readiness: 4}
  - {id: guess, axis: delivery, measures: readiness, text: And else, options: [{id: bad, text: Badly, readiness: 0}, {id: good, text: Well, readiness: 4}]}
  - id: pressure
    measures: context
    text: Who presses?
    affects: {delivery: 1}
    options: [{id: nobody, text: Nobody, position: -1}, {id: market, text: The market, position: 1}]
recommendations:
  - id: waiting
    title: Wait
    direction: either
    tier: direction
    axis: delivery
    effort: 1
    impact: 3
    urgency: 0.5
    first_step: Wait.
    when: {answer: pace, in: [slow]}
    requires: REQUIRES
`

const kioskAnswers = `
questionnaire: kiosk
answers: {pace: slow, backout: some, guess: dont_know, pressure: market}
`

func TestWhatHasToComeFirst(t *testing.T) {
	t.Parallel()
	tests := []struct{ requires, by, after string }{
		{`{answer: pace, in: [fast]}`, "pace", `pace has to be "Fast" (today: "Slow")`},
		{`{answer: pace, in: [glacial]}`, "pace", `pace has to be an answer that it does not offer (today: "Slow")`},
		{`{none: [{answer: pace, in: [slow]}]}`, "pace", `pace must not be "Slow" (today: "Slow")`},
		{`{level: backout, gte: 2}`, "backout", `backout has to be at least "As tried" (today: "Somehow")`},
		{`{level: backout, lte: 0}`, "backout", `backout has to be at most "Not at all" (today: "Somehow")`},
		{`{level: backout, lt: 1}`, "backout", `backout has to be at most "Not at all" (today: "Somehow")`},
		{`{level: backout, eq: 2}`, "backout", `backout has to be "As tried" (today: "Somehow")`},
		{`{level: backout, gt: 2, lt: 4}`, "backout", `backout has to be at a level that no answer has (today: "Somehow")`},
		{`{level: guess, gte: 0}`, "guess", `guess has to be answered (today: don't know)`},
		{`{none: [{level: backout, lte: 1}]}`, "backout", `backout has to be at least "As tried" (today: "Somehow")`},
		{`{none: [{level: backout, gte: 1, lt: 2}]}`, "backout", `backout has to be "Not at all" or "As tried" or "By itself" (today: "Somehow")`},
		{`{unknown: pace}`, "pace", `pace has to be answered "don't know" (today: "Slow")`},
		{`{none: [{unknown: guess}]}`, "guess", `guess must not be answered "don't know" (today: don't know)`},
		{`{level: elsewhere, gte: 2}`, "elsewhere", `elsewhere has to be known, and this questionnaire does not ask it`},
		{`{none: [{none: [{answer: elsewhere, in: [a]}]}]}`, "elsewhere", `elsewhere has to be known, and this questionnaire does not ask it`},
		{`{none: [{none: [{answer: pace, in: [fast]}]}]}`, "pace", `pace has to be "Fast" (today: "Slow")`},
		{`{metric: fit, gte: 90}`, "fit.overall", `the fit has to be at least 90 (today: 0)`},
		{`{none: [{metric: fit, lt: 90}]}`, "fit.overall", `the fit must not be below 90 (today: 0)`},
		{`{metric: readiness, axis: delivery, gte: 2, lt: 3}`, "readiness.delivery", `readiness on Delivery pace has to be below 3 and at least 2 (today: 1.0)`},
		{`{metric: fit, axis: elsewhere, gt: 50}`, "fit.elsewhere", `the fit on elsewhere has to be above 50 (today: not known)`},
		{`{metric: dont_know_count, lte: 0}`, "dont_know_count.overall", `the number of questions answered "don't know" has to be at most 0 (today: 1)`},
		{`{shift: delivery, towards: sysops}`, "shift.delivery", `the situation has to call for a move towards SysOps on Delivery pace (today: towards DevOps)`},
		{`{not_shift: delivery, towards: devops}`, "shift.delivery", `the situation must not call for a move towards DevOps on Delivery pace (today: towards DevOps)`},
		{`{none: [{shift: delivery, towards: devops}]}`, "shift.delivery", `the situation must not call for a move towards DevOps on Delivery pace (today: towards DevOps)`},
		{`{none: [{not_shift: delivery, towards: sysops}]}`, "shift.delivery", `the situation has to call for a move towards SysOps on Delivery pace (today: towards DevOps)`},
		{`{shift: elsewhere, towards: sysops}`, "shift.elsewhere", `the axis elsewhere has to be known, and this questionnaire does not have it`},
	}
	for _, test := range tests {
		t.Run(test.requires, func(t *testing.T) {
			t.Parallel()
			item := kioskDocument(t, test.requires, nil).Recommendations[0]
			if len(item.After) != 1 || item.After[0] != test.after || item.BlockedBy[0] != test.by || item.Status != "later" {
				t.Errorf("%s by %q after\n%q, want\n%s by [%q] after\n[%q]", item.Status, item.BlockedBy, item.After, "later", test.by, test.after)
			}
		})
	}
}

// TestRequirementWithoutATest holds what the loader refuses and other callers may still pass.
func TestRequirementWithoutATest(t *testing.T) {
	t.Parallel()
	for _, requires := range []condition.Condition{
		{Kind: condition.Any},
		{Kind: condition.None, Of: []condition.Condition{{Kind: condition.Always}}},
		{Kind: condition.None, Of: []condition.Condition{{Kind: condition.None}}},
	} {
		item := kioskDocument(t, "{answer: pace, in: [fast]}", &requires).Recommendations[0]
		const want = "something has to change that this questionnaire does not ask about"
		if item.Status != "later" || len(item.After) != 1 || item.After[0] != want || item.BlockedBy[0] != "requirement" {
			t.Errorf("%+v: %s by %q after %q", requires, item.Status, item.BlockedBy, item.After)
		}
	}
}

// kioskDocument assesses the kiosk; instead, when given, takes the place of the requirement that was read.
func kioskDocument(t *testing.T, requires string, instead *condition.Condition) *report.Document {
	t.Helper()
	source := questionnaire.Source{Name: "kiosk.yaml", Bytes: []byte(strings.Replace(kiosk, "REQUIRES", requires, 1))}
	q, found := questionnaire.Load(source, nil)
	if q == nil {
		t.Fatal(found)
	}
	if instead != nil {
		q.Catalogue.Recommendations[0].Requires = *instead
	}
	return reporttest.Answers(t, q, kioskAnswers)
}
