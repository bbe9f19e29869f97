package yamltree

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// sheet is an answers file of the usual size: 30 answers, some of them in the long form.
func sheet() []byte {
	var b strings.Builder
	b.WriteString("questionnaire: full\nquestionnaire_version: 1.0.0\nsubject: payments-api\nteam: payments\n")
	b.WriteString("date: 2026-11-22\nrespondent: {name: Ada, role: operations}\nanswers:\n")
	for i := range 30 {
		if i%6 == 0 {
			fmt.Fprintf(&b, "  question_%d: {option: weeks, note: \"release branch\", evidence: \"https://example.org/%d\"}\n", i, i)
			continue
		}
		fmt.Fprintf(&b, "  question_%d: planned_release\n", i)
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	b.Run("sheet", func(b *testing.B) { benchmarkParse(b, "sheet.yaml", sheet()) })
	b.Run("questionnaire", func(b *testing.B) {
		source, err := os.ReadFile("../../questionnaires/full.yaml")
		if err != nil {
			b.Skip("no questionnaire to read: ", err)
		}
		benchmarkParse(b, "full.yaml", source)
	})
}

func benchmarkParse(b *testing.B, name string, source []byte) {
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		if root, list := Parse(name, source); root == nil {
			b.Fatal(list)
		}
	}
}

// BenchmarkUnmarshal is the measure for BenchmarkParse: what the library itself takes for the sheet.
func BenchmarkUnmarshal(b *testing.B) {
	source := sheet()
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		var into map[string]any
		if err := yaml.Unmarshal(source, &into); err != nil {
			b.Fatal(err)
		}
	}
}
