package cli

import (
	"github.com/spf13/cobra"
)

// completer is the shape of cobra's completion functions.
type completer = func(cmd *cobra.Command, args []string, toComplete string) ([]cobra.Completion, cobra.ShellCompDirective)

// complete lets the shell complete a flag with fixed words.
func complete(cmd *cobra.Command, flag string, words ...string) {
	register(cmd, flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// completeFiles lets the shell complete a flag with files of some endings.
func completeFiles(cmd *cobra.Command, flag string, endings ...string) {
	register(cmd, flag, files(endings...))
}

// completeFolders lets the shell complete a flag with folders.
func completeFolders(cmd *cobra.Command, flag string) {
	register(cmd, flag, folders)
}

func folders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// completeQuestionnaires lets the shell complete a flag with the known ids, and with files.
func completeQuestionnaires(cmd *cobra.Command, run *runner, flag string) {
	register(cmd, flag, func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return run.knownIDs(cmd), cobra.ShellCompDirectiveDefault
	})
}

// knownIDs are the questionnaire ids that can be named here; a faulty configuration leaves the shipped ones.
func (r *runner) knownIDs(cmd *cobra.Command) []string {
	settings, err := r.settings(cmd)
	if err != nil {
		return shippedIDs()
	}
	return r.library(cmd.Context(), settings).ids()
}

func files(endings ...string) completer {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return endings, cobra.ShellCompDirectiveFilterFileExt
	}
}

// register fails only for a flag that does not exist, which is a mistake in this room and shows in every test.
func register(cmd *cobra.Command, flag string, with completer) {
	if err := cmd.RegisterFlagCompletionFunc(flag, with); err != nil {
		panic(err)
	}
}
