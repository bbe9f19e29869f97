package cli

import (
	"cmp"
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

// makeGroup makes a command that only holds others: it shows its help, and refuses unknown names.
func makeGroup(cmd *cobra.Command, run *runner) {
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return run.showHelp(cmd)
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

// nestedHint is the hint at the commands of that name one level down; "" for none.
func nestedHint(cmd *cobra.Command, name string) string {
	var paths []string
	for _, child := range cmd.Commands() {
		for _, grandchild := range child.Commands() {
			if grandchild.Name() == name {
				paths = append(paths, diag.Quote(grandchild.CommandPath()))
			}
		}
	}
	if len(paths) == 0 {
		return ""
	}
	return "did you mean " + english.ListWith(paths, "or") + "?"
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
