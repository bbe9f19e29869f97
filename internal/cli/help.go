package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/render"
)

// help is what every command's help text says beside its flags.
type help struct {
	// long is the first paragraph.
	long string
	// examples are command lines that run as they stand.
	examples []string
	// files says where the command's output goes.
	files string
}

// document gives a command its help: what it does, where its files go, its exit codes, and examples.
func document(cmd *cobra.Command, h help) *cobra.Command {
	paragraphs := []string{h.long}
	if h.files != "" {
		paragraphs = append(paragraphs, h.files)
	}
	cmd.Long = strings.Join(append(paragraphs, exitCodes()), "\n\n")
	cmd.Example = "  " + strings.Join(h.examples, "\n  ")
	cmd.DisableFlagsInUseLine = true
	return cmd
}

// outputFlags are the flags of every command that writes a report.
func (r *runner) outputFlags(cmd *cobra.Command, format *string, outputs *[]string) {
	flags := cmd.Flags()
	flags.StringVarP(format, "format", "f", "text",
		"`FORMAT` on standard output: "+strings.Join(render.FormatNames(), ", "))
	flags.StringArrayVarP(outputs, "output", "o", nil,
		"write a report to `FILE`; its ending names the format, or write FORMAT=FILE; repeatable")
	complete(cmd, "format", render.FormatNames()...)
}

// exactly checks the number of arguments and says what is expected.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		return usagef("%s takes %s; see %s --help", cmd.CommandPath(), what, cmd.CommandPath())
	}
}

// addHelp finishes the tree: commands that cobra adds itself get the same kind of help.
func addHelp(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.Example = "  opsfit assess -a answers.yaml\n  opsfit questionnaire show full"
	root.Long += "\n\n" + exitCodes()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			cmd.Example = "  opsfit completion bash > ~/.local/share/bash-completion/completions/opsfit\n" +
				"  opsfit completion zsh > ~/.zfunc/_opsfit"
		}
	}
}
