package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/delivery"
	"github.com/opsfit/opsfit/internal/diag"
)

// loadEvidence loads a configuration with this text.
func loadEvidence(t *testing.T, text string) (Evidence, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	settings, _, err := Load(Sources{Dir: dir, Env: func(string) string { return "" }, Formats: []string{"text"}})
	return settings.Evidence, err
}

func TestEvidence(t *testing.T) {
	t.Parallel()
	got, err := loadEvidence(t, `evidence:
  tag_pattern: ^ledger@
  ref: main
  window: 12m
  as_of: 2026-06-30
  path: [services/ledger, "services/shared"]
  practice: true
`)
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{got.TagPattern.Text, got.Ref.Text, got.Window.Text, got.AsOf.Text}
	for _, path := range got.Path {
		texts = append(texts, path.Text)
	}
	if list := strings.Join(texts, " "); list != "^ledger@ main 12m 2026-06-30 services/ledger services/shared" || got.Product || !got.Practice {
		t.Errorf("%s %+v", list, got)
	}
	if at := got.Path[1].Pos; at != (diag.Pos{Line: 6, Column: 28}) {
		t.Errorf("the second path is at %v", at)
	}
	single, err := loadEvidence(t, "evidence: {path: services/ledger}\n")
	if err != nil || len(single.Path) != 1 {
		t.Errorf("%v, %v", single.Path, err)
	}
}

// TestExports reads where exports are and what their columns mean.
func TestExports(t *testing.T) {
	t.Parallel()
	got, err := loadEvidence(t, `evidence:
  deployments:
    file: a/d.csv
    time: When
    commit: SHA
    time_zone: Europe/Berlin
    services: ledger
    production: [live, "prod 2"]
    failed: [bad]
    not_deployed: [stopped]
    succeeded: [good]
    rework: [again]
  incidents: i.jsonl
`)
	if err != nil {
		t.Fatal(err)
	}
	d := got.Deployments
	want := Export{
		File: d.File, TimeZone: d.TimeZone, Columns: map[string]string{"time": "When", "commit": "SHA"}, Services: []string{"ledger"},
		Words: delivery.Words{
			Production: []string{"live", "prod 2"}, Failed: []string{"bad"}, NotDeployed: []string{"stopped"}, Succeeded: []string{"good"},
			Rework: []string{"again"},
		},
	}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Error(diff)
	}
	if list := strings.Join([]string{d.File.Text, d.TimeZone.Text, got.Incidents.File.Text}, " "); list != "a/d.csv Europe/Berlin i.jsonl" {
		t.Error(list)
	}
}

func TestEvidenceFaults(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"evidence: {product: true, practice: true}": "exclude each other",
		"evidence: {tag-pattern: v}":                "tag-pattern",
		"evidence: {allow_alternates: true}":        "allow_alternates",
		"evidence: [main]":                          "evidence",
		"evidence: {path: {a: b}}":                  "path",
		"evidence: {window: [1]}":                   "window",
		"evidence: {deployments: {opened: x}}":      "opened",
		"evidence: {incidents: {production: x}}":    "production",
		"evidence: {incidents: [x]}":                "incidents",
		"evidence: {deployments: {services: {}}}":   "services",
		"evidence: {deployments: {time: [x]}}":      "time",
	} {
		if _, err := loadEvidence(t, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want a fault about %s", text, err, want)
		}
	}
}
