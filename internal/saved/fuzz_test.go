package saved_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/saved"
)

// FuzzDecode holds that any text gives a result or faults, whether its questionnaire is known or not.
func FuzzDecode(f *testing.F) {
	known := frozen(f, "short").reader()
	for _, name := range questionnairetest.Sheets(f) {
		f.Add(frozen(f, name).text)
	}
	f.Add(supposing(f, "typical", "restore_test=yearly").text)
	f.Add([]byte(`{"schema": "opsfit.assessment/v2", "verdict": {"kind": "quadrant"}, "axes": [{"floor": 1, "readiness": {"lower_bound": 1}}],
		"gates": [{"gate": "unmet <= 3", "kind": "metric", "op": "lte"}, {"gate": "", "kind": ""}, {"gate": "max-age ", "kind": "age"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, reader := range []*saved.Reader{known, stranger()} {
			doc, found := reader.Decode("r.json", data)
			if (doc == nil) != found.HasErrors() {
				t.Fatalf("document %v with diagnostics %v", doc, found)
			}
			if given, found := reader.EarlierAnswers("r.json", data); (given == nil) != found.HasErrors() {
				t.Fatalf("answers %q with diagnostics %v", given, found)
			}
		}
	})
}
