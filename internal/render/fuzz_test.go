package render

import (
	"bytes"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// FuzzSavedResult renders whatever passes for a saved result: no file may cause a panic, nor act on a terminal.
func FuzzSavedResult(f *testing.F) {
	for _, sample := range textDocuments(f) {
		var saved bytes.Buffer
		if err := report.Encode(&saved, sample.doc); err != nil {
			f.Fatal(err)
		}
		f.Add(saved.Bytes())
	}
	for _, kind := range []string{"leaning", "quadrant"} {
		f.Add([]byte(`{"schema": "opsfit.assessment/v1", "verdict": {"kind": "` + kind + `"}, "axes": [{}], "metrics": [{}]}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, found := report.Decode("r.json", data)
		if doc == nil {
			if !found.HasErrors() {
				t.Fatal("neither a document nor a fault")
			}
			return
		}
		for _, width := range []int{40, 100} {
			checkLines(t, textOf(t, doc, Options{Width: width}), width)
		}
		if len(markdownOf(t, doc)) == 0 {
			t.Fatal("the Markdown is empty")
		}
	})
}
