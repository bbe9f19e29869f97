package cli

import (
	"github.com/spf13/cobra"
)

// completer is the type of cobra's completion functions.
type completer = func(cmd *cobra.Command, args []string, toComplete string) ([]cobra.Completion, cobra.ShellCompDirective)

// completeWords completes a flag with fixed words.
func completeWords(cmd *cobra.Command, flag string, words ...string) {
	registerCompletion(cmd, flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// completeFiles completes a flag with files that have one of some extensions.
func completeFiles(cmd *cobra.Command, flag string, endings ...string) {
	registerCompletion(cmd, flag, completeFileNames(endings...))
}

// completeFolders completes a flag with folders.
func completeFolders(cmd *cobra.Command, flag string) {
	registerCompletion(cmd, flag, completeFolderNames)
}

func completeFolderNames(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// completeQuestionnaires completes a flag with the known ids and with files.
func completeQuestionnaires(cmd *cobra.Command, run *runner, flag string) {
	registerCompletion(cmd, flag, func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return run.knownIDs(cmd), cobra.ShellCompDirectiveDefault
	})
}

// knownIDs returns the ids of questionnaires that can be named here; with a faulty configuration, only the shipped
// ones.
func (r *runner) knownIDs(cmd *cobra.Command) []string {
	settings, err := r.loadSettings(cmd)
	if err != nil {
		return shippedIDs()
	}
	return r.newLoader(cmd.Context(), settings).knownIDs()
}

func completeFileNames(endings ...string) completer {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return endings, cobra.ShellCompDirectiveFilterFileExt
	}
}

// registerCompletion fails only for a flag that does not exist, which is a mistake in this package and shows in every
// test.
func registerCompletion(cmd *cobra.Command, flag string, with completer) {
	if err := cmd.RegisterFlagCompletionFunc(flag, with); err != nil {
		panic(err)
	}
}
