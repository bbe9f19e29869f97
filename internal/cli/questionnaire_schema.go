package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/schema"
)

// answersKind is the kind that a questionnaire makes exact.
const answersKind = "answers"

func newSchema(run *runner) *cobra.Command {
	var kind string
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of questionnaires, answers or results",
		Args:  noArguments(),
		RunE:  func(cmd *cobra.Command, _ []string) error { return run.schema(cmd, kind) },
	}
	flags := cmd.Flags()
	flags.StringVar(&kind, "kind", "questionnaire", "`KIND`: "+strings.Join(schema.Kinds(), ", "))
	flags.StringP("questionnaire", "q", "", "`ID|FILE` of the questionnaire (with --kind answers)")
	groupFlags(flags, inputGroup)
	completeWords(cmd, "kind", schema.Kinds()...)
	completeQuestionnaires(cmd, run, "questionnaire")
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit questionnaire schema [--kind KIND]"}},
		examples: page.Commands{
			{Line: "opsfit questionnaire schema > questionnaire.schema.json"},
			{Line: "opsfit questionnaire schema --kind answers -q full"},
		},
		about: []string{
			"Prints a JSON Schema (draft-07) to standard output. Save it and point an editor at it with a first line such as " +
				"# yaml-language-server: $schema=answers.schema.json; opsfit answers new does both. The schemas of results are for " +
				"programs that read what -f json writes.",
		},
		topics: []string{"answers", "questionnaires"},
	})
}

func (r *runner) schema(cmd *cobra.Command, kind string) error {
	if err := checkChoice("kind", kind, schema.Kinds()); err != nil {
		return err
	}
	named := cmd.Flags().Changed("questionnaire")
	if named && kind != answersKind {
		return usagef("-q goes with --kind answers; the schema of a %s is the same for every questionnaire", kind)
	}
	text, err := schema.Of(kind)
	if named {
		text, err = r.answersSchema(cmd)
	}
	if err != nil {
		return err
	}
	return r.printText(string(text))
}

func (r *runner) answersSchema(cmd *cobra.Command) ([]byte, error) {
	settings, err := r.readSettings(cmd)
	if err != nil {
		return nil, err
	}
	q, err := r.newLoader(cmd.Context(), settings).loadQuestionnaire(questionnaireFor(settings), settings.Strict)
	if err != nil {
		return nil, err
	}
	return schema.OfAnswers(q)
}
