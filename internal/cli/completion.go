package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
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
		return run.completeIDs(cmd), cobra.ShellCompDirectiveDefault
	})
}

// completeIDs returns the ids of questionnaires that can be named here, with their titles; with a faulty configuration, only the
// shipped ones.
func (r *runner) completeIDs(cmd *cobra.Command) []cobra.Completion {
	settings, err := r.loadSettings(cmd)
	if err != nil {
		settings = config.Config{}
	}
	loader := r.newLoader(cmd.Context(), settings)
	var list []cobra.Completion
	for _, id := range loader.knownIDs() {
		title := ""
		if q, _, err := loader.openQuestionnaire(id); err == nil && q != nil {
			title = q.Title
		}
		list = append(list, described(id, title))
	}
	return list
}

// described returns a word with what it means, unless that says no more than the word.
func described(word, meaning string) cobra.Completion {
	if meaning == "" || meaning == word {
		return word
	}
	return cobra.CompletionWithDesc(word, diag.Visible(meaning))
}

// completeQuestions returns the questions of a questionnaire with their titles, each between two texts.
func completeQuestions(q *questionnaire.Questionnaire, before, after string) []cobra.Completion {
	var list []cobra.Completion
	for i := range q.Questions {
		list = append(list, described(before+q.Questions[i].ID+after, q.Questions[i].Title))
	}
	return list
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

// addCompletionHelp documents the commands that cobra makes for completions.
func (r *runner) addCompletionHelp(cmd *cobra.Command) {
	makeGroup(cmd, r)
	cmd.Short = "Print a script that completes command lines in a shell"
	r.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit completion SHELL"}},
		examples: page.Commands{
			{Line: "source <(opsfit completion bash)", Note: "in ~/.bashrc"},
			{Line: "opsfit completion zsh > _opsfit", Note: "in a folder of $fpath"},
			{Line: "opsfit completion fish | source", Note: "in config.fish"},
			{Line: "opsfit completion powershell | Out-String | Invoke-Expression"},
		},
		about: []string{"The script completes commands, flags, questions by their titles, options, questionnaires and files."},
		exits: plainExits(),
	})
	for _, shell := range cmd.Commands() {
		shell.Short = "Print the script for " + shell.Name()
		groupFlags(shell.Flags(), outputGroup)
		r.addHelp(shell, help{
			usage:    page.Commands{{Line: shell.CommandPath() + " [FLAGS]"}},
			examples: page.Commands{{Line: shell.CommandPath()}, {Line: shell.CommandPath() + " --no-descriptions"}},
			about:    []string{"Prints the script to standard output; opsfit completion --help says where it goes."},
			exits:    plainExits(),
		})
	}
}
