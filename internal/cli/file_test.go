package cli

import (
	"os"
	"strings"
	"testing"
)

func TestIDFor(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"ours.yaml": "ours", "a/b/Our Questions.yml": "our-questions", "--.yaml": "questionnaire", "é.yaml": "questionnaire",
		strings.Repeat("x", 100) + ".yaml": strings.Repeat("x", 64),
	}
	for file, want := range tests {
		if got := idFor(file); got != want {
			t.Errorf("%s gives %q, want %q", file, got, want)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func list(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}
