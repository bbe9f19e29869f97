package cli

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/terminal"
	"github.com/opsfit/opsfit/internal/topics"
)

// newTestRun is a run without an environment, for a terminal of some columns.
func newTestRun(columns int) *runner {
	return &runner{Process: Process{
		Env: func(string) string { return "" }, Streams: terminal.Streams{OutIsTerminal: true, Columns: columns},
	}}
}

// TestEveryCommandIsDocumented holds what a user may expect of any --help: how the command is used, examples of it, where its
// output goes, and its exit codes.
func TestEveryCommandIsDocumented(t *testing.T) {
	t.Parallel()
	run := newTestRun(80)
	for _, cmd := range commands(newRoot(run, nil)) {
		path, h := cmd.CommandPath(), run.describeCommand(cmd)
		if len(h.Usage) == 0 || len(h.Examples) == 0 || len(h.About) == 0 || len(h.Exits) == 0 {
			t.Errorf("%s lacks usage, examples, a text or exit codes: %+v", path, h)
		}
		for _, line := range slices.Concat(h.Usage, h.Examples) {
			if !strings.Contains(line.Line, path) {
				t.Errorf("%s: %q is of another command", path, line.Line)
			}
		}
		about := strings.Join(h.About, " ")
		if !cmd.HasSubCommands() && !strings.Contains(about, "standard output") && !strings.Contains(about, "file") {
			t.Errorf("%s does not tell where its output goes", path)
		}
	}
}

// TestHelpFitsTheTerminal holds that no line of any help is wider than the terminal, and that it begins with how the command is
// used.
func TestHelpFitsTheTerminal(t *testing.T) {
	t.Parallel()
	for _, columns := range []int{40, 80, 120} {
		for _, cmd := range commands(newRoot(newTestRun(columns), nil)) {
			text := helpOf(t, cmd)
			for line := range strings.Lines(text) {
				if width := ansi.StringWidth(strings.TrimSuffix(line, "\n")); width > columns {
					t.Errorf("%s --help at %d columns has a line of %d: %s", cmd.CommandPath(), columns, width, line)
				}
			}
			if usage, about := strings.Index(text, "\nExamples\n"), strings.Index(text, "\nWhat it does\n"); usage < 0 || about < usage {
				t.Errorf("%s --help does not begin with usage and examples:\n%s", cmd.CommandPath(), text)
			}
			if strings.Contains(text, "`") {
				t.Errorf("%s --help has backticks", cmd.CommandPath())
			}
		}
	}
}

// TestFlagsAreDocumented proves that each flag has a usage text, in one style (lower case, no final stop), and a group.
func TestFlagsAreDocumented(t *testing.T) {
	t.Parallel()
	for _, cmd := range commands(newRoot(newTestRun(80), nil)) {
		cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
			first, _ := utf8.DecodeRuneInString(flag.Usage)
			if flag.Usage == "" || unicode.IsUpper(first) || strings.HasSuffix(flag.Usage, ".") {
				t.Errorf("%s: the text of --%s is %q", cmd.CommandPath(), flag.Name, flag.Usage)
			}
			if group := flag.Annotations[groupKey]; group == nil || !slices.Contains(flagGroups(), flagGroup(group[0])) {
				t.Errorf("%s: --%s is in no group of the help; call groupFlags where it is added", cmd.CommandPath(), flag.Name)
			}
		})
	}
}

// TestFlagsMeanTheSame proves that a flag of several commands has one short form, one kind of value and, up to what differs in
// brackets or after a colon, one text. Two say how far they reach in a command: --strict, and the --answers to be written.
func TestFlagsMeanTheSame(t *testing.T) {
	t.Parallel()
	type meaning struct{ short, kind, text, of string }
	seen := map[string]meaning{}
	for _, cmd := range commands(newRoot(newTestRun(80), nil)) {
		if slices.Contains([]string{"new", "import", "form"}, cmd.Name()) {
			continue // what they write is not a report
		}
		cmd.LocalNonPersistentFlags().VisitAll(func(flag *pflag.Flag) {
			text, _, _ := strings.Cut(flag.Usage, ":")
			text, _, _ = strings.Cut(text, " (")
			if flag.Name == "strict" {
				text = ""
			}
			now := meaning{flag.Shorthand, flag.Value.Type(), text, cmd.CommandPath()}
			was, known := seen[flag.Name]
			if known && (was.short != now.short || was.kind != now.kind || was.text != now.text) {
				t.Errorf("--%s is %+v and %+v", flag.Name, was, now)
			}
			seen[flag.Name] = now
		})
	}
}

func commands(root *cobra.Command) []*cobra.Command {
	list := []*cobra.Command{root}
	for _, child := range root.Commands() {
		list = append(list, commands(child)...)
	}
	return list
}

// TestCommandsAlone holds that a command which is made alone has its name, and the help that it has among all others.
func TestCommandsAlone(t *testing.T) {
	t.Parallel()
	run := newTestRun(80)
	for _, s := range commandGroups() {
		for _, e := range s.makers {
			if e.name == manualName {
				continue
			}
			whole, _, err := newRoot(run, nil).Find([]string{e.name})
			if err != nil || whole.Name() != e.name {
				t.Fatalf("%s is %v, %v", e.name, whole, err)
			}
			root := newRoot(run, []string{e.name, "--help"})
			alone, _, err := root.Find([]string{e.name})
			if err != nil || len(root.Commands()) != 1 {
				t.Fatalf("%s is among %d commands, %v", e.name, len(root.Commands()), err)
			}
			if diff := cmp.Diff(helpOf(t, whole), helpOf(t, alone)); diff != "" {
				t.Errorf("%s alone has another help (-among all +alone):\n%s", e.name, diff)
			}
		}
	}
}

func helpOf(t *testing.T, cmd *cobra.Command) string {
	t.Helper()
	var out strings.Builder
	cmd.SetOut(&out)
	if err := cmd.Help(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestTopicsAreLinked holds that a command names only topics that there are.
func TestTopicsAreLinked(t *testing.T) {
	t.Parallel()
	run := newTestRun(80)
	for _, cmd := range commands(newRoot(run, nil)) {
		for _, name := range run.helps[cmd].topics {
			if _, found := topics.Find(name); !found {
				t.Errorf("%s names the topic %s, which there is not", cmd.CommandPath(), name)
			}
		}
	}
}
