package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/english"
)

// TestDefenceOfTopic runs the commands of the topic in their order, and looks for the sentences that it quotes.
func TestDefenceOfTopic(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(exampleFolder(t), "here")
	var all strings.Builder
	for _, line := range topicLines(t, "defence") {
		code, output := runExample(t, dir, line)
		if want := strings.Contains(line, "--require-challenged"); (code == ExitGate) != want || code > ExitGate {
			t.Errorf("%s ends with %d:\n%s", line, code, output)
		}
		all.WriteString(output)
	}
	for _, name := range []string{"defence.md", "decision.md"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	source, err := os.ReadFile(filepath.Join("..", "topics", "defence.md"))
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(strings.Fields(all.String()), " ")
	quoted := 0
	for line := range strings.Lines(string(source)) {
		if words, isQuote := strings.CutPrefix(line, `"`); isQuote {
			quoted++
			if !strings.Contains(said, strings.Trim(words, "\"\n")) {
				t.Errorf("no command says %q", words)
			}
		}
	}
	if quoted < 2 {
		t.Errorf("%s quoted", english.Count(quoted, "sentence"))
	}
}
