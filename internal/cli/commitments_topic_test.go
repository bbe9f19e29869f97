package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCommitmentsOfTopic runs the commands of the topic in their order, completes the file as people do, and looks for the sentences
// that the topic quotes.
func TestCommitmentsOfTopic(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(exampleFolder(t), "here")
	file := filepath.Join(dir, "commitments.yaml")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, line := range topicLines(t, "commitments") {
		code, output := runExample(t, dir, line)
		if code != ExitDone {
			t.Errorf("%s ends with %d:\n%s", line, code, output)
		}
		all.WriteString(output)
		if strings.Contains(line, "--commit ") {
			completeCommitments(t, file)
		}
	}
	source, err := os.ReadFile(filepath.Join("..", "topics", "commitments.md"))
	if err != nil {
		t.Fatal(err)
	}
	said, quoted := strings.Join(strings.Fields(all.String()), " "), 0
	for line := range strings.Lines(string(source)) {
		if words, isQuote := strings.CutPrefix(line, `"`); isQuote {
			quoted++
			if !strings.Contains(said, strings.Trim(words, "\"\n")) {
				t.Errorf("no command says %q", words)
			}
		}
	}
	if quoted != 2 {
		t.Errorf("%d sentences quoted", quoted)
	}
}

func completeCommitments(t *testing.T, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	completed := strings.NewReplacer(" owner:\n", " owner: Ben\n", " due:\n", " due: 2099-12-31\n").Replace(string(text))
	if err := os.WriteFile(file, []byte(completed), 0o600); err != nil {
		t.Fatal(err)
	}
}
