package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/cli"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/terminal"
)

// TestReadmeExamples runs every `$ opsfit …` line in the console blocks of README.md, in the repository, and compares
// what follows it with what the program writes: into a pipe or, in blocks that say so, at a terminal of 80x24. A line of three dots
// stands for any number of lines.
func TestReadmeExamples(t *testing.T) {
	t.Parallel()
	if rewriting := flag.Lookup("update"); rewriting != nil && rewriting.Value.String() == "true" {
		t.Skip("README.md is no golden file: what it leaves out is chosen by hand")
	}
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	examples := examplesIn(string(text))
	if len(examples) < 3 {
		t.Fatalf("README.md has %d examples with output; is the parser right?", len(examples))
	}
	for _, example := range examples {
		t.Run(example.command, func(t *testing.T) {
			t.Parallel()
			got := strings.Split(strings.TrimRight(runExample(t, example.command, example.atTerminal), "\n"), "\n")
			if !matches(example.want, got) {
				t.Errorf("README.md differs (-README +program):\n%s", cmp.Diff(example.want, got[:min(len(got), len(example.want))]))
			}
		})
	}
}

// TestReadmeAnswers proves that the answers README.md shows are answers.
func TestReadmeAnswers(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(text), "```yaml\n")
	sheet, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatal("README.md shows no answers file")
	}
	file := filepath.Join(t.TempDir(), "answers.yaml")
	if err := os.WriteFile(file, []byte(sheet), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := output(t, "opsfit assess --strict -f json -a "+file); !strings.HasPrefix(got, "{") {
		t.Error(got)
	}
}

// TestMappingsOfTopic holds the table of what a repository is set beside to the questionnaires: no question more, none less.
func TestMappingsOfTopic(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "..", "internal", "topics", "evidence.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "| question | set beside |\n")
	table, _, _ := strings.Cut(rest, "\n\n")
	listed := map[string]bool{}
	for line := range strings.Lines(table) {
		first, _, _ := strings.Cut(strings.TrimPrefix(line, "|"), "|")
		for i, part := range strings.Split(first, "`") {
			if i%2 == 1 {
				listed[part] = true
			}
		}
	}
	mapped := map[string]bool{}
	for _, id := range []string{"full", "quick", "dora"} {
		for _, question := range questionnairetest.Shipped(t, id).Questions {
			if len(question.Evidence.Mappings) > 0 {
				mapped[question.ID] = true
			}
		}
	}
	if diff := cmp.Diff(mapped, listed); diff != "" {
		t.Errorf("evidence.md differs (-questionnaires +topic):\n%s", diff)
	}
}

type example struct {
	command    string
	atTerminal bool
	want       []string
}

func examplesIn(readme string) []example {
	var found []example
	inBlock, atTerminal := false, false
	for line := range strings.SplitSeq(readme, "\n") {
		switch {
		case strings.HasPrefix(line, "```"):
			inBlock, atTerminal = strings.HasPrefix(line, "```console"), line == "```console terminal"
		case inBlock && strings.HasPrefix(line, "$ "):
			found = append(found, example{command: strings.TrimPrefix(line, "$ "), atTerminal: atTerminal})
		case inBlock && len(found) > 0:
			last := &found[len(found)-1]
			last.want = append(last.want, line)
		}
	}
	return found
}

// output is what a command line writes into a pipe.
func output(t *testing.T, line string) string {
	t.Helper()
	return runExample(t, line, false)
}

// runExample runs one command line; `opsfit … < FILE` reads the file.
func runExample(t *testing.T, line string, atTerminal bool) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	command, input, piped := strings.Cut(line, " < ")
	in := []byte{}
	if piped {
		if in, err = os.ReadFile(filepath.Join(dir, input)); err != nil {
			t.Fatal(err)
		}
	}
	words := arguments(t, dir, command)
	if words[0] != "opsfit" {
		t.Fatalf("the example %q is not of opsfit", line)
	}
	var out bytes.Buffer
	streams, env := terminal.Streams{In: bytes.NewReader(in), Out: &out, Err: &out}, map[string]string{}
	if atTerminal {
		streams.OutIsTerminal, streams.Columns, streams.Rows = true, 80, 24
		env = map[string]string{"TERM": "xterm", "LANG": "en_GB.UTF-8", "NO_COLOR": "1"}
	}
	cli.Main(context.Background(), cli.Process{
		Streams: streams,
		Env:     func(name string) string { return env[name] },
		Dir:     dir,
		Now:     func() time.Time { return time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC) },
		Version: cli.BuildVersion("v0.1.0", ""),
	}, words[1:])
	return out.String()
}

// arguments takes a command line apart as a shell does: single quotes hold blanks together, and a word with a star stands
// for the files it matches.
func arguments(t *testing.T, dir, command string) []string {
	t.Helper()
	var words []string
	for i, part := range strings.Split(command, "'") {
		if quoted := i%2 == 1; quoted {
			words = append(words, part)
			continue
		}
		for word := range strings.FieldsSeq(part) {
			words = append(words, expanded(t, dir, word)...)
		}
	}
	return words
}

func expanded(t *testing.T, dir, word string) []string {
	t.Helper()
	if !strings.Contains(word, "*") {
		return []string{word}
	}
	files, err := filepath.Glob(filepath.Join(dir, word))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s matches no file: %v", word, err)
	}
	for i := range files {
		if files[i], err = filepath.Rel(dir, files[i]); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func matches(want, got []string) bool {
	if len(want) == 0 {
		return len(got) == 0
	}
	if want[0] == "..." {
		for skipped := 0; skipped <= len(got); skipped++ {
			if matches(want[1:], got[skipped:]) {
				return true
			}
		}
		return false
	}
	return len(got) > 0 && want[0] == got[0] && matches(want[1:], got[1:])
}
