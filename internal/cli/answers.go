package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/page"
)

func newAnswers(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "answers",
		Short: "Write and check answers files, and list drafts",
	}
	makeGroup(cmd, run)
	cmd.AddCommand(newAnswersNew(run), newAnswersLint(run), newAnswersDrafts(run), newAnswersImport(run))
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit answers COMMAND"}},
		examples: page.Commands{
			{Line: "opsfit answers new answers.yaml"},
			{Line: "opsfit answers drafts", Note: "what interviews saved"},
		},
		about: []string{
			"Answers are YAML files that live beside the code and are reviewed like it. An interview saves them, and an editor can " +
				"write them.",
		},
		exits:  plainExits(),
		topics: []string{"answers"},
	})
}

func newAnswersNew(run *runner) *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Write an answers file to fill in",
		Args:  checkArguments(0, 1, "at most one FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return run.createAnswers(cmd, append(args, "-")[0], force)
		},
		ValidArgsFunction: completeFileNames("yaml", "yml"),
	}
	flags := cmd.Flags()
	flags.StringP("questionnaire", "q", "full", "`ID|FILE` of the questionnaire")
	flags.BoolVar(&force, "force", false, "replace a file that exists")
	groupFlags(flags, outputGroup)
	completeQuestionnaires(cmd, run, "questionnaire")
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit answers new [FILE] [-q ID|FILE]"}},
		examples: page.Commands{
			{Line: "opsfit answers new answers.yaml"},
			{Line: "opsfit answers new -q quick > answers.yaml", Note: "fewer questions"},
		},
		about: []string{
			"Writes every question with its options as comments. Open the file in an editor, write an option behind each question, " +
				"and give it to opsfit assess -a.",
			"It writes FILE and, beside it, the schema from which editors complete the options (.opsfit-ID.schema.json, with the id " +
				"of the questionnaire; keep it in git too). Without FILE, the answers alone go to standard output. A file that exists " +
				"is kept unless --force is given; a schema is brought up to date.",
		},
		topics: []string{"answers"},
	})
}
