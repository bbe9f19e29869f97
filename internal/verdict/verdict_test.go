package verdict_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/testarchive"
	"github.com/opsfit/opsfit/internal/verdict"
)

func load(t testing.TB) *verdict.Sentences {
	t.Helper()
	sentences, err := verdict.Load()
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

func TestFrozenSheets(t *testing.T) {
	t.Parallel()
	sentences := load(t)
	archive := testarchive.Open(t, "testdata/frozen.txtar", *update)
	for _, name := range questionnairetest.Sheets(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			archive.Check(t, name, written(sentences.Tell(reporttest.Frozen(t, name), quotedText, nil)))
		})
	}
}

// TestEveryResultIsTold holds that there is always a headline and a word about confidence, and that no placeholder is left.
func TestEveryResultIsTold(t *testing.T) {
	t.Parallel()
	sentences := load(t)
	for _, id := range []string{"full", "quick", "dora", "launch"} {
		q := questionnairetest.Shipped(t, id)
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				doc := reporttest.Sheet(q, reporttest.DrawSheet(t, q))
				told := sentences.Tell(doc, func(text string) string { return text }, nil)
				text := written(told)
				if told.Headline == "" || strings.ContainsAny(text, "{}") || strings.Contains(text, `""`) {
					t.Errorf("told:\n%s", text)
				}
				switch state := doc.Verdict.Readiness; {
				case q.Outcomes != nil:
					return
				case state != nil:
					if isMissing := strings.HasPrefix(told.Headline, "No state"); isMissing != (state.State == "") || told.Confidence != "" {
						t.Errorf("told:\n%s", text)
					}
					reporttest.CheckNoPole(t, "the verdict", text)
					return
				}
				if isMissing := strings.HasPrefix(told.Headline, "No advice") || strings.HasSuffix(told.Headline, "too few for a verdict."); isMissing !=
					(doc.Verdict.Leaning.Advice == "") || isMissing != (told.Confidence == "") || !isMissing && told.Scale == "" {
					t.Errorf("told:\n%s", text)
				}
			})
		})
	}
}
