package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/page"
)

func newQuestionnaire(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "questionnaire",
		Short: "List, read, check and write questionnaires",
	}
	makeGroup(cmd, run)
	cmd.AddCommand(newList(run), newShow(run), newLint(run), newNew(run), newForm(run), newImport(run), newSchema(run))
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit questionnaire COMMAND"}},
		examples: page.Commands{
			{Line: "opsfit questionnaire list"},
			{Line: "opsfit questionnaire show full restore_test", Note: "explain one question"},
		},
		about: []string{
			"Questionnaires are YAML files. Some are part of the program; any other is named by its path, or by its id when the " +
				"configuration names a folder for them.",
		},
		exits:  plainExits(),
		topics: []string{"questionnaires"},
	})
}
