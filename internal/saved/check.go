package saved

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/commitments"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/schema"
)

// check is the work on one result.
type check struct {
	doc     *report.Document
	name    string
	data    []byte
	members members
	// figures are the exact ones; nil where the questionnaire is not known.
	figures *condition.Figures
	found   diag.List
}

// path leads to a value in the file: names of members, and indices.
type path []any

func (p path) String() string {
	var steps []string
	for _, step := range p {
		if index, isIndex := step.(int); isIndex {
			steps = append(steps, "["+strconv.Itoa(index)+"]")
			continue
		}
		steps = append(steps, fmt.Sprint(step))
	}
	return schema.PathText(steps...)
}

// mostFaults is how many are told: the first few show what is wrong.
const mostFaults = 5

func (c *check) addFault(at path, format string, args ...any) {
	if len(c.found) < mostFaults {
		c.found = append(c.found, diag.Diagnostic{
			Severity: diag.Error, Code: "altered-result", File: c.name, Pos: diag.PosAfter(c.data, schema.Find(c.data, at...)+1),
			Message: at.String() + " " + fmt.Sprintf(format, args...),
		})
	}
}

// findRepeated reports what a result has once and this one twice.
func (c *check) findRepeated() {
	doc := c.doc
	findRepeated(c, "answers", "question", doc.Answers, func(a *report.Answer) string { return a.Question })
	findRepeated(c, "axes", "id", doc.Axes, func(a *report.Axis) string { return a.ID })
	findRepeated(c, "axes", "id", doc.Checked, func(a *report.ReadinessAxis) string { return a.ID })
	findRepeated(c, "metrics", "id", doc.Metrics, func(m *report.Metric) string { return m.ID })
	findRepeated(c, "warnings", "id", doc.Warnings, func(w *report.Warning) string { return w.ID })
	findRepeated(c, "recommendations", "id", doc.Recommendations, func(r *report.Recommendation) string { return r.ID })
	findRepeated(c, "evidence", "question", doc.Evidence, func(f *report.Finding) string { return f.Question })
	findRepeated(c, "exemptions", "warning", doc.Exemptions, func(e *report.Exemption) string { return e.Warning })
	findRepeated(c, "gates", "gate", doc.Gates, func(g *report.Gate) string { return g.Gate })
}

func findRepeated[T any](c *check, list, member string, items []T, name func(*T) string) {
	seen := make(map[string]bool, len(items))
	for i := range items {
		id := name(&items[i])
		if seen[id] {
			c.addFault(path{list, i, member}, "is %s, which an item before it is about already", diag.Quote(id))
		}
		seen[id] = true
	}
}

// scoreAgain reports where the result differs from what follows from its answers.
func (c *check) scoreAgain(known *Known) {
	sheet := c.sheet(known.Questionnaire)
	if sheet == nil {
		return
	}
	again, result := c.build(known, sheet)
	if c.doc.WhatIf != nil && !c.suppose(known, sheet, again) {
		return
	}
	if result.Quadrant == nil {
		c.figures = advice.NewFacts(known.Questionnaire, sheet, result).Figures()
	}
	if promised := c.doc.Commitments; promised != nil {
		again.Commitments = commitments.Judge(known.Questionnaire, sheet, promised.AsOf, commitments.EntriesOf(promised))
	}
	compared := comparison{check: c, gives: "the answers in this file give", compares: known.compares}
	compared.compare(reflect.ValueOf(c.doc).Elem(), reflect.ValueOf(again).Elem())
	if known.JudgesWarnings && len(c.found) == 0 {
		c.findMissingWarnings(again.Warnings)
	}
}

// findMissingWarnings reports warnings that the answers give and the result does not have, or not as grave.
func (c *check) findMissingWarnings(again []report.Warning) {
	places := map[string]int{}
	for i := range c.doc.Warnings {
		places[c.doc.Warnings[i].ID] = i
	}
	for _, warning := range again {
		at, has := places[warning.ID]
		switch {
		case !has:
			c.addFault(path{"warnings"}, "has no %s, but the answers in this file give it", warning.ID)
		case c.doc.Warnings[at].Severity != warning.Severity:
			c.addFault(path{"warnings", at, "severity"}, "is %s, but the answers in this file give %s",
				diag.Quote(c.doc.Warnings[at].Severity), diag.Quote(warning.Severity))
		}
	}
}

// judgeAgain reports exemptions and gates that are not as they follow from the rest of the result.
func (c *check) judgeAgain() {
	again := *c.doc
	again.Warnings, again.Exemptions = slices.Clone(c.doc.Warnings), slices.Clone(c.doc.Exemptions)
	for i := range again.Warnings {
		again.Warnings[i].Exempted = false
	}
	report.JudgeExemptions(&again, string(c.doc.AsOf))
	c.same(c.doc.Warnings, again.Warnings, "the exemptions give", "warnings")
	c.same(c.doc.Exemptions, again.Exemptions, "the warnings and the day give", "exemptions")

	if promised := c.doc.Commitments; promised != nil {
		c.same(promised.Summary, report.CountCommitments(promised.List), "the list gives", "commitments", "summary")
	}
	recorded := gate.JudgeRecorded(c.doc, c.figures)
	c.same(c.doc.Freshness, recorded.Freshness, "the answers in this file give", "freshness")
	for i, judged := range recorded.Gates {
		if judged == nil {
			c.addFault(path{"gates", i, "gate"}, "is %s, which is not a gate of this result", diag.Quote(c.doc.Gates[i].Gate))
			continue
		}
		judged.Reason = c.doc.Gates[i].Reason
		c.same(c.doc.Gates[i], *judged, "the rest of this file gives", "gates", i)
	}
}

// same reports where a part of the result is not as it should be.
func (c *check) same(got, want any, gives string, at ...any) {
	compared := comparison{check: c, gives: gives, at: at, compares: func(*member) bool { return true }}
	compared.compare(reflect.ValueOf(got), reflect.ValueOf(want))
}

// checkFindings reports a finding about another answer than the one that the result has.
func (c *check) checkFindings() {
	options := map[string]report.Text{}
	for i := range c.doc.Answers {
		options[c.doc.Answers[i].Question] = c.doc.Answers[i].Option
	}
	for i := range c.doc.Evidence {
		if f := &c.doc.Evidence[i]; options[f.Question] != f.Answer {
			c.addFault(path{"evidence", i, "answer"}, "is not the answer to %s in this file", f.Question)
		}
	}
}
