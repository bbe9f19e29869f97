package saved_test

import (
	"bytes"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/saved"
)

// BenchmarkDecode reads a result whose questionnaire is known, beside reading it without any check.
func BenchmarkDecode(b *testing.B) {
	q, sheet := reporttest.Read(b, "../../testdata/answers/hospital.yaml")
	var file bytes.Buffer
	if err := report.Encode(&file, reporttest.Sheet(q, sheet)); err != nil {
		b.Fatal(err)
	}
	reader := saved.NewReader(func(*report.Document) *saved.Known { return &saved.Known{Questionnaire: q, SameAdvice: true} })
	unknown := saved.NewReader(func(*report.Document) *saved.Known { return nil })
	b.Run("unchecked", func(b *testing.B) {
		for b.Loop() {
			if doc, found := report.Decode("a.json", file.Bytes()); doc == nil {
				b.Fatal(found)
			}
		}
	})
	b.Run("unknown", func(b *testing.B) {
		for b.Loop() {
			if _, found := unknown.Decode("a.json", file.Bytes()); found != nil {
				b.Fatal(found)
			}
		}
	})
	b.Run("checked", func(b *testing.B) {
		for b.Loop() {
			if _, found := reader.Decode("a.json", file.Bytes()); found != nil {
				b.Fatal(found)
			}
		}
	})
}
