package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// fault returns one error at a byte offset of the file; offset 0 means the file as a whole.
func fault(name string, data []byte, offset int64, code, message string) diag.List {
	return diag.List{{
		Severity: diag.Error, Code: code, File: name, Pos: diag.PosAfter(data, int(offset)), Message: message,
		Hint: "assess its answers again: opsfit assess -a ANSWERS -f json",
	}}
}

// JSONFault says after how many bytes decoding failed, and why, in words that do not leak Go type names.
func JSONFault(decoder *json.Decoder, err error) (after int64, message string) {
	return offsetOf(err, decoder), explain(err)
}

func offsetOf(err error, decoder *json.Decoder) int64 {
	if syntaxError, ok := errors.AsType[*json.SyntaxError](err); ok {
		return syntaxError.Offset
	}
	if typeError, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return typeError.Offset
	}
	return decoder.InputOffset()
}

func explain(err error) string {
	var typeError *json.UnmarshalTypeError
	switch {
	case errors.As(err, &typeError):
		return fmt.Sprintf("%s is %s, which no result has there", diag.Quote(typeError.Field), withArticle(typeError.Value))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "the file ends before the result does, so it may have been cut off"
	}
	return "not a JSON result: " + err.Error()
}

// withArticle puts a kind of JSON value in a sentence: "an object", "a number".
func withArticle(kind string) string {
	if kind == "object" || kind == "array" {
		return "an " + kind
	}
	return "a " + kind
}

// fill replaces absent lists by empty ones, so that a document written by hand or by an older version renders. Warnings stay
// absent: a gate on them must not take a file that lost them for one that has none.
func (d *Document) fill() {
	switch d.Verdict.Kind() {
	case string(questionnaire.Leaning):
		d.Axes = notNil(d.Axes)
	case string(questionnaire.ReadinessState):
		d.Checked = notNil(d.Checked)
	case string(questionnaire.Quadrant):
		d.Metrics = notNil(d.Metrics)
	}
	d.Recommendations = notNil(d.Recommendations)
	d.Tips, d.Answers, d.Gates, d.Notes = notNil(d.Tips), notNil(d.Answers), notNil(d.Gates), notNil(d.Notes)
	d.Exemptions = notNil(d.Exemptions)
	if f := d.Freshness; f != nil {
		f.Stale, f.Undated = notNil(f.Stale), notNil(f.Undated)
	}
	d.fillCommitments()
	d.fillAxes()
	for i := range d.Metrics {
		d.Metrics[i].Distribution = notNil(d.Metrics[i].Distribution)
	}
	for i := range d.Warnings {
		d.Warnings[i].Because = notNil(d.Warnings[i].Because)
	}
	for i := range d.Recommendations {
		item := &d.Recommendations[i]
		item.Because, item.BlockedBy, item.After = notNil(item.Because), notNil(item.BlockedBy), notNil(item.After)
	}
	for i := range d.Evidence {
		d.Evidence[i].Proof = notNil(d.Evidence[i].Proof)
	}
	for i := range d.Answers {
		if d.Answers[i].Weights == nil {
			d.Answers[i].Weights = map[string]float64{}
		}
	}
	d.Verdict.fill()
	if w := d.WhatIf; w != nil {
		w.Changes, w.Before.Warnings = notNil(w.Changes), notNil(w.Before.Warnings)
		w.Before.Verdict.fill()
	}
}

func (d *Document) fillCommitments() {
	if d.Commitments == nil {
		return
	}
	d.Commitments.List = notNil(d.Commitments.List)
	for i := range d.Commitments.List {
		d.Commitments.List[i].Moved = notNil(d.Commitments.List[i].Moved)
	}
}

func (d *Document) fillAxes() {
	for i := range d.Checked {
		d.Checked[i].FloorBy = notNil(d.Checked[i].FloorBy)
	}
	for i := range d.Axes {
		axis := &d.Axes[i]
		axis.Contributions, axis.Situation.HeldBy = notNil(axis.Contributions), notNil(axis.Situation.HeldBy)
		if axis.BeyondLimit != nil {
			axis.BeyondLimit.By = notNil(axis.BeyondLimit.By)
		}
	}
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
