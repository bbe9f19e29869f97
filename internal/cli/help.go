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

// help is the part of a command's help text beside its flags.
type help struct {
	// long is the first paragraph.
	long string
	// examples are complete command lines that work as they stand.
	examples []string
	// files says where the command's output goes.
	files string
}

// addHelpTo adds the help of a command: what it does, where its files go, its exit codes, and examples.
func addHelpTo(cmd *cobra.Command, h help) *cobra.Command {
	paragraphs := []string{h.long}
	if h.files != "" {
		paragraphs = append(paragraphs, h.files)
	}
	cmd.Long = strings.Join(append(paragraphs, exitCodes()), "\n\n")
	cmd.Example = "  " + strings.Join(h.examples, "\n  ")
	cmd.DisableFlagsInUseLine = true
	return cmd
}

// many means no upper limit for the number of arguments.
const many = math.MaxInt

// checkArguments checks the number of arguments and says what is expected.
func checkArguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if least <= len(args) && len(args) <= most {
			return nil
		}
		return usagef("%s takes %s; see %s --help", cmd.CommandPath(), what, cmd.CommandPath())
	}
}

// answersByFlag refuses arguments of a command that reads answers, and says which flag names their file.
func answersByFlag() cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		if cmd.Flags().Changed("no-regression") {
			return usagef("%s takes no arguments; metrics follow an equals sign, for example --no-regression=fit,coverage", cmd.CommandPath())
		}
		return usagef("%[1]s takes no arguments; name a file of answers with -a: %[1]s -a %[2]s", cmd.CommandPath(), quoteForShell(args[0]))
	}
}

// noArguments refuses all arguments.
func noArguments() cobra.PositionalArgs { return checkArguments(0, 0, "no arguments") }

// makeGroup makes a command that only holds others: it shows its help, and refuses unknown names.
func makeGroup(cmd *cobra.Command) {
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
	hint := cmp.Or(nestedHint(cmd, name), diag.DidYouMean(name, known), "see "+cmd.CommandPath()+" --help")
	return usagef("%s has no command %s; %s", cmd.CommandPath(), diag.Quote(name), hint)
}

// nestedHint is the hint at a command of that name one level down; "" for none.
func nestedHint(cmd *cobra.Command, name string) string {
	for _, child := range cmd.Commands() {
		for _, grandchild := range child.Commands() {
			if grandchild.Name() == name {
				return "did you mean " + diag.Quote(grandchild.CommandPath()) + "?"
			}
		}
	}
	return ""
}

// flagError says which flag an unknown one may mean, or where the flags are listed.
func flagError(cmd *cobra.Command, err error) error {
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok {
		return usageErr(err)
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
	return addHelpTo(cmd, help{
		long:     "Shows what a command does, its flags and examples.",
		examples: []string{"opsfit help assess", "opsfit help questionnaire show"},
		files:    "The help goes to standard output.",
	})
}

// documentCompletion adds to the completion commands what every command's help has.
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

// addHelp gives the commands that cobra adds itself the same kind of help.
func addHelp(root *cobra.Command) {
	makeGroup(root)
	root.SetHelpCommand(newHelp())
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.Example = "  opsfit assess -a answers.yaml\n  opsfit questionnaire show full"
	root.Long += "\n\n" + exitCodes()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			makeGroup(cmd)
			cmd.Long = strings.TrimSpace(cmd.Long) + "\n\n" + exitCodes()
			documentCompletion(cmd)
		}
	}
}
