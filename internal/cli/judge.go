package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// fromFlags returns the gates of the command line alone, which are the only ones that count for a saved result.
func fromFlags(gates config.Gates) config.Gates {
	keep := func(text diag.Placed) diag.Placed {
		if isFlag(text.File) {
			return text
		}
		return diag.Placed{}
	}
	list := func(texts []diag.Placed) []diag.Placed {
		return slices.DeleteFunc(slices.Clone(texts), func(text diag.Placed) bool { return !isFlag(text.File) })
	}
	return config.Gates{
		Conditions: list(gates.Conditions), NoRegression: list(gates.NoRegression), Baseline: keep(gates.Baseline),
		FailOn: keep(gates.FailOn), RequireConfidence: keep(gates.RequireConfidence), MaxAge: keep(gates.MaxAge),
		Contradiction: keep(gates.Contradiction), Texts: gates.Texts,
	}
}

// convene holds the gates against what they are asked of and reads what they compare with, before anybody answers questions
// in vain. The questionnaire is nil for a saved result.
func (a *assessment) convene(ctx context.Context, settings config.Config, scope gate.Scope, q *questionnaire.Questionnaire) error {
	err := a.run.gateFaults(settings.Gates, a.gates.Check(scope))
	if err == nil && a.gates.NeedsBaseline() {
		a.before, err = a.earlier(ctx, settings, q)
	}
	return err
}

// earlier reads the baseline: a saved result, or answers, which are scored.
func (a *assessment) earlier(
	ctx context.Context, settings config.Config, q *questionnaire.Questionnaire,
) (*report.Document, error) {
	b := &assessment{intake: intake{run: a.run, answers: settings.Gates.Baseline.Text, current: q}}
	doc, err := b.result(ctx, settings)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("the baseline: %w; write the first one with opsfit assess --no-regression=false -o %s",
			err, quoted(b.answers))
	case err != nil:
		return nil, fmt.Errorf("the baseline: %w", err)
	}
	return doc, nil
}

// judge enters the gates into the document of a run.
func (a *assessment) judge(
	q *questionnaire.Questionnaire, sheet *answers.Sheet, result score.Result, doc *report.Document, day string,
) {
	c := gate.Case{Document: doc, Day: day}
	if result.Leaning != nil {
		c.Figures = advice.NewFacts(q, sheet, result.Leaning)
	}
	if a.before != nil {
		c.Comparison = gate.Compare(q, sheet, doc, a.before)
	}
	a.gates.Judge(c)
}

// judgeSaved judges a saved result anew by the gates of the command line; without any it stays as it was written.
func (a *assessment) judgeSaved(ctx context.Context, settings config.Config, doc *report.Document) error {
	settings.Gates = fromFlags(settings.Gates)
	var err error
	if a.gates, err = a.run.gates(settings.Gates); err != nil || a.gates.IsEmpty() {
		return err
	}
	if err := a.convene(ctx, settings, gate.ScopeOfResult(doc), nil); err != nil {
		return err
	}
	day, err := a.day(len(doc.Exemptions))
	if err != nil {
		return err
	}
	report.JudgeExemptions(doc, day)
	c := gate.Case{Document: doc, Day: day}
	if a.before != nil {
		c.Comparison = gate.CompareSaved(doc, a.before)
	}
	a.gates.Judge(c)
	return a.warnOfOther(doc, settings)
}

// warnOfOther says that the baseline is about another service.
func (a *assessment) warnOfOther(doc *report.Document, settings config.Config) error {
	if a.before == nil || a.before.Subject == "" || doc.Subject == "" || a.before.Subject == doc.Subject {
		return nil
	}
	return a.run.warn(diag.List{{
		Severity: diag.Warning, Code: "other-subject", File: settings.Gates.Baseline.Text,
		Message: fmt.Sprintf("the baseline is about %s, this result about %s",
			diag.Quote(string(a.before.Subject)), diag.Quote(string(doc.Subject))),
	}}, settings.Strict)
}

// noteUnneeded tells of exemptions from warnings that do not apply to the answers that were given.
func (a *assessment) noteUnneeded(sheet *answers.Sheet, doc *report.Document) {
	if a.source == "" || doc.WhatIf != nil {
		return
	}
	var found diag.List
	for _, e := range sheet.Exemptions {
		if slices.ContainsFunc(doc.Exemptions, func(d report.Exemption) bool {
			return d.Warning == e.Warning && d.Status == report.ExemptionNotNeeded
		}) {
			found = append(found, diag.Diagnostic{
				Severity: diag.Note, Code: "unneeded-exemption", File: a.source, Pos: e.Pos, Hint: "remove it",
				Message: "the warning " + diag.Quote(e.Warning) + " does not apply, so there is nothing to exempt",
			})
		}
	}
	a.run.showDiagnostics(found)
}

// day is the day that exemptions and the age of answers are judged on; empty when there is nothing to judge by it.
func (a *assessment) day(exemptions int) (string, error) {
	if exemptions == 0 && !a.gates.NeedsDay() {
		return "", nil
	}
	return a.run.day()
}

// publish writes a judged document to all its targets; then the gates decide how the run ends.
func (r *runner) publish(ctx context.Context, doc *report.Document, list []target[*report.Document]) error {
	err := deliver(ctx, r, doc, list)
	if err == nil {
		err = r.stepSummary(doc, list)
	}
	if err == nil {
		err = unmet(doc)
	}
	return err
}

// unmetError ends a run whose gates are not all met. It comes after everything has been written.
type unmetError struct {
	text string
}

func (e unmetError) Error() string { return e.text }

// unmet returns the error of a document with a gate that is not met, and nil for every other.
func unmet(doc *report.Document) error {
	if len(report.Failed(doc)) == 0 {
		return nil
	}
	text := strings.TrimSuffix(report.GatesInShort(doc), ".")
	return unmetError{strings.ToLower(text[:1]) + text[1:]}
}
