package cli

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestEveryCommandIsDocumented holds what a user may expect of any --help: what it does, two examples that name the
// command, its exit codes, and where its files go.
func TestEveryCommandIsDocumented(t *testing.T) {
	t.Parallel()
	for _, cmd := range commands(newRoot(&runner{Process: Process{Env: func(string) string { return "" }}}, nil)) {
		path := cmd.CommandPath()
		examples := strings.Split(strings.TrimSpace(cmd.Example), "\n")
		if len(examples) < 2 {
			t.Errorf("%s has %d examples, want two", path, len(examples))
		}
		for _, example := range examples {
			if !strings.Contains(example, path) && path != "opsfit" && path != "opsfit questionnaire" {
				t.Errorf("%s: the example %q is of another command", path, example)
			}
		}
		if !strings.Contains(cmd.Long, "Exit codes:") {
			t.Errorf("%s does not tell its exit codes", path)
		}
		own := strings.Replace(cmd.Long, exitCodes(), "", 1)
		if !cmd.HasSubCommands() && !strings.Contains(own, "standard output") && !strings.Contains(own, "file") {
			t.Errorf("%s does not tell where its output goes", path)
		}
	}
}

// TestFlagsAreDocumented proves that each flag has a usage text, in one style: lower case, no final stop.
func TestFlagsAreDocumented(t *testing.T) {
	t.Parallel()
	for _, cmd := range commands(newRoot(&runner{Process: Process{Env: func(string) string { return "" }}}, nil)) {
		cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
			first, _ := utf8.DecodeRuneInString(flag.Usage)
			if flag.Usage == "" || unicode.IsUpper(first) || strings.HasSuffix(flag.Usage, ".") {
				t.Errorf("%s: the text of --%s is %q", cmd.CommandPath(), flag.Name, flag.Usage)
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
	for _, cmd := range commands(newRoot(&runner{Process: Process{Env: func(string) string { return "" }}}, nil)) {
		if cmd.Name() == "new" {
			continue
		}
		cmd.LocalNonPersistentFlags().VisitAll(func(flag *pflag.Flag) {
			text, _, _ := strings.Cut(flag.Usage, ":")
			text, _, _ = strings.Cut(text, " (")
			if flag.Name == "strict" || flag.Name == "help" {
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
	run := &runner{Process: Process{Env: func(string) string { return "" }}}
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
