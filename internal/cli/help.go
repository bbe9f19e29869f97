package cli

import (
	"cmp"
	"errors"
	"math"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/diag"
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

// many is no upper limit for the number of arguments.
const many = math.MaxInt

// arguments checks the number of arguments and says what is expected.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if least <= len(args) && len(args) <= most {
			return nil
		}
		return usagef("%s takes %s; see %s --help", cmd.CommandPath(), what, cmd.CommandPath())
	}
}

// answersByFlag refuses all arguments of a command that reads answers, and says where their file is named instead.
func answersByFlag() cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		if cmd.Flags().Changed("no-regression") {
			return usagef("%s takes no arguments; metrics follow an equals sign, for example --no-regression=fit,coverage", cmd.CommandPath())
		}
		return usagef("%[1]s takes no arguments; name a file of answers with -a: %[1]s -a %[2]s", cmd.CommandPath(), quoted(args[0]))
	}
}

// noArguments refuses all arguments.
func noArguments() cobra.PositionalArgs { return arguments(0, 0, "no arguments") }

// group makes a command that only holds others: alone it shows its help, with an unknown name it says so.
func group(cmd *cobra.Command) {
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return unknownCommand(cmd, args[0])
	}
}

func unknownCommand(cmd *cobra.Command, name string) error {
	var known []string
	for _, child := range cmd.Commands() {
		if child.IsAvailableCommand() {
			known = append(known, child.Name())
		}
	}
	hint := cmp.Or(deeper(cmd, name), diag.DidYouMean(name, known), "see "+cmd.CommandPath()+" --help")
	return usagef("%s has no command %s; %s", cmd.CommandPath(), diag.Quote(name), hint)
}

// deeper is the hint at a command of that name one level further down; empty when there is none.
func deeper(cmd *cobra.Command, name string) string {
	for _, child := range cmd.Commands() {
		for _, grandchild := range child.Commands() {
			if grandchild.Name() == name {
				return "did you mean " + diag.Quote(grandchild.CommandPath()) + "?"
			}
		}
	}
	return ""
}

// flagError says of a flag that does not exist which one may be meant, or where the flags are listed.
func flagError(cmd *cobra.Command, err error) error {
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok {
		return usage(err)
	}
	hint := "see " + cmd.CommandPath() + " --help"
	if unknown.GetSpecifiedShortnames() == "" {
		if near := diag.Nearest(unknown.GetSpecifiedName(), flagNames(cmd)); near != "" {
			hint = "did you mean --" + near + "?"
		}
	}
	return usagef("%w; %s", err, hint)
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(flag *pflag.Flag) { names = append(names, flag.Name) })
	return names
}

// newHelp shows the help of a command; unlike cobra's own it refuses a command that does not exist.
func newHelp() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "help [COMMAND]...",
		Short: "Show the help of a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(found, args[len(args)-max(len(rest), 1)])
			}
			return found.Help()
		},
	}
	return document(cmd, help{
		long:     "Shows what a command does, its flags and examples.",
		examples: []string{"opsfit help assess", "opsfit help questionnaire show"},
		files:    "The help goes to standard output.",
	})
}

// documentCompletion gives the completion command and those for each shell what every command's help has.
func documentCompletion(cmd *cobra.Command) {
	examples := []string{
		"source <(opsfit completion bash)",
		"opsfit completion zsh > _opsfit",
	}
	cmd.Example = "  " + strings.Join(examples, "\n  ")
	for _, shell := range cmd.Commands() {
		shell.Long = strings.TrimSpace(shell.Long) + "\n\nThe script goes to standard output.\n\n" + exitCodes()
		shell.Example = "  " + shell.CommandPath() + "\n  " + shell.CommandPath() + " --no-descriptions"
	}
}

// addHelp finishes the tree: commands that cobra adds itself get the same kind of help.
func addHelp(root *cobra.Command) {
	group(root)
	root.SetHelpCommand(newHelp())
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.Example = "  opsfit assess -a answers.yaml\n  opsfit questionnaire show full"
	root.Long += "\n\n" + exitCodes()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			group(cmd)
			cmd.Long = strings.TrimSpace(cmd.Long) + "\n\n" + exitCodes()
			documentCompletion(cmd)
		}
	}
}
