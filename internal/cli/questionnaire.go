package cli

import (
	"github.com/spf13/cobra"
)

func newQuestionnaire(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "questionnaire",
		Short: "List, read, check and write questionnaires",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("unknown command %q for %q; see %s --help", args[0], cmd.CommandPath(), cmd.CommandPath())
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(newList(run), newShow(run), newLint(run), newNew(run), newSchema(run))
	return document(cmd, help{
		long: "Questionnaires are YAML files. Three are part of the program; any other is named by its path, or by its id\n" +
			"when the configuration names a folder for them.",
		examples: []string{"opsfit questionnaire list", "opsfit questionnaire show full restore_test"},
	})
}
