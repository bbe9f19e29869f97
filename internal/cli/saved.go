package cli

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// readSaved reads a file that is a saved result or answers. For answers the result is nil, and their text is returned. A result of an
// earlier form is refused, or, where its answers are enough, taken for these.
func (r *runner) readSaved(ctx context.Context, file string, answersAreEnough bool) (*report.Document, namedText, error) {
	if err := r.refuseWaiting(file); err != nil {
		return nil, namedText{}, err
	}
	name, text, err := r.readInput(ctx, file, report.MaxBytes)
	if err != nil {
		return nil, namedText{}, err
	}
	return decodeSaved(name, withoutMark(text), answersAreEnough)
}

// decodeSaved is readSaved for a text that was read already.
func decodeSaved(name string, text []byte, answersAreEnough bool) (*report.Document, namedText, error) {
	switch schema, isNamed := schemaOf(text); {
	case !isNamed:
		return nil, namedText{name: name, text: text}, nil
	case schema == report.EarlierSchema && answersAreEnough:
		given, found := report.EarlierAnswers(name, text)
		return nil, namedText{name: name, text: given, isEarlier: true}, found.Err()
	}
	doc, found := report.Decode(name, text)
	return doc, namedText{}, found.Err()
}

// parseAnswers parses answers, with a special error for a saved result.
func parseAnswers(name string, text []byte) (*answers.File, diag.List) {
	if !isResult(withoutMark(text)) {
		return answers.Parse(name, text)
	}
	return nil, diag.List{{
		Severity: diag.Error, Code: "saved-result", File: name, Pos: diag.Pos{Line: 1, Column: 1},
		Message: "this is a saved result, not an answers file",
		Hint:    "name the answers it was made from, or check it against gates with opsfit report",
	}}
}

// withoutMark removes a byte order mark, which some editors add.
func withoutMark(text []byte) []byte { return bytes.TrimPrefix(text, []byte("\ufeff")) }

// isResult reports whether a text is a saved result and not answers: a JSON object that names a schema. Invalid JSON
// counts as a result if it starts like one, so that a truncated file gets the right message.
func isResult(text []byte) bool {
	_, named := schemaOf(text)
	return named
}

// schemaOf returns the schema that a JSON object names, and whether it names one. It is "" for a truncated object.
func schemaOf(text []byte) (schema string, named bool) {
	var head struct {
		Schema *string `json:"schema"`
	}
	if err := json.Unmarshal(text, &head); err == nil {
		if head.Schema == nil {
			return "", false
		}
		return *head.Schema, true
	}
	start := bytes.TrimSpace(text[:min(len(text), 200)])
	return "", bytes.HasPrefix(start, []byte("{")) && bytes.Contains(start, []byte(`"schema"`))
}
