package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/diag"
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

func newAnswersLint(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:               "lint",
		Short:             "Check answers files, and say nothing when they are fine",
		Args:              checkArguments(1, many, "one FILE or more, or - for standard input"),
		RunE:              func(cmd *cobra.Command, args []string) error { return run.lintAnswers(cmd, args) },
		ValidArgsFunction: completeFileNames("yaml", "yml", "json"),
	}
	questionnaireFlag(cmd, run, namedByAnswers)
	strictFlag(cmd)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit answers lint FILE..."}},
		examples: page.Commands{
			{Line: "opsfit answers lint answers.yaml"},
			{Line: "opsfit answers lint --strict services/*.yaml"},
		},
		about: []string{
			"Checks answers as opsfit assess does before it scores them: unknown questions and options, missing reasons, dates. A file " +
				"without faults gives no output. What is found goes to standard error; no file is written.",
		},
		topics: []string{"answers"},
	})
}

// lintAnswers checks every file before it fails for the faults of one.
func (r *runner) lintAnswers(cmd *cobra.Command, files []string) error {
	settings, err := r.readSettings(cmd)
	if err != nil {
		return err
	}
	required, err := namesQuestionnaire(cmd, settings)
	if err != nil {
		return err
	}
	var faults diag.List
	source := r.answersFrom(cmd.Context(), settings, "", required)
	for _, file := range files {
		source.file = file
		_, err := r.readRegularAnswers(cmd.Context(), source)
		found, ok := errors.AsType[diag.List](err)
		if err != nil && !ok {
			return err
		}
		faults = append(faults, found...)
	}
	return faults.Err()
}
