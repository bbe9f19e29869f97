package cli

import (
	"github.com/spf13/cobra"
)

func newQuestionnaire(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "questionnaire",
		Short: "List, read, check and write questionnaires",
	}
	makeGroup(cmd)
	cmd.AddCommand(newList(run), newShow(run), newLint(run), newNew(run), newSchema(run))
	return addHelpTo(cmd, help{
		long: "Questionnaires are YAML files. Three are part of the program; any other is named by its path, or by its id\n" +
			"when the configuration names a folder for them.",
		examples: []string{"opsfit questionnaire list", "opsfit questionnaire show full restore_test"},
	})
}
