package config

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Evidence says what of a repository is read, as text with positions; the package that reads repositories parses it. It
// comes from the file only; a flag takes the place of each part.
type Evidence struct {
	// TagPattern, Ref, Window and AsOf are what the flags of these names take.
	TagPattern, Ref, Window, AsOf diag.Placed
	// Path are the folders and files that everything is narrowed to, relative to the root of the repository.
	Path []diag.Placed
	// Product and Practice say what files mean that describe infrastructure. At most one of them is true.
	Product, Practice bool
}

// evidenceKey is the key of the part about a repository.
const evidenceKey = "evidence"

// evidenceKeys are the keys below evidence, in documentation order.
func evidenceKeys() []string {
	return []string{"tag_pattern", "ref", "window", "as_of", "path", "product", "practice"}
}

// readEvidence reads a mapping of evidenceKeys.
func (f placedFile) readEvidence(node *yamltree.Node) Evidence {
	if node == nil || node.Kind == yamltree.Null {
		return Evidence{}
	}
	fields := f.reader.Fields(node, evidenceKey, evidenceKeys()...)
	found := Evidence{
		TagPattern: f.readScalar(fields, "tag_pattern"),
		Ref:        f.readScalar(fields, "ref"),
		Window:     f.readScalar(fields, "window"),
		AsOf:       f.readScalar(fields, "as_of"),
		Path:       f.readList(fields.Node("path"), `evidence: "path"`),
		Product:    fields.Bool("product"),
		Practice:   fields.Bool("practice"),
	}
	if both := fields.Node("practice"); found.Product && found.Practice {
		f.reader.Errorf(both.Pos, both.Length(), "bad-value", "leave one of them out", `evidence: "product" and "practice" exclude each other`)
	}
	return found
}
