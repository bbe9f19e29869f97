package config

import (
	"github.com/opsfit/opsfit/internal/delivery"
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
	// Deployments and Incidents are exports to be read beside a repository.
	Deployments, Incidents Export
}

// Export says where an export is and what its columns and words mean.
type Export struct {
	// File is its name as one in the working directory; what is not given is the zero value.
	File diag.Placed
	// TimeZone is that of times without one.
	TimeZone diag.Placed
	// Columns name the columns of fields, by the keys of delivery.Keys.
	Columns map[string]string
	// Services are those that count; Words say what the words in columns mean.
	Services []string
	Words    delivery.Words
}

// evidenceKey is the key of the part about a repository.
const evidenceKey = "evidence"

// evidenceKeys are the keys below evidence, in documentation order.
func evidenceKeys() []string {
	return []string{"tag_pattern", "ref", "window", "as_of", "path", "product", "practice", "deployments", "incidents"}
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

		Deployments: f.readExport(fields.Node("deployments"), delivery.OfDeployments),
		Incidents:   f.readExport(fields.Node("incidents"), delivery.OfIncidents),
	}
	if both := fields.Node("practice"); found.Product && found.Practice {
		f.reader.Errorf(both.Pos, both.Length(), "bad-value", "leave one of them out", `evidence: "product" and "practice" exclude each other`)
	}
	return found
}

// readExport reads the name of a file, or a mapping of exportKeys.
func (f placedFile) readExport(node *yamltree.Node, kind delivery.Kind) Export {
	if node == nil || node.Kind == yamltree.Null {
		return Export{}
	}
	what := evidenceKey + `: "` + string(kind) + `"`
	if node.Kind == yamltree.Scalar {
		export := Export{File: f.placedText(node)}
		export.File.Text = f.readPath(node, what)
		return export
	}
	fields := f.reader.Fields(node, what, exportKeys(kind)...)
	export := Export{File: f.readScalar(fields, "file"), TimeZone: f.readScalar(fields, "time_zone"), Columns: map[string]string{}}
	if export.File.Text != "" {
		export.File.Text = f.readPath(fields.Node("file"), what+`: "file"`)
	}
	for _, key := range delivery.Keys(kind) {
		if column := f.readScalar(fields, key); column.Text != "" {
			export.Columns[key] = column.Text
		}
	}
	for key, list := range export.lists() {
		for _, placed := range f.readList(fields.Node(key), what+`: "`+key+`"`) {
			*list = append(*list, placed.Text)
		}
	}
	return export
}

// lists are the lists of words by their keys.
func (e *Export) lists() map[string]*[]string {
	return map[string]*[]string{
		"services": &e.Services, "production": &e.Words.Production, "succeeded": &e.Words.Succeeded, "failed": &e.Words.Failed,
		"not_deployed": &e.Words.NotDeployed, "rework": &e.Words.Rework, "severities": &e.Words.Severities,
	}
}

// exportKeys are the keys of an export, in documentation order.
func exportKeys(kind delivery.Kind) []string {
	keys := append([]string{"file", "time_zone"}, delivery.Keys(kind)...)
	if kind == delivery.OfIncidents {
		return append(keys, "services", "severities")
	}
	return append(keys, "services", "production", "succeeded", "failed", "not_deployed", "rework")
}
