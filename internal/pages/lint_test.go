package pages_test

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

func linter(t testing.TB) *lint.Linter {
	t.Helper()
	l, err := lint.New()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func lintPage(t testing.TB) page.Page {
	t.Helper()
	found := diag.List{
		{
			Severity: diag.Warning, Code: "never-fires", File: "ours.yaml", Pos: diag.Pos{Line: 12, Column: 3}, Length: 4,
			Message: `warning "slow": fit > 100 never holds`, Hint: "fix its condition",
		},
		{Severity: diag.Note, Code: "untranslated", File: "ours.yaml", Message: `question "rhythm" has the same text as in "full"`},
		{Severity: diag.Error, Code: "lean-span", File: "theirs.yaml", Pos: diag.Pos{Line: 2, Column: 1}, Message: `question "rhythm" does not reach -1`},
	}
	return pages.Lint(linter(t).Report(lint.Tool{Name: "opsfit", Version: "1.0.0"}, []string{"ours.yaml", "theirs.yaml"}, found, nil))
}

func TestLintGolden(t *testing.T) {
	t.Parallel()
	l := linter(t)
	goldenPage(t, "lint/findings", lintPage(t))
	rule, _ := l.Rule("never-fires")
	short := questionnairetest.FrozenShort(t)
	advice := []pages.Advice{{Questionnaire: short.ID, Appearances: lint.Appearances(short)}}
	for name, p := range map[string]page.Page{
		"clean":       pages.Lint(l.Report(lint.Tool{Name: "opsfit", Version: "1.0.0"}, []string{"full"}, nil, nil)),
		"rule":        pages.LintRule(rule),
		"codes":       pages.LintRules(l.Rules()[:4]),
		"appearances": pages.Appearances(advice),
	} {
		golden(t, "lint/"+name+".txt", textOf(t, p))
	}
}

// TestExplanationsFit holds that every explanation fits the narrowest terminal. Examples are not wrapped, so that they can be
// copied: they are short, but for texts of a questionnaire.
func TestExplanationsFit(t *testing.T) {
	t.Parallel()
	const width = 40
	for _, rule := range linter(t).Rules() {
		out := written(t, func(w io.Writer) error { return text.Write(w, pages.LintRule(rule), text.Options{Width: width}) })
		for line := range strings.Lines(string(out)) {
			if ansi.StringWidth(strings.TrimSuffix(line, "\n")) > width && !strings.Contains(line, `: "`) {
				t.Errorf("%s: too wide: %s", rule.Code, line)
			}
		}
	}
}
