package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// TestNotApplicableNote holds the sentence about an axis with many questions left out, which speaks of one or of several.
func TestNotApplicableNote(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Load(t, "twins.yaml", twins)
	tests := []struct {
		name, answers, want string
	}{
		{"one of several", "{pace: {not_applicable: none}, size: b}", "1 of 2 questions is marked not applicable"},
		{"all", "{pace: {not_applicable: none}, size: {not_applicable: none}}", "2 of 2 questions are marked not applicable"},
		{"one of one", "{pace: a, size: b, alone: {not_applicable: none}}", "1 of 1 question is marked not applicable"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			notes := reporttest.Answers(t, q, "questionnaire: twins\nanswers: "+tt.answers+"\n").Notes
			if !slices.ContainsFunc(notes, func(note string) bool { return strings.Contains(note, tt.want) }) {
				t.Errorf("no note says %q: %q", tt.want, notes)
			}
		})
	}
}

const twins = `
id: twins
version: 1.0.0
title: Twins
axes:
  - {id: delivery, title: Delivery, low: planned, high: frequent}
  - {id: change, title: Change, low: controlled, high: continuous}
questions:
  - id: pace
    axis: delivery
    measures: lean
    allow_na: true
    text: How fast?
    options: [{id: a, text: slow, position: -1}, {id: b, text: fast, position: 1}]
  - id: size
    axis: delivery
    measures: lean
    allow_na: true
    text: How much?
    options: [{id: a, text: much, position: -1}, {id: b, text: little, position: 1}]
  - id: alone
    axis: change
    measures: lean
    allow_na: true
    text: Who starts it?
    options: [{id: a, text: an event, position: -1}, {id: b, text: a plan, position: 1}]
`
