package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// largeChecklist returns a list in Markdown with so many points, every fifth of which has a list of its own.
func largeChecklist(points int) string {
	words := strings.Fields("restore backup alert owner rota key secret queue load peak limit region copy log trace page runbook step user release")
	word := func(n, step int) string { return words[(n*step+n/len(words))%len(words)] }
	var b strings.Builder
	b.WriteString("# A large review\n")
	for n := range points {
		if n%25 == 0 {
			fmt.Fprintf(&b, "\n## Section %d\n\n", n/25)
		}
		fmt.Fprintf(&b, "- [ ] %s %s %s number %d is settled\n", word(n, 1), word(n, 3), word(n, 7), n)
		switch n % 5 {
		case 0:
			fmt.Fprintf(&b, "  - [ ] the first half of %d\n  - [ ] the second half of %d\n", n, n)
		case 1:
			fmt.Fprintf(&b, "  - Fix: begin with %s\n", word(n, 3))
		}
	}
	return b.String()
}

// inFolder runs a command that must succeed in a folder, and returns what it printed.
func inFolder(tb testing.TB, folder string, args ...string) string {
	tb.Helper()
	var out, errs bytes.Buffer
	if code := Main(context.Background(), process(folder, &out, &errs), args); code != ExitDone {
		tb.Fatalf("%v ends with %d: %s", args, code, errs.String())
	}
	return out.String()
}

// TestLargeChecklist imports, checks and assesses a list of 300 points.
func TestLargeChecklist(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	saveText(t, filepath.Join(folder, "large.md"), largeChecklist(300))
	saveText(t, filepath.Join(folder, "answers.yaml"), "questionnaire: large\nanswers:\n  at_stake: serious\n")
	inFolder(t, folder, "questionnaire", "import", "large.md", "-o", "large.yaml")
	if found := inFolder(t, folder, "questionnaire", "lint", "--strict", "large.yaml"); found != "large.yaml: no findings\n" {
		t.Error(found)
	}
	if text := inFolder(t, folder, "assess", "-q", "large.yaml", "-a", "answers.yaml"); !strings.Contains(text, "1 of 301 questions") {
		t.Error(text)
	}
}

// BenchmarkLargeChecklist is the way from a list of 300 points to a report on it, in three runs.
func BenchmarkLargeChecklist(b *testing.B) {
	folder := b.TempDir()
	saveText(b, filepath.Join(folder, "large.md"), largeChecklist(300))
	saveText(b, filepath.Join(folder, "answers.yaml"), "questionnaire: large\nanswers:\n  at_stake: serious\n")
	for _, args := range [][]string{
		{"questionnaire", "import", "large.md", "-o", "large.yaml", "--force"},
		{"questionnaire", "lint", "large.yaml"},
		{"assess", "-q", "large.yaml", "-a", "answers.yaml", "-f", "json"},
	} {
		b.Run(strings.Join(args[:min(len(args), 2)], "_"), func(b *testing.B) {
			for b.Loop() {
				inFolder(b, folder, args...)
			}
		})
	}
}

func saveText(tb testing.TB, file, text string) {
	tb.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}
