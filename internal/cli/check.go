package cli

import (
	"github.com/spf13/cobra"
)

func newCheck(run *runner) *cobra.Command {
	flags := &assessFlags{run: run, command: "check"}
	cmd := &cobra.Command{
		Use:   "check [-q ID|FILE] [-a FILE|-] [-f FORMAT] [-o FILE]... [--strict] [gates]",
		Short: "Hold answers against the configured gates, with one screen for the log of a pipeline",
		Args:  answersByFlag(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			req, err := flags.newRequest(cmd)
			if err != nil {
				return err
			}
			return run.assess(cmd.Context(), req)
		},
	}
	flags.addFlags(cmd, checkFormats("").formatNames(), namedByAnswers)
	return addHelpTo(cmd, help{
		long: "Assesses answers from a file or a pipe by the gates of .opsfit.yaml and of the command line, and writes one\n" +
			"screen: how each gate came out, the warnings, and where to look. It never asks questions. An exemption in the\n" +
			"answers that has expired is a gate that is not met. Without any gate it says so and how to add one, and ends\n" +
			"with 0; with --strict that is an error of usage.\n\n" + gatesHelp(),
		examples: []string{
			"opsfit check -a answers.yaml",
			"opsfit check -a answers.yaml --fail-on high -o report.md -o result.json",
			"opsfit check --gate 'fit >= 70' < answers.yaml",
		},
		files: assessmentFiles,
	})
}
