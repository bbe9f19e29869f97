package lint_test

import (
	"io/fs"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// FuzzCheck checks whatever loads: it must come to an end, name codes that are explained, and find the same again.
func FuzzCheck(f *testing.F) {
	for _, files := range []fs.FS{seeded(f), formed()} {
		for _, name := range namesIn(f, files) {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	f.Add(questionnaire.Starter(""))
	f.Fuzz(func(t *testing.T, text []byte) {
		source := questionnaire.Source{Name: "fuzzed.yaml", Bytes: text}
		if c, _ := questionnaire.LoadCatalogue(source); c != nil {
			_ = linter(t).CheckCatalogue(c)
		}
		q, _ := questionnaire.Load(source, questionnairetest.Find)
		if q == nil {
			return
		}
		found := linter(t).Check(q)
		for _, d := range found {
			if _, explained := linter(t).Rule(d.Code); !explained {
				t.Errorf("the code of %s is not explained", d)
			}
		}
		if again := linter(t).Check(q); len(again) != len(found) {
			t.Errorf("%d findings, then %d", len(found), len(again))
		}
		if drift := linter(t).Compare(q, q); len(drift) > 0 {
			t.Errorf("a file differs from itself: %v", drift)
		}
	})
}
