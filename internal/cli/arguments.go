package cli

import (
	"math"

	"github.com/spf13/cobra"
)

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
