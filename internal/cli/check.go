package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/render"
)

func newCheck(run *runner) *cobra.Command {
	a := &assessment{intake: intake{run: run, unasked: "check"}, checks: true}
	cmd := &cobra.Command{
		Use:   "check [-q ID|FILE] [-a FILE|-] [-f FORMAT] [-o FILE]... [--strict] [gates]",
		Short: "Hold answers against the configured gates, with one screen for the log of a pipeline",
		Args:  answersByFlag(),
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.start(cmd) },
	}
	a.register(cmd, render.Checks("").Names(), namedByAnswers)
	return document(cmd, help{
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

// whereabouts says where the whole report is: in the files of this run, or a command away.
func (a *assessment) whereabouts(cmd *cobra.Command, settings config.Config) string {
	if files := wholeReports(a.outputs); len(files) > 0 {
		return "The whole report: " + strings.Join(files, ", ")
	}
	command := "opsfit assess"
	if cmd.Flags().Changed("questionnaire") {
		command += " -q " + quoted(settings.Questionnaire)
	}
	command += " " + a.witness.option()
	if a.answers == "" || a.answers == "-" {
		return "The whole report: " + command + "< ANSWERS"
	}
	return "The whole report: " + command + "-a " + quoted(a.answers)
}

// wholeReports are those of the outputs in which all of a result can be read: a log is this screen again, and other programs get
// the part that they know.
func wholeReports(outputs []string) []string {
	var files []string
	for _, output := range outputs {
		named, err := parseOutput(render.Assessments(), output)
		if err == nil && slices.Contains([]string{"text", "markdown", "json", "html"}, named.format.Name) {
			files = append(files, named.file)
		}
	}
	return files
}
