// Package schema gives the JSON Schemas (draft-07) of the files that people write and of the results that the program writes.
// Those of results are made from the Go types by a test of this package, so that they cannot drift. It reads and checks no file.
package schema

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

//go:embed results/*.json
var results embed.FS

// Results are the kinds of results, each with the command that writes it.
func Results() []string {
	return []string{
		"assessment", "amendment", "challenge", "comparison", "drafts", "lint", "methodology", "plan", "portfolio", "record", "scan", "service",
		"team", "trend",
	}
}

// Kinds are what there is a schema for: first the files that people write.
func Kinds() []string { return append(questionnaire.SchemaKinds(), Results()...) }

// Of returns the schema of one of Kinds.
func Of(kind string) ([]byte, error) {
	if slices.Contains(questionnaire.SchemaKinds(), kind) {
		return questionnaire.Schema(kind)
	}
	if !slices.Contains(Results(), kind) {
		return nil, fmt.Errorf("there is no schema %s; choose one of %s", diag.Quote(kind), strings.Join(Kinds(), ", "))
	}
	text, err := results.ReadFile("results/" + kind + ".json")
	if err != nil {
		return nil, fmt.Errorf("read the embedded schema: %w", err)
	}
	return text, nil
}
