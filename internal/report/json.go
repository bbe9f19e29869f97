package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/diag"
)

// MaxBytes is the largest saved result that Decode reads; a result of the largest questionnaire stays far below.
const MaxBytes = 16 << 20

// Encode writes a document, of this package or another, as indented JSON with a final line feed. The same document gives the
// same bytes on every machine. Characters that a terminal would act on are escaped, also beyond those that JSON demands.
func Encode(w io.Writer, doc any) error {
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(doc); err != nil {
		return fmt.Errorf("encode result: %w", err)
	}
	_, err := w.Write(diag.VisibleJSON(plain.Bytes()))
	return err
}

// Decode reads a saved result. A file that is no result, or one of another schema version, gives a diagnostic
// with its place, and so does one that is larger than a result can be; members that this version does not know are
// ignored.
func Decode(name string, data []byte) (*Document, diag.List) {
	if len(data) > MaxBytes {
		return nil, fault(name, data, 0, "too-large", "the saved result is over 16 MiB")
	}
	var doc Document
	decoder := json.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&doc); err != nil {
		after, message := JSONFault(decoder, err)
		return nil, fault(name, data, after, "not-a-result", message)
	}
	if err := doc.takeChecked(data); err != nil {
		after, message := JSONFault(decoder, err)
		return nil, fault(name, data, after, "not-a-result", message)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, fault(name, data, decoder.InputOffset(), "second-document", "text follows after the end of the result")
	}
	if at := longText(data); at >= 0 {
		return nil, fault(name, data, at+1, "too-long", "a text is over 4 MiB, and no result has one so long")
	}
	if code, message := doc.flaw(); code != "" {
		return nil, fault(name, data, 0, code, message)
	}
	doc.fill()
	return &doc, nil
}

// flaw says why well-formed JSON is no result of this version; empty when it is one.
func (d *Document) flaw() (code, message string) {
	switch w, excess := d.WhatIf, d.excess(); {
	case d.Schema == EarlierSchema:
		return "earlier-schema", "an earlier opsfit wrote this result, and its figures mean something else today"
	case d.Schema != Schema:
		return "other-schema", fmt.Sprintf("the schema is %s, this version reads %q", diag.Quote(d.Schema), Schema)
	case d.Verdict.Kind() == "":
		return "not-a-result", "the result has no verdict"
	case d.Verdict.Quadrant != nil && len(d.Axes) > 0:
		return "not-a-result", "the result is a quadrant, and no quadrant has axes"
	case d.Verdict.Quadrant == nil && len(d.Metrics) > 0:
		return "not-a-result", "the result is about " + d.Verdict.Kind() + ", and only a quadrant has metrics"
	case w != nil && w.Before.Verdict.Kind() != d.Verdict.Kind():
		return "not-a-result", "the what-if has no verdict of the same kind as the result"
	case excess != "":
		return "too-many", excess
	}
	return "", ""
}
