package cli

import (
	"math"
	"os"
	"slices"

	"github.com/spf13/cobra"
)

// many means no upper limit for the number of arguments.
const many = math.MaxInt

// checkArguments checks the number of arguments and says what is expected.
func checkArguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch path := cmd.CommandPath(); {
		case slices.Contains(args, ""):
			return usagef("an argument is empty; %s takes %s", path, what)
		case len(args) < least || len(args) > most:
			return usagef("%s takes %s; see %s --help", path, what, path)
		}
		return nil
	}
}

// answersByFlag refuses arguments of a command that reads answers, and says which flag names their file.
func answersByFlag(run *runner) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		if cmd.Flags().Changed("no-regression") {
			return usagef("%s takes no arguments; metrics follow an equals sign, for example --no-regression=fit,coverage", cmd.CommandPath())
		}
		if args[0] == helpName {
			return usagef("%[1]s takes no arguments; see %[1]s --help", cmd.CommandPath())
		}
		if _, err := os.Stat(run.absolutePath(args[0])); err != nil && slices.Contains(shippedIDs(), args[0]) {
			return usagef("%s takes no arguments; name a questionnaire with -q: %s", cmd.CommandPath(), run.lineWith(args[0], "-q", args[0]))
		}
		return usagef("%s takes no arguments; name a file of answers with -a: %s", cmd.CommandPath(), run.lineWith(args[0], "-a", args[0]))
	}
}

// noArguments refuses all arguments.
func noArguments() cobra.PositionalArgs { return checkArguments(0, 0, "no arguments") }
