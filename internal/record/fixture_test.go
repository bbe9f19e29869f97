package record_test

import (
	"bytes"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

func scored(value float64, band report.Text) report.Practice {
	return report.Practice{Value: &value, Band: band, Scored: true}
}

func calls(value float64, band report.Text) report.Situation {
	return report.Situation{Value: &value, Band: band}
}

func leaning(verdict report.Leaning) *report.Document {
	return &report.Document{Verdict: report.Verdict{Leaning: &verdict}}
}

// reread is a document as a file would keep it, so that a test may spoil it.
func reread(t *testing.T, doc *report.Document) *report.Document {
	t.Helper()
	var file bytes.Buffer
	if err := report.Encode(&file, doc); err != nil {
		t.Fatal(err)
	}
	made, found := report.Decode("a.json", file.Bytes())
	if made == nil {
		t.Fatal(found)
	}
	return made
}
