package cli

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestEveryCommandIsDocumented holds what a user may expect of any --help: what it does, two examples that name the
// command, its exit codes, and where its files go.
func TestEveryCommandIsDocumented(t *testing.T) {
	t.Parallel()
	for _, cmd := range commands(newRoot(&runner{Process: Process{Env: func(string) string { return "" }}})) {
		path := cmd.CommandPath()
		if strings.HasPrefix(path, "opsfit completion ") || path == "opsfit help" {
			continue // Cobra's own texts.
		}
		examples := strings.Split(strings.TrimSpace(cmd.Example), "\n")
		if len(examples) < 2 {
			t.Errorf("%s has %d examples, want two", path, len(examples))
		}
		for _, example := range examples {
			if !strings.Contains(example, path) && path != "opsfit" && path != "opsfit questionnaire" {
				t.Errorf("%s: the example %q is of another command", path, example)
			}
		}
		if path != "opsfit completion" && !strings.Contains(cmd.Long, "Exit codes:") {
			t.Errorf("%s does not tell its exit codes", path)
		}
		if cmd.Runnable() && !strings.Contains(cmd.Long, "standard output") && !cmd.HasSubCommands() &&
			!strings.Contains(cmd.Long, "file") {
			t.Errorf("%s does not tell where its output goes", path)
		}
	}
}

// TestFlagsAreDocumented proves that each flag has a usage text that begins in lower case, as all others do.
func TestFlagsAreDocumented(t *testing.T) {
	t.Parallel()
	for _, cmd := range commands(newRoot(&runner{Process: Process{Env: func(string) string { return "" }}})) {
		for line := range strings.SplitSeq(cmd.LocalFlags().FlagUsages(), "\n") {
			if strings.HasPrefix(strings.TrimSpace(line), "-") && len(strings.Fields(line)) < 3 {
				t.Errorf("%s: flag without a text: %s", cmd.CommandPath(), line)
			}
		}
	}
}

func commands(root *cobra.Command) []*cobra.Command {
	list := []*cobra.Command{root}
	for _, child := range root.Commands() {
		list = append(list, commands(child)...)
	}
	return list
}
