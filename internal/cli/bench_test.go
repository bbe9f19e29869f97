package cli

import (
	"bytes"
	"context"
	"testing"
)

// BenchmarkAssess is the main job in one process: 30 answers to JSON, the questionnaire and its advice loaded each time.
func BenchmarkAssess(b *testing.B) {
	for b.Loop() {
		var out, errs bytes.Buffer
		args := []string{"assess", "-a", "web-shop.yaml", "-f", "json"}
		if code := Main(context.Background(), process("../../testdata/answers", &out, &errs), args); code != ExitDone {
			b.Fatal(errs.String())
		}
	}
}
