// Package questionnaires holds the questionnaires, the advice catalogue and the sentences of verdicts that ship with opsfit, as
// YAML files that people read and edit. It may embed those files and nothing else: no parsing, no lookup by id, no other package
// of ours.
package questionnaires

import "embed"

// Files contains full.yaml, quick.yaml, launch.yaml and dora.yaml, the catalogues recommendations.yaml and
// launch-recommendations.yaml, and verdicts.yaml at its root, byte for byte as in this folder.
//
//go:embed *.yaml
var Files embed.FS
