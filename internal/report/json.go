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

// Encode writes a document, of this room or another, as indented JSON with a final line feed. The same document gives the
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
// with its place; members that this version does not know are ignored.
func Decode(name string, data []byte) (*Document, diag.List) {
	if len(data) > MaxBytes {
		return nil, fault(name, data, 0, "too-large", "the saved result is over 16 MiB")
	}
	var doc Document
	decoder := json.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&doc); err != nil {
		return nil, fault(name, data, offsetOf(err, decoder), "not-a-result", explain(err))
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, fault(name, data, decoder.InputOffset(), "second-document", "text follows after the end of the result")
	}
	if doc.Schema != Schema {
		return nil, fault(name, data, 0, "other-schema",
			fmt.Sprintf("the schema is %s, this version reads %q", diag.Quote(doc.Schema), Schema))
	}
	if doc.Verdict.isEmpty() {
		return nil, fault(name, data, 0, "not-a-result", "the result has no verdict")
	}
	if w := doc.WhatIf; w != nil && (w.Before.Verdict.isEmpty() || !w.Before.Verdict.isLike(&doc.Verdict)) {
		return nil, fault(name, data, 0, "not-a-result", "the what-if has no verdict of the same kind as the result")
	}
	doc.fill()
	return &doc, nil
}
