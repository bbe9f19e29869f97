package reporttest

import (
	"bytes"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/report"
)

// Reread writes a document and reads it again, as a saved result is, so that a test may spoil the copy.
func Reread(t rapid.TB, doc *report.Document) *report.Document {
	t.Helper()
	var file bytes.Buffer
	if err := report.Encode(&file, doc); err != nil {
		t.Fatal(err)
	}
	return decoded(t, file.Bytes())
}

// Bare is what a file may hold and no run writes: nearly nothing. The kind is leaning or quadrant.
func Bare(t rapid.TB, kind string) *report.Document {
	t.Helper()
	return decoded(t, []byte(`{"schema": "`+report.Schema+`", "verdict": {"kind": "`+kind+`"}}`))
}

func decoded(t rapid.TB, file []byte) *report.Document {
	t.Helper()
	doc, found := report.Decode("saved.json", file)
	if doc == nil {
		t.Fatal(found)
	}
	return doc
}
