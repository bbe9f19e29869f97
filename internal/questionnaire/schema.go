package questionnaire

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
)

//go:embed schema/*.json
var schemas embed.FS

// SchemaKinds are the files that people write: a questionnaire (or a catalogue), an answers file, and one with commitments.
func SchemaKinds() []string {
	return []string{"questionnaire", "answers", "commitments"}
}

// Schema returns the JSON Schema (draft-07) of one of SchemaKinds. Editors use it; opsfit itself checks files by hand,
// with places and more rules than a schema can hold.
func Schema(kind string) ([]byte, error) {
	if !slices.Contains(SchemaKinds(), kind) {
		return nil, fmt.Errorf("there is no schema %s; choose one of %s", diag.Quote(kind), strings.Join(SchemaKinds(), ", "))
	}
	text, err := schemas.ReadFile("schema/" + kind + ".json")
	if err != nil {
		return nil, fmt.Errorf("read the embedded schema: %w", err)
	}
	metrics := `"` + strings.Join(condition.Names(condition.Metrics()), `", "`) + `"`
	return bytes.ReplaceAll(text, []byte(`"{metrics}"`), []byte(metrics)), nil
}
