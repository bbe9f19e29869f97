package yamltree

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

const (
	// MaxBytes is the size of the largest file that is read: 1 MiB, far above any file that a person writes.
	MaxBytes = 1 << 20
	// MaxDepth is how many mappings and lists may lie within each other.
	MaxDepth = 64
)

// Parse parses a file into a tree, or returns diagnostics. It parses JSON when the name ends in .json or the text is a
// valid JSON object or array, and else YAML without anchors, aliases, merge keys and tags.
//
// The node is nil if and only if the list, sorted by position, holds an error. A list may hold more than
// diag.MaxPerFile findings, but is bounded for any file; Capped cuts it for display. The source is not changed or kept.
func Parse(file string, source []byte) (*Node, diag.List) {
	root, faults := Salvage(file, source)
	if faults.HasErrors() {
		return nil, faults
	}
	return root, faults
}

// Salvage is Parse for a caller that wants to report all faults of a file at once: if no fault leaves a hole in the
// tree (a duplicate key, an anchor, a tag, a second document), it returns the tree beside the errors. Use such a tree
// only to find more faults.
func Salvage(file string, source []byte) (*Node, diag.List) {
	faults := NewReader(file)
	text := readableText(faults, source)
	if faults.Diagnostics().HasErrors() {
		return nil, faults.Diagnostics()
	}
	var root *Node
	if isJSON(file, text) {
		root = parseJSON(faults, text)
	} else {
		root = parseYAML(faults, text)
	}
	return root, faults.Diagnostics().Sorted()
}

// isJSON keeps valid JSON away from the YAML parser, which reads some of it differently (surrogate pairs, long keys).
func isJSON(file string, text []byte) bool {
	if strings.EqualFold(filepath.Ext(file), ".json") {
		return true
	}
	trimmed := bytes.TrimLeft(text, " \t\r\n")
	return len(trimmed) > 0 && (trimmed[0] == '{' || trimmed[0] == '[') && json.Valid(trimmed)
}

func reportEmpty(faults *Reader) {
	faults.Errorf(diag.Pos{Line: 1, Column: 1}, 1, "empty", "", "the file is empty")
}

func reportTooDeep(faults *Reader, pos diag.Pos) {
	faults.Errorf(pos, 1, "too-deep", "flatten the structure", "values are nested deeper than %d levels here", MaxDepth)
}
