package report_test

import (
	"bytes"
	"testing"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

const placed = `questionnaire: frozen
exempt: [{warning: unproven_restore, reason: a new system comes}]
answers:
  backout: {option: improvise, reviewed: 2025-01-01}
  restore_test: dont_know
`

func placedDocument(t *testing.T) *report.Document {
	t.Helper()
	q, sheet := reporttest.Parse(t, "a.yaml", placed)
	doc := reporttest.Sheet(q, sheet)
	doc.Places = report.PlacesOf("services/a.yaml", sheet)
	return doc
}

// TestPlaces finds the line that somebody would change.
func TestPlaces(t *testing.T) {
	t.Parallel()
	doc := placedDocument(t)
	doc.Freshness = &report.Freshness{Stale: []report.Aged{{Question: "backout"}}}
	because := func(questions ...string) report.Place {
		warning := report.Warning{}
		for _, question := range questions {
			warning.Because = append(warning.Because, report.Cause{Question: question})
		}
		return doc.PlaceOfWarning(&warning)
	}
	of := func(kind report.GateKind, name string) report.Place {
		return doc.PlaceOfGate(&report.Gate{Kind: kind, Gate: name})
	}
	tests := []struct {
		name string
		got  report.Place
		want diag.Pos
	}{
		{"answer", because("restore_test", "backout"), diag.Pos{Line: 5, Column: 17}},
		{"skipped first", because("detection", "backout"), diag.Pos{Line: 4, Column: 12}},
		{"skipped alone", because("detection"), diag.Pos{}},
		{"no answer", because(), diag.Pos{}},
		{"exemption", of(report.ExemptionGate, "exemption unproven_restore"), diag.Pos{Line: 2, Column: 10}},
		{"unknown exemption", of(report.ExemptionGate, "exemption"), diag.Pos{}},
		{"age", of(report.AgeGate, "max-age 6m"), diag.Pos{Line: 4, Column: 12}},
		{"figure", of(report.MetricGate, "fit >= 70"), diag.Pos{}},
	}
	for _, test := range tests {
		if want := (report.Place{File: "services/a.yaml", Pos: test.want}); test.got != want {
			t.Errorf("%s: got %v, want %v", test.name, test.got, want)
		}
	}
	doc.Places = nil
	if got := because("restore_test"); got != (report.Place{}) {
		t.Errorf("without a file: %v", got)
	}
}

// TestPlacesAreNotSaved holds that a result depends on no path and no line.
func TestPlacesAreNotSaved(t *testing.T) {
	t.Parallel()
	doc := placedDocument(t)
	with := encode(t, doc)
	doc.Places = nil
	if !bytes.Equal(with, encode(t, doc)) {
		t.Error("a saved result knows where its answers stand")
	}
}
