package answers

import (
	"bytes"
	"encoding/json"

	"github.com/opsfit/opsfit/internal/diag"
)

// IsResult reports whether a text is a saved result and not answers: a JSON object that names a schema. Invalid JSON counts as a
// result if it starts like one, so that a truncated file gets the right message.
func IsResult(text []byte) bool {
	_, named := ResultSchema(text)
	return named
}

// ResultSchema returns the schema that a JSON object names, and whether it names one. It is "" for a truncated object.
func ResultSchema(text []byte) (schema string, named bool) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
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

func savedResult(name string) diag.List {
	return diag.List{{
		Severity: diag.Error, Code: "saved-result", File: name, Pos: diag.Pos{Line: 1, Column: 1},
		Message: "this is a saved result, not an answers file",
		Hint:    "name the answers it was made from, or check it against gates with opsfit report",
	}}
}
