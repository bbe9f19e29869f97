package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/page"
)

func newCheck(run *runner) *cobra.Command {
	flags := &assessFlags{run: run, command: "check"}
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check answers against the configured gates (short output for CI logs)",
		Args:  answersByFlag(run),
		RunE: func(cmd *cobra.Command, _ []string) error {
			req, err := flags.newRequest(cmd)
			if err == nil {
				err = run.assess(cmd.Context(), req)
			}
			return flags.writeFaults(cmd, err)
		},
	}
	flags.addFlags(cmd, checkFormats("").formatNames(), namedByAnswers)
	flags.outputs.addFullFlag(cmd)
	return run.addHelp(cmd, help{
		usage: page.Commands{
			{Line: "opsfit check -a FILE [FLAGS]"},
			{Line: "opsfit check [FLAGS] < FILE"},
		},
		examples: page.Commands{
			{Line: "opsfit check -a answers.yaml", Note: "by the gates of .opsfit.yaml"},
			{Line: "opsfit check -a answers.yaml --fail-on high"},
			{Line: "opsfit check -a answers.yaml -o report.html", Note: "keep the report, too"},
			{Line: "opsfit check -a answers.yaml --gate \"fit >= 70\""},
		},
		about: []string{
			"Checks answers by the gates of .opsfit.yaml and of the command line, and writes one screen for the log of a pipeline: how " +
				"each gate came out, the warnings, and where to look. It never asks questions. " + outputPlace,
			"An exemption in the answers that has expired is a gate that is not met. Without any gate it says so and how to add one, and " +
				"ends with 0; with --strict that is wrong usage.",
		},
		exits:  gateExits(),
		topics: []string{"gates", "ci"},
	})
}
